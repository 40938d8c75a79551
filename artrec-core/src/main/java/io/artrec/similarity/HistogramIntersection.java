package io.artrec.similarity;

import io.artrec.vector.FeatureMatrix;
import java.util.Arrays;

/**
 * Histogram intersection: sum of min(a[d], b[d]) over the smaller of both sums, 0 when one is 0.
 */
final class HistogramIntersection implements Similarity {
  static final String NAME = "histogram-intersection";

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
    double sumA = 0;
    double sumB = 0;
    for (int d = 0; d < a.length; d++) {
      shared += Math.min(a[d], b[d]);
      sumA += a[d];
      sumB += b[d];
    }
    Operands.checkSum(NAME, sumA + sumB, a, b);
    double smaller = Math.min(sumA, sumB);
    return smaller > 0 ? Math.min(1, shared / smaller) : 0;
  }

  @Override
  public void scan(float[] query, FeatureMatrix matrix, double[] out) {
    Operands.checkScan(NAME, query, matrix, out);
    Operands.checkNonNegative(NAME, query, matrix);
    float[] shared = new float[FeatureMatrix.BLOCK];
    float[] row = new float[matrix.dimensions()];
    double sum = sum(query);
    double[] means = matrix.means();
    for (int b = 0; b < matrix.blockCount(); b++) {
      int length = matrix.blockLength(b);
      Arrays.fill(shared, 0, length, 0);
      accumulate(matrix.block(b), query, shared, length);
      int start = b * FeatureMatrix.BLOCK;
      for (int i = 0; i < length; i++) {
        double smaller = Math.min(sum, means[start + i] * query.length);
        if (Float.isFinite(shared[i])) {
          out[start + i] = smaller > 0 ? Math.min(1, shared[i] / smaller) : 0;
        } else if (matrix.copyRow(start + i, row)) {
          out[start + i] = compare(query, row);
        }
      }
    }
  }

  private static void accumulate(float[][] block, float[] query, float[] shared, int length) {
    int d = 0;
    for (; d + 8 <= query.length; d += 8) {
      addEight(block, d, query, shared, length);
    }
    for (; d < query.length; d++) {
      addOne(block[d], query[d], shared, length);
    }
  }

  private static void addEight(float[][] block, int d, float[] query, float[] shared, int length) {
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
    }
  }

  private static void addOne(float[] row, float value, float[] shared, int length) {
    for (int i = 0; i < length; i++) {
      shared[i] += Math.min(value, row[i]);
    }
  }

  private static double sum(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += value;
    }
    return sum;
  }

  @Override
  public String toString() {
    return NAME;
  }
}
