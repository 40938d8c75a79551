package io.artrec.vision.composition;

/** The straight line {@code slope * x + offset} nearest to points, by ordinary least squares. */
record Line(double slope, double offset) {

  /** Fits a line; the slope is not finite when all x are equal. */
  static Line fit(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double products = 0;
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      products += (x[i] - meanX) * (y[i] - meanY);
      squares += (x[i] - meanX) * (x[i] - meanX);
    }
    double slope = products / squares;
    return new Line(slope, meanY - slope * meanX);
  }

  double at(double x) {
    return slope * x + offset;
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
