package io.artrec.scoring;

import io.artrec.vector.RowProducts;
import io.artrec.vector.TopRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A matrix inside a {@link ScoringBackend}. The public methods check what they are given; a backend
 * implements {@link #multiply}. Thread-safe.
 *
 * <p>A product is off by at most 1e-5 of the two vectors' lengths multiplied; it is finite, also
 * where it lies beyond float.
 */
public abstract class LoadedMatrix implements RowProducts, AutoCloseable {
  private static final int SELECTED_AT_ONCE = 16;

  private final int size;
  private final int dimensions;
  private volatile boolean closed;

  /**
   * For backends.
   *
   * @param size the number of artworks
   * @param dimensions the length of each row
   */
  protected LoadedMatrix(int size, int dimensions) {
    this.size = size;
    this.dimensions = dimensions;
  }

  /**
   * Returns the number of artworks.
   *
   * @return rows, missing ones included
   */
  public final int size() {
    return size;
  }

  /**
   * Returns the length of each row.
   *
   * @return the dimensions
   */
  public final int dimensions() {
    return dimensions;
  }

  /**
   * Multiplies a vector with every row.
   *
   * @param query finite values, as many as there are dimensions
   * @param out receives {@code query · row} per artwork, 0 where the row is missing; at least
   *     {@code size()} long
   * @throws IllegalArgumentException when a length is wrong or a value is not finite
   * @throws IllegalStateException when this matrix is closed
   */
  public final void innerProducts(float[] query, double[] out) {
    innerProducts(new float[][] {query}, new double[][] {out});
  }

  /**
   * Multiplies several vectors with every row, which costs less than one after the other.
   *
   * @param queries {@code [queries][dimensions]}, finite
   * @param out receives {@code [queries][artworks]}; each inner array at least {@code size()} long
   * @throws IllegalArgumentException when a length is wrong or a value is not finite
   * @throws IllegalStateException when this matrix is closed
   */
  @Override
  public final void innerProducts(float[][] queries, double[][] out) {
    check(queries, size, out);
    multiply(queries, out);
  }

  /**
   * Multiplies several vectors with a few rows: to score again, or to explain.
   *
   * @param queries {@code [queries][dimensions]}, finite
   * @param rows which rows, in any order
   * @param out receives {@code [queries][rows asked for]}, 0 where a row is missing
   * @throws IllegalArgumentException when a length is wrong or a value is not finite
   * @throws IndexOutOfBoundsException when there is no such row
   * @throws IllegalStateException when this matrix is closed
   */
  @Override
  public final void innerProducts(float[][] queries, int[] rows, double[][] out) {
    check(queries, rows.length, out);
    for (int row : rows) {
      Objects.checkIndex(row, size);
    }
    multiply(queries, rows, out);
  }

  private void check(float[][] queries, int results, double[][] out) {
    checkOpen();
    if (out.length < queries.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "room for the results of %d queries, expected %d",
              out.length,
              queries.length));
    }
    for (int q = 0; q < queries.length; q++) {
      check(q, queries[q]);
      if (out[q].length < results) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "room for %d results, expected %d or more, one for each row (query %d)",
                out[q].length,
                results,
                q));
      }
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "asked a loaded matrix of %d × %d after it was closed; load it again",
              size,
              dimensions));
    }
  }

  /**
   * Finds the rows with the largest products, without handing out all products: for many visitors
   * at a time, each without the works known to them. One thread; split the queries to use more.
   *
   * @param queries {@code [queries][dimensions]}, finite
   * @param n how many rows for each query, 0 or more
   * @param eligible the rows that may be found for any query
   * @param excluded for each query the rows to leave out, ascending
   * @return for each query at most {@code n} rows; missing rows are never among them
   * @throws IllegalArgumentException when a length is wrong, a value is not finite or rows to leave
   *     out do not ascend
   * @throws IllegalStateException when this matrix is closed
   */
  @Override
  public final List<TopRows> top(float[][] queries, int n, BitSet eligible, int[][] excluded) {
    checkOpen();
    if (n < 0 || excluded.length != queries.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d rows for each of %d queries, %d lists of rows to leave out; expected 0 rows or more, and as many lists as queries",
              n,
              queries.length,
              excluded.length));
    }
    for (int q = 0; q < queries.length; q++) {
      check(q, queries[q]);
      for (int i = 1; i < excluded[q].length; i++) {
        if (excluded[q][i - 1] >= excluded[q][i]) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "row %d to leave out follows %d, expected ascending (query %d)",
                  excluded[q][i],
                  excluded[q][i - 1],
                  q));
        }
      }
    }
    return select(queries, n, eligible, excluded);
  }

  private void check(int number, float[] query) {
    if (query.length != dimensions) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "query of %d values, expected %d, the dimensions of the matrix (query %d)",
              query.length,
              dimensions,
              number));
    }
    for (int d = 0; d < dimensions; d++) {
      if (!Float.isFinite(query[d])) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "value %s at dimension %d, expected a finite number (query %d)",
                query[d],
                d,
                number));
      }
    }
  }

  /**
   * Does the work; what it is given has been checked.
   *
   * @param queries {@code [queries][dimensions]}
   * @param out receives {@code [queries][artworks]}
   */
  protected abstract void multiply(float[][] queries, double[][] out);

  /**
   * Multiplies with a few rows; what it is given has been checked. By default multiplies with all
   * and keeps those: a backend that can should do better.
   *
   * @param queries {@code [queries][dimensions]}
   * @param rows which rows
   * @param out receives {@code [queries][rows asked for]}, to the bit what {@link
   *     #multiply(float[][], double[][])} gives
   */
  protected void multiply(float[][] queries, int[] rows, double[][] out) {
    double[][] all = new double[1][size];
    for (int q = 0; q < queries.length; q++) {
      multiply(new float[][] {queries[q]}, all);
      for (int i = 0; i < rows.length; i++) {
        out[q][i] = all[0][rows[i]];
      }
    }
  }

  /**
   * Does the work of {@link #top}; what it is given has been checked. By default multiplies a few
   * queries at a time and looks at all products.
   *
   * @param queries {@code [queries][dimensions]}
   * @param n how many rows for each query
   * @param eligible the rows that may be found for any query; must not be changed
   * @param excluded for each query the rows to leave out, ascending
   * @return for each query its best rows
   */
  protected List<TopRows> select(float[][] queries, int n, BitSet eligible, int[][] excluded) {
    BitSet rows = (BitSet) eligible.clone();
    rows.clear(size, Math.max(size, rows.length()));
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      rows.set(row, isPresent(row));
    }
    List<TopRows> all = new ArrayList<>(queries.length);
    double[][] products = new double[Math.min(SELECTED_AT_ONCE, queries.length)][size];
    for (int from = 0; from < queries.length; from += SELECTED_AT_ONCE) {
      int to = Math.min(queries.length, from + SELECTED_AT_ONCE);
      multiply(Arrays.copyOfRange(queries, from, to), products);
      for (int q = from; q < to; q++) {
        all.add(TopRows.best(products[q - from], n, rows, excluded[q]));
      }
    }
    return all;
  }

  /**
   * Tells whether a row is there.
   *
   * @param artwork the row
   * @return false when it is missing
   */
  protected abstract boolean isPresent(int artwork);

  /** Releases what the backend holds for this matrix; called once. Does nothing by default. */
  protected void release() {}

  /** Releases this matrix, once no thread asks it any more. Closing again is harmless. */
  @Override
  public final void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    release();
  }
}
