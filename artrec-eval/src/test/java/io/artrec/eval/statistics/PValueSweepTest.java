package io.artrec.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The p-values of paired comparisons against sums over all outcomes, of small samples all. */
class PValueSweepTest {
  private static final Resampling RESAMPLING = Resampling.seeded(1);

  private static PairedComparison pairs(double[] differences) {
    return PairedComparison.of(differences, new double[differences.length]);
  }

  /** Differences in tenths, whose sums are not exact in binary, are counted as whole numbers. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void permutation_everySmallSampleOfTenths_isTheShareOfSignsAsFar(int visitors) {
    int[] tenths = new int[visitors];
    for (int sample = 0; sample < power(7, visitors); sample++) {
      int rest = sample;
      double[] differences = new double[visitors];
      for (int i = 0; i < visitors; i++) {
        tenths[i] = rest % 7 - 3;
        differences[i] = (tenths[i] + 5) * 0.1 - 5 * 0.1;
        rest /= 7;
      }
      int observed = Math.abs(Arrays.stream(tenths).sum());
      int far = 0;
      for (int signs = 0; signs < 1 << visitors; signs++) {
        int sum = 0;
        for (int i = 0; i < visitors; i++) {
          sum += (signs >> i & 1) == 0 ? tenths[i] : -tenths[i];
        }
        far += Math.abs(sum) >= observed ? 1 : 0;
      }
      double p = pairs(differences).permutation(RESAMPLING).p().orElseThrow();
      assertThat(p)
          .as("tenths %s", Arrays.toString(tenths))
          .isEqualTo(far / Math.scalb(1.0, visitors));
    }
  }

  private static int power(int base, int exponent) {
    return (int) Math.round(Math.pow(base, exponent));
  }

  /** Above 30 differences signs are drawn: within five standard errors of the exact share. */
  @ParameterizedTest
  @ValueSource(ints = {31, 33, 47, 64, 65, 130})
  void permutation_drawn_isNearTheExactShare(int visitors) {
    double[] distribution = {1};
    double[] differences = new double[visitors];
    int observed = 0;
    for (int i = 0; i < visitors; i++) {
      int size = 1 + i % 4;
      differences[i] = i % 3 == 0 ? -size : size;
      observed += (int) differences[i];
      double[] next = new double[distribution.length + 2 * size];
      for (int sum = 0; sum < distribution.length; sum++) {
        next[sum] += distribution[sum] / 2;
        next[sum + 2 * size] += distribution[sum] / 2;
      }
      distribution = next;
    }
    double exact = 0;
    int middle = distribution.length / 2;
    for (int sum = 0; sum < distribution.length; sum++) {
      exact += Math.abs(sum - middle) >= Math.abs(observed) ? distribution[sum] : 0;
    }
    int resamples = 20_000;
    Resampling resampling = Resampling.seeded(visitors).withResamples(resamples);
    assertThat(pairs(differences).permutation(resampling).p().orElseThrow())
        .isCloseTo(exact, within(1.0 / resamples + 5 * Math.sqrt(exact / resamples)));
  }

  /** Every rank sum of up to 20 differences, and of 49 and 50, against the summed distribution. */
  @Test
  void wilcoxon_everyRankSum_isTheSumOfThoseAsFar() {
    double[] ways = {1};
    for (int visitors = 1; visitors <= 51; visitors++) {
      double[] next = new double[ways.length + visitors];
      for (int sum = 0; sum < ways.length; sum++) {
        next[sum] += ways[sum] / 2;
        next[sum + visitors] += ways[sum] / 2;
      }
      ways = next;
      if (visitors <= 20 || visitors == 49 || visitors == 50) {
        int step = visitors <= 20 ? 1 : 7;
        double tail = 0;
        for (int sum = 0; 2 * sum < ways.length; sum++) {
          tail += ways[sum];
          if (sum % step == 0) {
            assertRankSum(visitors, sum, Math.min(1, 2 * tail));
            assertRankSum(visitors, ways.length - 1 - sum, Math.min(1, 2 * tail));
          }
        }
      }
    }
  }

