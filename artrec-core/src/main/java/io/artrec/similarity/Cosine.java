package io.artrec.similarity;

import io.artrec.vector.FeatureMatrix;

/** The cosine of the angle: a · b / (|a| |b|), 0 where a length is 0. */
final class Cosine implements InnerProductSimilarity {
  static final String NAME = "cosine";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ScoreRange range() {
    return ScoreRange.SIGNED_UNIT;
  }

  @Override
  public double compare(float[] a, float[] b) {
    Operands.checkPair(NAME, a, b);
    double product = 0;
    double aa = 0;
    double bb = 0;
    for (int d = 0; d < a.length; d++) {
      product += (double) a[d] * b[d];
      aa += (double) a[d] * a[d];
      bb += (double) b[d] * b[d];
    }
    Operands.checkSum(NAME, aa + bb, a, b);
    if (aa == 0 || bb == 0) {
      return 0;
    }
    return Math.max(-1, Math.min(1, product / (Math.sqrt(aa) * Math.sqrt(bb))));
  }

  @Override
  public float[] embed(float[] vector) {
    Operands.checkFinite(NAME, vector);
    return NormalizedRows.scale(vector, 0);
  }

  @Override
  public void embed(float[] vector, float[] out) {
    Operands.checkFinite(NAME, vector);
    NormalizedRows.scale(vector, 0, out);
  }

  @Override
  public void scanEmbedded(float[] embedded, FeatureMatrix matrix, double[] out) {
    scanEmbedded(new float[][] {embedded}, matrix, new double[][] {out});
  }

  @Override
  public void scanEmbedded(float[][] embedded, FeatureMatrix matrix, double[][] out) {
    Operands.checkScan(NAME, embedded, matrix, out);
    matrix.innerProducts(embedded, out);
    float[] inverse = matrix.inverseNorms();
    for (int q = 0; q < embedded.length; q++) {
      for (int i = 0; i < inverse.length; i++) {
        out[q][i] = scaled(out[q][i], inverse[i], embedded[q], matrix, i);
      }
    }
  }

  @Override
  public void scanEmbedded(float[][] embedded, FeatureMatrix matrix, int[] rows, double[][] out) {
    matrix.innerProducts(embedded, rows, out);
    float[] inverse = matrix.inverseNorms();
    for (int q = 0; q < embedded.length; q++) {
      for (int i = 0; i < rows.length; i++) {
        out[q][i] = scaled(out[q][i], inverse[rows[i]], embedded[q], matrix, rows[i]);
      }
    }
  }

  /** A product with a row as it stands, by the row's length; anew where float is not enough. */
  private static double scaled(
      double product, float inverse, float[] embedded, FeatureMatrix matrix, int row) {
    if (NormalizedRows.isSafe(inverse)) {
      return product * inverse;
    }
    return matrix
        .row(row)
        .map(values -> NormalizedRows.product(embedded, values, 0))
        .orElse(product);
  }

  @Override
  public String toString() {
    return NAME;
  }
}
