package io.artrec.similarity;

/** What similarities demand of their vectors. */
final class VectorChecks {
  private VectorChecks() {}

  static void sameLength(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "vector dimension %d, expected %d as the other vector has".formatted(b.length, a.length));
    }
  }

  static void nonNegative(float[] vector, String similarity) {
    for (int d = 0; d < vector.length; d++) {
      if (vector[d] < 0) {
        throw new IllegalArgumentException(
            "value %s at dimension %d: %s compares counts or shares, which are zero or more; use cosine or euclidean"
                .formatted(vector[d], d, similarity));
      }
    }
  }
}
