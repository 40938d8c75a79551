package io.artrec.map;

import java.util.Arrays;

/**
 * Points of a plane by quarters, for the sum of what far points do to one (Barnes and Hut, Nature
 * 324, 1986). Built anew for each step, in the points' order, so that the same points give the same
 * sums to the bit. Reading is thread-safe.
 */
final class QuadTree {
  /** Points that lie together are not parted any deeper. */
  private static final int DEEPEST = 48;

  private static final int NONE = -1;

  /** What all points do to one of them, and the cells still to be looked at; for one thread. */
  static final class Walk {
    private final int[] cells = new int[4 * DEEPEST + 4];
    private final double[] sides = new double[4 * DEEPEST + 4];
    private double x;
    private double y;
    private double weight;

    /** The sum of {@code (x_i − x_j) / (1 + d²)²} over all other points. */
    double x() {
      return x;
    }

    /** The sum of {@code (y_i − y_j) / (1 + d²)²} over all other points. */
    double y() {
      return y;
    }

    /** The sum of {@code 1 / (1 + d²)} over all other points. */
    double weight() {
      return weight;
    }
  }

  private final double side;
  private int cells = 1;
  private int[] firstChild = new int[1024];
  private int[] point = new int[1024];
  private int[] count = new int[1024];
  private double[] sumX = new double[1024];
  private double[] sumY = new double[1024];
  private final double[] x;
  private final double[] y;

  QuadTree(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    double left = Arrays.stream(x).min().orElse(0);
    double right = Arrays.stream(x).max().orElse(0);
    double low = Arrays.stream(y).min().orElse(0);
    double high = Arrays.stream(y).max().orElse(0);
    side = Math.max(Math.max(right - left, high - low), Double.MIN_NORMAL) * (1 + 1e-9);
    firstChild[0] = NONE;
    point[0] = NONE;
    for (int i = 0; i < x.length; i++) {
      insert(i, left, low);
    }
  }

  private void insert(int i, double left, double low) {
    int cell = 0;
    double size = side;
    double cellLeft = left;
    double cellLow = low;
    for (int depth = 0; ; depth++) {
      if (firstChild[cell] == NONE) {
        if (count[cell] == 0 || depth == DEEPEST) {
          take(cell, i);
          point[cell] = count[cell] == 1 ? i : point[cell];
          return;
        }
        split(cell, cellLeft, cellLow, size);
      }
      take(cell, i);
      size /= 2;
      int right = x[i] >= cellLeft + size ? 1 : 0;
      int up = y[i] >= cellLow + size ? 1 : 0;
      cellLeft += right * size;
      cellLow += up * size;
      cell = firstChild[cell] + 2 * up + right;
    }
  }

  private void take(int cell, int i) {
    count[cell]++;
    sumX[cell] += x[i];
    sumY[cell] += y[i];
  }

  /** Moves the one point of a leaf into one of four new cells. */
  private void split(int cell, double left, double low, double size) {
    int first = cells;
    cells += 4;
    if (cells > count.length) {
      int longer = 2 * count.length;
      firstChild = Arrays.copyOf(firstChild, longer);
      point = Arrays.copyOf(point, longer);
      count = Arrays.copyOf(count, longer);
      sumX = Arrays.copyOf(sumX, longer);
      sumY = Arrays.copyOf(sumY, longer);
    }
    Arrays.fill(firstChild, first, cells, NONE);
    Arrays.fill(point, first, cells, NONE);
    firstChild[cell] = first;
    int held = point[cell];
    point[cell] = NONE;
    int right = x[held] >= left + size / 2 ? 1 : 0;
    int up = y[held] >= low + size / 2 ? 1 : 0;
    int child = first + 2 * up + right;
    take(child, held);
    point[child] = held;
  }

  /**
   * Sums up what all other points do to one; those of a cell at once where its side is below {@code
   * theta} times its distance.
   */
  void push(int i, double theta, Walk walk) {
    double limit = theta * theta;
    double forceX = 0;
    double forceY = 0;
    double weight = 0;
    walk.cells[0] = 0;
    walk.sides[0] = side;
    int top = 1;
    while (top > 0) {
      int cell = walk.cells[--top];
      double size = walk.sides[top];
      int points = count[cell];
      if (points == 0) {
        continue;
      }
      double dx = x[i] - sumX[cell] / points;
      double dy = y[i] - sumY[cell] / points;
      double square = dx * dx + dy * dy;
      boolean leaf = firstChild[cell] == NONE;
      if (leaf || size * size < limit * square) {
        double near = 1 / (1 + square);
        double others = leaf && isAt(i, point[cell]) ? points - 1 : points;
        weight += others * near;
        forceX += others * near * near * dx;
        forceY += others * near * near * dy;
      } else {
        for (int child = 3; child >= 0; child--) {
          walk.cells[top] = firstChild[cell] + child;
          walk.sides[top++] = size / 2;
        }
      }
    }
    walk.x = forceX;
    walk.y = forceY;
    walk.weight = weight;
  }

  private boolean isAt(int i, int other) {
    return x[i] == x[other] && y[i] == y[other];
  }
}
