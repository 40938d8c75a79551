package io.artrec.elicitation;

/**
 * One thing known of a taste: its product with a direction, and noise, came out above 0.
 *
 * @param direction coordinates of what was preferred, less those of what was not
 * @param variance of the noise, positive
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; loops need the array
record Comparison(double[] direction, double variance) {
  double product(double[] other) {
    return product(direction, other);
  }

  static double product(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
