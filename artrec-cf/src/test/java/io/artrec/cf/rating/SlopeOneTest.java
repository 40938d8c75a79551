package io.artrec.cf.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.InteractionKind;
import io.artrec.cf.Behavior;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.data.Feedback;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.task.CancelledException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlopeOneTest {
  /** u0 rated all three, u1 not the last, u2 not the first. */
  private static final Behavior WORLD =
      Behavior.of(4)
          .rates(0, 0, 5)
          .rates(0, 1, 3)
          .rates(0, 2, 2)
          .rates(1, 0, 3)
          .rates(1, 1, 4)
          .rates(2, 1, 2)
          .rates(2, 2, 5);

  private static Scores all(Behavior world, Scorer scorer, int user) {
    return scorer.score(world.query(user), Candidates.all(world.catalog().size()));
  }

  private static Scores all(SlopeOne strategy, int user) {
    return all(WORLD, strategy.train(WORLD.context()), user);
  }

  @Test
  void plain_byHand() {
    // dev(0, 1) = (2 - 1) / 2, dev(0, 2) = 3; u2's mean is 3.5
    Scores scores = all(SlopeOne.plain(), 2);
    assertThat(scores.value(0)).isEqualTo(3.5 + (0.5 + 3) / 2, within(1e-6));
    double[] weights = {
      WORLD.query(2).preferences().weight(0), WORLD.query(2).preferences().weight(1)
    };
    assertThat(scores.contributions(0))
        .containsExactly(
            new Contribution("slope-one", new Cause.Offset("mean of the visitor's ratings"), 3.5),
            new Contribution("slope-one", new Cause.KnownArtwork(2, weights[1]), 1.5),
            new Contribution("slope-one", new Cause.KnownArtwork(1, weights[0]), 0.25));
    assertThat(scores.value(3)).as("nobody rated it").isEqualTo(3.5);
  }

  @Test
  void weighted_byHand() {
    // two visitors say 2 + 0.5, one says 5 + 3
    Scores scores = all(SlopeOne.byCount(), 2);
    assertThat(scores.value(0)).isEqualTo((2 * 2.5 + 8) / 3, within(1e-6));
    assertThat(scores.contributions(0))
        .extracting(Contribution::amount)
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b))
        .containsExactly(8 / 3.0, 5 / 3.0);
    // u1 for the last: dev(2, 0) = -3 by one, dev(2, 1) = (-1 + 3) / 2 by two
    assertThat(all(SlopeOne.byCount(), 1).value(2))
        .isEqualTo((1 * (3 - 3) + 2 * (4 + 1)) / 3.0, within(1e-6));
    assertThat(scores.value(3)).as("nobody rated it").isEqualTo(3.5);
  }

  @Test
  void strangerWithoutRatings_getsTheMeanOfAll() {
    assertThat(all(SlopeOne.plain(), 99).value(1)).isEqualTo(24 / 7.0, within(1e-12));
    Scores shrunk = all(SlopeOne.plain().shrinkage(2), 99);
    double bias = PlainRatings.biases(ratings())[1];
    assertThat(shrunk.value(1)).isEqualTo(24 / 7.0 + bias, within(1e-12));
    assertThat(shrunk.contributions(1)).hasSize(2);
  }

  private static double[][] ratings() {
    double none = Double.NaN;
    return new double[][] {{5, 3, 2, none}, {3, 4, none, none}, {none, 2, 5, none}};
  }

  @Test
  void randomWorlds_agreeWithPlainLoops() {
    for (long seed = 1; seed <= 3; seed++) {
      double[][] ratings = PlainRatings.random(12, 15, 0.25, seed);
      Behavior world = PlainRatings.world(ratings);
      for (double shrinkage : new double[] {0, 2}) {
        for (boolean weighted : new boolean[] {false, true}) {
          SlopeOne strategy = SlopeOne.standard().weighted(weighted).shrinkage(shrinkage);
          Scorer scorer = strategy.train(world.context());
          for (int user = 0; user < 12; user++) {
            Scores scores = all(world, scorer, user);
            for (int work = 0; work < 15; work++) {
              double expected = plain(ratings, user, work, weighted, shrinkage);
              assertThat(scores.value(work))
                  .as("seed %d, %s, u%d w%d", seed, strategy, user, work)
                  .isEqualTo(expected, within(1e-5));
              assertThat(
                      scores.contributions(work).stream().mapToDouble(Contribution::amount).sum())
                  .isEqualTo(scores.value(work), within(1e-9));
            }
          }
        }
      }
    }
  }

  private static double plain(
      double[][] ratings, int user, int work, boolean weighted, double shrinkage) {
    double[] biases = PlainRatings.biases(ratings);
    double userSum = 0;
    int userCount = 0;
    double devs = 0;
    int devCount = 0;
    double weightedSum = 0;
    double weights = 0;
    for (int known = 0; known < biases.length; known++) {
      double own = ratings[user][known];
      if (Double.isNaN(own)) {
        continue;
      }
      userSum += own;
      userCount++;
      double difference = shrinkage * (biases[work] - biases[known]);
      int both = 0;
      for (double[] row : ratings) {
        if (!Double.isNaN(row[work]) && !Double.isNaN(row[known])) {
          difference += row[work] - row[known];
          both++;
        }
      }
      if (known != work && both + shrinkage > 0) {
        double dev = difference / (both + shrinkage);
        devs += dev;
        devCount++;
        weightedSum += both * (dev + own);
        weights += both;
      }
    }
    if (userCount == 0) {
      double all = 0;
      int count = 0;
      for (double[] row : ratings) {
        for (double rating : row) {
          all += Double.isNaN(rating) ? 0 : rating;
          count += Double.isNaN(rating) ? 0 : 1;
        }
      }
      return all / count + (shrinkage > 0 ? biases[work] : 0);
    }
    if (weighted && weights > 0) {
      return weightedSum / weights;
    }
    return userSum / userCount + (devCount > 0 ? devs / devCount : 0);
  }

  @Test
  void threads_doNotChangePredictions() {
    Behavior world = PlainRatings.world(PlainRatings.random(60, 50, 0.3, 6));
    for (SlopeOne strategy : List.of(SlopeOne.plain(), SlopeOne.byCount().shrinkage(3))) {
      Scorer one = strategy.train(world.context(1));
      Scorer four = strategy.train(world.context(4));
      for (int user = 0; user < 20; user++) {
        assertThat(Behavior.values(all(world, four, user)))
            .isEqualTo(Behavior.values(all(world, one, user)));
      }
    }
  }

  @Test
  void degenerateWorlds_haveADefinedAnswer() {
    Behavior everything = Behavior.of(30);
    for (int work = 0; work < 30; work++) {
      everything.rates(0, work, 1 + work % 5);
    }
    for (Behavior world :
        List.of(
            Behavior.of(0),
            Behavior.of(1).rates(0, 0, 4),
            Behavior.of(3),
            Behavior.of(3).likes(0, 1),
            Behavior.of(3).rates(0, 0, 3).rates(0, 1, 3).rates(1, 1, 3),
            Behavior.of(3).rates(0, 0, -1).rates(1, 1, -2),
            Behavior.of(3).rates(0, 0, 1).rates(0, 0, 5).rates(0, 0, 2),
            Behavior.of(2).rates(0, 0, -Float.MAX_VALUE).rates(0, 1, Float.MAX_VALUE),
            everything)) {
      boolean any = world.events().stream().anyMatch(e -> e.kind() == InteractionKind.RATING);
      for (boolean weighted : new boolean[] {false, true}) {
        for (double shrinkage : new double[] {0, 5}) {
          SlopeOne strategy = SlopeOne.standard().weighted(weighted).shrinkage(shrinkage);
          Scores scores = all(world, strategy.train(world.context()), 0);
          assertThat(scores.scoredCount()).isEqualTo(any ? world.catalog().size() : 0);
        }
      }
    }
    Behavior equal = Behavior.of(3).rates(0, 0, 3).rates(0, 1, 3).rates(1, 1, 3);
    assertThat(Behavior.values(all(equal, SlopeOne.plain().train(equal.context()), 0)))
        .containsExactly(3, 3, 3);
  }

  @Test
  void cancelledTraining_stops() {
    var context = WORLD.context();
    context.cancellation().cancel();
    assertThatThrownBy(() -> SlopeOne.plain().train(context))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void wrongHyperParameters_areRefused() {
    assertThatThrownBy(() -> SlopeOne.plain().shrinkage(-1))
        .hasMessage("shrinkage of slope-one is -1.0, expected a number of 0 or more");
    assertThatThrownBy(() -> SlopeOne.plain().feedback(Feedback.ANY))
        .hasMessage("feedback of slope-one is any, expected one of rating, preference");
    assertThatThrownBy(() -> CfStrategies.parse("slope-one:weighted=yes"))
        .hasMessage("weighted is 'yes', expected true or false");
  }

  @Test
  void text_comesBack() {
    SlopeOne strategy = SlopeOne.byCount().shrinkage(2).feedback(Feedback.PREFERENCE);
    assertThat(CfStrategies.parse(strategy.toString())).isEqualTo(strategy);
    assertThat(CfStrategies.parse("slope-one")).isEqualTo(SlopeOne.standard());
    assertThat(SlopeOne.standard()).isEqualTo(SlopeOne.plain().shrinkage(1));
  }
}
