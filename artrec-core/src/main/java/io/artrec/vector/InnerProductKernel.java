package io.artrec.vector;

import io.artrec.kernel.Kernels;

/**
 * Inner products of vectors with every row of a matrix, block by block, summed in float. A result
 * that overflows float is computed again in double.
 */
final class InnerProductKernel {
  /** Queries for which a block is read from memory once. */
  private static final int TILE = 2 * Kernels.QUERIES;

  private InnerProductKernel() {}

  static void multiply(FeatureMatrix matrix, Kernels kernels, float[][] queries, double[][] out) {
    int room = queries.length == 1 ? 1 : Kernels.QUERIES;
    float[][] products = new float[room][Math.min(FeatureMatrix.BLOCK, matrix.size())];
    for (int tile = 0; tile < queries.length; tile += TILE) {
      int end = Math.min(queries.length, tile + TILE);
      for (int b = 0; b < matrix.blockCount(); b++) {
        int length = matrix.blockLength(b);
        for (int first = tile; first < end; first += Kernels.QUERIES) {
          int count = Math.min(Kernels.QUERIES, end - first);
          kernels.multiply(matrix.block(b), 0, length, queries, first, count, products);
          for (int q = 0; q < count; q++) {
            store(matrix, queries[first + q], b, products[q], out[first + q]);
          }
        }
      }
    }
  }

  private static void store(
      FeatureMatrix matrix, float[] query, int b, float[] products, double[] out) {
    int start = b * FeatureMatrix.BLOCK;
    int length = matrix.blockLength(b);
    for (int i = 0; i < length; i++) {
      float product = products[i];
      out[start + i] = Float.isFinite(product) ? product : exact(matrix.block(b), i, query);
    }
  }

  private static double exact(float[][] block, int i, float[] query) {
    double sum = 0;
    for (int d = 0; d < query.length; d++) {
      sum += (double) query[d] * block[d][i];
    }
    return sum;
  }
}
