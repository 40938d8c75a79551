package io.artrec.eval.online;

/**
 * A mean of clicks divided by examination. Immutable.
 *
 * @param value the mean; may exceed 1, being an estimate
 * @param standardError its standard error, the curve taken as known and the averaged things as
 *     independent; 0 for a single one
 * @param count what was averaged over, at least 1: impressions or lists
 */
public record WeightedRate(double value, double standardError, long count) {
  /**
   * {@return the normal interval value ± z·standardError}
   *
   * @param confidence between 0 and 1
   */
  public Interval interval(double confidence) {
    return Arguments.around(value, standardError, confidence);
  }

  static WeightedRate of(RunningMoments moments) {
    return new WeightedRate(
        moments.mean(), Math.sqrt(moments.variance() / moments.count()), moments.count());
  }
}
