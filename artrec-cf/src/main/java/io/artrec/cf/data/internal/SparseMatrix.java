package io.artrec.cf.data.internal;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import java.util.Arrays;
import java.util.Locale;

/**
 * A sparse matrix in compressed rows (CSR): 8 bytes an entry and 4 a row. Columns ascend within a
 * row. Immutable and thread-safe; the arrays it hands out are shared with it, for innermost loops,
 * and must not be changed.
 */
public final class SparseMatrix {
  private final int rows;
  private final int columns;
  private final int[] offsets;
  private final int[] indices;
  private final float[] values;

  /**
   * Creates a matrix around arrays, which it keeps.
   *
   * @param columns the number of columns
   * @param offsets where each row begins, and at last where the last one ends: one more than rows
   * @param indices the columns of the entries, ascending within a row
   * @param values the entries
   * @throws IllegalArgumentException when the arrays do not fit each other
   */
  public SparseMatrix(int columns, int[] offsets, int[] indices, float[] values) {
    if (offsets.length == 0
        || offsets[0] != 0
        || offsets[offsets.length - 1] != indices.length
        || indices.length != values.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d offsets, %d indices, %d values; expected offsets from 0 to the number of indices,"
                  + " and as many values",
              offsets.length,
              indices.length,
              values.length));
    }
    rows = offsets.length - 1;
    this.columns = columns;
    this.offsets = offsets;
    this.indices = indices;
    this.values = values;
  }

  /**
   * Reads a matrix that was saved as "offsets", "indices" and values.
   *
   * @param in the saved state
   * @param columns the number of columns
   * @param values the name of the values
   * @return the matrix
   * @throws ModelFileException when the parts do not fit each other
   */
  public static SparseMatrix read(StateReader in, int columns, String values) {
    int[] offsets = in.getOffsets("offsets");
    int[] indices = in.getIndices("indices", columns);
    if (offsets[offsets.length - 1] != indices.length) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model's rows end at %d, with %d indices",
              offsets[offsets.length - 1],
              indices.length));
    }
    for (int row = 0; row + 1 < offsets.length; row++) {
      for (int p = offsets[row] + 1; p < offsets[row + 1]; p++) {
        if (indices[p - 1] >= indices[p]) {
          throw new ModelFileException(
              "the model's indices of row " + row + " do not ascend at position " + p);
        }
      }
    }
    return new SparseMatrix(columns, offsets, indices, in.getFloats(values, indices.length));
  }

  /**
   * Returns the number of rows.
   *
   * @return 0 or more
   */
  public int rows() {
    return rows;
  }

  /**
   * Returns the number of columns.
   *
   * @return 0 or more
   */
  public int columns() {
    return columns;
  }

  /**
   * Returns the number of entries.
   *
   * @return 0 or more
   */
  public int size() {
    return indices.length;
  }

  /**
   * Returns where a row begins.
   *
   * @param row the row
   * @return the position of its first entry
   */
  public int begin(int row) {
    return offsets[row];
  }

  /**
   * Returns where a row ends.
   *
   * @param row the row
   * @return the position after its last entry
   */
  public int end(int row) {
    return offsets[row + 1];
  }

  /**
   * Returns the number of entries of a row.
   *
   * @param row the row
   * @return 0 to {@link #columns}
   */
  public int length(int row) {
    return offsets[row + 1] - offsets[row];
  }

  /**
   * Returns the beginnings of the rows.
   *
   * @return one more than rows; shared
   */
  public int[] offsets() {
    return offsets;
  }

  /**
   * Returns the columns of all entries.
   *
   * @return ascending within a row; shared
   */
  public int[] indices() {
    return indices;
  }

  /**
   * Returns all entries.
   *
   * @return one value for each index; shared
   */
  public float[] values() {
    return values;
  }

  /**
   * Returns a copy of a row.
   *
   * @param row the row
   * @return its entries
   */
  public SparseVector row(int row) {
    return new SparseVector(
        Arrays.copyOfRange(indices, offsets[row], offsets[row + 1]),
        Arrays.copyOfRange(values, offsets[row], offsets[row + 1]));
  }

  /**
   * Returns the matrix with rows and columns exchanged. O(entries).
   *
   * @return the transpose
   */
  public SparseMatrix transposed() {
    int[] turned = new int[columns + 1];
    for (int column : indices) {
      turned[column + 1]++;
    }
    for (int column = 0; column < columns; column++) {
      turned[column + 1] += turned[column];
    }
    int[] next = Arrays.copyOf(turned, columns);
    int[] rowOf = new int[indices.length];
    float[] moved = new float[indices.length];
    for (int row = 0; row < rows; row++) {
      for (int p = offsets[row]; p < offsets[row + 1]; p++) {
        int to = next[indices[p]]++;
        rowOf[to] = row;
        moved[to] = values[p];
      }
    }
    return new SparseMatrix(rows, turned, rowOf, moved);
  }

  /**
   * Returns this matrix with other values in the same places.
   *
   * @param changed a value for each entry; kept
   * @return the matrix
   */
  public SparseMatrix withValues(float[] changed) {
    return new SparseMatrix(columns, offsets, indices, changed);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d x %,d with %,d entries", rows, columns, indices.length);
  }

  /**
   * Returns a matrix of the same size with some of the entries.
   *
   * @param marked by entry
   * @param wanted whether those that are marked are kept, or those that are not
   * @return the smaller matrix
   */
  public SparseMatrix part(boolean[] marked, boolean wanted) {
    int[] starts = new int[rows() + 1];
    int[] kept = new int[size()];
    float[] ofKept = new float[size()];
    int count = 0;
    for (int row = 0; row < rows(); row++) {
      for (int p = begin(row); p < end(row); p++) {
        if (marked[p] == wanted) {
          kept[count] = indices[p];
          ofKept[count++] = values[p];
        }
      }
      starts[row + 1] = count;
    }
    return new SparseMatrix(
        columns, starts, Arrays.copyOf(kept, count), Arrays.copyOf(ofKept, count));
  }
}
