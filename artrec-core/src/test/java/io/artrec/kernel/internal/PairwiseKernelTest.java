package io.artrec.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairwiseKernelTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 16, 17, 31, 64, 100, 1021})
  void loops_agreeWithDoubles(int width) {
    for (Kernels kernels : Kernels.available()) {
      PairwiseKernel kernel = kernels.pairwise();
      SplittableRandom random = new SplittableRandom(width);
      int stride = kernels.stride(width);
      float[] x = row(random, width, stride);
      float[] better = row(random, width, stride);
      float[] worse = row(random, width, stride);
      double good = product(x, better);
      double bad = product(x, worse);
      String as = kernels + ", width " + width;
      assertThat((double) kernel.product(x, better)).as(as).isEqualTo(good, within(1e-4));
      assertThat((double) kernel.difference(x, better, worse))
          .as(as)
          .isEqualTo(good - bad, within(1e-4));
      float[] x1 = x.clone();
      float[] better1 = better.clone();
      float[] worse1 = worse.clone();
      kernel.step(x1, better1, worse1, 0.3f, 0.9f, 0.8f);
      for (int d = 0; d < stride; d++) {
        assertThat(x1[d])
            .as(as)
            .isEqualTo(0.9f * x[d] + 0.3f * (better[d] - worse[d]), within(1e-6f));
        assertThat(better1[d]).as(as).isEqualTo(0.8f * better[d] + 0.3f * x[d], within(1e-6f));
        assertThat(worse1[d]).as(as).isEqualTo(0.8f * worse[d] - 0.3f * x[d], within(1e-6f));
      }
    }
  }

  private static float[] row(SplittableRandom random, int width, int stride) {
    float[] row = new float[stride];
    for (int d = 0; d < width; d++) {
      row[d] = (float) (random.nextDouble() - 0.5);
    }
    return row;
  }

  private static double product(float[] x, float[] y) {
    double sum = 0;
    for (int d = 0; d < x.length; d++) {
      sum += (double) x[d] * y[d];
    }
    return sum;
  }
}
