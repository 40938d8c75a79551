package io.artrec.vector;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Rows as the values in them that are not 0, row after row: compressed sparse rows. Immutable and
 * thread-safe. Memory: 8 bytes a value that is not 0, 4 a row.
 *
 * <p>The values of row {@code r} are {@code values()[k]} at dimension {@code columns()[k]}, for
 * {@code k} from {@code start(r)} to before {@code start(r + 1)}, by ascending dimension.
 */
public final class SparseRows {
  private final int dimensions;
  private final int[] starts;
  private final int[] columns;
  private final float[] values;

  SparseRows(int dimensions, int[] starts, int[] columns, float[] values) {
    this.dimensions = dimensions;
    this.starts = starts;
    this.columns = columns;
    this.values = values;
  }

  /**
   * {@return rows of values that lie as they are kept, without a copy} O(values), one pass.
   *
   * @param dimensions the length of each row, 1 or more
   * @param starts {@code [rows + 1]}: where each row begins, and at last where the last one ends
   * @param columns {@code [values]}: the dimension of each value, ascending within a row
   * @param values {@code [values]}: finite and not 0; no array may be changed afterwards
   * @throws IllegalArgumentException when a length or a value is wrong
   */
  public static SparseRows of(int dimensions, int[] starts, int[] columns, float[] values) {
    MatrixBlocks.checkSize(starts.length - 1, dimensions);
    int count = starts[starts.length - 1];
    if (starts[0] != 0 || count != columns.length || count != values.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "rows begin at %d and end at %d, expected 0 and the end of %d dimensions and %d values",
              starts[0],
              count,
              columns.length,
              values.length));
    }
    for (int row = 1; row < starts.length; row++) {
      if (starts[row] < starts[row - 1] || starts[row] > count) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "row begins at %d, expected %d to %d (row %d)",
                starts[row],
                starts[row - 1],
                count,
                row));
      }
      check(dimensions, row - 1, starts, columns, values);
    }
    return new SparseRows(dimensions, starts, columns, values);
  }

  private static void check(int dimensions, int row, int[] starts, int[] columns, float[] values) {
    int next = 0;
    for (int k = starts[row]; k < starts[row + 1]; k++) {
      if (columns[k] < next || columns[k] >= dimensions) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "dimension %d, expected %d to %d (row %d)",
                columns[k],
                next,
                dimensions - 1,
                row));
      }
      if (!Float.isFinite(values[k]) || values[k] == 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "value %s at dimension %d, expected a finite number that is not 0 (row %d)",
                values[k],
                columns[k],
                row));
      }
      next = columns[k] + 1;
    }
  }

  static SparseRows ofDense(float[][] dense, int nonZeros) {
    int rows = dense[0].length;
    int[] starts = new int[rows + 1];
    for (float[] column : dense) {
      for (int i = 0; i < rows; i++) {
        starts[i + 1] += column[i] != 0 ? 1 : 0;
      }
    }
    for (int i = 0; i < rows; i++) {
      starts[i + 1] += starts[i];
    }
    int[] columns = new int[nonZeros];
    float[] values = new float[nonZeros];
    int[] ends = starts.clone();
    for (int d = 0; d < dense.length; d++) {
      for (int i = 0; i < rows; i++) {
        if (dense[d][i] != 0) {
          columns[ends[i]] = d;
          values[ends[i]++] = dense[d][i];
        }
      }
    }
    return new SparseRows(dense.length, starts, columns, values);
  }

  /** These rows, or the first of them, {@code [length][rows]}; what comes in addition is 0. */
  float[][] toDense(int rows, int length) {
    float[][] dense = new float[length][rows];
    for (int row = 0; row < Math.min(rows, rows()); row++) {
      for (int k = starts[row]; k < starts[row + 1]; k++) {
        dense[columns[k]][row] = values[k];
      }
    }
    return dense;
  }

  /** {@return the number of rows, those without values included} */
  public int rows() {
    return starts.length - 1;
  }

  /**
   * Returns the length of each row.
   *
   * @return the dimensions
   */
  public int dimensions() {
    return dimensions;
  }

  /**
   * Returns where a row begins in {@link #columns} and {@link #values}.
   *
   * @param row a row, or the number of rows for where the last one ends
   * @return the place
   */
  public int start(int row) {
    return starts[row];
  }

  /**
   * Returns where each row begins, and at last where the last one ends; without a copy, not to be
   * changed.
   *
   * @return {@code [rows + 1]}
   */
  public int[] starts() {
    return starts;
  }

  /**
   * Returns the dimension of each value, without a copy; not to be changed.
   *
   * @return {@code [values]}
   */
  public int[] columns() {
    return columns;
  }

  /**
   * Returns the values that are not 0, without a copy; not to be changed.
   *
   * @return {@code [values]}
   */
  public float[] values() {
    return values;
  }

  /**
   * Copies a row, zeros included.
   *
   * @param row the row
   * @param into receives its values; may be longer, what follows is left as it is
   */
  public void copyRow(int row, float[] into) {
    Arrays.fill(into, 0, dimensions, 0);
    for (int k = starts[row]; k < starts[row + 1]; k++) {
      into[columns[k]] = values[k];
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SparseRows that
        && dimensions == that.dimensions
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(columns, that.columns)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * dimensions + Arrays.hashCode(starts)) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "SparseRows[%d × %d, %d values]", rows(), dimensions, values.length);
  }
}
