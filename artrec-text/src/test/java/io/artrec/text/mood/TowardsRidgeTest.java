package io.artrec.text.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TowardsRidgeTest {
  /** Rows 1 and 2 of one number, targets 3 and 5, no base: b = 1 + (1·2 + 2·3) / (5 + 3) = 2. */
  @Test
  void oneWeightIsDrawnTowardsTheStatedOne() {
    TowardsRidge ridge = new TowardsRidge(new double[] {1, 0});
    ridge.add(new double[] {1, 0}, 3);
    ridge.add(new double[] {2, 0}, 5);

    assertThat(ridge.solve(3)[0]).isCloseTo(2, within(1e-12));
  }

  @Test
  void theBaseIsNotDrawnAnywhere() {
    TowardsRidge ridge = new TowardsRidge(new double[] {0.5, 0});
    for (int i = 0; i < 10; i++) {
      ridge.add(new double[] {0, 1}, 4);
    }

    assertThat(ridge.solve()[0]).isEqualTo(0.5);
    assertThat(ridge.solve()[1]).isCloseTo(4, within(1e-8));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void theLambdaIsTheBestByLeavingOutInTurn(int seed) {
    Random random = new Random(seed);
    double[] stated = {1, -1, 0};
    double[][] rows = new double[25][];
    double[] targets = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {random.nextGaussian(), random.nextGaussian(), 1};
      targets[i] = 2 * rows[i][0] - rows[i][1] + 0.3 + random.nextGaussian();
    }
    double least = Double.POSITIVE_INFINITY;
    double[] best = stated;
    for (double lambda : new double[] {1, 3, 10, 30, 100, 300}) {
      double error = 0;
      for (int out = 0; out < rows.length; out++) {
        double miss =
            targets[out] - dot(rows[out], ridge(stated, rows, targets, out).solve(lambda));
        error += miss * miss;
      }
      if (error < least) {
        least = error;
        best = ridge(stated, rows, targets, -1).solve(lambda);
      }
    }

    assertThat(ridge(stated, rows, targets, -1).solve()).containsExactly(best, within(1e-9));
  }

  private static TowardsRidge ridge(double[] stated, double[][] rows, double[] targets, int out) {
    TowardsRidge ridge = new TowardsRidge(stated);
    for (int i = 0; i < rows.length; i++) {
      if (i != out) {
        ridge.add(rows[i], targets[i]);
      }
    }
    return ridge;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
