package io.artrec.map;

import java.util.BitSet;
import java.util.Locale;

/**
 * Where works lie on a plane. Positions have no unit and no direction: only what is near what
 * counts. Immutable and thread-safe.
 */
public final class PlaneLayout {
  private final double[] x;
  private final double[] y;
  private final BitSet placed;

  private PlaneLayout(double[] x, double[] y, BitSet placed) {
    this.x = x;
    this.y = y;
    this.placed = placed;
  }

  /**
   * {@return positions made before}
   *
   * @param x one for each work of a catalogue; finite where the work is placed
   * @param y as many
   * @param placed which works have a place
   * @throws IllegalArgumentException when there are not as many, or a place is not finite
   */
  public static PlaneLayout of(double[] x, double[] y, BitSet placed) {
    if (x.length != y.length || placed.length() > x.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "layout of %d x, %d y and works up to %d, expected as many",
              x.length,
              y.length,
              placed.length()));
    }
    for (int work = placed.nextSetBit(0); work >= 0; work = placed.nextSetBit(work + 1)) {
      if (!Double.isFinite(x[work]) || !Double.isFinite(y[work])) {
        throw new IllegalArgumentException(
            "work " + work + " lies at " + x[work] + ", " + y[work] + ", expected finite numbers");
      }
    }
    return new PlaneLayout(x.clone(), y.clone(), (BitSet) placed.clone());
  }

  /** {@return how many works the catalogue has, placed or not} */
  public int size() {
    return x.length;
  }

  /** {@return how many works have a place} */
  public int placedCount() {
    return placed.cardinality();
  }

  /**
   * {@return whether a work has a place, which those without a vector have not}
   *
   * @param artwork its catalogue index
   */
  public boolean isPlaced(int artwork) {
    return placed.get(artwork);
  }

  /**
   * {@return a work's place from left to right}
   *
   * @param artwork its catalogue index
   * @throws IllegalArgumentException when it has no place
   */
  public double x(int artwork) {
    return x[checked(artwork)];
  }

  /**
   * {@return a work's place from bottom to top}
   *
   * @param artwork its catalogue index
   * @throws IllegalArgumentException when it has no place
   */
  public double y(int artwork) {
    return y[checked(artwork)];
  }

  /** The works that have a place, ascending. */
  int[] placed() {
    return placed.stream().toArray();
  }

  private int checked(int artwork) {
    if (!placed.get(artwork)) {
      throw new IllegalArgumentException("work " + artwork + " has no place; ask isPlaced first");
    }
    return artwork;
  }
}
