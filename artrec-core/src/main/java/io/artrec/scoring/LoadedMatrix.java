package io.artrec.scoring;

import java.util.Locale;

/**
 * A matrix inside a {@link ScoringBackend}. The public methods check what they are given; a backend
 * implements {@link #multiply}. Thread-safe.
 *
 * <p>A product is off by at most 1e-5 of the two vectors' lengths multiplied; it is finite, also
 * where it lies beyond float.
 */
public abstract class LoadedMatrix implements AutoCloseable {
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
  public final void innerProducts(float[][] queries, double[][] out) {
    if (closed) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "asked a loaded matrix of %d × %d after it was closed; load it again",
              size,
              dimensions));
    }
    if (out.length < queries.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "room for the results of %d queries, expected %d",
              out.length,
              queries.length));
    }
    for (int q = 0; q < queries.length; q++) {
      check(q, queries[q], out[q]);
    }
    multiply(queries, out);
  }

  private void check(int number, float[] query, double[] out) {
    if (query.length != dimensions) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "query of %d values, expected %d, the dimensions of the matrix (query %d)",
              query.length,
              dimensions,
              number));
    }
    if (out.length < size) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "room for %d results, expected %d or more, one for each row (query %d)",
              out.length,
              size,
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
