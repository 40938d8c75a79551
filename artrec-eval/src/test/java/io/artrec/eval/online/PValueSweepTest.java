package io.artrec.eval.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The p-values of this package against sums and integrals, over all small outcomes. */
class PValueSweepTest {
  @Test
  void welch_everyPairOfSmallSamples_isTheAreaBeyondT() {
    int swept = 0;
    for (int control = 0; control < 3 * 3 * 3 * 3; control++) {
      for (int treatment = 0; treatment < 4 * 4 * 4; treatment++) {
        double[] first = digits(control, 3, 4);
        double[] second = digits(treatment, 4, 3);
        Optional<WelchTest> test = WelchTest.of(first, second, 0.95);
        if (test.isPresent()) {
          double freedom = test.get().degreesOfFreedom();
          assertThat(test.get().pValue())
              .as("t %s, %s degrees of freedom", test.get().statistic(), freedom)
              .isCloseTo(beyond(test.get().statistic(), freedom), within(1e-6));
          swept++;
        }
      }
    }
    // all but those in which neither side varies
    assertThat(swept).isEqualTo(81 * 64 - 3 * 4);
  }

  /** Digits of a number as observations of one decimal, where sums are not exact. */
  private static double[] digits(int number, int base, int count) {
    double[] digits = new double[count];
    for (int i = 0; i < count; i++) {
      digits[i] = number % base * 0.1;
      number /= base;
    }
    return digits;
  }

  /** P(|T| ≥ |t|): with x = √ν · tan θ the density is that of cos^(ν − 1) θ. Simpson's rule. */
  private static double beyond(double t, double freedom) {
    double angle = Math.atan(Math.abs(t) / Math.sqrt(freedom));
    return area(angle, Math.PI / 2, freedom - 1) / area(0, Math.PI / 2, freedom - 1);
  }

  private static double area(double from, double to, double power) {
    int steps = 400;
    double step = (to - from) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double height = Math.pow(Math.max(0, Math.cos(from + i * step)), power);
      sum += (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) * height;
    }
    return sum * step / 3;
  }

  @Test
  void sampleRatio_everyDivisionOfUpTo60Visitors_isTheAreaBeyondItsChiSquare() {
    for (int visitors = 1; visitors <= 60; visitors++) {
      for (int first = 0; first <= visitors; first++) {
        long[] two = {first, visitors - first};
        double chi = chiSquare(two, new double[] {1 / 3.0, 2 / 3.0});
        // one degree of freedom: a normal's two tails
        assertThat(SampleRatio.of(two, new double[] {1, 2}).pValue())
            .as("%d of %d", first, visitors)
            .isCloseTo(normalTails(Math.sqrt(chi)), within(1e-9));
        for (int second = 0; second <= visitors - first; second++) {
          long[] three = {first, second, visitors - first - second};
          chi = chiSquare(three, new double[] {0.2, 0.3, 0.5});
          // two degrees of freedom: exponential
          assertThat(SampleRatio.of(three, new double[] {2, 3, 5}).pValue())
              .as("%d, %d of %d", first, second, visitors)
              .isCloseTo(Math.exp(-chi / 2), within(1e-12));
        }
      }
    }
  }

  private static double chiSquare(long[] visitors, double[] shares) {
    long whole = 0;
    for (long count : visitors) {
      whole += count;
    }
    double chi = 0;
    for (int variant = 0; variant < visitors.length; variant++) {
      double expected = whole * shares[variant];
      chi += (visitors[variant] - expected) * (visitors[variant] - expected) / expected;
    }
    return chi;
  }

  private static double normalTails(double z) {
    int steps = 400;
    double step = z / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      sum += (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) * Math.exp(-i * step * i * step / 2);
    }
    return 1 - 2 * sum * step / 3 / Math.sqrt(2 * Math.PI);
  }

  /**
   * Every way in which 16 visitors can come: the smallest p so far is the inverse of the largest
   * Bayes factor, and the chance that it ever falls to a level is no more than the level.
   */
  @Test
  void sequentialRatio_everyOrderOf16Visitors_neverFallsTooOften() {
    double[] shares = {0.9, 0.1};
    int visitors = 16;
    double[] levels = {0.9, 0.8, 0.7, 0.6};
    double[] fallen = new double[levels.length];
    for (int order = 0; order < 1 << visitors; order++) {
      SequentialRatio ratio = new SequentialRatio(new double[] {9, 1});
      double factor = 1;
      double largest = 1;
      double chance = 1;
      int[] counts = new int[2];
      for (int visitor = 0; visitor < visitors; visitor++) {
        int variant = order >> visitor & 1;
        ratio.add(variant);
        factor *= (100 * shares[variant] + counts[variant]) / ((100 + visitor) * shares[variant]);
        largest = Math.max(largest, factor);
        chance *= shares[variant];
        counts[variant]++;
      }
      double p = ratio.pValue();
      if (Math.abs(p - 1 / largest) > 1e-12) {
        assertThat(p).as("order %s", Integer.toBinaryString(order)).isEqualTo(1 / largest);
      }
      for (int level = 0; level < levels.length; level++) {
        fallen[level] += p <= levels[level] ? chance : 0;
      }
    }
    for (int level = 0; level < levels.length; level++) {
      assertThat(fallen[level]).as("p ≤ %s", levels[level]).isLessThanOrEqualTo(levels[level]);
    }
    assertThat(fallen[0]).as("it falls at times").isPositive();
  }
}
