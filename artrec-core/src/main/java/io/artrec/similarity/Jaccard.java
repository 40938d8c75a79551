package io.artrec.similarity;

import io.artrec.vector.FeatureMatrix;
import java.util.Arrays;

/** Weighted Jaccard: sum of min(a[d], b[d]) over sum of max(a[d], b[d]), 0 when all are 0. */
final class Jaccard implements Similarity {
  static final String NAME = "jaccard";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ScoreRange range() {
    return ScoreRange.UNIT;
  }

  @Override
  public double compare(float[] a, float[] b) {
    Operands.checkPair(NAME, a, b);
    Operands.checkNonNegative(NAME, a);
    Operands.checkNonNegative(NAME, b);
    double shared = 0;
    double all = 0;
    for (int d = 0; d < a.length; d++) {
      shared += Math.min(a[d], b[d]);
      all += Math.max(a[d], b[d]);
    }
    Operands.checkSum(NAME, all, a, b);
    return all > 0 ? shared / all : 0;
  }

  @Override
  public void scan(float[] query, FeatureMatrix matrix, double[] out) {
    Operands.checkScan(NAME, query, matrix, out);
    Operands.checkNonNegative(NAME, query, matrix);
    float[] shared = new float[FeatureMatrix.BLOCK];
    float[] all = new float[FeatureMatrix.BLOCK];
    float[] row = new float[matrix.dimensions()];
    for (int b = 0; b < matrix.blockCount(); b++) {
      int length = matrix.blockLength(b);
      Arrays.fill(shared, 0, length, 0);
      Arrays.fill(all, 0, length, 0);
      accumulate(matrix.block(b), query, shared, all, length);
      int start = b * FeatureMatrix.BLOCK;
      for (int i = 0; i < length; i++) {
        if (all[i] < Float.POSITIVE_INFINITY) {
          boolean there = matrix.isPresent(start + i) && all[i] > 0;
          out[start + i] = there ? (double) shared[i] / all[i] : 0;
        } else if (matrix.copyRow(start + i, row)) {
          out[start + i] = compare(query, row);
        }
      }
    }
  }

  private static void accumulate(
      float[][] block, float[] query, float[] shared, float[] all, int length) {
    int d = 0;
    for (; d + 8 <= query.length; d += 8) {
      addEight(block, d, query, shared, all, length);
    }
    for (; d < query.length; d++) {
      addOne(block[d], query[d], shared, all, length);
    }
  }

  private static void addEight(
      float[][] block, int d, float[] query, float[] shared, float[] all, int length) {
    float[] r0 = block[d];
    float[] r1 = block[d + 1];
    float[] r2 = block[d + 2];
    float[] r3 = block[d + 3];
    float[] r4 = block[d + 4];
    float[] r5 = block[d + 5];
    float[] r6 = block[d + 6];
    float[] r7 = block[d + 7];
    float q0 = query[d];
    float q1 = query[d + 1];
    float q2 = query[d + 2];
    float q3 = query[d + 3];
    float q4 = query[d + 4];
    float q5 = query[d + 5];
    float q6 = query[d + 6];
    float q7 = query[d + 7];
    for (int i = 0; i < length; i++) {
      shared[i] +=
          Math.min(q0, r0[i])
              + Math.min(q1, r1[i])
              + Math.min(q2, r2[i])
              + Math.min(q3, r3[i])
              + Math.min(q4, r4[i])
              + Math.min(q5, r5[i])
              + Math.min(q6, r6[i])
              + Math.min(q7, r7[i]);
      all[i] +=
          Math.max(q0, r0[i])
              + Math.max(q1, r1[i])
              + Math.max(q2, r2[i])
              + Math.max(q3, r3[i])
              + Math.max(q4, r4[i])
              + Math.max(q5, r5[i])
              + Math.max(q6, r6[i])
              + Math.max(q7, r7[i]);
    }
  }

  private static void addOne(float[] row, float value, float[] shared, float[] all, int length) {
    for (int i = 0; i < length; i++) {
      shared[i] += Math.min(value, row[i]);
      all[i] += Math.max(value, row[i]);
    }
  }

  @Override
  public String toString() {
    return NAME;
  }
}
