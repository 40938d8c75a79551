package io.artrec.cf.neighbors;

import java.util.Arrays;

/** Inner products of one vector with many rows, and how many entries they share. Reused. */
final class Products {
  private final float[] sums;
  private final int[] shared;
  private final int[] stamps;
  private final int[] met;
  private int metCount;
  private int stamp;

  /** How many first rows are looked at, met or not; 0 when only those that are met. */
  private int all;

  /**
   * Creates products with rows.
   *
   * @param rows how many rows there are
   * @param overlap whether shared entries are counted; otherwise they are 1
   */
  Products(int rows, boolean overlap) {
    sums = new float[rows];
    shared = new int[overlap ? rows : 0];
    stamps = new int[rows];
    met = new int[rows];
  }

  /**
   * Begins anew.
   *
   * @param first how many rows to look at when so many will be met that looking at all is cheaper;
   *     otherwise 0
   */
  void start(int first) {
    all = first;
    metCount = 0;
    stamp++;
    Arrays.fill(sums, 0, first, 0);
    if (shared.length > 0) {
      Arrays.fill(shared, 0, first, 0);
    }
  }

  void add(float value, int[] rows, float[] values, int from, int to) {
    if (all == 0) {
      meet(rows, from, to);
    }
    if (shared.length == 0) {
      for (int p = from; p < to; p++) {
        sums[rows[p]] += value * values[p];
      }
    } else {
      for (int p = from; p < to; p++) {
        sums[rows[p]] += value * values[p];
        shared[rows[p]]++;
      }
    }
  }

  private void meet(int[] rows, int from, int to) {
    for (int p = from; p < to; p++) {
      int row = rows[p];
      if (stamps[row] != stamp) {
        stamps[row] = stamp;
        met[metCount++] = row;
        sums[row] = 0;
        if (shared.length > 0) {
          shared[row] = 0;
        }
      }
    }
  }

  /** How many rows to look at with {@link #row}; some may have product 0. */
  int count() {
    return all > 0 ? all : metCount;
  }

  int row(int i) {
    return all > 0 ? i : met[i];
  }

  float product(int row) {
    return sums[row];
  }

  int shared(int row) {
    return shared.length == 0 ? 1 : shared[row];
  }
}
