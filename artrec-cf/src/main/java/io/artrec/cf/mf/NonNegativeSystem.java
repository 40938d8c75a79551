package io.artrec.cf.mf;

import java.util.Arrays;

/**
 * Least squares without negative solutions: the {@code x} that minimises {@code xᵀAx − 2bᵀx}, none
 * of whose constrained elements is below 0. By an active set, which ends at the exact minimum: an
 * element enters when the gradient asks for it and leaves when it would turn negative.
 *
 * <p>Bro, de Jong, A fast non-negativity-constrained least squares algorithm, Journal of
 * Chemometrics 11, 1997, after Lawson and Hanson.
 *
 * <p>Used over and over. Not thread-safe, but once it is solved {@link #restricted} may be called
 * by many threads. O(size · entered² + entered³) when no element leaves.
 */
final class NonNegativeSystem {
  private static final double LEAST_PIVOT = 1e-13;
  private static final double LEAST_GRADIENT = 1e-11;

  private final int size;
  private final int free;

  /** The elements that are not held at 0, in the order in which {@link #lower} has them. */
  private final int[] entered;

  private int count;
  private final boolean[] inside;
  private final boolean[] refused;
  private final double[][] lower;
  private final double[] x;
  private final double[] proposed;

  /**
   * Creates a system.
   *
   * @param size the number of unknowns
   * @param free how many of them, the first, may be negative
   */
  NonNegativeSystem(int size, int free) {
    this.size = size;
    this.free = free;
    entered = new int[size];
    inside = new boolean[size];
    refused = new boolean[size];
    lower = new double[size][];
    for (int r = 0; r < size; r++) {
      lower[r] = new double[r + 1];
    }
    x = new double[size];
    proposed = new double[size];
  }

  /**
   * Solves.
   *
   * @param matrix {@code A}, row by row; its lower triangle is read
   * @param right {@code b}
   */
  void solve(double[] matrix, double[] right) {
    begin(matrix, right);
    double least = 0;
    for (double value : right) {
      least = Math.max(least, LEAST_GRADIENT * Math.abs(value));
    }
    for (int round = 0; round < 4 * size + 4; round++) {
      int next = steepest(matrix, right, least);
      if (next < 0) {
        return;
      }
      enter(matrix, next);
      move(matrix, right);
      if (inside[next]) {
        Arrays.fill(refused, false);
      } else {
        refused[next] = true;
      }
    }
  }

  private void begin(double[] matrix, double[] right) {
    count = 0;
    Arrays.fill(inside, false);
    Arrays.fill(refused, false);
    Arrays.fill(x, 0);
    for (int k = 0; k < free; k++) {
      enter(matrix, k);
    }
    System.arraycopy(right, 0, x, 0, size);
    restricted(x);
  }

  private double at(double[] matrix, int r, int c) {
    return r >= c ? matrix[r * size + c] : matrix[c * size + r];
  }

  /** The element held at 0 that lowers the sum fastest, or -1. */
  private int steepest(double[] matrix, double[] right, double least) {
    int best = -1;
    double most = least;
    for (int k = free; k < size; k++) {
      if (!inside[k] && !refused[k]) {
        double gradient = right[k];
        for (int i = 0; i < count; i++) {
          gradient -= at(matrix, k, entered[i]) * x[entered[i]];
        }
        if (gradient > most) {
          most = gradient;
          best = k;
        }
      }
    }
    return best;
  }

  /** Appends an element to the factorisation. */
  private void enter(double[] matrix, int k) {
    double[] row = lower[count];
    double diagonal = at(matrix, k, k);
    double pivot = diagonal;
    for (int c = 0; c < count; c++) {
      double sum = at(matrix, k, entered[c]);
      for (int j = 0; j < c; j++) {
        sum -= row[j] * lower[c][j];
      }
      row[c] = sum / lower[c][c];
      pivot -= row[c] * row[c];
    }
    row[count] = Math.sqrt(Math.max(pivot, Math.max(LEAST_PIVOT * diagonal, Double.MIN_NORMAL)));
    entered[count++] = k;
    inside[k] = true;
  }

  /** Goes to the minimum over what has entered; where something turns negative, it leaves. */
  private void move(double[] matrix, double[] right) {
    while (true) {
      System.arraycopy(right, 0, proposed, 0, size);
      restricted(proposed);
      double step = 1;
      int first = -1;
      for (int i = 0; i < count; i++) {
        int k = entered[i];
        if (k >= free && proposed[k] <= 0) {
          double share = x[k] > 0 ? x[k] / (x[k] - proposed[k]) : 0;
          if (share < step || first < 0) {
            step = share;
            first = k;
          }
        }
      }
      if (first < 0) {
        System.arraycopy(proposed, 0, x, 0, size);
        return;
      }
      for (int i = 0; i < count; i++) {
        int k = entered[i];
        x[k] += step * (proposed[k] - x[k]);
      }
      x[first] = 0;
      leave(matrix);
    }
  }

  /** Factorises anew without the elements that became 0. */
  private void leave(double[] matrix) {
    int before = count;
    count = 0;
    for (int i = 0; i < before; i++) {
      int k = entered[i];
      inside[k] = false;
      if (k < free || x[k] > 0) {
        enter(matrix, k);
      } else {
        x[k] = 0;
      }
    }
  }

  /** The solution. */
  double[] solution() {
    return x;
  }

  /**
   * Replaces {@code y} by the solution of {@code A v = y} over the elements that are not held at 0;
   * the others become 0. With {@code y = b} that is the solution.
   */
  void restricted(double[] y) {
    double[] gathered = new double[count];
    for (int i = 0; i < count; i++) {
      double sum = y[entered[i]];
      double[] row = lower[i];
      for (int c = 0; c < i; c++) {
        sum -= row[c] * gathered[c];
      }
      gathered[i] = sum / row[i];
    }
    for (int i = count - 1; i >= 0; i--) {
      double[] row = lower[i];
      double known = gathered[i] / row[i];
      gathered[i] = known;
      for (int c = 0; c < i; c++) {
        gathered[c] -= row[c] * known;
      }
    }
    Arrays.fill(y, 0);
    for (int i = 0; i < count; i++) {
      y[entered[i]] = gathered[i];
    }
  }
}
