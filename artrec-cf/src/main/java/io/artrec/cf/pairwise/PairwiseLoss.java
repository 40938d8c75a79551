package io.artrec.cf.pairwise;

/**
 * What a step on a pair of works weighs: logistic loss, or hinge loss weighted by the rank of the
 * liked work, which is estimated from how many works had to be drawn until one came too close.
 */
final class PairwiseLoss {
  /** By how much a liked work should exceed others, where ranks weigh. */
  static final float MARGIN = 1;

  /** How blurred the margin is for whoever asks, so that their solution is a smooth one. */
  private static final double BLUR = 0.2;

  private final float[] weights;

  private PairwiseLoss(float[] weights) {
    this.weights = weights;
  }

  /** {@code −ln σ(difference)}. */
  static PairwiseLoss logistic() {
    return new PairwiseLoss(new float[1]);
  }

  /**
   * {@code max(0, 1 − difference) · ln((works − 1) / draws) / ln(works − 1)}.
   *
   * @param trials after how many draws to give up
   * @param works how many there are to draw from
   */
  static PairwiseLoss byRank(int trials, int works) {
    float[] weights = new float[trials + 1];
    double others = Math.max(2, works - 1);
    for (int draws = 1; draws <= trials; draws++) {
      weights[draws] = (float) (Math.log(Math.max(1, others / draws)) / Math.log(others));
    }
    return new PairwiseLoss(weights);
  }

  boolean isByRank() {
    return weights.length > 1;
  }

  /** After how many draws to give up. */
  int trials() {
    return weights.length - 1;
  }

  /** The weight of a step after some draws. */
  float afterDraws(int draws) {
    return weights[draws];
  }

  double margin() {
    return isByRank() ? MARGIN : 0;
  }

  /** The difference of scores over which the slope of the loss falls from most to least. */
  double unit() {
    return isByRank() ? BLUR : 1;
  }

  /** The expected weight of a pair's slope, when a share of pairs are too close. */
  double weight(double close) {
    if (!isByRank()) {
      return 1;
    }
    double sum = 0;
    double reached = 1;
    for (int draws = 1; draws < weights.length; draws++) {
      sum += reached * weights[draws];
      reached *= 1 - close;
    }
    return sum;
  }

  /** The chance of a step, when a share of pairs are too close. */
  double chance(double close) {
    return isByRank() ? 1 - Math.pow(1 - Math.min(1, close), trials()) : 1;
  }
}
