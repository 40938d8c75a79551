package io.artrec.live.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.DrawnAnswer;
import io.artrec.behavior.Earnings.Earned;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.PreferenceModel;
import io.artrec.behavior.RewardRule;
import io.artrec.behavior.RewardedAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveDrawsTest {
  private static final RewardRule RULE = RewardRule.standard().window(Duration.ofMinutes(30));
  private static final long MINUTE = 60_000;

  private static LiveDraws draws(RewardRule rule) {
    PreferenceModel model = PreferenceModel.standard();
    return new LiveDraws(rule, event -> rule.worth(event, model));
  }

  private static DrawnAnswer answer(String id, String arm, long minute, String... works) {
    return DrawnAnswer.of(id, arm, 0.5).works(List.of(works)).at(at(minute));
  }

  private static Instant at(long minute) {
    return Instant.ofEpochMilli(minute * MINUTE);
  }

  private static Earned earned(LiveDraws draws, String arm, long minute) {
    return draws.earnings(minute * MINUTE).in("all", arm);
  }

  @Test
  void eventBelongsToTheLastAnswerThatShowedItsWork_inTheWindow() {
    LiveDraws draws = draws(RULE);
    draws.add(Interaction.click("ada", "w").at(at(1)));
    draws.add("ada", answer("1", "a", 0, "w", "x"), List.of());
    draws.add("ada", answer("2", "b", 10, "w"), List.of());
    draws.add(Interaction.click("ada", "w").at(at(9)));
    draws.add(Interaction.favorite("ada", "w").at(at(12)).saying("lovely"));
    draws.add(Interaction.favorite("ada", "x").at(at(31)));
    draws.add(Interaction.dislike("ada", "w").at(at(13)));
    draws.add(Interaction.favorite("bob", "w").at(at(12)));
    assertThat(draws.of("ada"))
        .extracting(held -> held.events().size())
        .as("the dislike is worth nothing, the event at 31 is too late")
        .containsExactly(1, 1);
    assertThat(draws.of("ada").get(1).events().get(0).comment()).isEmpty();
    assertThat(earned(draws, "a", 30)).isEqualTo(Earned.NOTHING);
    // 1 answer worth 0.5 at probability 0.5: loss (1 − 0.5) / 0.5
    assertThat(earned(draws, "a", 32)).isEqualTo(new Earned(1, 0.5, 1));
    assertThat(earned(draws, "b", 32)).isEqualTo(Earned.NOTHING);
    assertThat(earned(draws, "b", 42)).isEqualTo(new Earned(1, 1, 0));
    assertThat(draws.earnings(42 * MINUTE)).isSameAs(draws.earnings(43 * MINUTE));
  }

  @Test
  void ratingsCountByTheirScale_andTheMostThatCameCounts_onceHoweverOften() {
    LiveDraws draws = draws(RULE);
    draws.add("ada", answer("1", "a", 0, "w"), List.of());
    draws.add(Interaction.rating("ada", "w", 4).at(at(1)));
    draws.add(Interaction.rating("ada", "w", 4).at(at(1)));
    draws.add(Interaction.click("ada", "w").at(at(2)));
    draws.add("ada", answer("1", "a", 0, "w"), List.of());
    assertThat(earned(draws, "a", 60)).isEqualTo(new Earned(1, 0.75, 0.5));
  }

  @Test
  void answerRecordedAfterItsEvents_isCreditedWithThem() {
    LiveDraws draws = draws(RULE);
    draws.add("ada", answer("1", "a", 0, "w"), List.of());
    draws.add(Interaction.click("ada", "w").at(at(15)));
    draws.add(
        "ada",
        answer("2", "b", 10, "w", "x"),
        List.of(
            Interaction.favorite("ada", "x").at(at(11)), Interaction.view("ada", "x").at(at(9))));
    assertThat(earned(draws, "a", 60)).isEqualTo(new Earned(1, 0, 2));
    assertThat(earned(draws, "b", 60)).isEqualTo(new Earned(1, 1, 0));
  }

  @Test
  void whatIsTakenBack_takesItsRewardAlong() {
    LiveDraws draws = draws(RULE);
    draws.add("ada", answer("1", "a", 0, "w"), List.of());
    draws.add("ada", answer("2", "a", 100, "w"), List.of());
    draws.add(Interaction.favorite("ada", "w").at(at(1)).withEventId("e1"));
    assertThat(earned(draws, "a", 200).reward()).isEqualTo(1);
    assertThat(draws.undo("ada", "e2")).isFalse();
    assertThat(draws.undo("ada", "e1")).isTrue();
    assertThat(earned(draws, "a", 200)).isEqualTo(new Earned(2, 0, 4));
    assertThat(draws.removeBefore(50 * MINUTE)).isTrue();
    assertThat(draws.removeBefore(50 * MINUTE)).isFalse();
    assertThat(earned(draws, "a", 200)).isEqualTo(new Earned(1, 0, 2));
    assertThat(draws.remove("ada")).isTrue();
    assertThat(draws.remove("ada")).isFalse();
    assertThat(draws.earnings(200 * MINUTE).bySegment()).isEmpty();
    assertThat(draws.isEmpty()).isTrue();
  }

  @Test
  void answersAge_toASixteenthOfTheHalfLife() {
    LiveDraws draws = draws(RULE.halfLife(Duration.ofHours(16)));
    draws.add("ada", answer("1", "a", 0, "w"), List.of());
    assertThat(earned(draws, "a", 59).answers()).isEqualTo(1);
    assertThat(earned(draws, "a", 60).answers()).isCloseTo(Math.pow(2, -1 / 16.0), within(1e-12));
    assertThat(earned(draws, "a", 16 * 60).answers()).isCloseTo(0.5, within(1e-12));
    draws.add("bob", answer("2", "a", 16 * 60, "w"), List.of());
    assertThat(earned(draws, "a", 32 * 60).answers()).isCloseTo(0.75, within(1e-12));
    assertThat(draws.earnings(1_000 * 16 * 60 * MINUTE).bySegment()).isEmpty();
    assertThat(draws.remove("ada")).isTrue();
    draws.add("bob", answer("3", "a", 1_000 * 16 * 60, "w"), List.of());
    assertThat(earned(draws, "a", 1_001 * 16 * 60).answers()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void nobodyCountsWithMoreThanTheirLastAnswers() {
    LiveDraws draws = draws(RULE);
    int[] order = IntStream.range(0, LiveDraws.MOST + 50).toArray();
    for (int minute : order) {
      draws.add("ada", answer("n" + minute, "a", minute, "w"), List.of());
    }
    draws.add("ada", answer("early", "a", -1, "w"), List.of());
    // the last is of minute 249, so the windows of 219 and later are open
    assertThat(draws.of("ada")).hasSize(LiveDraws.MOST + 31);
    assertThat(draws.of("ada").get(0).answer().id()).isEqualTo("n19");
    assertThat(earned(draws, "a", 10_000).answers()).isEqualTo(LiveDraws.MOST + 31);
    draws.add("ada", answer("last", "a", 9_000, "w"), List.of());
    assertThat(earned(draws, "a", 10_000).answers()).isEqualTo(LiveDraws.MOST + 1);
  }

  @Test
  void answersOfAnOpenWindow_areKept_howeverManyTheirVisitorWasShown() {
    LiveDraws draws = draws(RULE);
    for (int number = 0; number < 3 * LiveDraws.MOST; number++) {
      DrawnAnswer answer = answer("n" + number, "a", 0, "w" + number);
      draws.add("kiosk", answer.at(Instant.ofEpochSecond(number)), List.of());
    }
    draws.add(Interaction.favorite("kiosk", "w0").at(at(29)));
    assertThat(earned(draws, "a", 45)).isEqualTo(new Earned(600, 1, 2 * 599));
    for (int number = 0; number < LiveDraws.MOST_OPEN; number++) {
      DrawnAnswer answer = answer("m" + number, "a", 0, "w");
      draws.add("kiosk", answer.at(Instant.ofEpochSecond(600)), List.of());
    }
    assertThat(draws.of("kiosk")).hasSize(LiveDraws.MOST + LiveDraws.MOST_OPEN);
  }

  @Test
  void answersThatCountForNothing_areDropped() {
    LiveDraws draws = draws(RULE.halfLife(Duration.ofHours(1)));
    draws.add("ada", answer("old", "a", 0, "w"), List.of());
    draws.add("ada", answer("1", "a", 30 * 60 + 30, "w"), List.of());
    assertThat(draws.of("ada")).hasSize(2);
    draws.add("ada", answer("2", "a", 30 * 60 + 31, "w"), List.of());
    assertThat(draws.holds("ada", "old")).isFalse();
    assertThat(draws.holds("ada", "1")).isTrue();
  }

  @Test
  void eventIsCreditedOnce_asRecordedAndAsLearned_andChangesNothingAgain() {
    LiveDraws draws = draws(RULE);
    DrawnAnswer answer = answer("1", "a", 0, "w");
    draws.add("ada", answer, List.of());
    Interaction rated = Interaction.rating("ada", "w", 3.3).at(at(1).plusNanos(7));
    Interaction clicked = Interaction.click("ada", "w").at(at(2)).withEventId("e");
    draws.add(rated);
    draws.add(clicked);
    List<LiveDraws.Held> held = draws.of("ada");
    draws.add(
        "ada",
        answer,
        List.of(Interaction.rating("ada", "w", (float) 3.3).at(at(1)), clicked.saying("oh")));
    assertThat(draws.of("ada")).isSameAs(held);
    draws.add("ada", answer, List.of(Interaction.favorite("ada", "w").at(at(3))));
    assertThat(draws.of("ada").get(0).events()).hasSize(3);
    assertThat(earned(draws, "a", 60)).isEqualTo(new Earned(1, 1, 0));
  }

  /** Facts in any order, with questions in between, give the same to the last bit. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void orderOfAnswersAndEvents_doesNotMatter(long seed) {
    RewardRule rule = RULE.halfLife(Duration.ofHours(3));
    SplittableRandom random = new SplittableRandom(seed);
    List<Interaction> events = new ArrayList<>();
    List<Runnable> facts = new ArrayList<>();
    LiveDraws[] into = new LiveDraws[1];
    String[] users = {"ada", "bob"};
    for (int fact = 0; fact < 150; fact++) {
      String user = users[random.nextInt(2)];
      String work = "w" + random.nextInt(4);
      int minute = random.nextInt(300);
      if (fact % 3 == 0) {
        DrawnAnswer answer =
            DrawnAnswer.of("n" + fact, "arm" + random.nextInt(3), random.nextDouble(0.1, 1))
                .segment("s" + random.nextInt(2))
                .works(List.of(work, "w" + random.nextInt(4)))
                .at(at(minute));
        facts.add(
            () ->
                into[0].add(
                    user,
                    answer,
                    List.copyOf(events).stream().filter(e -> e.user().equals(user)).toList()));
      } else {
        Interaction event =
            (random.nextBoolean()
                    ? Interaction.click(user, work)
                    : Interaction.rating(user, work, random.nextInt(1, 6)))
                .at(at(minute))
                .withEventId("e" + fact);
        facts.add(
            () -> {
              events.add(event);
              into[0].add(event);
            });
      }
    }
    List<Object> results = new ArrayList<>();
    for (int round = 0; round < 6; round++) {
      events.clear();
      into[0] = draws(rule);
      for (Runnable fact : facts) {
        fact.run();
        if (round > 2 && random.nextInt(5) == 0) {
          into[0].earnings(random.nextInt(300) * MINUTE);
        }
      }
      List<RewardedAnswer> rewards = into[0].rewarded(Long.MAX_VALUE);
      results.add(List.of(rewards, into[0].earnings(400 * MINUTE).bySegment()));
      LiveDraws copy = draws(rule);
      into[0].copy().forEach(copy::putAll);
      results.add(List.of(rewards, copy.earnings(400 * MINUTE).bySegment()));
      into[0].remove("ada");
      into[0].remove("bob");
      assertThat(into[0].earnings(400 * MINUTE).bySegment()).as("seed %d", seed).isEmpty();
      Collections.shuffle(facts, new Random(seed + round));
    }
    assertThat(results).as("seed %d", seed).allMatch(results.get(0)::equals);
    assertThat(results.get(0).toString()).contains("reward=0.5");
  }
}
