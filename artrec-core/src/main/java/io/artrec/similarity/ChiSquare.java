package io.artrec.similarity;

import io.artrec.vector.FeatureMatrix;
import java.util.Arrays;

/**
 * Chi-square distance of histograms as a similarity: 1 / (1 + x), x half the sum of (a[d] - b[d])²
 * / (a[d] + b[d]).
 */
final class ChiSquare implements Similarity {
  static final String NAME = "chi-square";

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
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      double total = (double) a[d] + b[d];
      double difference = (double) a[d] - b[d];
      if (total != 0) {
        sum += difference * difference / total;
      }
    }
    return similarity(Operands.checkSum(NAME, sum, a, b));
  }

  @Override
  public void scan(float[] query, FeatureMatrix matrix, double[] out) {
    Operands.checkScan(NAME, query, matrix, out);
    Operands.checkNonNegative(NAME, query, matrix);
    float[] sums = new float[FeatureMatrix.BLOCK];
    float[] row = new float[matrix.dimensions()];
    for (int b = 0; b < matrix.blockCount(); b++) {
      int length = matrix.blockLength(b);
      Arrays.fill(sums, 0, length, 0);
      accumulate(matrix.block(b), query, sums, length);
      int start = b * FeatureMatrix.BLOCK;
      for (int i = 0; i < length; i++) {
        if (Float.isFinite(sums[i])) {
          out[start + i] = matrix.isPresent(start + i) ? similarity(sums[i]) : 0;
        } else if (matrix.copyRow(start + i, row)) {
          out[start + i] = compare(query, row);
        }
      }
    }
  }

  private static void accumulate(float[][] block, float[] query, float[] sums, int length) {
    int d = 0;
    for (; d + 8 <= query.length; d += 8) {
      addEight(block, d, query, sums, length);
    }
    for (; d < query.length; d++) {
      addOne(block[d], query[d], sums, length);
    }
  }

  private static void addEight(float[][] block, int d, float[] query, float[] sums, int length) {
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
      sums[i] +=
          term(q0, r0[i])
              + term(q1, r1[i])
              + term(q2, r2[i])
              + term(q3, r3[i])
              + term(q4, r4[i])
              + term(q5, r5[i])
              + term(q6, r6[i])
              + term(q7, r7[i]);
    }
  }

  private static void addOne(float[] row, float value, float[] sums, int length) {
    for (int i = 0; i < length; i++) {
      sums[i] += term(value, row[i]);
    }
  }

  /** The floor keeps 0 / 0 at 0 without a branch, which would keep the loop from vectorizing. */
  private static float term(float a, float b) {
    float difference = a - b;
    return difference * difference / Math.max(a + b, Float.MIN_NORMAL);
  }

  private static double similarity(double sum) {
    return 1 / (1 + sum / 2);
  }

  @Override
  public String toString() {
    return NAME;
  }
}
