package io.artrec.cf.data.internal;

import io.artrec.cf.data.InsufficientMemoryException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows of a sparse matrix that are computed in any order, each once. */
public final class SparseMatrixBuilder {
  private final @Nullable SparseVector[] rows;
  private final int columns;

  /**
   * Creates rows without entries.
   *
   * @param rows how many
   * @param columns the number of columns
   */
  public SparseMatrixBuilder(int rows, int columns) {
    this.rows = new SparseVector[rows];
    this.columns = columns;
  }

  /**
   * Sets a row; different rows may be set by different threads.
   *
   * @param row its number
   * @param entries its entries
   */
  public void set(int row, SparseVector entries) {
    rows[row] = entries;
  }

  /**
   * Sets rows to what they were.
   *
   * @param previous the rows of an earlier matrix, of as many columns or fewer
   * @param changed which rows not to take
   */
  public void setAll(SparseMatrix previous, boolean[] changed) {
    for (int row = 0; row < previous.rows(); row++) {
      if (!changed[row]) {
        rows[row] = previous.row(row);
      }
    }
  }

  /**
   * Joins the rows, and lets each go as it is copied.
   *
   * @return the matrix
   * @throws InsufficientMemoryException when it would have 2^31 entries or more
   */
  public SparseMatrix toMatrix() {
    long total = 0;
    int[] offsets = new int[rows.length + 1];
    for (int row = 0; row < rows.length; row++) {
      SparseVector entries = rows[row];
      total += entries == null ? 0 : entries.size();
      if (total > Integer.MAX_VALUE - 8) {
        throw new InsufficientMemoryException(
            String.format(
                Locale.ROOT,
                "%,d rows hold more than %,d entries, expected fewer; keep fewer neighbors",
                rows.length,
                Integer.MAX_VALUE - 8));
      }
      offsets[row + 1] = (int) total;
    }
    int[] indices = new int[(int) total];
    float[] values = new float[(int) total];
    for (int row = 0; row < rows.length; row++) {
      SparseVector entries = rows[row];
      if (entries != null) {
        System.arraycopy(entries.indices(), 0, indices, offsets[row], entries.size());
        System.arraycopy(entries.values(), 0, values, offsets[row], entries.size());
        rows[row] = null;
      }
    }
    return new SparseMatrix(columns, offsets, indices, values);
  }
}
