package io.artrec.cf.data.internal;

import java.util.Arrays;

/**
 * The entries of a vector that are not zero.
 *
 * <p>Arrays are shared, not copied, because solvers read them in their innermost loops; nobody
 * changes them.
 *
 * @param indices distinct positions, ascending
 * @param values a finite value for each
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; loops need the arrays
public record SparseVector(int[] indices, float[] values) {
  /** Validates the lengths. */
  public SparseVector {
    if (indices.length != values.length) {
      throw new IllegalArgumentException(
          indices.length + " indices and " + values.length + " values; expected as many");
    }
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
   * Tells whether there is an entry at a position.
   *
   * @param index the position
   * @return true when the vector holds it
   */
  public boolean contains(int index) {
    return Arrays.binarySearch(indices, index) >= 0;
  }
}
