package io.artrec.strategy;

/** Counts brought to the range from 0 to 1 on a logarithmic scale. */
final class LogShare {
  private LogShare() {}

  /** Returns {@code log(1 + x) / log(1 + max)}, or an empty array when no count is above zero. */
  static double[] of(double[] counts) {
    double max = 0;
    for (double count : counts) {
      max = Math.max(max, count);
    }
    if (max == 0) {
      return new double[0];
    }
    double[] shares = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      shares[i] = Math.min(1, Math.log1p(counts[i]) / Math.log1p(max));
    }
    return shares;
  }
}
