package io.artrec.similarity;

import io.artrec.vector.FeatureMatrix;

/**
 * Histogram intersection: sum of min(a[d], b[d]) over the smaller of both sums, 0 when one is 0.
 */
final class HistogramIntersection implements Similarity {
  static final String NAME = "histogram-intersection";

  /** A query whose sum is this many times a row's loses the row's digits in a float sum. */
  private static final double LOPSIDED = 32;

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
    SharedMass.scan(query, matrix, out);
    double total = SharedMass.total(query);
    double[] means = matrix.means();
    float[] row = new float[matrix.dimensions()];
    for (int i = 0; i < means.length; i++) {
      double rowTotal = means[i] * query.length;
      double smaller = Math.min(total, rowTotal);
      if (smaller <= 0) {
        out[i] = 0;
      } else if (matrix.isSparse(i / FeatureMatrix.BLOCK)
          || (Double.isFinite(out[i]) && total <= LOPSIDED * rowTotal)) {
        out[i] = Math.min(1, out[i] / smaller);
      } else if (matrix.copyRow(i, row)) {
        out[i] = compare(query, row);
      }
    }
  }

  @Override
  public String toString() {
    return NAME;
  }
}
