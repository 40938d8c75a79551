package io.artrec.eval.statistics;

/** How a confidence interval is made. */
public enum IntervalMethod {
  /** Student's: symmetric about the mean. O(n). */
  T,
  /**
   * Quantiles of the means of samples drawn with replacement (Efron, Bootstrap Methods: Another
   * Look at the Jackknife, Annals of Statistics, 1979). O(resamples · n).
   */
  PERCENTILE,
  /**
   * Percentile with the levels corrected for bias and for a spread that changes with the mean
   * (Efron, Better Bootstrap Confidence Intervals, JASA, 1987). O(resamples · n).
   */
  BCA
}
