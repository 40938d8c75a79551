package io.artrec.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyHistogramTest {
  @Test
  void percentiles_byHand() {
    LatencyHistogram histogram = new LatencyHistogram();
    assertThat(histogram.percentile(0.5)).as("of nothing").isZero();
    for (int nanos = 1; nanos <= 10; nanos++) {
      histogram.add(nanos);
    }
    assertThat(histogram.count()).isEqualTo(10);
    assertThat(histogram.percentile(0.5)).isEqualTo(5);
    assertThat(histogram.percentile(0.9)).isEqualTo(9);
    assertThat(histogram.percentile(1)).isEqualTo(10);
    histogram.add(-5);
    assertThat(histogram.percentile(0.01)).as("a clock that went back").isZero();
  }

  @Test
  void longestDuration_isCounted() {
    LatencyHistogram histogram = new LatencyHistogram();
    histogram.add(Long.MAX_VALUE);
    assertThat(histogram.percentile(1)).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void percentile_isAtMostASixteenthTooHigh_andAddsUp(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] nanos = new long[1021];
    LatencyHistogram first = new LatencyHistogram();
    LatencyHistogram second = new LatencyHistogram();
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = (long) Math.exp(random.nextDouble() * 40);
      (i % 3 == 0 ? first : second).add(nanos[i]);
    }
    first.addAll(second);
    Arrays.sort(nanos);
    for (double share : new double[] {0.001, 0.1, 0.5, 0.9, 0.99, 1}) {
      long exact = nanos[(int) Math.ceil(share * nanos.length) - 1];
      assertThat(first.percentile(share))
          .as("seed %s, %s", seed, share)
          .isBetween(exact, exact + exact / 16);
    }
  }
}
