package io.artrec.similarity;

import io.artrec.vector.FeatureMatrix;
import java.util.Locale;

/** Checks of what similarities are given; the messages name the similarity. */
final class Operands {
  private Operands() {}

  static void checkPair(String similarity, float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "vectors of %d and %d values, expected as many (similarity '%s')",
              a.length,
              b.length,
              similarity));
    }
  }

  static void checkScan(String similarity, float[] query, FeatureMatrix matrix, double[] out) {
    if (query.length != matrix.dimensions()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "query of %d values, expected %d, the dimensions of the matrix (similarity '%s')",
              query.length,
              matrix.dimensions(),
              similarity));
    }
    if (out.length < matrix.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "room for %d results, expected %d or more, one for each row (similarity '%s')",
              out.length,
              matrix.size(),
              similarity));
    }
    checkFinite(similarity, query);
  }

  static void checkScan(
      String similarity, float[][] queries, FeatureMatrix matrix, double[][] out) {
    if (out.length < queries.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "room for the results of %d queries, expected %d (similarity '%s')",
              out.length,
              queries.length,
              similarity));
    }
    for (int q = 0; q < queries.length; q++) {
      checkScan(similarity, queries[q], matrix, out[q]);
    }
  }

  static void checkFinite(String similarity, float[] vector) {
    for (int d = 0; d < vector.length; d++) {
      if (!Float.isFinite(vector[d])) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "value %s at dimension %d, expected a finite number (similarity '%s')",
                vector[d],
                d,
                similarity));
      }
    }
  }

  /**
   * Returns a sum over the dimensions of two vectors. A sum of finite floats cannot leave the
   * doubles, so one that is not finite tells that an operand is not.
   */
  static double checkSum(String similarity, double sum, float[] a, float[] b) {
    if (!Double.isFinite(sum)) {
      checkFinite(similarity, a);
      checkFinite(similarity, b);
    }
    return sum;
  }

  static void checkNonNegative(String similarity, float[] vector) {
    for (int d = 0; d < vector.length; d++) {
      if (vector[d] < 0) {
        throw negative(similarity, vector[d], "dimension " + d);
      }
    }
  }

  static void checkNonNegative(String similarity, float[] query, FeatureMatrix matrix) {
    checkNonNegative(similarity, query);
    if (matrix.lowest() < 0) {
      throw negative(similarity, matrix.lowest(), "some row of the matrix");
    }
  }

  private static IllegalArgumentException negative(String similarity, float value, String where) {
    return new IllegalArgumentException(
        ("value %s at %s, expected zero or more: '%s' compares counts and histograms; use cosine or"
                + " euclidean for signed values")
            .formatted(value, where, similarity));
  }
}
