package io.artrec.classification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HingeSolverTest {
  private static boolean[] sides(int[] targets, int target) {
    boolean[] sides = new boolean[targets.length];
    for (int i = 0; i < sides.length; i++) {
      sides[i] = targets[i] == target;
    }
    return sides;
  }

  private static double objective(double[] w, float[][] rows, boolean[] sides, double lambda) {
    double loss = 0;
    for (int i = 0; i < rows.length; i++) {
      double margin = w[rows[i].length];
      for (int d = 0; d < rows[i].length; d++) {
        margin += w[d] * rows[i][d];
      }
      double short1 = Math.max(0, 1 - (sides[i] ? margin : -margin));
      loss += short1 * short1 / rows.length;
    }
    for (double value : w) {
      loss += lambda / 2 * value * value;
    }
    return loss;
  }

  /** Points 1 and -1: both margins are w, so 2(1 - w) = λw. */
  @Test
  void minimum_workedByHand() {
    float[][] rows = {{1}, {-1}};
    double[] w =
        HingeSolver.of(new DenseExampleRows(rows), 0.5)
            .solve(new boolean[] {true, false}, new SplittableRandom(1));
    assertThat(w).containsExactly(new double[] {0.8, 0}, within(1e-3));
  }

  /** scikit-learn 1.2.1, LinearSVC(C=1/(60·λ), loss=squared_hinge, dual, tol=1e-10). */
  @ParameterizedTest
  @CsvSource({
    "0.01, 0, 0.541763, -0.522731, 0.400071332983389",
    "0.01, 1, -0.025988, -0.371911, 0.007369987217805675",
    "0.01, 2, -0.50726, -0.877631, 0.34685798806544527",
    "0.1, 0, 0.44914, -0.439495, 0.43819231734907016",
    "0.1, 1, -0.032115, -0.324599, 0.06112235299063222",
    "0.1, 2, -0.400895, -0.35936, 0.4117724131272908"
  })
  void minimum_isThatOfScikitLearn(
      double lambda, int target, double firstWeight, double bias, double least) {
    float[][] rows = Waves.training();
    boolean[] sides = sides(Waves.targets(60), target);
    double[] w =
        HingeSolver.of(new DenseExampleRows(rows), lambda).solve(sides, new SplittableRandom(7));
    assertThat(objective(w, rows, sides, lambda)).isEqualTo(least, within(1e-6));
    assertThat(w[0]).isEqualTo(firstWeight, within(1e-3));
    assertThat(w[4]).isEqualTo(bias, within(1e-3));
  }

  @Test
  void rowsOfWeightTwo_countTwice_rowsOfNoneNot() {
    float[][] rows = Waves.training();
    float[][] more = new float[59][];
    double[] weights = new double[60];
    int[] targets = new int[59];
    for (int i = 0; i < 60; i++) {
      weights[i] = i < 10 ? 2 : i < 21 ? 0 : 1;
    }
    int count = 0;
    for (int i = 0; i < 60; i++) {
      for (int copy = 0; copy < weights[i]; copy++) {
        more[count] = rows[i];
        targets[count++] = i % 3;
      }
    }
    assertThat(count).isEqualTo(59);
    double[] weighted =
        HingeSolver.of(new DenseExampleRows(rows), 0.1)
            .weights(weights)
            .solve(sides(Waves.targets(60), 1), new SplittableRandom(1));
    double[] copied =
        HingeSolver.of(new DenseExampleRows(more), 0.1)
            .solve(sides(targets, 1), new SplittableRandom(2));
    assertThat(weighted).containsExactly(copied, within(1e-3));
  }

  @Test
  void cancelled_stops() {
    Cancellation token = new Cancellation();
    token.cancel();
    HingeSolver solver =
        HingeSolver.of(new DenseExampleRows(Waves.training()), 0.1).cancellation(token);
    assertThatThrownBy(() -> solver.solve(new boolean[60], new SplittableRandom(1)))
        .isInstanceOf(CancelledException.class)
        .hasMessage("cancelled while fitting a linear SVM; nothing was changed");
  }
}
