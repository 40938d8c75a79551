package io.artrec.cf.mf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.InteractionKind;
import io.artrec.cf.Behavior;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.data.InsufficientMemoryException;
import io.artrec.cf.factors.TrainingDivergedException;
import io.artrec.explain.Contribution;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.task.CancelledException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SvdPlusPlusTest {
  private static final SvdPlusPlus STRATEGY = SvdPlusPlus.factors(1);

  private static Scores all(Behavior world, Scorer scorer, int user) {
    return scorer.score(world.query(user), Candidates.all(world.catalog().size()));
  }

  /** Factors 1 and 2, biases 0.5 and 0, y 3 and 1; mean 3, deviation 2, penalties 1. */
  private static Scorer byHand() {
    RatingFactors model =
        new RatingFactors(
            1,
            3,
            2,
            new float[] {0.5f, 0},
            new float[] {1, 2},
            new float[] {3, 1},
            new Penalties(0, 0, 1));
    return new RatingFactorsScorer(STRATEGY, model);
  }

  @Test
  void visitorWhoRatedNothing_isKnownByWhatTheySaw_byHand() {
    Behavior world = Behavior.of(2).event(0, 0, InteractionKind.VIEW);
    Scores scores = all(world, byHand(), 0);
    assertThat(scores.value(0)).isEqualTo(3 + 2 * (0.5 + 3), within(1e-6));
    assertThat(scores.value(1)).isEqualTo(3 + 2 * (2 * 3), within(1e-6));
  }

  @Test
  void ratings_moveTheVisitorFromWhatTheySaw_byHand() {
    // z = 3; the rating 10 is 3.5, target 3.5 - 0.5 - 1 * 3 = 0: nothing moves. Rating 16 is 6.5,
    // target 3, [[1 + 1, 1], [1, 1 + 1]] x = [3, 3]: x = (1, 1), p = 4.
    Behavior fits = Behavior.of(2).rates(0, 0, 10);
    assertThat(all(fits, byHand(), 0).value(1)).isEqualTo(3 + 2 * (2 * 3), within(1e-6));
    Behavior moves = Behavior.of(2).rates(0, 0, 16);
    Scores scores = all(moves, byHand(), 0);
    assertThat(scores.value(1)).isEqualTo(3 + 2 * (1 + 2 * 4), within(1e-6));
    assertThat(scores.contributions(1).stream().mapToDouble(Contribution::amount).sum())
        .isEqualTo(scores.value(1), within(1e-9));
  }

  @Test
  void whatWasChosen_counts() {
    // Everybody rates everything 1 to 5 by chance, but who saw w0 likes even works.
    SplittableRandom random = new SplittableRandom(4);
    Behavior world = Behavior.of(21);
    for (int user = 0; user < 60; user++) {
      boolean saw = user % 2 == 0;
      world.event(user, saw ? 0 : 1, InteractionKind.VIEW);
      for (int work = 2; work < 21; work++) {
        if (random.nextInt(3) > 0) {
          world.rates(user, work, saw == (work % 2 == 0) ? 5 : 1);
        }
      }
    }
    world.event(98, 0, InteractionKind.VIEW).event(99, 1, InteractionKind.VIEW);
    Scorer scorer = SvdPlusPlus.factors(4).shrinkage(1).train(world.context());
    assertThat(all(world, scorer, 98).value(10)).isGreaterThan(all(world, scorer, 98).value(11));
    assertThat(all(world, scorer, 99).value(11)).isGreaterThan(all(world, scorer, 99).value(10));
  }

  @Test
  void checkerboard_recommendsTheWithheldWork() {
    Behavior board = Behavior.of(50);
    for (int user = 0; user < 50; user++) {
      for (int work = 0; work < 50; work++) {
        if (work != user) {
          board.rates(user, work, work % 2 == user % 2 ? 5 : 1);
        }
      }
    }
    Scorer scorer = SvdPlusPlus.factors(8).epochs(20).learningRate(0.05).train(board.context());
    for (int user = 0; user < 50; user++) {
      assertThat(board.unseen(scorer, user, 1)).containsExactly(user);
    }
  }

  @Test
  void training_isTheSameOnAnyNumberOfThreads() {
    Behavior world = Behavior.random(30, 30, 0.3, 5);
    SplittableRandom random = new SplittableRandom(6);
    for (int user = 0; user < 30; user++) {
      for (int work = 0; work < 30; work += 2) {
        world.rates(user, work, 1 + random.nextInt(5));
      }
    }
    SvdPlusPlus strategy = SvdPlusPlus.factors(5).epochs(10);
    Scorer one = strategy.train(world.context(1));
    Scorer four = strategy.train(world.context(4));
    for (int user = 0; user < 10; user++) {
      assertThat(Behavior.values(all(world, four, user)))
          .isEqualTo(Behavior.values(all(world, one, user)));
    }
  }

  @Test
  void degenerateWorlds_train() {
    Behavior everything = Behavior.of(30);
    IntStream.range(0, 30).forEach(work -> everything.rates(0, work, 1 + work % 5));
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
      Scorer scorer = SvdPlusPlus.factors(50).train(world.context());
      boolean isRated =
          world.context().dataset().interactions().stream()
              .anyMatch(event -> event.kind() == InteractionKind.RATING);
      for (double value : Behavior.values(all(world, scorer, 0))) {
        assertThat(Double.isFinite(value)).isEqualTo(isRated);
      }
    }
  }

  @Test
  void stepsTooLong_areReported() {
    Behavior world = Behavior.of(30);
    IntStream.range(0, 900).forEach(k -> world.rates(k / 30, k % 30, 1 + k % 7 % 5));
    assertThatThrownBy(
            () -> SvdPlusPlus.factors(3).learningRate(50).validation(0).train(world.context()))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageContaining("training svd-plus-plus ended with factors of NaN");
  }

  @Test
  void cancelledTraining_stops() {
    Behavior world = Behavior.of(3).rates(0, 0, 3).rates(1, 1, 4);
    var context = world.context();
    context.cancellation().cancel();
    assertThatThrownBy(() -> STRATEGY.train(context)).isInstanceOf(CancelledException.class);
  }

  @Test
  void tooManyFactors_areRefusedBeforeTraining() {
    Behavior world = Behavior.of(100).rates(0, 0, 1);
    assertThatThrownBy(() -> SvdPlusPlus.factors(20_000_000).train(world.context()))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageContaining("training svd-plus-plus needs")
        .hasMessageContaining("lower factors");
  }

  @Test
  void wrongHyperParameters_areRefused() {
    assertThatThrownBy(() -> STRATEGY.epochs(0))
        .hasMessage("epochs of svd-plus-plus is 0, expected 1 or more");
    assertThatThrownBy(() -> STRATEGY.learningRate(Double.NaN))
        .hasMessage("learningRate of svd-plus-plus is NaN, expected a number above 0");
    assertThatThrownBy(() -> STRATEGY.impliedRegularization(-1))
        .hasMessage(
            "impliedRegularization of svd-plus-plus is -1.0, expected a number of 0 or more");
  }

  @Test
  void text_comesBack() {
    SvdPlusPlus strategy = SvdPlusPlus.factors(12).impliedRegularization(0.2).shrinkage(1);
    assertThat(CfStrategies.parse(strategy.toString())).isEqualTo(strategy);
  }
}
