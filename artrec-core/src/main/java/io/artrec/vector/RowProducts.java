package io.artrec.vector;

import java.util.BitSet;
import java.util.List;

/**
 * Multiplies vectors with the rows of a matrix. {@link FeatureMatrix} does by itself, by the host's
 * loops; one that is {@linkplain FeatureMatrix#multipliedBy multiplied by} something else asks
 * that. Thread-safe.
 */
public interface RowProducts {
  /**
   * Multiplies vectors with every row.
   *
   * @param queries {@code [queries][dimensions]}, finite
   * @param out receives {@code [queries][rows]}, 0 where a row is missing; each inner array at
   *     least as long as there are rows
   */
  void innerProducts(float[][] queries, double[][] out);

  /**
   * Multiplies vectors with a few rows. O(queries · rows asked for · dimensions).
   *
   * @param queries {@code [queries][dimensions]}, finite
   * @param rows which rows, in any order
   * @param out receives {@code [queries][rows asked for]}: to the bit what all rows' products have
   *     there
   */
  void innerProducts(float[][] queries, int[] rows, double[][] out);

  /**
   * Finds the rows with the largest products.
   *
   * @param queries {@code [queries][dimensions]}, finite
   * @param n how many rows for each query, 0 or more
   * @param eligible the rows that may be found for any query; not changed
   * @param excluded for each query the rows to leave out, ascending
   * @return for each query at most {@code n} rows, the largest product first, ties by the smaller
   *     row; missing rows are never among them
   */
  List<TopRows> top(float[][] queries, int n, BitSet eligible, int[][] excluded);
}
