package io.artrec.djl.training;

/** Plain loops that trained networks answer with; sums run in index order, in double precision. */
final class Matrices {
  private Matrices() {}

  /** {@code W·x + b} for W of {@code [b.length × x.length]}, row-major. */
  static double[] affine(float[] weight, float[] bias, double[] x) {
    double[] y = new double[bias.length];
    for (int o = 0; o < y.length; o++) {
      double sum = bias[o];
      for (int i = 0; i < x.length; i++) {
        sum += weight[o * x.length + i] * x[i];
      }
      y[o] = sum;
    }
    return y;
  }

  static double[] relu(double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.max(0, x[i]);
    }
    return x;
  }

  /** Turns scores into shares that add up to 1. */
  static double[] softmax(double[] x) {
    double most = Double.NEGATIVE_INFINITY;
    for (double value : x) {
      most = Math.max(most, value);
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      x[i] = StrictMath.exp(x[i] - most);
      sum += x[i];
    }
    for (int i = 0; i < x.length; i++) {
      x[i] /= sum;
    }
    return x;
  }

  static int best(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    return best;
  }
}
