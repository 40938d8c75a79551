package io.artrec.vector;

import io.artrec.kernel.internal.Kernels;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows as one array for each dimension. */
final class DenseBlock implements RowBlock {
  private final float[][] values;
  private final long nonZeros;

  /**
   * Takes over values.
   *
   * @param values {@code [dimensions][rows]}, not to be changed afterwards
   * @param nonZeros how many of them are not 0
   */
  DenseBlock(float[][] values, long nonZeros) {
    this.values = values;
    this.nonZeros = nonZeros;
  }

  /** Rows in the form that their zeros call for. */
  static RowBlock compact(float[][] values, long nonZeros) {
    return RowBlock.isSparse(values[0].length, values.length, nonZeros)
        ? new SparseBlock(SparseRows.ofDense(values, (int) nonZeros))
        : new DenseBlock(values, nonZeros);
  }

  static long countNonZeros(float[][] values) {
    long count = 0;
    for (float[] column : values) {
      int inColumn = 0;
      for (float value : column) {
        inColumn += value != 0 ? 1 : 0;
      }
      count += inColumn;
    }
    return count;
  }

  float[][] values() {
    return values;
  }

  /** The values, row after row. */
  float[] byRow() {
    float[] rows = new float[Math.multiplyExact(rows(), values.length)];
    for (int d = 0; d < values.length; d++) {
      float[] column = values[d];
      for (int i = 0, at = d; i < column.length; i++, at += values.length) {
        rows[at] = column[i];
      }
    }
    return rows;
  }

  @Override
  public int rows() {
    return values[0].length;
  }

  @Override
  public int dimensions() {
    return values.length;
  }

  @Override
  public long nonZeros() {
    return nonZeros;
  }

  @Override
  public void copyRow(int row, float[] into) {
    for (int d = 0; d < values.length; d++) {
      into[d] = values[d][row];
    }
  }

  @Override
  public RowBlock resized(int rows, int dimensions) {
    if (rows == rows() && dimensions == dimensions()) {
      return this;
    }
    float[][] columns = Arrays.copyOf(values, dimensions);
    for (int d = 0; d < dimensions; d++) {
      if (d >= values.length) {
        columns[d] = new float[rows];
      } else if (rows != rows()) {
        columns[d] = Arrays.copyOf(values[d], rows);
      }
    }
    return compact(columns, rows < rows() ? countNonZeros(columns) : nonZeros);
  }

  @Override
  public RowBlock slice(int from, int length) {
    float[][] columns = Arrays.copyOfRange(values, from, from + length);
    return compact(columns, countNonZeros(columns));
  }

  @Override
  public void addValues(double[] sums, int start) {
    for (float[] column : values) {
      for (int i = 0; i < column.length; i++) {
        sums[start + i] += column[i];
      }
    }
  }

  @Override
  public void squares(double[] centers, int start, double[] squares) {
    Arrays.fill(squares, 0, rows(), 0);
    for (float[] column : values) {
      for (int i = 0; i < column.length; i++) {
        double difference = column[i] - centers[start + i];
        squares[i] += difference * difference;
      }
    }
  }

  @Override
  public boolean isConstant(int row) {
    for (int d = 1; d < values.length; d++) {
      if (values[d][row] != values[0][row]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public float lowest() {
    float lowest = 0;
    for (float[] column : values) {
      for (float value : column) {
        lowest = Math.min(lowest, value);
      }
    }
    return lowest;
  }

  @Override
  public float largest() {
    float largest = 0;
    for (float[] column : values) {
      for (float value : column) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }

  @Override
  public void multiply(
      Kernels kernels, float[][] queries, int first, int count, float[][] products) {
    kernels.multiply(values, 0, rows(), queries, first, count, products);
  }

  @Override
  public void multiplyRow(
      Kernels kernels, int row, float[][] queries, int first, int count, float[][] products) {
    kernels.multiply(values, row, row + 1, queries, first, count, products);
  }

  @Override
  public double product(float[] query, int row) {
    double sum = 0;
    for (int d = 0; d < query.length; d++) {
      sum += (double) query[d] * values[d][row];
    }
    return sum;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DenseBlock that && Arrays.deepEquals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(values);
  }
}
