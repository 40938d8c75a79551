package io.artrec.eval.online;

import java.util.Locale;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.SignificanceResult;

/**
 * Whether visitors were divided as planned. Where they were not, something loses visitors of one
 * variant (a crash, a redirect, a bot filter), and no comparison of the rest can be trusted
 * (Fabijan et al., "Diagnosing sample ratio mismatch in online controlled experiments", KDD 2019).
 * Immutable.
 *
 * @param statistic χ² = Σ (observed − expected)² / expected
 * @param pValue the probability of one as large where the division is as planned
 */
public record SampleRatio(double statistic, double pValue) {
  /** The level at which a mismatch is usually called one. */
  public static final double USUAL_LEVEL = 0.001;

  /**
   * Compares counts with shares by Pearson's chi-square test.
   *
   * @param visitors how many visitors each variant has, at least one in all
   * @param shares how much each was to get, above 0, in any unit
   * @return the result
   */
  public static SampleRatio of(long[] visitors, double[] shares) {
    if (visitors.length < 2 || visitors.length != shares.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d counts of visitors for %d shares: expected as many of both, at least two",
              visitors.length,
              shares.length));
    }
    long whole = 0;
    for (int variant = 0; variant < visitors.length; variant++) {
      if (visitors[variant] < 0 || !(shares[variant] > 0 && shares[variant] < 1e300)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "variant %d has %d visitors and share %s: expected 0 or more, and above 0",
                variant,
                visitors[variant],
                shares[variant]));
      }
      whole += visitors[variant];
    }
    if (whole == 0) {
      throw new IllegalArgumentException("no visitors in any variant: nothing to compare yet");
    }
    SignificanceResult result = ChiSquareTest.withDefaults().test(shares, visitors);
    return new SampleRatio(result.getStatistic(), result.getPValue());
  }

  /**
   * Tells whether the division is not the planned one at {@link #USUAL_LEVEL}.
   *
   * @return true for a mismatch
   */
  public boolean isMismatch() {
    return pValue < USUAL_LEVEL;
  }
}
