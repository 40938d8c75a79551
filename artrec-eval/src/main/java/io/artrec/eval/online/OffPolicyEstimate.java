package io.artrec.eval.online;

/**
 * What a policy would have earned by event, estimated from another policy's log. Immutable.
 *
 * @param estimator how: {@code ips}, {@code clipped-ips}, {@code snips}, {@code direct} or {@code
 *     doubly-robust}
 * @param value the estimated mean reward
 * @param standardError its standard error, events taken to be independent; 0 or more
 * @param events the number of events
 * @param effectiveSampleSize (Σw)² / Σw² of the weights used; the number of events for the direct
 *     method, which uses none
 */
public record OffPolicyEstimate(
    String estimator, double value, double standardError, long events, double effectiveSampleSize) {
  /**
   * {@return the normal interval value ± z·standardError} With an effective sample size below about
   * 100 it is too narrow.
   *
   * @param confidence between 0 and 1
   */
  public Interval interval(double confidence) {
    return Arguments.around(value, standardError, confidence);
  }
}
