package io.artrec.similarity;

import io.artrec.vector.FeatureMatrix;
import java.util.Arrays;

/** The cosine after each vector's own mean is subtracted, 0 where a vector is constant. */
final class Pearson implements InnerProductSimilarity {
  static final String NAME = "pearson";

  /**
   * A row whose mean is this many times its standard deviation loses digits in a float sum and is
   * multiplied in double instead.
   */
  private static final double FAR_FROM_ZERO = 8;

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
    if (isConstant(a) || isConstant(b)) {
      Operands.checkFinite(NAME, a);
      Operands.checkFinite(NAME, b);
      return 0;
    }
    double meanA = mean(a);
    double meanB = mean(b);
    double product = 0;
    double aa = 0;
    double bb = 0;
    for (int d = 0; d < a.length; d++) {
      double fromA = a[d] - meanA;
      double fromB = b[d] - meanB;
      product += fromA * fromB;
      aa += fromA * fromA;
      bb += fromB * fromB;
    }
    Operands.checkSum(NAME, aa + bb, a, b);
    return Math.max(-1, Math.min(1, product / (Math.sqrt(aa) * Math.sqrt(bb))));
  }

  @Override
  public float[] embed(float[] vector) {
    Operands.checkFinite(NAME, vector);
    return isConstant(vector)
        ? new float[vector.length]
        : NormalizedRows.scale(vector, mean(vector));
  }

  @Override
  public void scanEmbedded(float[] embedded, FeatureMatrix matrix, double[] out) {
    scanEmbedded(new float[][] {embedded}, matrix, new double[][] {out});
  }

  @Override
  public void scanEmbedded(float[][] embedded, FeatureMatrix matrix, double[][] out) {
    Operands.checkScan(NAME, embedded, matrix, out);
    float[][] centered = new float[embedded.length][];
    Arrays.setAll(centered, q -> centered(embedded[q]));
    matrix.innerProducts(centered, out);
    Scaling scaling = new Scaling(matrix);
    for (int q = 0; q < centered.length; q++) {
      for (int row = 0; row < matrix.size(); row++) {
        out[q][row] = scaling.of(out[q][row], centered[q], row);
      }
    }
  }

  @Override
  public void scanEmbedded(float[][] embedded, FeatureMatrix matrix, int[] rows, double[][] out) {
    float[][] centered = new float[embedded.length][];
    Arrays.setAll(centered, q -> centered(embedded[q]));
    matrix.innerProducts(centered, rows, out);
    Scaling scaling = new Scaling(matrix);
    for (int q = 0; q < centered.length; q++) {
      for (int i = 0; i < rows.length; i++) {
        out[q][i] = scaling.of(out[q][i], centered[q], rows[i]);
      }
    }
  }

  /** What products with rows as they stand become. */
  private static final class Scaling {
    private final FeatureMatrix matrix;
    private final float[] inverse;
    private final double[] means;
    private final double far;

    Scaling(FeatureMatrix matrix) {
      this.matrix = matrix;
      inverse = matrix.inverseDeviations();
      means = matrix.means();
      far = FAR_FROM_ZERO / Math.sqrt(matrix.dimensions());
    }

    /** A product by the row's deviation; anew where float is not enough. */
    double of(double product, float[] centered, int row) {
      if (NormalizedRows.isSafe(inverse[row]) && Math.abs(means[row]) * inverse[row] <= far) {
        return product * inverse[row];
      }
      return matrix
          .row(row)
          .map(values -> NormalizedRows.product(centered, values, means[row]))
          .orElse(product);
    }
  }

  /** Subtracting the mean changes no product with a centered row, and keeps float sums small. */
  private static float[] centered(float[] embedded) {
    double mean = mean(embedded);
    float[] centered = new float[embedded.length];
    for (int d = 0; d < embedded.length; d++) {
      centered[d] = (float) (embedded[d] - mean);
    }
    return centered;
  }

  private static double mean(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += value;
    }
    return sum / vector.length;
  }

  private static boolean isConstant(float[] vector) {
    for (float value : vector) {
      if (value != vector[0]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return NAME;
  }
}
