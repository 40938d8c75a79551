package io.artrec.text.topic;

import io.artrec.task.Progress;
import io.artrec.task.Workers;
import java.util.Arrays;

/**
 * A sparse matrix, row by row. Immutable by agreement: nobody writes to the arrays.
 *
 * @param columns how many columns there are
 * @param start where each row begins in {@code column} and {@code value}; one more than rows
 * @param column the columns of the entries, ascending within a row
 * @param value the entries
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record SparseRows(int columns, int[] start, int[] column, double[] value) {
  int rows() {
    return start.length - 1;
  }

  int size() {
    return column.length;
  }

  SparseRows transposed() {
    int[] starts = new int[columns + 1];
    for (int c : column) {
      starts[c + 1]++;
    }
    for (int c = 0; c < columns; c++) {
      starts[c + 1] += starts[c];
    }
    int[] next = Arrays.copyOf(starts, columns);
    int[] rowOf = new int[column.length];
    double[] values = new double[column.length];
    for (int row = 0; row < rows(); row++) {
      for (int p = start[row]; p < start[row + 1]; p++) {
        int at = next[column[p]]++;
        rowOf[at] = row;
        values[at] = value[p];
      }
    }
    return new SparseRows(rows(), starts, rowOf, values);
  }

  /** Adds {@code row · dense} to sums; {@code dense} is {@code [columns × sums.length]}. */
  void addProduct(int row, double[] dense, double[] sums) {
    int width = sums.length;
    for (int p = start[row]; p < start[row + 1]; p++) {
      addScaled(value[p], dense, column[p] * width, sums);
    }
  }

  static void addScaled(double factor, double[] from, int at, double[] sums) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] += factor * from[at + c];
    }
  }

  /**
   * Multiplies by a dense matrix.
   *
   * @param dense {@code [columns × width]}
   * @return {@code [rows × width]}; each row summed in the order of its columns, on any number of
   *     threads
   */
  double[] multiply(double[] dense, int width, Workers work, String stage) {
    double[] product = new double[Math.multiplyExact(rows(), width)];
    work.progress(Progress.silent())
        .run(
            stage,
            rows(),
            (from, to) -> {
              double[] sums = new double[width];
              for (int row = from; row < to; row++) {
                Arrays.fill(sums, 0);
                addProduct(row, dense, sums);
                System.arraycopy(sums, 0, product, row * width, width);
              }
            });
    return product;
  }
}
