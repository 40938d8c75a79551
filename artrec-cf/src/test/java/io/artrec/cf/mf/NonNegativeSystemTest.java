package io.artrec.cf.mf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.cf.factors.internal.SymmetricSystem;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonNegativeSystemTest {
  private static double[] solve(int size, int free, double[] matrix, double... right) {
    NonNegativeSystem system = new NonNegativeSystem(size, free);
    system.solve(matrix, right);
    return system.solution().clone();
  }

  @Test
  void twoUnknowns_byHand() {
    // without the constraint x = (2, -1); with it (1, 0), since 2 x0 = 3 - 1 * 0 - ... = 2 * 1.5
    double[] matrix = {2, 0, 1, 2};
    assertThat(solve(2, 2, matrix, 3, 0)).containsExactly(new double[] {2, -1}, within(1e-12));
    assertThat(solve(2, 0, matrix, 3, 0)).containsExactly(new double[] {1.5, 0}, within(1e-12));
    assertThat(solve(2, 0, matrix, -3, -1)).containsExactly(0, 0);
    assertThat(solve(2, 1, matrix, -3, 0))
        .as("the first may be negative")
        .containsExactly(new double[] {-2, 1}, within(1e-12));
  }

  @Test
  void restricted_isTheInverseOverWhatIsAboveZero() {
    NonNegativeSystem system = new NonNegativeSystem(2, 0);
    system.solve(new double[] {2, 0, 1, 2}, new double[] {3, 0});
    double[] y = {4, 100};
    system.restricted(y);
    assertThat(y).containsExactly(new double[] {2, 0}, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void solution_isTheBestOfAllActiveSets(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int size = 1; size <= 7; size++) {
      double[] matrix = positive(size, size - (int) (seed % 2), random);
      double[] right = new double[size];
      for (int k = 0; k < size; k++) {
        right[k] = random.nextDouble(-1, 1);
      }
      int free = size > 2 ? 1 : 0;
      double[] x = solve(size, free, matrix, right);
      double best = Double.POSITIVE_INFINITY;
      for (int set = 0; set < 1 << size; set++) {
        best = Math.min(best, objectiveOf(set | (free == 1 ? 1 : 0), free, matrix, right));
      }
      assertThat(objective(matrix, right, x)).as("size %d", size).isEqualTo(best, within(1e-9));
      for (int k = free; k < size; k++) {
        assertThat(x[k]).isNotNegative();
      }
    }
  }

  /** A random Gram matrix and a little on its diagonal. */
  private static double[] positive(int size, int rank, SplittableRandom random) {
    double[] matrix = new double[size * size];
    for (int r = 0; r < rank; r++) {
      double[] row = random.doubles(size, -0.2, 1).toArray();
      for (int i = 0; i < size * size; i++) {
        matrix[i] += row[i / size] * row[i % size];
      }
    }
    for (int k = 0; k < size; k++) {
      matrix[k * size + k] += 0.01;
    }
    return matrix;
  }

  /** The sum at the minimum over a set of elements, or infinity when one is negative there. */
  private static double objectiveOf(int set, int free, double[] matrix, double[] right) {
    int size = right.length;
    int[] members =
        java.util.stream.IntStream.range(0, size).filter(k -> (set >> k & 1) == 1).toArray();
    double[][] lower = new double[members.length][members.length];
    double[] b = new double[members.length];
    for (int r = 0; r < members.length; r++) {
      b[r] = right[members[r]];
      for (int c = 0; c <= r; c++) {
        lower[r][c] = matrix[members[r] * size + members[c]];
      }
    }
    double[] solved = new SymmetricSystem(lower).solve(b);
    double[] x = new double[size];
    for (int k = 0; k < members.length; k++) {
      x[members[k]] = solved[k];
      if (members[k] >= free && solved[k] < 0) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return objective(matrix, right, x);
  }

  private static double objective(double[] matrix, double[] right, double[] x) {
    double sum = 0;
    for (int r = 0; r < x.length; r++) {
      sum -= 2 * right[r] * x[r];
      for (int c = 0; c < x.length; c++) {
        sum += matrix[r * x.length + c] * x[r] * x[c];
      }
    }
    return sum;
  }

  @Test
  void singularMatrix_hasAFiniteSolution() {
    assertThat(solve(3, 0, new double[9], 1, 0, -1)).doesNotContain(Double.NaN);
    double[] equal = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    double[] x = solve(3, 0, equal, 2, 2, 2);
    assertThat(x[0] + x[1] + x[2]).isEqualTo(2, within(1e-6));
  }
}
