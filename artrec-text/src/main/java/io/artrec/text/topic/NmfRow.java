package io.artrec.text.topic;

import java.util.Arrays;

/** One row of a non-negative factor while it is improved, the other factor standing still. */
final class NmfRow {
  private static final double TINY = 1e-300;
  private static final int PASSES = 2;

  private final int width;
  private final double[] row;
  private final double[] sums;

  NmfRow(int width) {
    this.width = width;
    row = new double[width];
    sums = new double[width];
  }

  void load(double[] factor, int at) {
    System.arraycopy(factor, at, row, 0, width);
  }

  void store(double[] factor, int at) {
    System.arraycopy(row, 0, factor, at, width);
  }

  double[] values() {
    return row;
  }

  /**
   * One multiplicative update for the Kullback-Leibler divergence (Lee, Seung, Algorithms for
   * non-negative matrix factorization, NIPS 2000): {@code w_k ← w_k · Σ_j (x_j / y_j) h_jk / Σ_j
   * h_jk}, {@code y = wHᵀ}.
   *
   * @param totals {@code Σ_j h_jk}
   * @return the divergence before, where it is asked for, else 0
   */
  double multiply(
      int[] column,
      double[] value,
      int begin,
      int end,
      double[] other,
      double[] totals,
      boolean measure) {
    Arrays.fill(sums, 0);
    double divergence = 0;
    for (int p = begin; p < end; p++) {
      int at = column[p] * width;
      double y = dot(other, at) + TINY;
      SparseRows.addScaled(value[p] / y, other, at, sums);
      if (measure) {
        divergence += value[p] * (StrictMath.log(value[p] / y) - 1);
      }
    }
    for (int k = 0; k < width; k++) {
      if (measure) {
        divergence += row[k] * totals[k];
      }
      row[k] = totals[k] > 0 ? row[k] * sums[k] / totals[k] : 0;
    }
    return divergence;
  }

  /** Four running sums, added up in a stated order. */
  private double dot(double[] other, int at) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = 0;
    for (; k + 4 <= width; k += 4) {
      s0 += row[k] * other[at + k];
      s1 += row[k + 1] * other[at + k + 1];
      s2 += row[k + 2] * other[at + k + 2];
      s3 += row[k + 3] * other[at + k + 3];
    }
    for (; k < width; k++) {
      s0 += row[k] * other[at + k];
    }
    return s0 + s1 + (s2 + s3);
  }

  /**
   * Hierarchical alternating least squares (Cichocki, Phan, Fast local algorithms for large scale
   * nonnegative matrix and tensor factorizations, IEICE Transactions 2009): {@code w_k ← max(0, w_k
   * + (b_k − (wG)_k) / G_kk)}, one dimension after the other, {@code b = xH}, {@code G = HᵀH}.
   *
   * @return the squared error before, where it is asked for, else 0
   */
  double leastSquares(
      int[] column,
      double[] value,
      int begin,
      int end,
      double[] other,
      double[] gram,
      boolean measure) {
    Arrays.fill(sums, 0);
    double square = 0;
    for (int p = begin; p < end; p++) {
      SparseRows.addScaled(value[p], other, column[p] * width, sums);
      square += value[p] * value[p];
    }
    double lost = 0;
    if (measure) {
      lost = square;
      for (int k = 0; k < width; k++) {
        lost += row[k] * (dot(gram, k * width) - 2 * sums[k]);
      }
    }
    for (int pass = 0; pass < PASSES; pass++) {
      for (int k = 0; k < width; k++) {
        double curvature = gram[k * width + k];
        row[k] =
            curvature > 0 ? Math.max(0, row[k] + (sums[k] - dot(gram, k * width)) / curvature) : 0;
      }
    }
    return lost;
  }
}