  private static void assertRankSum(int visitors, int rankSum, double expected) {
    double[] differences = new double[visitors];
    int left = rankSum;
    for (int rank = visitors; rank >= 1; rank--) {
      boolean positive = left >= rank;
      differences[rank - 1] = positive ? rank : -rank;
      left -= positive ? rank : 0;
    }
    TestResult result = pairs(differences).wilcoxon(ZeroDifferences.DROP);
    assertThat(result.statistic()).hasValue(rankSum);
    assertThat(result.p().orElseThrow())
        .as("rank sum %d of %d", rankSum, visitors)
        .isCloseTo(expected, within(1e-9));
  }

  /**
   * With ties and zeros p is an approximation, as SciPy's: on every sample of six visitors from −2
   * to 2, at most one of them 0, it is the same when all signs are turned, and this near the share
   * of signs that are as far.
   */
  @ParameterizedTest
  @CsvSource({"DROP, .24", "PRATT, .27"})
  void wilcoxon_tiesAndZeros_isNearTheShareOfSigns(ZeroDifferences zeros, double near) {
    double worst = 0;
    double worstOfSmall = 0;
    for (int sample = 0; sample < power(5, 6); sample++) {
      double[] differences = new double[6];
      double[] turned = new double[6];
      int rest = sample;
      for (int i = 0; i < 6; i++) {
        differences[i] = rest % 5 - 2;
        turned[i] = -differences[i];
        rest /= 5;
      }
      if (Arrays.stream(differences).filter(d -> d != 0).count() >= 5) {
        double p = pairs(differences).wilcoxon(zeros).p().orElseThrow();
        assertThat(pairs(turned).wilcoxon(zeros).p().orElseThrow()).isCloseTo(p, within(1e-12));
        double exact = shareOfSigns(differences, zeros);
        worst = Math.max(worst, Math.abs(p - exact));
        worstOfSmall = Math.max(worstOfSmall, p < .1 ? exact - p : 0);
      }
    }
    assertThat(worst).isBetween(near - .02, near);
    assertThat(worstOfSmall).as("too small where it is called significant").isLessThan(.04);
  }

  private static double shareOfSigns(double[] differences, ZeroDifferences zeros) {
    double[] ranked =
        zeros == ZeroDifferences.DROP
            ? Arrays.stream(differences).filter(d -> d != 0).toArray()
            : differences;
    int n = ranked.length;
    double[] ranks = new double[n];
    for (int i = 0; i < n; i++) {
      for (double other : ranked) {
        double gap = Math.abs(other) - Math.abs(ranked[i]);
        ranks[i] += gap < 0 ? 1 : gap == 0 ? .5 : 0;
      }
      ranks[i] = ranked[i] == 0 ? 0 : ranks[i] + .5;
    }
    double observed = 0;
    for (int i = 0; i < n; i++) {
      observed += Math.signum(ranked[i]) * ranks[i];
    }
    int far = 0;
    for (int signs = 0; signs < 1 << n; signs++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += (signs >> i & 1) == 0 ? ranks[i] : -ranks[i];
      }
      far += Math.abs(sum) >= Math.abs(observed) - 1e-9 ? 1 : 0;
    }
    return far / Math.scalb(1.0, n);
  }

  /** t against its distribution summed in closed form (Abramowitz and Stegun, 26.7.3 and 4). */
  @Test
  void pairedT_upTo60Visitors_isTheAreaBeyondT() {
    for (int visitors = 2; visitors <= 60; visitors++) {
      for (int shift = 0; shift <= 20; shift++) {
        double[] differences = new double[visitors];
        for (int i = 0; i < visitors; i++) {
          differences[i] = i % 7 * .1 - .3 + shift * .02 + i * .001;
        }
        TestResult result = pairs(differences).pairedT();
        double t = result.statistic().orElseThrow();
        assertThat(result.p().orElseThrow())
            .as("t %s of %d", t, visitors)
            .isCloseTo(beyond(Math.abs(t), visitors - 1), within(1e-11));
      }
    }
  }

  private static double beyond(double t, int freedom) {
    double angle = Math.atan(t / Math.sqrt(freedom));
    double cosine = Math.cos(angle);
    double term = freedom % 2 == 1 ? cosine : 1;
    double sum = freedom == 1 ? 0 : term;
    for (int k = freedom % 2 == 1 ? 3 : 2; k < freedom; k += 2) {
      term *= cosine * cosine * (k - 1) / k;
      sum += term;
    }
    double within = Math.sin(angle) * sum;
    return 1 - (freedom % 2 == 1 ? 2 / Math.PI * (angle + within) : within);
  }
}
