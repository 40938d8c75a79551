package io.artrec.similarity;

import io.artrec.vector.FeatureMatrix;
import java.util.Arrays;

/** Euclidean distance as a similarity: 1 / (1 + |a - b|); 1 only for equal vectors. */
final class Euclidean implements Similarity {
  static final String NAME = "euclidean";

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
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      double difference = (double) a[d] - b[d];
      sum += difference * difference;
    }
    return similarity(Operands.checkSum(NAME, sum, a, b));
  }

  @Override
  public void scan(float[] query, FeatureMatrix matrix, double[] out) {
    Operands.checkScan(NAME, query, matrix, out);
    float[] sums = new float[FeatureMatrix.BLOCK];
    float[] row = new float[matrix.dimensions()];
    double alone = SparseTerms.alone(query, Euclidean::squaredDifference);
    for (int b = 0; b < matrix.blockCount(); b++) {
      int length = matrix.blockLength(b);
      int start = b * FeatureMatrix.BLOCK;
      if (matrix.isSparse(b)) {
        SparseTerms.scan(
            query, alone, matrix.sparseBlock(b), Euclidean::squaredDifference, out, start);
        for (int i = start; i < start + length; i++) {
          out[i] = matrix.isPresent(i) ? similarity(out[i]) : 0;
        }
        continue;
      }
      Arrays.fill(sums, 0, length, 0);
      accumulate(matrix.block(b), query, sums, length);
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
    for (; d + 4 <= query.length; d += 4) {
      addFour(block, d, query, sums, length);
    }
    for (; d < query.length; d++) {
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
      sums[i] += square(q0 - r0[i]) + square(q1 - r1[i]) + square(q2 - r2[i]) + square(q3 - r3[i]);
    }
  }

  private static void addOne(float[] row, float value, float[] sums, int length) {
    for (int i = 0; i < length; i++) {
      sums[i] += square(value - row[i]);
    }
  }

  private static double squaredDifference(double a, double b) {
    return (a - b) * (a - b);
  }

  private static float square(float value) {
    return value * value;
  }

  private static double similarity(double squaredDistance) {
    return 1 / (1 + Math.sqrt(squaredDistance));
  }

  @Override
  public String toString() {
    return NAME;
  }
}
