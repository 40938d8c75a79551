package io.artrec.similarity;

import io.artrec.vector.FeatureMatrix;

/** The inner product: sum of a[d] · b[d]. */
final class Dot implements InnerProductSimilarity {
  static final String NAME = "dot";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ScoreRange range() {
    return ScoreRange.UNBOUNDED;
  }

  @Override
  public double compare(float[] a, float[] b) {
    Operands.checkPair(NAME, a, b);
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (double) a[d] * b[d];
    }
    return Operands.checkSum(NAME, sum, a, b);
  }

  @Override
  public float[] embed(float[] vector) {
    Operands.checkFinite(NAME, vector);
    return vector.clone();
  }

  @Override
  public void scanEmbedded(float[] embedded, FeatureMatrix matrix, double[] out) {
    Operands.checkScan(NAME, embedded, matrix, out);
    matrix.innerProducts(embedded, out);
  }

  @Override
  public void scanEmbedded(float[][] embedded, FeatureMatrix matrix, double[][] out) {
    Operands.checkScan(NAME, embedded, matrix, out);
    matrix.innerProducts(embedded, out);
  }

  @Override
  public void scanEmbedded(float[][] embedded, FeatureMatrix matrix, int[] rows, double[][] out) {
    matrix.innerProducts(embedded, rows, out);
  }

  @Override
  public String toString() {
    return NAME;
  }
}
