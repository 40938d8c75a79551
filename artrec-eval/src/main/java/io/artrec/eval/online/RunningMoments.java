package io.artrec.eval.online;

/**
 * Count, mean and variance of a stream of numbers (Welford, "Note on a method for calculating
 * corrected sums of squares and products", Technometrics 1962).
 */
final class RunningMoments {
  private long count;
  private double mean;
  private double squares;

  void add(double value) {
    count++;
    double step = value - mean;
    mean += step / count;
    squares += step * (value - mean);
  }

  long count() {
    return count;
  }

  double mean() {
    return mean;
  }

  /** The unbiased variance; 0 for fewer than two numbers. */
  double variance() {
    return count < 2 ? 0 : squares / (count - 1);
  }
}
