package io.artrec.cf.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.cf.data.internal.SparseVector;
import io.artrec.kernel.internal.Kernels;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlsFoldInTest {
  private static final int WORKS = 300;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 31, 64, 67})
  void solution_isTheExactOneButForRounding(int width) {
    ImplicitAls als = ImplicitAls.factors(width).confidence(3);
    assertExact(als, new SplittableRandom(width), 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 31, 64})
  void weightsFartherApartThanFloatHolds_areStillSolvedExactly(int width) {
    ImplicitAls als =
        ImplicitAls.factors(width).regularization(1e-4).unobservedWeight(0).confidence(1);
    assertExact(als, new SplittableRandom(width), 1e6);
  }

  /** Compares with a solution in doubles, of visitors one after the other in the same memory. */
  private static void assertExact(ImplicitAls als, SplittableRandom random, double most) {
    float[] packed = new float[WORKS * als.factors()];
    for (int k = 0; k < packed.length; k++) {
      packed[k] = (float) (random.nextDouble() - 0.5);
    }
    for (Kernels kernels : Kernels.available()) {
      int stride = kernels.stride(als.factors());
      float[] rows = new float[WORKS * stride];
      for (int work = 0; work < WORKS; work++) {
        System.arraycopy(packed, work * als.factors(), rows, work * stride, als.factors());
      }
      AlsSystem.Fixed fixed = AlsSystem.Fixed.of(als, kernels, rows, WORKS);
      AlsFoldIn foldIn = new AlsFoldIn(fixed);
      for (int entries : new int[] {1, 2, 3, 5, 64, 130, 250}) {
        SparseVector known = entries(random, entries, most);
        double[] expected = AlsSystem.inDoubles(fixed, known).solve(AlsSystem.right(fixed, known));
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        float[] solved = foldIn.solve(known);
        for (int d = 0; d < expected.length; d++) {
          assertThat((double) solved[d])
              .as("%s, %d factors, %d entries, factor %d", kernels, als.factors(), entries, d)
              .isEqualTo(expected[d], within(2e-7 * largest));
        }
        assertThat(new AlsFoldIn(fixed).solve(known)).as("alone").isEqualTo(solved);
      }
    }
  }

  private static SparseVector entries(SplittableRandom random, int count, double most) {
    int first = random.nextInt(WORKS - count);
    float[] values = new float[count];
    for (int k = 0; k < count; k++) {
      double size = Math.pow(most, random.nextDouble());
      values[k] = (float) (random.nextInt(4) == 0 ? -size : size);
    }
    return new SparseVector(IntStream.range(first, first + count).toArray(), values);
  }
}
