package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedQuadraticTest {
  private static final Offset<Double> ROUNDING = within(1e-9);

  @Test
  void threeColumns_areSolvedAsByHand() {
    // without the second: 2 x = 1 for both others; freeing it would gain −1 − 0.5 − 0.5 < 0
    double[][] a = {{2, 1, 0}, {1, 2, 1}, {0, 1, 2}};
    double[] x = BoundedQuadratic.minimum(a, new double[] {1, -1, 1}, bounded(3, 0));
    assertThat(x).containsExactly(new double[] {0.5, 0, 0.5}, ROUNDING);
  }

  @Test
  void whatMayBeNegative_is() {
    double[][] a = {{2, 1}, {1, 2}};
    // free: 2 x + y = 1, x + 2 y = −4 gives x = 2, y = −3
    double[] b = {1, -4};
    assertThat(BoundedQuadratic.minimum(a, b, bounded(2, 2)))
        .containsExactly(new double[] {2, -3}, ROUNDING);
    assertThat(BoundedQuadratic.minimum(a, b, new boolean[] {true, false}))
        .containsExactly(new double[] {2, -3}, ROUNDING);
    assertThat(BoundedQuadratic.minimum(a, b, bounded(2, 0)))
        .containsExactly(new double[] {0.5, 0}, ROUNDING);
  }

  @Test
  void slopesThatAllLeadUp_leaveZero() {
    double[][] a = {{1, 0}, {0, 1}};
    assertThat(BoundedQuadratic.minimum(a, new double[] {-1, 0}, bounded(2, 0)))
        .containsExactly(0, 0);
  }

  @Test
  void matrixThatIsNotPositive_isRefused() {
    double[][] a = {{-1}};
    assertThatThrownBy(() -> BoundedQuadratic.minimum(a, new double[] {1}, bounded(1, 0)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("1 unknowns is not positive definite");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void minimum_isTheBestOverAllActiveSets(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int n = 1; n <= 6; n++) {
      for (int round = 0; round < 20; round++) {
        double[][] columns = new double[n][n + 2];
        double[] y = new double[n + 2];
        for (int row = 0; row < y.length; row++) {
          y[row] = random.nextDouble(-1, 1);
          for (double[] column : columns) {
            column[row] = random.nextDouble(-1, 1) + 0.5;
          }
        }
        double[][] a = new double[n][n];
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
          b[i] = dot(columns[i], y);
          for (int j = 0; j < n; j++) {
            a[i][j] = dot(columns[i], columns[j]);
          }
        }
        boolean[] bounded = bounded(n, random.nextInt(n + 1));
        double[] x = BoundedQuadratic.minimum(a, b, bounded);
        for (int i = 0; i < n; i++) {
          assertThat(!bounded[i] || x[i] >= 0).as("seed %d, x[%d] = %s", seed, i, x[i]).isTrue();
        }
        assertThat(value(a, b, x))
            .as("seed %d, %d unknowns, round %d", seed, n, round)
            .isCloseTo(best(a, b, bounded), within(1e-7));
      }
    }
  }

  /** All unknowns but the last few must not be below 0. */
  private static boolean[] bounded(int n, int free) {
    boolean[] bounded = new boolean[n];
    for (int i = 0; i < n - free; i++) {
      bounded[i] = true;
    }
    return bounded;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double value(double[][] a, double[] b, double[] x) {
    double value = -dot(b, x);
    for (int i = 0; i < x.length; i++) {
      value += 0.5 * x[i] * dot(a[i], x);
    }
    return value;
  }

  /** The lowest value over the minima of all sets of unknowns that are not 0 and within bounds. */
  private static double best(double[][] a, double[] b, boolean[] bounded) {
    double best = 0;
    for (int set = 0; set < 1 << b.length; set++) {
      double[] x = solved(a, b, set);
      boolean within = true;
      for (int i = 0; i < x.length; i++) {
        within &= !bounded[i] || x[i] >= 0;
      }
      best = within ? Math.min(best, value(a, b, x)) : best;
    }
    return best;
  }

  /** Gauss and Jordan, with the unknowns outside the set held at 0. */
  private static double[] solved(double[][] a, double[] b, int set) {
    int n = b.length;
    double[][] rows = new double[n][n + 1];
    for (int i = 0; i < n; i++) {
      boolean isIn = (set >> i & 1) == 1;
      for (int j = 0; j < n; j++) {
        rows[i][j] = isIn && (set >> j & 1) == 1 ? a[i][j] : i == j ? 1 : 0;
      }
      rows[i][n] = isIn ? b[i] : 0;
    }
    for (int pivot = 0; pivot < n; pivot++) {
      for (int i = 0; i < n; i++) {
        double factor = i == pivot ? 0 : rows[i][pivot] / rows[pivot][pivot];
        for (int j = 0; j <= n; j++) {
          rows[i][j] -= factor * rows[pivot][j];
        }
      }
    }
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = rows[i][n] / rows[i][i];
    }
    return x;
  }
}
