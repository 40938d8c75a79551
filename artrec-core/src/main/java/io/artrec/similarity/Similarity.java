package io.artrec.similarity;

import io.artrec.vector.FeatureMatrix;
import java.util.Arrays;

/**
 * How alike two vectors are; higher is more alike. Implementations are immutable and thread-safe,
 * symmetric, deterministic, and stay within {@link #range()} up to rounding. Extend {@code
 * SimilarityContract} of artrec-testkit to check one.
 */
public interface Similarity {
  /**
   * {@return the stable name, which model files hold; two similarities of the same name must
   * compute the same; for instance {@code cosine}}
   */
  String name();

  /**
   * Returns the values {@link #compare} can give.
   *
   * @return the range
   */
  ScoreRange range();

  /**
   * Compares two vectors, accumulating in double.
   *
   * @param a finite values
   * @param b as many finite values
   * @return the similarity, finite
   * @throws IllegalArgumentException when the lengths differ or a value is outside the similarity's
   *     domain (negative counts)
   */
  double compare(float[] a, float[] b);

  /**
   * Compares one vector with every row of a matrix. Agrees with {@link #compare} to float rounding.
   * The default gathers each row; built-in similarities read the blocks in place.
   *
   * @param query finite values, as many as the matrix has dimensions
   * @param matrix the rows
   * @param out receives a similarity per artwork, 0 where the row is missing; at least {@code
   *     matrix.size()} long
   */
  default void scan(float[] query, FeatureMatrix matrix, double[] out) {
    float[] row = new float[matrix.dimensions()];
    Arrays.fill(out, 0, matrix.size(), 0);
    for (int artwork = 0; artwork < matrix.size(); artwork++) {
      if (matrix.copyRow(artwork, row)) {
        out[artwork] = compare(query, row);
      }
    }
  }
}
