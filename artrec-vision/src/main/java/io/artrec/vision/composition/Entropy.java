package io.artrec.vision.composition;

import java.util.Optional;

/** Shannon's entropy in bits (A Mathematical Theory of Communication, Bell System TJ 1948). */
final class Entropy {
  private Entropy() {}

  /** Returns {@code -sum of p log2 p} of shares that are made to sum to 1; empty for a sum of 0. */
  static Optional<Double> bits(double[] counts) {
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    return sum > 0 ? Optional.of(bits(counts, 0, counts.length, sum)) : Optional.empty();
  }

  static double bits(double[] counts, int from, int to, double sum) {
    double entropy = 0;
    for (int i = from; i < to; i++) {
      if (counts[i] > 0) {
        double share = counts[i] / sum;
        entropy -= share * Math.log(share);
      }
    }
    return Math.max(0, entropy / Math.log(2));
  }
}
