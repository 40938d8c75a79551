package io.artrec.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.InteractionsLoader;
import io.artrec.behavior.LoadedInteractions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CleaningTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private final Catalog catalog =
      Catalog.of(
          IntStream.range(0, 20)
              .mapToObj(i -> Artwork.builder("w" + i, "Work " + i).build())
              .toList());

  private static Interactions ratings(double... values) {
    List<Interaction> events = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      events.add(Interaction.rating("ada", "w" + i, values[i]));
    }
    return Interactions.of(events);
  }

  private static float[] values(Interactions events) {
    float[] values = new float[events.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = events.value(row);
    }
    return values;
  }

  private float[] cleaned(Cleaning cleaning, Interactions events) {
    return values(cleaning.clean(events, catalog).interactions());
  }

  @Test
  void none_returnsTheSameColumns() {
    Interactions events = ratings(1, 99);

    CleanedInteractions cleaned = Cleaning.none().clean(events, catalog);

    assertThat(cleaned.interactions()).isSameAs(events);
    assertThat(cleaned.report()).hasToString("Cleaning: 2 events in, 2 out");
  }

  @Test
  void standard_dropsDuplicatesAndUnknownAndClamps() {
    Interactions events =
        Interactions.of(
            List.of(
                Interaction.view("ada", "w1").at(NOON),
                Interaction.view("ada", "w1").at(NOON),
                Interaction.view("ada", "w1").at(NOON.plusMillis(1)),
                Interaction.view("bo", "gone"),
                Interaction.rating("bo", "w2", 7)));

    CleanedInteractions cleaned = Cleaning.standard().clean(events, catalog);

    assertThat(cleaned.interactions().stream())
        .containsExactly(events.get(0), events.get(2), Interaction.rating("bo", "w2", 5));
    assertThat(cleaned.report())
        .hasToString(
            """
            Cleaning: 5 events in, 3 out
              duplicates: 1 dropped, 0 changed
                because an earlier event has the same id, or the same in all but the id
                - ada, w1, view
              unknown artworks: 1 dropped, 0 changed
                because the catalogue does not hold the artwork
                - bo, gone, view
              rating scale (clamp): 0 dropped, 1 changed
                because ratings run from 1.0 to 5.0
                - bo, w2, rating 7.000 becomes 5.000\
            """);
  }

  @Test
  void duplicates_minds_eventIds() {
    Interactions events =
        Interactions.of(
            List.of(
                Interaction.view("ada", "w1").withEventId("a"),
                Interaction.view("ada", "w1").withEventId("b"),
                Interaction.view("bo", "w2").withEventId("a"),
                Interaction.view("ada", "w1"),
                Interaction.of("ada", "w1", InteractionKind.CLICK)));

    assertThat(
            Cleaning.none().duplicates().clean(events, catalog).interactions().stream()
                .map(event -> event.user() + event.kind() + event.eventId().orElse("-")))
        .containsExactly("adaVIEWa", "adaVIEWb", "adaCLICK-");
  }

  @Test
  void ratingScale_dropsOrClamps() {
    Interactions events = ratings(0, 1, 5, 6);

    assertThat(cleaned(Cleaning.none().ratingScale(1, 5, OffLimits.DROP), events))
        .containsExactly(1, 5);
    assertThat(cleaned(Cleaning.none().ratingScale(1, 5, OffLimits.CLAMP), events))
        .containsExactly(1, 1, 5, 5);
  }

  @Test
  void zScore_byHand() {
    // mean 5, deviation 2: two deviations reach from 1 to 9, and 9 is on the limit
    Interactions events = ratings(2, 4, 4, 4, 5, 5, 7, 9);

    assertThat(
            cleaned(
                Cleaning.none().outliersByZScore(2, RatingScope.OVERALL, OffLimits.DROP), events))
        .hasSize(8);
    assertThat(
            cleaned(
                Cleaning.none().outliersByZScore(1, RatingScope.OVERALL, OffLimits.DROP), events))
        .containsExactly(4, 4, 4, 5, 5, 7);
    assertThat(
            cleaned(
                Cleaning.none().outliersByZScore(1, RatingScope.OVERALL, OffLimits.CLAMP), events))
        .containsExactly(3, 4, 4, 4, 5, 5, 7, 7);
  }

  @Test
  void quartiles_byHand() {
    // quartiles of 1 2 3 4 100 are 2 and 4: the limits are -1 and 7
    Interactions events = ratings(1, 2, 3, 4, 100);

    assertThat(
            cleaned(
                Cleaning.none().outliersByQuartiles(1.5, RatingScope.OVERALL, OffLimits.DROP),
                events))
        .containsExactly(1, 2, 3, 4);
    assertThat(
            cleaned(
                Cleaning.none().outliersByQuartiles(1.5, RatingScope.OVERALL, OffLimits.CLAMP),
                events))
        .containsExactly(1, 2, 3, 4, 7);
  }

  @Test
  void scaling_byHand() {
    Interactions two =
        Interactions.of(
            List.of(
                Interaction.rating("ada", "w1", 1),
                Interaction.rating("ada", "w2", 3),
                Interaction.rating("bo", "w1", 4),
                Interaction.view("bo", "w1"),
                Interaction.rating("bo", "w2", 4)));

    assertThat(cleaned(Cleaning.none().scaleStandard(RatingScope.VISITOR), two))
        .containsExactly(-1, 1, 0, 1, 0);
    assertThat(cleaned(Cleaning.none().scaleMinMax(RatingScope.VISITOR), two))
        .containsExactly(0, 1, 0.5f, 1, 0.5f);
    assertThat(cleaned(Cleaning.none().scaleMinMax(RatingScope.OVERALL), two))
        .containsExactly(new float[] {0, 2 / 3f, 1, 1, 1}, within(1e-6f));
  }

  @Test
  void busyVisitors_loseAllTheirEvents() {
    List<Interaction> events = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      events.add(Interaction.view("crawler", "w" + i).at(NOON.plusSeconds(i)));
      events.add(Interaction.view("regular", "w" + i).at(NOON.plusSeconds(86_400L * i)));
    }
    for (int i = 0; i < 10; i++) {
      events.add(Interaction.view("guest" + i, "w1"));
    }
    Interactions all = Interactions.of(events);

    assertThat(Cleaning.none().busyUsersPerDay(11).clean(all, catalog).interactions().stream())
        .noneMatch(event -> event.user().equals("crawler"))
        .hasSize(22);
    assertThat(Cleaning.none().busyUsers(11).clean(all, catalog).interactions().size())
        .isEqualTo(10);
    // 12 visitors: two of 12 events, ten of 1; mean 34/12, deviation about 4.1
    assertThat(Cleaning.none().busyUsersByZScore(2).clean(all, catalog).interactions().size())
        .isEqualTo(10);
    assertThat(Cleaning.none().busyUsersByZScore(3).clean(all, catalog).interactions())
        .isSameAs(all);
  }

  @Test
  void missingRatings_areDroppedOrFilled() {
    LoadedInteractions loaded =
        InteractionsLoader.csv(new StringReader("user,item,rating\na,w1,\na,w2,4\nb,w2,1\n"))
            .load();

    CleanedInteractions dropped = Cleaning.none().clean(loaded, catalog);
    CleanedInteractions filled =
        Cleaning.none().missingRatings(MissingValue.mean()).clean(loaded, catalog);

    assertThat(dropped.interactions().size()).isEqualTo(2);
    assertThat(filled.interactions().get(2)).isEqualTo(Interaction.rating("a", "w1", 2.5));
    assertThat(dropped.report())
        .hasToString(
            """
            Cleaning: 3 events in, 2 out
              missing ratings (drop): 1 dropped, 0 changed
                because they came without a value
                - a, w1\
            """);
    assertThat(filled.report().toString())
        .contains("they came without a value; 2.5 stands in")
        .contains("3 events in, 3 out");
  }

  @Test
  void emptyEvents_areClean() {
    Cleaning all =
        Cleaning.standard()
            .outliersByZScore(3, RatingScope.OVERALL, OffLimits.DROP)
            .outliersByQuartiles(1.5, RatingScope.VISITOR, OffLimits.CLAMP)
            .busyUsers(1)
            .busyUsersPerDay(1)
            .busyUsersByZScore(1)
            .scaleStandard(RatingScope.VISITOR)
            .scaleMinMax(RatingScope.OVERALL);

    assertThat(all.clean(Interactions.none(), catalog).interactions().size()).isZero();
  }

  @Test
  void report_fits80Columns() {
    Interactions events =
        Interactions.of(
            List.of(Interaction.view("u".repeat(300) + "\n", "w".repeat(300) + "\u001b[31m")));

    String report = Cleaning.standard().clean(events, catalog).report().toString();

    assertThat(report.lines()).allMatch(line -> line.length() <= 80);
    assertThat(report).doesNotContain("\u001b");
  }

  @Test
  void badSettings_areRefused() {
    assertThatThrownBy(() -> Cleaning.none().ratingScale(5, 1, OffLimits.DROP))
        .hasMessage(
            "rating scale runs from 5.0 to 1.0; expected two finite numbers, the lower first");
    assertThatThrownBy(
            () -> Cleaning.none().outliersByZScore(Double.NaN, RatingScope.OVERALL, OffLimits.DROP))
        .hasMessage("z-score is NaN, expected more than 0");
    assertThatThrownBy(() -> MissingValue.constant(Double.POSITIVE_INFINITY))
        .hasMessage("constant for missing values is Infinity, expected a finite number");
  }

  @Test
  void duplicates_equalASetOnRandomEvents() {
    SplittableRandom random = new SplittableRandom(7);
    List<Interaction> events = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      events.add(
          Interaction.rating("u" + random.nextInt(9), "w" + random.nextInt(20), random.nextInt(5))
              .at(NOON.plusSeconds(random.nextInt(3))));
    }

    assertThat(
            Cleaning.none()
                .duplicates()
                .clean(Interactions.of(events), catalog)
                .interactions()
                .stream())
        .containsExactlyElementsOf(events.stream().distinct().toList());
  }
}
