package io.artrec.scoring;

import io.artrec.vector.FeatureMatrix;

/** The loop that defines what every other backend must compute: one row, one sum in double. */
final class ReferenceBackend implements ScoringBackend {
  @Override
  public String name() {
    return "reference";
  }

  @Override
  public LoadedMatrix load(FeatureMatrix matrix) {
    return new LoadedMatrix(matrix.size(), matrix.dimensions()) {
      @Override
      protected boolean isPresent(int artwork) {
        return matrix.isPresent(artwork);
      }

      @Override
      protected void multiply(float[][] queries, double[][] out) {
        float[] row = new float[matrix.dimensions()];
        for (int artwork = 0; artwork < matrix.size(); artwork++) {
          boolean present = matrix.copyRow(artwork, row);
          for (int q = 0; q < queries.length; q++) {
            out[q][artwork] = present ? product(queries[q], row) : 0;
          }
        }
      }

      @Override
      protected void multiply(float[][] queries, int[] rows, double[][] out) {
        float[] row = new float[matrix.dimensions()];
        for (int i = 0; i < rows.length; i++) {
          boolean present = matrix.copyRow(rows[i], row);
          for (int q = 0; q < queries.length; q++) {
            out[q][i] = present ? product(queries[q], row) : 0;
          }
        }
      }
    };
  }

  private static double product(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += (double) a[d] * b[d];
    }
    return sum;
  }

  @Override
  public void close() {}
}
