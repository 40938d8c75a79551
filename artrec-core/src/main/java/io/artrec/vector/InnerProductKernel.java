package io.artrec.vector;

import java.util.Arrays;

/**
 * Inner products of vectors with every row of a matrix, block by block, accumulated in float. Four
 * dimensions are added per pass over a block's results; the loops hold no reduction, so the JIT
 * turns them into vector instructions (JDK 17 does not with eight, whose loop it will not unroll).
 * A result that overflows float is computed again in double.
 */
final class InnerProductKernel {
  private static final int QUERY_TILE = 16;

  private InnerProductKernel() {}

  static void multiply(FeatureMatrix matrix, float[] query, double[] out) {
    float[] sums = new float[FeatureMatrix.BLOCK];
    for (int b = 0; b < matrix.blockCount(); b++) {
      int length = matrix.blockLength(b);
      Arrays.fill(sums, 0, length, 0);
      accumulate(matrix.block(b), 0, matrix.dimensions(), query, sums, length);
      store(matrix, query, b, sums, out);
    }
  }

  /** Reads each block from memory once for {@value #QUERY_TILE} queries. */
  static void multiply(FeatureMatrix matrix, float[][] queries, double[][] out) {
    float[][] sums =
        new float[Math.min(QUERY_TILE, queries.length)]
            [Math.min(FeatureMatrix.BLOCK, matrix.size())];
    for (int from = 0; from < queries.length; from += QUERY_TILE) {
      int tile = Math.min(QUERY_TILE, queries.length - from);
      for (int b = 0; b < matrix.blockCount(); b++) {
        int length = matrix.blockLength(b);
        for (int q = 0; q < tile; q++) {
          Arrays.fill(sums[q], 0, length, 0);
        }
        for (int d = 0; d < matrix.dimensions(); d += 8) {
          int to = Math.min(d + 8, matrix.dimensions());
          for (int q = 0; q < tile; q++) {
            accumulate(matrix.block(b), d, to, queries[from + q], sums[q], length);
          }
        }
        for (int q = 0; q < tile; q++) {
          store(matrix, queries[from + q], b, sums[q], out[from + q]);
        }
      }
    }
  }

  private static void accumulate(
      float[][] block, int from, int to, float[] query, float[] sums, int length) {
    int d = from;
    for (; d + 4 <= to; d += 4) {
      addFour(block, d, query, sums, length);
    }
    for (; d < to; d++) {
      addOne(block[d], query[d], sums, length);
    }
  }

  private static void addFour(float[][] block, int d, float[] query, float[] sums, int length) {
    float[] r0 = block[d];
    float[] r1 = block[d + 1];
    float[] r2 = block[d + 2];
    float[] r3 = block[d + 3];
    float q0 = query[d];
    float q1 = query[d + 1];
    float q2 = query[d + 2];
    float q3 = query[d + 3];
    for (int i = 0; i < length; i++) {
      sums[i] += q0 * r0[i] + q1 * r1[i] + q2 * r2[i] + q3 * r3[i];
    }
  }

  private static void addOne(float[] row, float value, float[] sums, int length) {
    for (int i = 0; i < length; i++) {
      sums[i] += value * row[i];
    }
  }

  private static void store(
      FeatureMatrix matrix, float[] query, int b, float[] sums, double[] out) {
    int start = b * FeatureMatrix.BLOCK;
    int length = matrix.blockLength(b);
    for (int i = 0; i < length; i++) {
      float sum = sums[i];
      out[start + i] = Float.isFinite(sum) ? sum : exact(matrix.block(b), i, query);
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
