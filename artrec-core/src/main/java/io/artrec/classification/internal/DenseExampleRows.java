package io.artrec.classification.internal;

/** Rows with their zeros. */
final class DenseExampleRows implements ExampleRows {
  private static final int BLOCK = 256;

  private final float[][] rows;

  DenseExampleRows(float[][] rows) {
    this.rows = rows;
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public int dimensions() {
    return rows[0].length;
  }

  @Override
  public int block() {
    return BLOCK;
  }

  @Override
  public double product(int row, double[] weights, int from) {
    float[] values = rows[row];
    double sum = weights[from + values.length];
    for (int d = 0; d < values.length; d++) {
      sum += weights[from + d] * values[d];
    }
    return sum;
  }

  @Override
  public void move(double[] weights, int from, int row, double by) {
    float[] values = rows[row];
    for (int d = 0; d < values.length; d++) {
      weights[from + d] += by * values[d];
    }
    weights[from + values.length] += by;
  }

  @Override
  public double square(int row) {
    double sum = 0;
    for (float value : rows[row]) {
      sum += (double) value * value;
    }
    return sum;
  }
}
