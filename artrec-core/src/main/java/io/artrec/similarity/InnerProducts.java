package io.artrec.similarity;

import io.artrec.vector.FeatureMatrix;

/** Dot, cosine and Pearson: one scan kernel, and what each divides by or subtracts. */
record InnerProducts(String name, ScoreRange range, boolean centered, boolean normalized)
    implements InnerProductSimilarity {
  static final InnerProducts DOT = new InnerProducts("dot", ScoreRange.UNBOUNDED, false, false);
  static final InnerProducts COSINE =
      new InnerProducts("cosine", ScoreRange.SIGNED_UNIT, false, true);
  static final InnerProducts PEARSON =
      new InnerProducts("pearson", ScoreRange.SIGNED_UNIT, true, true);

  @Override
  public double compare(float[] a, float[] b) {
    VectorChecks.sameLength(a, b);
    double meanA = centered ? mean(a) : 0;
    double meanB = centered ? mean(b) : 0;
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    for (int d = 0; d < a.length; d++) {
      double x = a[d] - meanA;
      double y = b[d] - meanB;
      product += x * y;
      squareA += x * x;
      squareB += y * y;
    }
    if (!normalized) {
      return product;
    }
    return squareA > 0 && squareB > 0
        ? Math.max(-1, Math.min(1, product / Math.sqrt(squareA) / Math.sqrt(squareB)))
        : 0;
  }

  @Override
  public float[] embed(float[] vector) {
    double mean = centered ? mean(vector) : 0;
    double square = 0;
    for (float value : vector) {
      square += (value - mean) * (value - mean);
    }
    double scale = !normalized ? 1 : square > 0 ? 1 / Math.sqrt(square) : 0;
    float[] embedded = new float[vector.length];
    for (int d = 0; d < vector.length; d++) {
      embedded[d] = (float) ((vector[d] - mean) * scale);
    }
    return embedded;
  }

  @Override
  public void scan(float[] query, FeatureMatrix matrix, double[] out) {
    BlockScan.checkScan(query, matrix, out);
    scanEmbedded(embed(query), matrix, out);
  }

  @Override
  public void scanEmbedded(float[] embedded, FeatureMatrix matrix, double[] out) {
    BlockScan.checkScan(embedded, matrix, out);
    BlockScan.innerProducts(embedded, matrix, out);
    if (centered) {
      double sum = mean(embedded) * embedded.length;
      float[] means = matrix.means();
      float[] inverse = matrix.inverseDeviations();
      for (int i = 0; i < matrix.size(); i++) {
        out[i] = (out[i] - means[i] * sum) * inverse[i];
      }
    } else if (normalized) {
      float[] inverse = matrix.inverseNorms();
      for (int i = 0; i < matrix.size(); i++) {
        out[i] *= inverse[i];
      }
    }
    BlockScan.clearMissing(matrix, out);
  }

  @Override
  public String toString() {
    return name;
  }

  private static double mean(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += value;
    }
    return sum / vector.length;
  }
}
