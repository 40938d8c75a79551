package io.artrec.cf.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.InteractionKind;
import io.artrec.cf.Behavior;
import io.artrec.cf.CfStrategies;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.ItemWeightsScorer;
import io.artrec.cf.data.SparseMatrix;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    SparseMatrix behavior = Feedback.POSITIVE.matrix(world.context());
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
    assertThat(CfStrategies.parse("p3alpha:neighbors=332,alpha=1.0075,normalize=true"))
        .isEqualTo(P3Alpha.neighbors(332).alpha(1.0075))
        .hasToString("p3alpha:neighbors=332,alpha=1.0075,normalize=true,feedback=preference");
    assertThatThrownBy(() -> P3Alpha.neighbors(0))
        .hasMessage("neighbors of p3alpha is 0, expected 1 or more");
    assertThatThrownBy(() -> Rp3Beta.neighbors(5).beta(Double.NaN))
        .hasMessage("beta of rp3beta is NaN, expected a number of 0 or more");
    assertThatThrownBy(() -> P3Alpha.neighbors(5).feedback(Feedback.RATING))
        .hasMessage("feedback of p3alpha is rating, expected one of preference, positive, any");
    assertThatThrownBy(() -> CfStrategies.parse("p3alpha:k=5"))
        .hasMessage(
            "strategy 'p3alpha' has no parameter 'k', expected one of neighbors, alpha, normalize, feedback");
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
}
