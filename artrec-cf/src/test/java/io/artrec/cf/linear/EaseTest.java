package io.artrec.cf.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.InteractionKind;
import io.artrec.cf.Behavior;
import io.artrec.cf.data.InsufficientMemoryException;
import io.artrec.kernel.internal.Kernels;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EaseTest {
  @Test
  void twoWorks_byHand() {
    // G + 1 = [[3, 1], [1, 2]] (w0 twice, w1 once, together once): P = [[2, -1], [-1, 3]] / 5
    Behavior world = Behavior.of(2).likes(0, 0, 1).likes(1, 0);
    EaseScorer scorer = (EaseScorer) Ease.regularization(1).train(world.context());
    assertThat(scorer.weight(0, 1)).isEqualTo(1 / 3.0, within(1e-12));
    assertThat(scorer.weight(1, 0)).isEqualTo(1 / 2.0, within(1e-12));
    Scores scores = scorer.score(world.query(1), Candidates.all(2));
    assertThat(scores.value(1)).isEqualTo(1 / 3.0, within(1e-12));
    assertThat(scores.isScored(0)).as("nothing else speaks for it").isFalse();
  }

  @Test
  void inverse_timesMatrixIsOne() {
    for (Kernels kernels : Kernels.available()) {
      for (int n : new int[] {1, 2, 63, 64, 65, 200, 577}) {
        assertThat(worstOfProduct(n, kernels)).as("%s, size %d", kernels, n).isLessThan(1e-11);
      }
    }
  }

  /** The largest difference of a matrix times its inverse from one. */
  private static double worstOfProduct(int n, Kernels kernels) {
    double[][] matrix = positiveDefinite(n, n);
    double[][] inverse = copy(matrix);
    SymmetricInverse.invert(inverse, kernels, Behavior.of(0).context(2), "inverting");
    double worst = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
          sum += matrix[i][k] * inverse[k][j];
        }
        worst = Math.max(worst, Math.abs(sum - (i == j ? 1 : 0)));
      }
    }
    return worst;
  }

  @Test
  void inverse_isTheSameOnAnyNumberOfThreads() {
    for (Kernels kernels : Kernels.available()) {
      double[][] one = positiveDefinite(300, 1);
      double[][] four = copy(one);
      SymmetricInverse.invert(one, kernels, Behavior.of(0).context(1), "inverting");
      SymmetricInverse.invert(four, kernels, Behavior.of(0).context(4), "inverting");
      assertThat(four).isDeepEqualTo(one);
    }
  }

  @Test
  void indefiniteMatrix_isRefused() {
    assertThatThrownBy(
            () ->
                SymmetricInverse.invert(
                    new double[][] {{1, 0}, {2, 1}},
                    Kernels.best(),
                    Behavior.of(0).context(),
                    "inverting"))
        .hasMessage("pivot is -3.0, expected a positive definite matrix; raise regularization");
  }

  @Test
  void checkerboard_recommendsTheWithheldWork() {
    Behavior board = Behavior.checkerboard(50);
    Scorer scorer = Ease.regularization(10).train(board.context());
    for (int user = 0; user < 50; user++) {
      assertThat(board.unseen(scorer, user, 1)).containsExactly(user);
    }
  }

  @Test
  void degenerateWorlds_train() {
    for (Behavior world :
        List.of(
            Behavior.of(0),
            Behavior.of(1).likes(0, 0),
            Behavior.of(3),
            Behavior.of(3).likes(0, 0, 1, 2),
            Behavior.of(2).event(0, 0, InteractionKind.DISLIKE))) {
      int works = world.catalog().size();
      Scores scores =
          Ease.regularization(1)
              .train(world.context())
              .score(world.query(0), Candidates.all(works));
      assertThat(scores.candidates().size()).isEqualTo(works);
    }
  }

  @Test
  void wrongRegularization_isRefused() {
    assertThatThrownBy(() -> Ease.regularization(0))
        .hasMessage("regularization of ease is 0.0, expected a number above 0");
  }

  private static double[][] positiveDefinite(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] factor = new double[n][n];
    for (double[] row : factor) {
      for (int j = 0; j < n; j++) {
        row[j] = random.nextDouble() - 0.5;
      }
    }
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          matrix[i][j] += factor[i][k] * factor[j][k];
        }
        matrix[i][j] += i == j ? 1 : 0;
      }
    }
    return matrix;
  }

  private static double[][] copy(double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }

  @Test
  void moreWorksThanMemory_areRefusedBeforeAllocation() {
    assertThatThrownBy(() -> InverseWeights.checkMemory(Ease.NAME, 1e6))
        .isInstanceOf(InsufficientMemoryException.class)
        .hasMessageStartingWith("training ease needs about ")
        .hasMessageEndingWith("raise -Xmx, or train on fewer works, or use item-knn or slim");
  }
}
