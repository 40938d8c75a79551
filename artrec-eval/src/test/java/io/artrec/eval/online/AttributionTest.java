package io.artrec.eval.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AttributionTest {
  private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

  private static Impression shown(String visitor, String work, int minute) {
    return Impression.shown(visitor, work, "v", 1, NOON.plusSeconds(60L * minute));
  }

  private static Interaction event(String visitor, String work, InteractionKind kind, int minute) {
    return Interaction.of(visitor, work, kind).at(NOON.plusSeconds(60L * minute));
  }

  @Test
  void event_belongsToTheLatestImpressionBeforeIt() {
    ImpressionLog log =
        ImpressionLog.of(
            List.of(
                shown("u", "a", 10), shown("u", "a", 0), shown("u", "b", 0), shown("x", "a", 9)));
    Attribution.Joined joined =
        Attribution.within(Duration.ofMinutes(30))
            .join(
                log,
                Interactions.of(
                    List.of(
                        event("u", "a", InteractionKind.CLICK, 10),
                        event("u", "a", InteractionKind.FAVORITE, 9),
                        event("u", "b", InteractionKind.CLICK, 30),
                        event("x", "a", InteractionKind.CLICK, 40),
                        event("x", "a", InteractionKind.CLICK, 8),
                        event("x", "unseen", InteractionKind.CLICK, 9),
                        event("stranger", "a", InteractionKind.CLICK, 9),
                        event("u", "a", InteractionKind.SHARE, 9),
                        Interaction.of("u", "a", InteractionKind.CLICK))));
    ImpressionLog seen = joined.log();
    assertThat(seen.clicked(0)).isTrue();
    assertThat(seen.converted(0)).isFalse();
    assertThat(seen.clicked(1)).isFalse();
    assertThat(seen.converted(1)).isTrue();
    assertThat(seen.clicked(2)).as("30 minutes are within 30 minutes").isTrue();
    assertThat(seen.clicked(3)).as("31 minutes are not").isFalse();
    assertThat(joined.attributed()).isEqualTo(3);
    assertThat(joined.unmatched()).isEqualTo(4);
    assertThat(joined.undated()).isEqualTo(1);
    assertThat(joined.ignored()).isEqualTo(1);
    assertThat(log.clicked(0)).as("the log itself is unchanged").isFalse();
  }

  @Test
  void stays_addUp() {
    Attribution rule = Attribution.within(Duration.ofMinutes(30)).withDwell(InteractionKind.VIEW);
    ImpressionLog log = ImpressionLog.of(List.of(shown("u", "a", 0), shown("u", "b", 0)));
    ImpressionLog seen = rule.join(log, Interactions.of(List.of(stay(12.5), stay(7.5)))).log();
    assertThat(seen.dwellSeconds(0)).hasValue(20);
    assertThat(seen.dwellSeconds(1)).isEmpty();
    assertThatThrownBy(() -> rule.join(log, Interactions.of(List.of(stay(-1)))))
        .hasMessageContaining("expected a stay of 0 seconds or more");
  }

  private static Interaction stay(double seconds) {
    return new Interaction(
        "u",
        "a",
        InteractionKind.VIEW,
        seconds,
        Optional.of(NOON.plusSeconds(5)),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void join_agreesWithLookingThroughAllImpressions() {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Impression> impressions = new ArrayList<>();
      for (int row = 0; row < 300; row++) {
        impressions.add(
            shown("u" + random.nextInt(5), "w" + random.nextInt(5), random.nextInt(200)));
      }
      List<Interaction> events = new ArrayList<>();
      for (int row = 0; row < 100; row++) {
        events.add(
            event(
                "u" + random.nextInt(6),
                "w" + random.nextInt(6),
                InteractionKind.CLICK,
                random.nextInt(220)));
      }
      boolean[] expected = new boolean[impressions.size()];
      events.forEach(event -> mark(event, impressions, expected));
      ImpressionLog joined =
          Attribution.within(Duration.ofMinutes(15))
              .join(ImpressionLog.of(impressions), Interactions.of(events))
              .log();
      for (int row = 0; row < expected.length; row++) {
        assertThat(joined.clicked(row)).as("seed %d row %d", seed, row).isEqualTo(expected[row]);
      }
    }
  }

  private static void mark(Interaction event, List<Impression> impressions, boolean[] expected) {
    int best = -1;
    for (int row = 0; row < impressions.size(); row++) {
      Impression shown = impressions.get(row);
      Duration since = Duration.between(shown.time(), event.time().orElseThrow());
      if (shown.visitor().equals(event.user())
          && shown.work().equals(event.artwork())
          && !since.isNegative()
          && since.compareTo(Duration.ofMinutes(15)) <= 0
          && (best < 0 || !shown.time().isBefore(impressions.get(best).time()))) {
        best = row;
      }
    }
    if (best >= 0) {
      expected[best] = true;
    }
  }

  @Test
  void rules_refuseWhatCannotBe() {
    assertThatThrownBy(() -> Attribution.within(Duration.ZERO)).hasMessageContaining("window");
    assertThatThrownBy(
            () -> new Attribution(Duration.ofDays(1), Set.of(), Set.of(), Optional.empty()))
        .hasMessageContaining("no kind of event");
  }
}
