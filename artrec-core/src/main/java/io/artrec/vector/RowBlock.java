package io.artrec.vector;

import io.artrec.kernel.internal.Kernels;

/**
 * Up to {@value FeatureMatrix#BLOCK} rows of a matrix; missing rows are zeros. How they lie follows
 * from how many zeros there are and from nothing else, so that equal rows lie alike. Immutable and
 * thread-safe.
 */
sealed interface RowBlock permits DenseBlock, SparseBlock {
  /** Shorter rows gain nothing from leaving out their zeros. */
  int LEAST_SPARSE_DIMENSIONS = 32;

  /** Rows are sparse when fewer than one in so many of their values are not zero. */
  int SPARSE_SHARE = 8;

  /** Entries that an array holds on every JVM. */
  int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  /** Tells whether rows with so many values that are not zero are kept as those values alone. */
  static boolean isSparse(int rows, int dimensions, long nonZeros) {
    return dimensions >= LEAST_SPARSE_DIMENSIONS
        && nonZeros < (long) rows * dimensions / SPARSE_SHARE
        && nonZeros <= LONGEST_ARRAY;
  }

  int rows();

  int dimensions();

  long nonZeros();

  void copyRow(int row, float[] into);

  /** Other rows and dimensions, at least as many of the latter; what comes in addition is 0. */
  RowBlock resized(int rows, int dimensions);

  RowBlock slice(int from, int length);

  /** Adds the values of each row to {@code sums}, whose first place is that of the first row. */
  void addValues(double[] sums, int start);

  /** Writes the sum of the squares of each row's values less its center. */
  void squares(double[] centers, int start, double[] squares);

  /** Tells whether all values of a row are equal. */
  boolean isConstant(int row);

  /** The lowest value, or 0 when that is lower. */
  float lowest();

  /** The largest absolute value. */
  float largest();

  /** Multiplies queries with every row, as {@link Kernels#multiply}; a product may overflow. */
  void multiply(Kernels kernels, float[][] queries, int first, int count, float[][] products);

  /**
   * Multiplies queries with one row: to the bit what {@link #multiply} writes in its place, and
   * there.
   */
  void multiplyRow(
      Kernels kernels, int row, float[][] queries, int first, int count, float[][] products);

  /** The product of a query with one row, in double. */
  double product(float[] query, int row);
}
