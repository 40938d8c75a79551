package io.artrec.cf.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.InteractionKind;
import io.artrec.cf.Behavior;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.InsufficientMemoryException;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlimTest {
  private static final double DENSE = 1e9;
  private static final double PER_WORK = 0;

  @Test
  void twoWorks_byHand() {
    // inner products [[2, 1], [1, 1]]: w_01 = (1 - l1) / (2 + l2), w_10 = (1 - l1) / (1 + l2)
    Behavior world = Behavior.of(2).likes(0, 0, 1).likes(1, 0);
    double[][] weights = weights(Slim.regularization(0.5, 0.25), world, DENSE);
    assertThat(weights[0][1]).isEqualTo(0.5 / 2.25, within(1e-7));
    assertThat(weights[1][0]).isEqualTo(0.5 / 1.25, within(1e-7));
    assertThat(weights[0][0]).isZero();
    Scores scores =
        Slim.regularization(0.5, 0.25)
            .train(world.context())
            .score(world.query(1), Candidates.all(2));
    assertThat(scores.value(1)).isEqualTo(0.5 / 2.25, within(1e-7));
    assertThat(weights(Slim.regularization(1, 0.25), world, DENSE))
        .as("l1 outweighs all")
        .isDeepEqualTo(new double[2][2]);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void weights_areThoseOfProximalGradients(long seed) {
    Behavior world = world(seed);
    double[][] gram = gram(world);
    for (boolean negative : new boolean[] {false, true}) {
      for (double[] penalty : new double[][] {{0.5, 1}, {0.02, 0.1}, {2, 0}, {0, 3}}) {
        Slim slim = exact(penalty[0], penalty[1]).negative(negative);
        double[][] weights = weights(slim, world, DENSE);
        for (int j = 0; j < gram.length; j++) {
          double[] expected = proximal(gram, j, slim);
          for (int i = 0; i < gram.length; i++) {
            assertThat(weights[i][j])
                .as("%s, %d to %d", slim, i, j)
                .isEqualTo(expected[i], within(1e-5));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void weights_meetTheConditionsOfAMinimum(long seed) {
    Behavior world = world(seed);
    double[][] gram = gram(world);
    for (boolean negative : new boolean[] {false, true}) {
      Slim slim = exact(0.3, 0.5).negative(negative);
      assertMinimum(gram, weights(slim, world, DENSE), slim);
      assertMinimum(gram, weights(slim.candidates(1000), world, PER_WORK), slim);
    }
  }

  /** Gradients are l1 against each weight, at most l1 where there is none. */
  private static void assertMinimum(double[][] gram, double[][] weights, Slim slim) {
    int weightsFound = 0;
    for (int j = 0; j < gram.length; j++) {
      for (int i = 0; i < gram.length; i++) {
        double gradient = gram[i][j] - slim.l2() * weights[i][j];
        for (int k = 0; k < gram.length; k++) {
          gradient -= gram[i][k] * weights[k][j];
        }
        if (i == j) {
          assertThat(weights[i][j]).isZero();
        } else if (weights[i][j] != 0) {
          weightsFound++;
          double expected = Math.copySign(slim.l1(), weights[i][j]);
          assertThat(gradient).as("%s, %d to %d", slim, i, j).isEqualTo(expected, within(1e-4));
          assertThat(slim.negative() || weights[i][j] > 0).isTrue();
        } else {
          double against = slim.negative() ? Math.abs(gradient) : gradient;
          assertThat(against).as("%s, %d to %d", slim, i, j).isLessThan(slim.l1() + 1e-4);
        }
      }
    }
    assertThat(weightsFound).isPositive();
  }

  @Test
  void manyFeatures_joinInRounds() {
    Behavior world = Behavior.random(300, 150, 0.3, 9);
    Slim slim = exact(0.5, 20);
    double[][] weights = weights(slim, world, DENSE);
    assertMinimum(gram(world), weights, slim);
    long most = 0;
    for (int j = 0; j < 150; j++) {
      int column = j;
      most = Math.max(most, IntStream.range(0, 150).filter(i -> weights[i][column] != 0).count());
    }
    assertThat(most).as("more than join at first").isGreaterThan(32);
  }

  @Test
  void productsComputedPerWork_giveTheSameWeights() {
    Behavior world = Behavior.random(60, 50, 0.15, 5);
    Slim slim = Slim.regularization(0.2, 1).candidates(12);
    assertThat(weights(slim, world, PER_WORK)).isDeepEqualTo(weights(slim, world, DENSE));
  }

  @Test
  void candidates_areTheMostSimilarWorks() {
    Behavior world = Behavior.random(60, 30, 0.2, 6);
    double[][] gram = gram(world);
    double[][] weights = weights(Slim.regularization(0, 1).candidates(5), world, DENSE);
    for (int j = 0; j < 30; j++) {
      for (int i = 0; i < 30; i++) {
        if (weights[i][j] != 0) {
          double own = gram[i][j] / Math.sqrt(gram[i][i]);
          int nearer = 0;
          for (int k = 0; k < 30; k++) {
            nearer += k != j && gram[k][j] / Math.sqrt(gram[k][k]) > own + 1e-9 ? 1 : 0;
          }
          assertThat(nearer).as("%d to %d", i, j).isLessThan(5);
        }
      }
    }
  }

  @Test
  void neighbors_areTheLargestWeights() {
    Behavior world = Behavior.random(60, 30, 0.3, 7);
    Slim slim = Slim.regularization(0.1, 1).negative(true);
    double[][] all = weights(slim, world, DENSE);
    double[][] few = weights(slim.neighbors(4), world, DENSE);
    for (int j = 0; j < 30; j++) {
      List<Double> sizes = new ArrayList<>();
      int count = 0;
      for (int i = 0; i < 30; i++) {
        sizes.add(Math.abs(all[i][j]));
        count += few[i][j] != 0 ? 1 : 0;
        assertThat(few[i][j]).isIn(0.0, all[i][j]);
      }
      sizes.sort((a, b) -> Double.compare(b, a));
      assertThat(count).isEqualTo(4);
      for (int i = 0; i < 30; i++) {
        assertThat(few[i][j] == 0 || Math.abs(few[i][j]) >= sizes.get(3)).isTrue();
      }
    }
  }

  @Test
  void moreWorksThanVisitors_endAfterTheEpochs() {
    Behavior world = Behavior.random(12, 60, 0.5, 8);
    for (double l1 : new double[] {0, 1e-6}) {
      for (double[] row : weights(Slim.regularization(l1, 0).epochs(30), world, DENSE)) {
        for (double weight : row) {
          assertThat(weight).isFinite().isGreaterThanOrEqualTo(0);
        }
      }
    }
  }

  @Test
  void threads_doNotChangeWeights() {
    Behavior world = Behavior.random(80, 60, 0.1, 4);
    Slim slim = Slim.regularization(0.2, 1).candidates(20);
    for (double bytes : new double[] {DENSE, PER_WORK}) {
      assertThat(slim.train(world.context(4), bytes).weights().values())
          .isEqualTo(slim.train(world.context(1), bytes).weights().values());
    }
  }

  @Test
  void checkerboard_recommendsTheWithheldWork() {
    Behavior board = Behavior.checkerboard(50);
    for (Slim slim :
        List.of(
            Slim.regularization(1, 10),
            Slim.regularization(1, 10).negative(true),
            Slim.regularization(0, 10).candidates(30))) {
      Scorer scorer = slim.train(board.context());
      for (int user = 0; user < 50; user++) {
        assertThat(board.unseen(scorer, user, 1)).as("%s, %d", slim, user).containsExactly(user);
      }
    }
  }

  @Test
  void dislike_lowersTheScoresOfItsLike() {
    Behavior world = Behavior.of(5);
    for (int u = 0; u < 10; u++) {
      world.likes(u, u % 2 == 0 ? new int[] {0, 1, 4} : new int[] {2, 3});
    }
    world.likes(10, 0).likes(11, 0).event(11, 4, InteractionKind.DISLIKE);
    Scorer scorer = Slim.regularization(0.1, 5).train(world.context());
    double neutral = scorer.score(world.query(10), Candidates.all(5)).value(1);
    double against = scorer.score(world.query(11), Candidates.all(5)).value(1);
    assertThat(against).isLessThan(neutral - 0.1);
  }

  @Test
  void degenerateWorlds_train() {
    for (Behavior world :
        List.of(
            Behavior.of(0),
            Behavior.of(1).likes(0, 0),
            Behavior.of(3),
            Behavior.of(3).likes(0, 0, 1, 2),
            Behavior.of(3).likes(0, 0, 1, 2).likes(1, 0, 1, 2).likes(2, 0, 1, 2),
            Behavior.of(2).event(0, 0, InteractionKind.DISLIKE),
            Behavior.of(2)
                .event(0, 0, InteractionKind.DISLIKE)
                .event(0, 1, InteractionKind.DISLIKE),
            Behavior.of(2).event(0, 0, InteractionKind.UNFAVORITE),
            Behavior.of(2).rates(0, 0, 3).rates(0, 1, 3),
            Behavior.of(2).likes(0, 0).likes(0, 0))) {
      int works = world.catalog().size();
      for (Slim slim :
          List.of(
              Slim.regularization(0, 0),
              Slim.regularization(0, 0).negative(true),
              Slim.regularization(0.1, 1).neighbors(1000).candidates(1000))) {
        for (double bytes : new double[] {DENSE, PER_WORK}) {
          Scores scores =
              slim.train(world.context(), bytes).score(world.query(0), Candidates.all(works));
          assertThat(scores.candidates().size()).isEqualTo(works);
        }
      }
    }
  }

  @Test
  void parameters_areCheckedAndReadFromText() {
    assertThat(CfStrategies.parse("slim"))
        .isEqualTo(Slim.regularization(1, 50))
        .hasToString(
            "slim:l1=1.0,l2=50.0,neighbors=200,candidates=0,negative=false,epochs=100,"
                + "tolerance=1.0E-4,feedback=preference");
    Slim changed =
        Slim.regularization(0.5, 3)
            .neighbors(7)
            .candidates(70)
            .negative(true)
            .epochs(9)
            .tolerance(1e-3)
            .feedback(Feedback.ANY);
    assertThat(CfStrategies.parse(changed.toString())).isEqualTo(changed);
    assertThatThrownBy(() -> Slim.regularization(-1, 1))
        .hasMessage("l1 of slim is -1.0, expected a number of 0 or more");
    assertThatThrownBy(() -> Slim.regularization(1, Double.NaN))
        .hasMessage("l2 of slim is NaN, expected a number of 0 or more");
    assertThatThrownBy(() -> Slim.regularization(1, 1).neighbors(0))
        .hasMessage("neighbors of slim is 0, expected 1 or more");
    assertThatThrownBy(() -> Slim.regularization(1, 1).candidates(-1))
        .hasMessage("candidates of slim is -1, expected 0 or more");
    assertThatThrownBy(() -> Slim.regularization(1, 1).epochs(0))
        .hasMessage("epochs of slim is 0, expected 1 or more");
    assertThatThrownBy(() -> Slim.regularization(1, 1).tolerance(0))
        .hasMessage("tolerance of slim is 0.0, expected a number above 0");
    assertThatThrownBy(() -> Slim.regularization(1, 1).feedback(Feedback.RATING))
        .hasMessage("feedback of slim is rating, expected one of preference, positive, any");
    assertThatThrownBy(() -> CfStrategies.parse("slim:lambda=3"))
        .hasMessageStartingWith("strategy 'slim' has no parameter 'lambda', expected one of l1,");
  }

  @Test
  void moreWorksThanMemory_areRefusedUnlessFewAreCandidates() {
    int[] everything = IntStream.range(0, 60_000).toArray();
    Behavior world = Behavior.of(everything.length).likes(0, everything);
    assertThatThrownBy(() -> Slim.regularization(0.5, 1).train(world.context()))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageContaining("training slim needs about")
        .hasMessageEndingWith("raise -Xmx, or set candidates to some hundred, or raise l1");
    assertThat(Slim.regularization(1, 1).train(world.context())).isNotNull();
  }

  private static Slim exact(double l1, double l2) {
    return Slim.regularization(l1, l2).neighbors(1000).epochs(20_000).tolerance(1e-10);
  }

  /** Favourites, views and dislikes. */
  private static Behavior world(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Behavior world = Behavior.of(18);
    for (int user = 0; user < 40; user++) {
      for (int work = 0; work < 18; work++) {
        double chance = random.nextDouble();
        if (chance < 0.2) {
          world.likes(user, work);
        } else if (chance < 0.3) {
          world.event(user, work, InteractionKind.COMMENT);
        } else if (chance < 0.4 && seed % 2 == 0) {
          world.event(user, work, InteractionKind.DISLIKE);
        }
      }
    }
    return world;
  }

  private static double[][] gram(Behavior world) {
    SparseMatrix x = FeedbackEntries.matrix(Feedback.PREFERENCE, world.context());
    double[][] gram = new double[x.columns()][x.columns()];
    for (int u = 0; u < x.rows(); u++) {
      for (int p = x.begin(u); p < x.end(u); p++) {
        for (int q = x.begin(u); q < x.end(u); q++) {
          gram[x.indices()[p]][x.indices()[q]] += (double) x.values()[p] * x.values()[q];
        }
      }
    }
    return gram;
  }

  /** Plain proximal gradient steps, all weights at once. */
  private static double[] proximal(double[][] gram, int target, Slim slim) {
    double step = slim.l2();
    for (int i = 0; i < gram.length; i++) {
      step += gram[i][i];
    }
    double[] weights = new double[gram.length];
    for (int round = 0; round < 20_000; round++) {
      double[] next = new double[weights.length];
      for (int i = 0; i < weights.length; i++) {
        double gradient = gram[i][target] - slim.l2() * weights[i];
        for (int k = 0; k < weights.length; k++) {
          gradient -= gram[i][k] * weights[k];
        }
        double moved = weights[i] + gradient / step;
        double shrunk = Math.max(0, Math.abs(moved) - slim.l1() / step);
        boolean stays = i != target && (slim.negative() || moved > 0);
        next[i] = stays ? Math.copySign(shrunk, moved) : 0;
      }
      weights = next;
    }
    return weights;
  }

  private static double[][] weights(Slim slim, Behavior world, double denseBytes) {
    SparseMatrix weights = slim.train(world.context(2), denseBytes).weights();
    double[][] dense = new double[weights.rows()][weights.columns()];
    for (int i = 0; i < weights.rows(); i++) {
      for (int p = weights.begin(i); p < weights.end(i); p++) {
        dense[i][weights.indices()[p]] = weights.values()[p];
      }
    }
    return dense;
  }

  @Test
  void moreEventsThanMemory_areRefusedBeforeAllocation() {
    assertThatThrownBy(() -> Slim.checkMemory(1e11))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageStartingWith("training slim needs about ")
        .hasMessageEndingWith("raise -Xmx, or train on fewer events");
  }
}
