package io.artrec.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsTest {
  @Test
  void vectorModule_isThereInTests() {
    assertThat(Kernels.available()).extracting(Kernels::name).containsExactly("simd", "plain");
    assertThat(Kernels.best().name()).isEqualTo("simd");
  }

  @Test
  void unknownName_isRefused() {
    assertThatThrownBy(() -> Kernels.named("gpu"))
        .hasMessage(
            "kernels 'gpu' are not there, expected one of simd, plain; simd needs java"
                + " --add-modules jdk.incubator.vector");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 15, 16, 17, 31, 33, 64, 100, 128, 255})
  void solver_agreesWithDoubles(int width) {
    for (Kernels kernels : Kernels.available()) {
      int stride = kernels.stride(width);
      RidgeSolver solver = kernels.ridgeSolver(width);
      SplittableRandom random = new SplittableRandom(width);
      for (int count : new int[] {0, 1, 3, 4, 130}) {
        float[] rows = rows(random, count, width, stride);
        float[] base = new float[stride * stride];
        for (int r = 0; r < width; r++) {
          base[r * stride + r] = 2;
        }
        float[] b = new float[2 * stride];
        float[] weights = rows(random, 1, count, count);
        float[] targets = rows(random, 1, count, count);
        solver.begin(base, 0.5f);
        for (int k = 0; k < count; k++) {
          weights[k] += 0.5f;
          solver.add(rows, k, weights[k], targets[k]);
        }
        double[] expected = solve(rows, weights, targets, width, stride);
        assertThat(solver.solve(b, 1)).isTrue();
        for (int i = 0; i < width; i++) {
          assertThat((double) b[stride + i])
              .as("%s, width %d, count %d, %d", kernels, width, count, i)
              .isEqualTo(expected[i], within(2e-5));
        }
        float[] right = right(rows, weights, targets, width, stride);
        assertThat(solver.solveAgain(right)).isTrue();
        for (int i = 0; i < width; i++) {
          assertThat((double) right[i])
              .as("again: %s, width %d, count %d, %d", kernels, width, count, i)
              .isEqualTo(expected[i], within(2e-5));
        }
      }
    }
  }

  private static float[] right(
      float[] rows, float[] weights, float[] targets, int width, int stride) {
    float[] right = new float[width];
    for (int k = 0; k < weights.length; k++) {
      for (int i = 0; i < width; i++) {
        right[i] += weights[k] * targets[k] * rows[k * stride + i];
      }
    }
    return right;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 16, 33, 64})
  void gram_agreesWithDoubles(int width) {
    for (Kernels kernels : Kernels.available()) {
      int stride = kernels.stride(width);
      float[] rows = rows(new SplittableRandom(3), 50, width, stride);
      float[] upper = new float[stride * stride];
      kernels.addGram(rows, 10, 37, width, upper);
      for (int r = 0; r < width; r++) {
        for (int c = r; c < width; c++) {
          double sum = 0;
          for (int k = 10; k < 47; k++) {
            sum += (double) rows[k * stride + r] * rows[k * stride + c];
          }
          assertThat((double) upper[r * stride + c]).isEqualTo(sum, within(1e-5));
        }
      }
    }
  }

  @Test
  void indefiniteMatrix_isToldApart() {
    for (Kernels kernels : Kernels.available()) {
      int stride = kernels.stride(3);
      RidgeSolver solver = kernels.ridgeSolver(3);
      solver.begin(new float[stride * stride], 0);
      assertThat(solver.solve(new float[stride], 0)).as(kernels.name()).isFalse();
      float[] broken = new float[stride * stride];
      broken[0] = Float.NaN;
      solver.begin(broken, 1);
      assertThat(solver.solve(new float[stride], 0)).as(kernels.name()).isFalse();
    }
  }

  private static float[] rows(SplittableRandom random, int count, int width, int stride) {
    float[] rows = new float[count * stride];
    for (int k = 0; k < count; k++) {
      for (int i = 0; i < width; i++) {
        rows[k * stride + i] = (float) (random.nextDouble() - 0.5);
      }
    }
    return rows;
  }

  /** (Σ w y yᵀ + 2.5 I) x = Σ w t y by Gauss in doubles. */
  private static double[] solve(
      float[] rows, float[] weights, float[] targets, int width, int stride) {
    double[][] a = new double[width][width + 1];
    for (int r = 0; r < width; r++) {
      for (int k = 0; k < weights.length; k++) {
        double scaled = (double) weights[k] * rows[k * stride + r];
        a[r][width] += scaled * targets[k];
        for (int c = 0; c < width; c++) {
          a[r][c] += scaled * rows[k * stride + c];
        }
      }
      a[r][r] += 2.5;
    }
    for (int p = 0; p < width; p++) {
      for (int r = 0; r < width; r++) {
        double factor = r == p ? 0 : a[r][p] / a[p][p];
        for (int c = p; c <= width && r != p; c++) {
          a[r][c] -= factor * a[p][c];
        }
      }
    }
    double[] x = new double[width];
    for (int r = 0; r < width; r++) {
      x[r] = a[r][width] / a[r][r];
    }
    return x;
  }
}
