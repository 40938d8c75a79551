package io.artrec.djl.causal;

/**
 * Pearson's statistic over cells of an expected count of 5 and more, the others together as one.
 *
 * @param value the sum
 * @param degrees cells less one
 */
record ChiSquare(double value, int degrees) {
  static ChiSquare of(int[] counts, double[] shares, int draws) {
    double sum = 0;
    int cells = 0;
    double restExpected = 0;
    int restCount = 0;
    for (int i = 0; i < counts.length; i++) {
      double expected = shares[i] * draws;
      if (expected >= 5) {
        sum += (counts[i] - expected) * (counts[i] - expected) / expected;
        cells++;
      } else {
        restExpected += expected;
        restCount += counts[i];
      }
    }
    if (restExpected >= 5) {
      sum += (restCount - restExpected) * (restCount - restExpected) / restExpected;
      cells++;
    }
    return new ChiSquare(sum, cells - 1);
  }

  static double[] softmax(float[] logits, double temperature) {
    double most = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      most = Math.max(most, logit);
    }
    double sum = 0;
    double[] shares = new double[logits.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.exp((logits[i] - most) / temperature);
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  /** What is exceeded once in a thousand, by Wilson and Hilferty's approximation. */
  double limit() {
    double part = 2.0 / (9 * degrees);
    return degrees * Math.pow(1 - part + 3.0902 * Math.sqrt(part), 3);
  }
}
