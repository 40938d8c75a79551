package io.artrec.classification.internal;

import io.artrec.vector.SparseRows;

/** Rows without their zeros. */
final class SparseExampleRows implements ExampleRows {
  private static final int LEAST_BLOCK = 256;

  /** Each block has sums as long as all weights, which are many where rows are sparse. */
  private static final int MOST_BLOCKS = 16;

  private final SparseRows rows;

  SparseExampleRows(SparseRows rows) {
    this.rows = rows;
  }

  @Override
  public int size() {
    return rows.rows();
  }

  @Override
  public int dimensions() {
    return rows.dimensions();
  }

  @Override
  public int block() {
    return Math.max(LEAST_BLOCK, (rows.rows() + MOST_BLOCKS - 1) / MOST_BLOCKS);
  }

  @Override
  public double product(int row, double[] weights, int from) {
    int[] columns = rows.columns();
    float[] values = rows.values();
    double sum = weights[from + rows.dimensions()];
    for (int k = rows.start(row); k < rows.start(row + 1); k++) {
      sum += weights[from + columns[k]] * values[k];
    }
    return sum;
  }

  @Override
  public void move(double[] weights, int from, int row, double by) {
    int[] columns = rows.columns();
    float[] values = rows.values();
    for (int k = rows.start(row); k < rows.start(row + 1); k++) {
      weights[from + columns[k]] += by * values[k];
    }
    weights[from + rows.dimensions()] += by;
  }

  @Override
  public double square(int row) {
    double sum = 0;
    for (int k = rows.start(row); k < rows.start(row + 1); k++) {
      sum += (double) rows.values()[k] * rows.values()[k];
    }
    return sum;
  }
}
