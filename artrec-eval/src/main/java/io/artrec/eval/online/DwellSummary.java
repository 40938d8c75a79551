package io.artrec.eval.online;

/**
 * How long visitors stayed with works, over the impressions whose stay was measured. Immutable.
 *
 * @param meanSeconds the mean stay, 0 or more
 * @param medianSeconds the middle stay; of an even number, the mean of the middle two
 * @param thresholdSeconds what a stay has to exceed to count as a long one
 * @param beyond long stays among measured ones
 */
public record DwellSummary(
    double meanSeconds, double medianSeconds, double thresholdSeconds, Proportion beyond) {
  /**
   * Returns the number of measured stays.
   *
   * @return at least 1
   */
  public long count() {
    return beyond.trials();
  }
}
