package io.artrec.vector;

import io.artrec.kernel.internal.Kernels;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows as their values that are not 0. */
final class SparseBlock implements RowBlock {
  private final SparseRows rows;

  SparseBlock(SparseRows rows) {
    this.rows = rows;
  }

  /** Rows in the form that their zeros call for. */
  static RowBlock compact(SparseRows rows) {
    int count = rows.values().length;
    return RowBlock.isSparse(rows.rows(), rows.dimensions(), count)
        ? new SparseBlock(rows)
        : new DenseBlock(rows.toDense(rows.rows(), rows.dimensions()), count);
  }

  SparseRows sparse() {
    return rows;
  }

  @Override
  public int rows() {
    return rows.rows();
  }

  @Override
  public int dimensions() {
    return rows.dimensions();
  }

  @Override
  public long nonZeros() {
    return rows.values().length;
  }

  @Override
  public void copyRow(int row, float[] into) {
    rows.copyRow(row, into);
  }

  @Override
  public RowBlock resized(int count, int dimensions) {
    if (count == rows() && dimensions == dimensions()) {
      return this;
    }
    int[] starts = Arrays.copyOf(rows.starts(), count + 1);
    int end = rows.start(Math.min(count, rows()));
    Arrays.fill(starts, Math.min(count, rows()), count + 1, end);
    int[] columns = rows.columns();
    float[] values = rows.values();
    return compact(
        new SparseRows(
            dimensions,
            starts,
            end == columns.length ? columns : Arrays.copyOf(columns, end),
            end == values.length ? values : Arrays.copyOf(values, end)));
  }

  @Override
  public RowBlock slice(int from, int length) {
    int[] starts = new int[rows() + 1];
    int[] columns = new int[rows.values().length];
    float[] values = new float[columns.length];
    int count = 0;
    for (int row = 0; row < rows(); row++) {
      for (int k = rows.start(row); k < rows.start(row + 1); k++) {
        int d = rows.columns()[k] - from;
        if (d >= 0 && d < length) {
          columns[count] = d;
          values[count++] = rows.values()[k];
        }
      }
      starts[row + 1] = count;
    }
    return compact(
        new SparseRows(
            length, starts, Arrays.copyOf(columns, count), Arrays.copyOf(values, count)));
  }

  @Override
  public void addValues(double[] sums, int start) {
    float[] values = rows.values();
    for (int row = 0; row < rows(); row++) {
      double sum = sums[start + row];
      for (int k = rows.start(row); k < rows.start(row + 1); k++) {
        sum += values[k];
      }
      sums[start + row] = sum;
    }
  }

  @Override
  public void squares(double[] centers, int start, double[] squares) {
    float[] values = rows.values();
    for (int row = 0; row < rows(); row++) {
      double center = centers[start + row];
      double sum = 0;
      for (int k = rows.start(row); k < rows.start(row + 1); k++) {
        double difference = values[k] - center;
        sum += difference * difference;
      }
      int zeros = dimensions() - (rows.start(row + 1) - rows.start(row));
      squares[row] = sum + zeros * center * center;
    }
  }

  @Override
  public boolean isConstant(int row) {
    int from = rows.start(row);
    int to = rows.start(row + 1);
    if (to - from < dimensions()) {
      return from == to;
    }
    for (int k = from + 1; k < to; k++) {
      if (rows.values()[k] != rows.values()[from]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public float lowest() {
    float lowest = 0;
    for (float value : rows.values()) {
      lowest = Math.min(lowest, value);
    }
    return lowest;
  }

  @Override
  public float largest() {
    float largest = 0;
    for (float value : rows.values()) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  @Override
  public void multiply(
      Kernels kernels, float[][] queries, int first, int count, float[][] products) {
    for (int q = 0; q < count; q++) {
      for (int row = 0; row < rows(); row++) {
        products[q][row] = (float) product(queries[first + q], row);
      }
    }
  }

  @Override
  public void multiplyRow(
      Kernels kernels, int row, float[][] queries, int first, int count, float[][] products) {
    for (int q = 0; q < count; q++) {
      products[q][row] = (float) product(queries[first + q], row);
    }
  }

  @Override
  public double product(float[] query, int row) {
    int[] columns = rows.columns();
    float[] values = rows.values();
    double sum = 0;
    for (int k = rows.start(row), end = rows.start(row + 1); k < end; k++) {
      sum += (double) query[columns[k]] * values[k];
    }
    return sum;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SparseBlock that && rows.equals(that.rows);
  }

  @Override
  public int hashCode() {
    return rows.hashCode();
  }
}
