package io.artrec.similarity;

import io.artrec.vector.FeatureMatrix;

/**
 * A similarity that is an inner product after each vector has been embedded on its own: {@code
 * sim(a, b) = embed(a) · embed(b)}. Cosine (divide by the length), dot (as it is) and Pearson
 * (subtract the mean, divide by the length) are. For these a whole history collapses into one
 * profile vector, and one scan scores the catalogue.
 */
public interface InnerProductSimilarity extends Similarity {
  /**
   * Embeds a vector.
   *
   * @param vector finite values
   * @return a new vector of the same length; all zeros where the similarity is undefined (a zero
   *     vector under cosine), which makes it 0 to everything
   */
  float[] embed(float[] vector);

  /**
   * Embeds a vector into an array, for many in a row.
   *
   * @param vector finite values
   * @param out receives what {@link #embed(float[])} returns; of the same length
   */
  default void embed(float[] vector, float[] out) {
    System.arraycopy(embed(vector), 0, out, 0, vector.length);
  }

  /**
   * Multiplies an embedded vector with the embedding of every row of a matrix.
   *
   * @param embedded a vector in embedded space, not embedded again
   * @param matrix the rows, not embedded
   * @param out receives {@code embedded · embed(row)} per artwork, 0 where the row is missing
   */
  void scanEmbedded(float[] embedded, FeatureMatrix matrix, double[] out);

  /**
   * Multiplies several embedded vectors with the embedding of every row, reading the rows once.
   *
   * @param embedded vectors in embedded space
   * @param matrix the rows, not embedded
   * @param out receives for each vector what {@link #scanEmbedded(float[], FeatureMatrix,
   *     double[])} gives, to the bit
   */
  default void scanEmbedded(float[][] embedded, FeatureMatrix matrix, double[][] out) {
    for (int q = 0; q < embedded.length; q++) {
      scanEmbedded(embedded[q], matrix, out[q]);
    }
  }

  /**
   * Multiplies several embedded vectors with the embedding of a few rows, reading those alone where
   * the similarity can. The default scans all.
   *
   * @param embedded vectors in embedded space
   * @param matrix the rows, not embedded
   * @param rows which rows, in any order; those that are missing get 0
   * @param out receives for each vector, in the order of {@code rows}, what {@link
   *     #scanEmbedded(float[], FeatureMatrix, double[])} gives, to the bit
   */
  default void scanEmbedded(float[][] embedded, FeatureMatrix matrix, int[] rows, double[][] out) {
    double[] all = new double[matrix.size()];
    for (int q = 0; q < embedded.length; q++) {
      scanEmbedded(embedded[q], matrix, all);
      for (int i = 0; i < rows.length; i++) {
        out[q][i] = all[rows[i]];
      }
    }
  }

  @Override
  default void scan(float[] query, FeatureMatrix matrix, double[] out) {
    scanEmbedded(embed(query), matrix, out);
  }
}
