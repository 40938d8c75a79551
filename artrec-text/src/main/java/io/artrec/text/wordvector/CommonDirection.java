package io.artrec.text.wordvector;

import java.util.Arrays;

/**
 * The first right singular vector of rows that are added one by one: the eigenvector of the
 * greatest eigenvalue of their inner products, by power iteration from the rows' sum.
 */
final class CommonDirection {
  /** How many texts are enough. */
  static final int MOST_TEXTS = 10_000;

  private static final int ROUNDS = 300;
  private static final double SETTLED = 1e-12;

  private final double[][] products;
  private final double[] sum;
  private int texts;

  CommonDirection(int dimensions) {
    products = new double[dimensions][dimensions];
    sum = new double[dimensions];
  }

  int texts() {
    return texts;
  }

  void add(double[] row) {
    texts++;
    for (int a = 0; a < row.length; a++) {
      double value = row[a];
      sum[a] += value;
      double[] into = products[a];
      for (int b = 0; b < row.length; b++) {
        into[b] += value * row[b];
      }
    }
  }

  /** A unit vector; zeros when all rows are. */
  double[] find() {
    double[] now = sum.clone();
    if (!normalize(now)) {
      Arrays.fill(now, 1);
      normalize(now);
    }
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[now.length];
      for (int a = 0; a < next.length; a++) {
        for (int b = 0; b < next.length; b++) {
          next[a] += products[a][b] * now[b];
        }
      }
      if (!normalize(next)) {
        return next;
      }
      double change = 0;
      for (int d = 0; d < next.length; d++) {
        change += (next[d] - now[d]) * (next[d] - now[d]);
      }
      now = next;
      if (change < SETTLED * SETTLED) {
        break;
      }
    }
    return now;
  }

  private static boolean normalize(double[] vector) {
    double square = 0;
    for (double value : vector) {
      square += value * value;
    }
    if (!(square > 0)) {
      return false;
    }
    double length = Math.sqrt(square);
    for (int d = 0; d < vector.length; d++) {
      vector[d] /= length;
    }
    return true;
  }
}
