package io.artrec.similarity;

import io.artrec.vector.FeatureMatrix;

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
    SharedMass.scan(query, matrix, out);
    double total = SharedMass.total(query);
    double[] means = matrix.means();
    float[] row = new float[matrix.dimensions()];
    for (int i = 0; i < means.length; i++) {
      double shared = out[i];
      double all = total + means[i] * query.length - shared;
      if (Double.isFinite(shared)) {
        out[i] = all > 0 ? Math.min(1, shared / all) : 0;
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
