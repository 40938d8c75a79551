package io.artrec.llm.relevance;

import io.artrec.vector.FeatureMatrix;

/**
 * Works' vectors brought to unit length, a taste as the mean of such, and what the two say of each
 * other.
 */
final class TasteVectors {
  private final FeatureMatrix works;

  TasteVectors(FeatureMatrix works) {
    this.works = works;
  }

  /** A running sum of liked works' vectors. For one thread. */
  final class Taste {
    private final double[] sum = new double[works.dimensions()];
    private final float[] row = new float[works.dimensions()];

    /** Adds a work, if it has a vector. */
    void add(int work) {
      if (unit(work, row)) {
        for (int d = 0; d < sum.length; d++) {
          sum[d] += row[d];
        }
      }
    }

    /** Writes the sum at unit length; false when nothing was added or all cancels out. */
    boolean unitInto(float[] into) {
      double square = 0;
      for (double value : sum) {
        square += value * value;
      }
      for (int d = 0; d < sum.length && square > 0; d++) {
        into[d] = (float) (sum[d] / Math.sqrt(square));
      }
      return square > 0;
    }
  }

  int size() {
    return works.size();
  }

  int dimensions() {
    return works.dimensions();
  }

  /** Writes a work's vector at unit length; false when it has none, or zeros. */
  boolean unit(int work, float[] into) {
    if (!works.copyRow(work, into)) {
      return false;
    }
    double square = 0;
    for (float value : into) {
      square += (double) value * value;
    }
    double norm = Math.sqrt(square);
    for (int d = 0; d < into.length && norm > 0; d++) {
      into[d] = (float) (into[d] / norm);
    }
    return norm > 0;
  }

  /**
   * The products and distances of two unit vectors, dimension by dimension, each of a mean square
   * near 1: {@code d·u∘v} and {@code √d·|u − v|}.
   */
  static float[] crossed(float[] u, float[] v) {
    int n = u.length;
    float root = (float) Math.sqrt(n);
    float[] crossed = new float[2 * n];
    for (int d = 0; d < n; d++) {
      crossed[d] = n * u[d] * v[d];
      crossed[n + d] = root * Math.abs(u[d] - v[d]);
    }
    return crossed;
  }

  static double cosine(float[] u, float[] v) {
    double sum = 0;
    for (int d = 0; d < u.length; d++) {
      sum += (double) u[d] * v[d];
    }
    return Math.max(-1, Math.min(1, sum));
  }
}
