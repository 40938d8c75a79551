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
      sum += term((double) a[d], (double) b[d]);
    }
    return similarity(Operands.checkSum(NAME, sum, a, b));
  }

  @Override
  public void scan(float[] query, FeatureMatrix matrix, double[] out) {
    Operands.checkScan(NAME, query, matrix, out);
    Operands.checkNonNegative(NAME, query, matrix);
    float[] sums = new float[FeatureMatrix.BLOCK];
    float[] row = new float[matrix.dimensions()];
    double alone = SparseTerms.alone(query, ChiSquare::term);
    for (int b = 0; b < matrix.blockCount(); b++) {
      int length = matrix.blockLength(b);
      int start = b * FeatureMatrix.BLOCK;
      if (matrix.isSparse(b)) {
        SparseTerms.scan(query, alone, matrix.sparseBlock(b), ChiSquare::term, out, start);
        for (int i = start; i < start + length; i++) {
          out[i] = matrix.isPresent(i) ? similarity(out[i]) : 0;
        }
        continue;
      }
      Arrays.fill(sums, 0, length, 0);
      for (int d = 0; d < query.length; d++) {
        add(matrix.block(b)[d], query[d], sums, length);
      }
      for (int i = 0; i < length; i++) {
        if (Float.isFinite(sums[i])) {
          out[start + i] = matrix.isPresent(start + i) ? similarity(sums[i]) : 0;
        } else if (matrix.copyRow(start + i, row)) {
          out[start + i] = compare(query, row);
        }
      }
    }
  }

  private static void add(float[] row, float value, float[] sums, int length) {
    for (int i = 0; i < length; i++) {
      sums[i] += term(value, row[i]);
    }
  }

  private static double term(double a, double b) {
    return a + b == 0 ? 0 : (a - b) * (a - b) / (a + b);
  }

  /**
   * The smallest normal float keeps 0 / 0 at 0 without a branch, which would keep the loop from
   * vectorizing.
   */
  private static float term(float a, float b) {
    float difference = a - b;
    return difference * difference / (a + b + Float.MIN_NORMAL);
  }

  private static double similarity(double sum) {
    return 1 / (1 + sum / 2);
  }

  @Override
  public String toString() {
    return NAME;
  }
}
