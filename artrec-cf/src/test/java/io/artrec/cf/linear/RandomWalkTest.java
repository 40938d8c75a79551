package io.artrec.cf.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.InteractionKind;
import io.artrec.cf.Behavior;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.InsufficientMemoryException;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.ItemWeightsScorer;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomWalkTest {
  @Test
  void smallWorld_weightsByHand() {
    // u0: w0 w1, u1: w1 w2. From w1: half to u0, half to u1, then half to each work.
    Behavior world = Behavior.of(3).likes(0, 0, 1).likes(1, 1, 2);
    SparseMatrix weights = weights(P3Alpha.neighbors(5).normalize(false), world);
    assertThat(dense(weights))
        .isDeepEqualTo(new double[][] {{0, .5, 0}, {.25, 0, .25}, {0, .5, 0}});
    SparseMatrix divided = weights(Rp3Beta.neighbors(5).beta(1).normalize(false), world);
    assertThat(dense(divided))
        .isDeepEqualTo(new double[][] {{0, .25, 0}, {.25, 0, .25}, {0, .25, 0}});
    assertThat(dense(weights(P3Alpha.neighbors(5), world)))
        .isDeepEqualTo(new double[][] {{0, 1, 0}, {.5, 0, .5}, {0, 1, 0}});
  }

  @Test
  void randomWorld_agreesWithMatrixProducts() {
    Behavior world = Behavior.random(40, 25, 0.2, 3);
    double alpha = 0.8;
    double beta = 0.4;
    int keep = 7;
    double[][] x = new double[40][25];
    SparseMatrix behavior = FeedbackEntries.matrix(Feedback.POSITIVE, world.context());
    for (int u = 0; u < behavior.rows(); u++) {
      for (int p = behavior.begin(u); p < behavior.end(u); p++) {
        x[u][behavior.indices()[p]] = 1;
      }
    }
    double[][] expected = new double[25][25];
    for (int i = 0; i < 25; i++) {
      for (int j = 0; j < 25; j++) {
        double ni = column(x, i);
        double nj = column(x, j);
        for (double[] row : x) {
          double nu = Arrays.stream(row).sum();
          if (i != j && row[i] * row[j] > 0) {
            expected[i][j] +=
                Math.pow(1 / ni, alpha) * Math.pow(1 / nu, alpha) * Math.pow(nj, -beta);
          }
        }
      }
      double[] sorted = expected[i].clone();
      Arrays.sort(sorted);
      double least = sorted[25 - keep];
      double sum = 0;
      for (int j = 0; j < 25; j++) {
        expected[i][j] = expected[i][j] >= least ? expected[i][j] : 0;
        sum += expected[i][j];
      }
      for (int j = 0; j < 25; j++) {
        expected[i][j] /= sum;
      }
    }
    double[][] actual = dense(weights(Rp3Beta.neighbors(keep).alpha(alpha).beta(beta), world));
    for (int i = 0; i < 25; i++) {
      assertThat(actual[i]).containsExactly(expected[i], within(1e-6));
    }
  }

  @Test
  void perTarget_keepsTheLargestOfEachColumnByHand() {
    // w1 and w2 have one neighbour, w0, and each leads to it with weight 1 (a tie, by index);
    // w0 keeps w1, its two neighbours weighing the same
    Behavior world = Behavior.of(3).likes(0, 0, 1).likes(1, 0, 2);
    assertThat(dense(weights(P3Alpha.neighbors(1), world)))
        .isDeepEqualTo(new double[][] {{0, 1, 0}, {1, 0, 0}, {1, 0, 0}});
    assertThat(dense(weights(P3Alpha.neighbors(1).perTarget(true), world)))
        .isDeepEqualTo(new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 0}});
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void perTarget_agreesWithSortedColumns(long seed) {
    Behavior world = Behavior.random(60, 40, 0.15, seed);
    int keep = 6;
    Rp3Beta standard = Rp3Beta.neighbors(keep).alpha(0.9).beta(0.3);
    double[][] byRow = dense(weights(standard, world));
    double[][] expected = new double[40][40];
    for (int target = 0; target < 40; target++) {
      int to = target;
      IntStream.range(0, 40)
          .boxed()
          .filter(i -> byRow[i][to] > 0)
          .sorted(Comparator.comparingDouble((Integer i) -> -byRow[i][to]).thenComparing(i -> i))
          .limit(keep)
          .forEach(i -> expected[i][to] = byRow[i][to]);
    }
    double[][] actual = dense(weights(standard.perTarget(true), world.context(3)));
    assertThat(actual).isDeepEqualTo(expected);
    assertThat(actual).as("something is cut").isNotEqualTo(byRow);
    P3Alpha without = P3Alpha.neighbors(keep).alpha(0.9).perTarget(true);
    assertThat(dense(weights(without, world)))
        .isDeepEqualTo(dense(weights(standard.beta(0).perTarget(true), world)));
  }

  @Test
  void perTarget_hasNoUpdateBecauseItNeedsWhatWasCut() {
    Behavior before = Behavior.random(20, 15, 0.3, 2);
    Behavior after = Behavior.random(20, 15, 0.3, 2).likes(3, 1);
    for (Strategy strategy :
        List.of(P3Alpha.neighbors(3).perTarget(true), Rp3Beta.neighbors(3).perTarget(true))) {
      Scorer scorer = strategy.train(before.context());
      assertThat(scorer.updated(before.context(), after.context())).isEmpty();
    }
  }

  private static double column(double[][] x, int j) {
    return Arrays.stream(x).mapToDouble(row -> row[j]).sum();
  }

  @Test
  void checkerboard_recommendsTheWithheldWork() {
    Behavior board = Behavior.checkerboard(50);
    for (Strategy strategy : List.of(P3Alpha.neighbors(50), Rp3Beta.neighbors(50))) {
      Scorer scorer = strategy.train(board.context());
      for (int user = 0; user < 50; user++) {
        assertThat(board.unseen(scorer, user, 1))
            .as("%s, %d", strategy, user)
            .containsExactly(user);
      }
    }
  }

  @Test
  void threads_doNotChangeWeights() {
    Behavior world = Behavior.random(80, 60, 0.1, 4);
    assertThat(dense(weights(P3Alpha.neighbors(9), world.context(4))))
        .isDeepEqualTo(dense(weights(P3Alpha.neighbors(9), world.context(1))));
  }

  @Test
  void dislikes_areNoEdgesButCountAgainstTheirNeighbors() {
    Behavior world =
        Behavior.of(4)
            .likes(0, 0, 1)
            .likes(1, 0, 1)
            .likes(2, 2, 3)
            .event(3, 0, InteractionKind.DISLIKE);
    Scorer scorer = P3Alpha.neighbors(5).train(world.context());
    Scores scores = scorer.score(world.query(3), Candidates.all(4));
    assertThat(scores.value(1)).isNegative();
    assertThat(scores.isScored(2)).isFalse();
  }

  @Test
  void degenerateWorlds_train() {
    for (Behavior world :
        List.of(
            Behavior.of(0),
            Behavior.of(1).likes(0, 0),
            Behavior.of(3),
            Behavior.of(3).likes(0, 0, 1, 2),
            Behavior.of(2).event(0, 0, InteractionKind.DISLIKE),
            Behavior.of(2).likes(0, 0).likes(0, 0))) {
      assertThat(weights(P3Alpha.neighbors(1000), world).rows()).isEqualTo(world.catalog().size());
    }
  }

  @Test
  void parameters_areCheckedAndReadFromText() {
    Rp3Beta changed = Rp3Beta.neighbors(7).perTarget(true).normalize(false).beta(0.2);
    assertThat(CfStrategies.parse(changed.toString())).isEqualTo(changed);
    P3Alpha cut = P3Alpha.neighbors(7).perTarget(true);
    assertThat(CfStrategies.parse(cut.toString())).isEqualTo(cut);
    assertThat(CfStrategies.parse("p3alpha:neighbors=332,alpha=1.0075,normalize=true"))
        .isEqualTo(P3Alpha.neighbors(332).alpha(1.0075))
        .hasToString(
            "p3alpha:neighbors=332,alpha=1.0075,normalize=true,perTarget=false,feedback=preference");
    assertThatThrownBy(() -> P3Alpha.neighbors(0))
        .hasMessage("neighbors of p3alpha is 0, expected 1 or more");
    assertThatThrownBy(() -> Rp3Beta.neighbors(5).beta(Double.NaN))
        .hasMessage("beta of rp3beta is NaN, expected a number of 0 or more");
    assertThatThrownBy(() -> P3Alpha.neighbors(5).feedback(Feedback.RATING))
        .hasMessage("feedback of p3alpha is rating, expected one of preference, positive, any");
    assertThatThrownBy(() -> CfStrategies.parse("p3alpha:k=5"))
        .hasMessage(
            "strategy 'p3alpha' has no parameter 'k', expected one of neighbors, alpha, normalize,"
                + " perTarget, feedback");
    assertThatThrownBy(() -> CfStrategies.parse("p3"))
        .hasMessageStartingWith("strategy 'p3' is unknown, expected one of ");
  }

  private static SparseMatrix weights(Strategy strategy, Behavior world) {
    return weights(strategy, world.context());
  }

  private static SparseMatrix weights(Strategy strategy, TrainingContext context) {
    return ((ItemWeightsScorer) strategy.train(context)).weights();
  }

  private static double[][] dense(SparseMatrix matrix) {
    double[][] dense = new double[matrix.rows()][matrix.columns()];
    for (int i = 0; i < matrix.rows(); i++) {
      for (int p = matrix.begin(i); p < matrix.end(i); p++) {
        dense[i][matrix.indices()[p]] = matrix.values()[p];
      }
    }
    return dense;
  }

  @Test
  void moreThanMemory_isRefusedBeforeAllocation() {
    assertThatThrownBy(() -> RandomWalk.checkMemory("p3alpha", 1e11, 1e5, 0, 20))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageStartingWith("training p3alpha needs about ")
        .hasMessageEndingWith("raise -Xmx, or train on fewer events");
    assertThatThrownBy(() -> RandomWalk.checkMemory("rp3beta", 1e5, 1e5, 1e10, 20))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageStartingWith("training rp3beta needs about ")
        .hasMessageEndingWith("raise -Xmx, or lower neighbors");
    assertThatCode(() -> RandomWalk.checkMemory("p3alpha", 1e5, 1e4, 1e6, 32))
        .doesNotThrowAnyException();
  }
}
