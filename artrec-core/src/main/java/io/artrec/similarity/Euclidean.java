package io.artrec.similarity;

import io.artrec.vector.FeatureMatrix;

/** One over one plus the Euclidean distance. */
record Euclidean() implements Similarity {
  @Override
  public String name() {
    return "euclidean";
  }

  @Override
  public ScoreRange range() {
    return ScoreRange.UNIT;
  }

  @Override
  public double compare(float[] a, float[] b) {
    VectorChecks.sameLength(a, b);
    double squares = 0;
    for (int d = 0; d < a.length; d++) {
      double difference = (double) a[d] - b[d];
      squares += difference * difference;
    }
    return 1 / (1 + Math.sqrt(squares));
  }

  @Override
  public void scan(float[] query, FeatureMatrix matrix, double[] out) {
    BlockScan.checkScan(query, matrix, out);
    BlockScan.sums(query, matrix, Euclidean::addSquare, out);
    for (int i = 0; i < matrix.size(); i++) {
      out[i] = 1 / (1 + Math.sqrt(out[i]));
    }
    BlockScan.clearMissing(matrix, out);
  }

  private static void addSquare(float query, float[] values, float[] sums, int length) {
    for (int i = 0; i < length; i++) {
      float difference = query - values[i];
      sums[i] += difference * difference;
    }
  }
}
