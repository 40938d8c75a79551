package io.artrec.similarity;

import io.artrec.vector.FeatureMatrix;

/**
 * Similarities of non-negative vectors, each from a sum over dimensions and the two vectors'
 * totals.
 */
record Histograms(String name, ScoreRange range, BlockScan.Dimension dimension, Finish finish)
    implements Similarity {
  /** Turns a sum over dimensions into the similarity. */
  @FunctionalInterface
  interface Finish {
    double apply(double sum, double totalA, double totalB);
  }

  static final Histograms JACCARD =
      new Histograms(
          "jaccard",
          ScoreRange.UNIT,
          Histograms::addMinimum,
          (shared, a, b) -> a + b - shared > 0 ? clamp(shared / (a + b - shared)) : 0);

  static final Histograms INTERSECTION =
      new Histograms(
          "histogram-intersection",
          ScoreRange.UNIT,
          Histograms::addMinimum,
          (shared, a, b) -> Math.min(a, b) > 0 ? clamp(shared / Math.min(a, b)) : 0);

  static final Histograms CHI_SQUARE =
      new Histograms(
          "chi-square",
          ScoreRange.UNIT,
          Histograms::addChiSquare,
          (sum, a, b) -> 1 / (1 + sum / 2));

  @Override
  public double compare(float[] a, float[] b) {
    VectorChecks.sameLength(a, b);
    VectorChecks.nonNegative(a, name);
    VectorChecks.nonNegative(b, name);
    boolean chiSquare = name.equals(CHI_SQUARE.name);
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      double difference = (double) a[d] - b[d];
      double both = (double) a[d] + b[d];
      sum += chiSquare ? (both > 0 ? difference * difference / both : 0) : Math.min(a[d], b[d]);
    }
    return finish.apply(sum, total(a), total(b));
  }

  @Override
  public void scan(float[] query, FeatureMatrix matrix, double[] out) {
    BlockScan.checkScan(query, matrix, out);
    VectorChecks.nonNegative(query, name);
    BlockScan.sums(query, matrix, dimension, out);
    double total = total(query);
    float[] means = matrix.means();
    for (int i = 0; i < matrix.size(); i++) {
      out[i] = finish.apply(out[i], total, (double) means[i] * matrix.dimensions());
    }
    BlockScan.clearMissing(matrix, out);
  }

  @Override
  public String toString() {
    return name;
  }

  private static void addMinimum(float query, float[] values, float[] sums, int length) {
    for (int i = 0; i < length; i++) {
      sums[i] += Math.min(query, values[i]);
    }
  }

  private static void addChiSquare(float query, float[] values, float[] sums, int length) {
    for (int i = 0; i < length; i++) {
      float difference = query - values[i];
      float both = query + values[i];
      sums[i] += both > 0 ? difference * difference / both : 0;
    }
  }

  private static double total(float[] vector) {
    double total = 0;
    for (float value : vector) {
      total += value;
    }
    return total;
  }

  private static double clamp(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
