package io.artrec.scoring;

import io.artrec.vector.FeatureMatrix;

/** The blocked float kernel of {@link FeatureMatrix}, which the JIT vectorizes. */
final class PlainBackend implements ScoringBackend {
  @Override
  public String name() {
    return "plain";
  }

  @Override
  public LoadedMatrix load(FeatureMatrix matrix) {
    return new LoadedMatrix(matrix.size(), matrix.dimensions()) {
      @Override
      protected void multiply(float[][] queries, double[][] out) {
        if (queries.length == 1) {
          matrix.innerProducts(queries[0], out[0]);
        } else {
          matrix.innerProducts(queries, out);
        }
      }
    };
  }

  @Override
  public void close() {}
}
