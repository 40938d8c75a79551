package io.artrec.vision.shape;

import java.util.Arrays;

/**
 * The cheapest one-to-one match of rows to columns, by shortest augmenting paths (Jonker and
 * Volgenant, A Shortest Augmenting Path Algorithm for Dense and Sparse Linear Assignment Problems,
 * Computing 38, 1987; without its initialisation). O(rows² · columns).
 */
final class Assignment {
  private final double[][] costs;
  private final int columns;
  private final double[] ofRows;
  private final double[] ofColumns;
  private final int[] rowOf;

  private Assignment(double[][] costs, int columns) {
    this.costs = costs;
    this.columns = columns;
    this.ofRows = new double[costs.length];
    this.ofColumns = new double[columns];
    this.rowOf = new int[columns];
    Arrays.fill(rowOf, -1);
  }

  /**
   * Matches.
   *
   * @param costs finite, by row and column; no more rows than columns
   * @return the column of each row
   */
  static int[] cheapest(double[][] costs) {
    Assignment assignment = new Assignment(costs, costs[0].length);
    for (int row = 0; row < costs.length; row++) {
      assignment.add(row);
    }
    int[] columnOf = new int[costs.length];
    for (int column = 0; column < assignment.columns; column++) {
      if (assignment.rowOf[column] >= 0) {
        columnOf[assignment.rowOf[column]] = column;
      }
    }
    return columnOf;
  }

  /** Matches one row more, changing others along the cheapest path to a free column. */
  private void add(int start) {
    double[] distance = new double[columns];
    int[] before = new int[columns];
    boolean[] done = new boolean[columns];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    Arrays.fill(before, -1);
    int row = start;
    int from = -1;
    double reached = 0;
    while (true) {
      int nearest = -1;
      for (int column = 0; column < columns; column++) {
        if (done[column]) {
          continue;
        }
        double through = reached + costs[row][column] - ofRows[row] - ofColumns[column];
        if (through < distance[column]) {
          distance[column] = through;
          before[column] = from;
        }
        if (nearest < 0 || distance[column] < distance[nearest]) {
          nearest = column;
        }
      }
      reached = distance[nearest];
      done[nearest] = true;
      if (rowOf[nearest] < 0) {
        price(start, reached, distance, done, nearest);
        flip(start, nearest, before);
        return;
      }
      from = nearest;
      row = rowOf[nearest];
    }
  }

  private void price(int start, double reached, double[] distance, boolean[] done, int end) {
    ofRows[start] += reached;
    for (int column = 0; column < columns; column++) {
      if (done[column] && column != end) {
        ofRows[rowOf[column]] += reached - distance[column];
        ofColumns[column] -= reached - distance[column];
      }
    }
  }

  private void flip(int start, int end, int[] before) {
    int column = end;
    while (before[column] >= 0) {
      rowOf[column] = rowOf[before[column]];
      column = before[column];
    }
    rowOf[column] = start;
  }
}
