package io.artrec.vector;

import java.util.Arrays;

/**
 * The best of the rows offered in ascending order, without those excluded. A binary heap with the
 * worst at its root; what is excluded is met by a cursor that moves along.
 */
final class Selection {
  private final int[] excluded;
  private final int[] rows;
  private final double[] scores;
  private int cursor;
  private int size;

  /**
   * Creates an empty selection.
   *
   * @param most how many to keep, 0 or more
   * @param excluded ascending
   */
  Selection(int most, int[] excluded) {
    this.excluded = excluded;
    rows = new int[most];
    scores = new double[most];
  }

  /** What a row must exceed to be kept: a later row with the same score ranks after. */
  float bound() {
    if (rows.length == 0) {
      return Float.POSITIVE_INFINITY;
    }
    return size < rows.length ? Float.NEGATIVE_INFINITY : (float) scores[0];
  }

  void offer(int row, double score) {
    while (cursor < excluded.length && excluded[cursor] < row) {
      cursor++;
    }
    if (cursor < excluded.length && excluded[cursor] == row) {
      return;
    }
    if (size < rows.length) {
      rows[size] = row;
      scores[size] = score;
      up(size++);
    } else if (size > 0 && score > scores[0]) {
      rows[0] = row;
      scores[0] = score;
      down(size);
    }
  }

  /** Empties this selection into a list, best first, ties by the smaller row. */
  TopRows best() {
    int kept = size;
    while (size > 1) {
      swap(0, --size);
      down(size);
    }
    size = 0;
    return new TopRows(Arrays.copyOf(rows, kept), Arrays.copyOf(scores, kept));
  }

  private boolean worse(int a, int b) {
    return scores[a] < scores[b] || (scores[a] == scores[b] && rows[a] > rows[b]);
  }

  private void up(int start) {
    int child = start;
    while (child > 0 && worse(child, (child - 1) / 2)) {
      swap(child, (child - 1) / 2);
      child = (child - 1) / 2;
    }
  }

  private void down(int end) {
    int parent = 0;
    while (true) {
      int worst = parent;
      for (int child = 2 * parent + 1; child <= 2 * parent + 2 && child < end; child++) {
        worst = worse(child, worst) ? child : worst;
      }
      if (worst == parent) {
        return;
      }
      swap(parent, worst);
      parent = worst;
    }
  }

  private void swap(int a, int b) {
    int row = rows[a];
    double score = scores[a];
    rows[a] = rows[b];
    scores[a] = scores[b];
    rows[b] = row;
    scores[b] = score;
  }
}
