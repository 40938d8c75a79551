package io.artrec.similarity;

import io.artrec.vector.FeatureMatrix;
import java.util.Arrays;

/**
 * Scans over the blocks of a matrix. Each kernel adds one dimension after another to the results of
 * a block, so its inner loop has no reduction and the JIT vectorises it; {@link #innerProducts}
 * takes eight dimensions at a time, which reads and writes the results an eighth as often.
 */
final class BlockScan {
  /** Adds what one dimension contributes to every artwork of a block. */
  @FunctionalInterface
  interface Dimension {
    void add(float query, float[] values, float[] sums, int length);
  }

  private BlockScan() {}

  /** Writes {@code query · row} for every artwork. Reads each value of the matrix once. */
  static void innerProducts(float[] query, FeatureMatrix matrix, double[] out) {
    float[] sums = new float[FeatureMatrix.BLOCK];
    for (int b = 0; b < matrix.blockCount(); b++) {
      int length = matrix.blockLength(b);
      float[][] block = matrix.block(b);
      Arrays.fill(sums, 0, length, 0);
      int d = 0;
      for (; d + 8 <= query.length; d += 8) {
        addEight(query, d, block, sums, length);
      }
      for (; d < query.length; d++) {
        addProduct(query[d], block[d], sums, length);
      }
      int from = b * FeatureMatrix.BLOCK;
      for (int i = 0; i < length; i++) {
        out[from + i] = sums[i];
      }
    }
  }

  /** Writes the sum over dimensions of what {@code dimension} adds, for every artwork. */
  static void sums(float[] query, FeatureMatrix matrix, Dimension dimension, double[] out) {
    float[] sums = new float[FeatureMatrix.BLOCK];
    for (int b = 0; b < matrix.blockCount(); b++) {
      int length = matrix.blockLength(b);
      float[][] block = matrix.block(b);
      Arrays.fill(sums, 0, length, 0);
      for (int d = 0; d < query.length; d++) {
        dimension.add(query[d], block[d], sums, length);
      }
      int from = b * FeatureMatrix.BLOCK;
      for (int i = 0; i < length; i++) {
        out[from + i] = sums[i];
      }
    }
  }

  /** Sets the results of missing rows to 0. */
  static void clearMissing(FeatureMatrix matrix, double[] out) {
    if (matrix.presentCount() < matrix.size()) {
      for (int artwork = 0; artwork < matrix.size(); artwork++) {
        if (!matrix.isPresent(artwork)) {
          out[artwork] = 0;
        }
      }
    }
  }

  static void checkScan(float[] query, FeatureMatrix matrix, double[] out) {
    if (query.length != matrix.dimensions()) {
      throw new IllegalArgumentException(
          "vector dimension %d, expected %d".formatted(query.length, matrix.dimensions()));
    }
    if (out.length < matrix.size()) {
      throw new IllegalArgumentException(
          "room for %d similarities, expected %d or more".formatted(out.length, matrix.size()));
    }
  }

  private static void addEight(float[] q, int d, float[][] block, float[] sums, int length) {
    float q0 = q[d];
    float q1 = q[d + 1];
    float q2 = q[d + 2];
    float q3 = q[d + 3];
    float q4 = q[d + 4];
    float q5 = q[d + 5];
    float q6 = q[d + 6];
    float q7 = q[d + 7];
    float[] r0 = block[d];
    float[] r1 = block[d + 1];
    float[] r2 = block[d + 2];
    float[] r3 = block[d + 3];
    float[] r4 = block[d + 4];
    float[] r5 = block[d + 5];
    float[] r6 = block[d + 6];
    float[] r7 = block[d + 7];
    for (int i = 0; i < length; i++) {
      sums[i] +=
          (q0 * r0[i] + q1 * r1[i])
              + (q2 * r2[i] + q3 * r3[i])
              + ((q4 * r4[i] + q5 * r5[i]) + (q6 * r6[i] + q7 * r7[i]));
    }
  }

  private static void addProduct(float q, float[] values, float[] sums, int length) {
    for (int i = 0; i < length; i++) {
      sums[i] += q * values[i];
    }
  }
}
