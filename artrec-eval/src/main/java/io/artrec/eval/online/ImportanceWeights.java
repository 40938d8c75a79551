package io.artrec.eval.online;

/**
 * How far a log made by one policy speaks for another: the weights w = target probability / logging
 * propensity. Immutable.
 *
 * @param mean their mean; near 1 where the logging policy gave a chance to all the target policy
 *     does
 * @param standardError the standard error of the mean
 * @param largest the largest; one large weight can carry the whole estimate
 * @param effectiveSampleSize (Σw)² / Σw² (Kish): as many events of the target's own would tell as
 *     much; 0 where every weight is 0, at most the number of events
 */
public record ImportanceWeights(
    double mean, double standardError, double largest, double effectiveSampleSize) {
  /**
   * Tells whether the mean is further from 1 than chance explains: the target policy does things
   * the logging policy never did, or propensities are wrong. Estimates by weight are then biased.
   *
   * @return true when |mean − 1| exceeds 4 standard errors
   */
  public boolean areDoubtful() {
    return Math.abs(mean - 1) > 4 * standardError + 1e-9;
  }
}
