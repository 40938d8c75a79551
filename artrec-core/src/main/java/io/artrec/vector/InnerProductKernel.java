package io.artrec.vector;

import io.artrec.kernel.internal.Kernels;
import java.util.Locale;

/**
 * Inner products of vectors with every row of a matrix, block by block: dense ones summed in float,
 * sparse ones in double and rounded to float. A result that overflows float is computed again in
 * double.
 */
final class InnerProductKernel {
  /** Queries for which a block is read from memory once. */
  private static final int TILE = 2 * Kernels.QUERIES;

  private InnerProductKernel() {}

  static void multiply(RowBlock[] blocks, Kernels kernels, float[][] queries, double[][] out) {
    int room = queries.length == 1 ? 1 : Kernels.QUERIES;
    float[][] products = new float[room][blocks.length == 0 ? 0 : blocks[0].rows()];
    for (int tile = 0; tile < queries.length; tile += TILE) {
      int end = Math.min(queries.length, tile + TILE);
      for (int b = 0; b < blocks.length; b++) {
        for (int first = tile; first < end; first += Kernels.QUERIES) {
          int count = Math.min(Kernels.QUERIES, end - first);
          blocks[b].multiply(kernels, queries, first, count, products);
          for (int q = 0; q < count; q++) {
            store(
                blocks[b],
                queries[first + q],
                products[q],
                out[first + q],
                b * FeatureMatrix.BLOCK);
          }
        }
      }
    }
  }

  /** The same of some rows, {@code out[query][i]} of the i-th. */
  static void multiply(
      RowBlock[] blocks, Kernels kernels, float[][] queries, int[] rows, double[][] out) {
    int room = Math.min(queries.length, Kernels.QUERIES);
    float[][] products = new float[room][blocks.length == 0 ? 0 : blocks[0].rows()];
    for (int i = 0; i < rows.length; i++) {
      RowBlock block = blocks[rows[i] / FeatureMatrix.BLOCK];
      int row = rows[i] % FeatureMatrix.BLOCK;
      for (int first = 0; first < queries.length; first += Kernels.QUERIES) {
        int count = Math.min(Kernels.QUERIES, queries.length - first);
        block.multiplyRow(kernels, row, queries, first, count, products);
        for (int q = 0; q < count; q++) {
          float product = products[q][row];
          out[first + q][i] =
              Float.isFinite(product) ? product : block.product(queries[first + q], row);
        }
      }
    }
  }

  private static void store(
      RowBlock block, float[] query, float[] products, double[] out, int start) {
    int length = block.rows();
    for (int i = 0; i < length; i++) {
      float product = products[i];
      out[start + i] = Float.isFinite(product) ? product : block.product(query, i);
    }
  }

  /**
   * Checks what is multiplied.
   *
   * @param size how many results each query has
   */
  static void check(int size, int dimensions, float[][] queries, double[][] out) {
    if (out.length < queries.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "room for the results of %d queries, expected %d",
              out.length,
              queries.length));
    }
    for (int q = 0; q < queries.length; q++) {
      checkLengths(size, dimensions, queries[q], out[q]);
    }
  }

  private static void checkLengths(int size, int dimensions, float[] query, double[] out) {
    if (query.length != dimensions) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "query of %d values, expected %d, the dimensions of the matrix",
              query.length,
              dimensions));
    }
    if (out.length < size) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "room for %d results, expected %d or more, one for each row",
              out.length,
              size));
    }
  }
}
