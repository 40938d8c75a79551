package io.artrec.similarity;

/** Vectors brought to length 1, after a center was subtracted from each value. */
final class NormalizedRows {
  private NormalizedRows() {}

  /** Returns (vector - center) / |vector - center|, zeros where that length is 0. */
  static float[] scale(float[] vector, double center) {
    float[] scaled = new float[vector.length];
    scale(vector, center, scaled);
    return scaled;
  }

  /** The same into an array. */
  static void scale(float[] vector, double center, float[] scaled) {
    double length = length(vector, center);
    for (int d = 0; d < vector.length; d++) {
      double difference = vector[d] - center;
      scaled[d] = length > 0 && difference != 0 ? (float) (difference / length) : 0;
    }
  }

  /** Returns embedded · scale(row, center), in double. */
  static double product(float[] embedded, float[] row, double center) {
    double length = length(row, center);
    double product = 0;
    for (int d = 0; d < row.length; d++) {
      product += embedded[d] * (row[d] - center);
    }
    return length > 0 ? product / length : 0;
  }

  /** Tells whether a row's float products and inverse length stay clear of float's ends. */
  static boolean isSafe(float inverseLength) {
    return inverseLength == 0 || (inverseLength > 1e-30f && inverseLength < 1e30f);
  }

  private static double length(float[] vector, double center) {
    double sum = 0;
    for (float value : vector) {
      double difference = value - center;
      if (difference != 0) {
        sum += difference * difference;
      }
    }
    return Math.sqrt(sum);
  }
}
