package io.artrec.vector;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a matrix with the largest products, best first, ties by the smaller row. Immutable
 * and thread-safe.
 */
public final class TopRows {
  private final int[] artworks;
  private final double[] scores;

  /**
   * Creates a list.
   *
   * @param artworks the rows, best first; kept
   * @param scores their products; kept
   * @throws IllegalArgumentException when there are not as many of the one as of the other
   */
  public TopRows(int[] artworks, double[] scores) {
    if (artworks.length != scores.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d artworks with %d scores, expected as many",
              artworks.length,
              scores.length));
    }
    this.artworks = artworks;
    this.scores = scores;
  }

  /**
   * Chooses the best of given products.
   *
   * @param products a product for each row
   * @param n how many rows at most, 0 or more
   * @param rows the rows that may be chosen
   * @param excluded rows to leave out, ascending
   * @return at most {@code n} rows. O(rows · log n)
   */
  public static TopRows best(double[] products, int n, BitSet rows, int[] excluded) {
    Selection selection = new Selection(Math.min(n, rows.cardinality()), excluded);
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      selection.offer(row, products[row]);
    }
    return selection.best();
  }

  /** {@return how many there are, 0 or more} */
  public int size() {
    return artworks.length;
  }

  /**
   * Returns a row.
   *
   * @param rank 0 for the best
   * @return its number
   */
  public int artwork(int rank) {
    return artworks[rank];
  }

  /**
   * {@return a row's product}
   *
   * @param rank 0 for the best
   */
  public double score(int rank) {
    return scores[rank];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TopRows that
        && Arrays.equals(artworks, that.artworks)
        && Arrays.equals(scores, that.scores);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(artworks) + Arrays.hashCode(scores);
  }

  @Override
  public String toString() {
    return "TopRows" + Arrays.toString(artworks) + Arrays.toString(scores);
  }
}
