package io.artrec.cf.linear;

import io.artrec.cf.data.Workers;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;

/**
 * The inverse of a symmetric positive definite matrix, in place: the sweep operator (Goodnight, A
 * tutorial on the SWEEP operator, 1979) by blocks of 64 pivots. Each block costs one update of rank
 * 64 of the lower triangle, whose inner loop adds eight rows at a time to one without a reduction,
 * so that the JIT vectorises it; n³ floating-point operations in all, in the same order at any
 * number of threads.
 */
final class SymmetricInverse {
  private static final int BLOCK = 64;
  private static final int TILE = 512;

  private final double[][] a;
  private final int n;

  /** Rows: pivots of the block; columns: what stood in their columns. */
  private final double[][] column;

  /** Rows of the matrix times the inverse of the pivot block. */
  private final double[][] scaled;

  private SymmetricInverse(double[][] matrix) {
    a = matrix;
    n = matrix.length;
    column = new double[BLOCK][n];
    scaled = new double[n][BLOCK];
  }

  /**
   * Inverts a matrix.
   *
   * @param matrix a symmetric positive definite matrix, of which the lower triangle is read;
   *     becomes its inverse, both triangles
   * @throws ArithmeticException when it is not positive definite
   */
  static void invert(double[][] matrix, TrainingContext context, String stage) {
    SymmetricInverse inverse = new SymmetricInverse(matrix);
    for (int from = 0; from < inverse.n; from += BLOCK) {
      inverse.sweep(from, Math.min(inverse.n, from + BLOCK), context, stage);
    }
    for (int i = 0; i < inverse.n; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = -matrix[i][j];
        matrix[j][i] = matrix[i][j];
      }
    }
  }

  private void sweep(int from, int to, TrainingContext context, String stage) {
    int pivots = to - from;
    double[][] pivot = new double[pivots][pivots];
    for (int k = 0; k < pivots; k++) {
      for (int l = 0; l <= k; l++) {
        pivot[k][l] = a[from + k][from + l];
        pivot[l][k] = pivot[k][l];
      }
      System.arraycopy(a[from + k], 0, column[k], 0, from);
      Arrays.fill(column[k], from, to, 0);
      for (int i = to; i < n; i++) {
        column[k][i] = a[i][from + k];
      }
    }
    for (int k = pivots; k < BLOCK; k++) {
      Arrays.fill(column[k], 0);
    }
    invertSmall(pivot);
    Workers.run(context, stage, n, (first, last) -> scale(pivot, first, last));
    Workers.run(context, stage, n, (first, last) -> update(from, to, first, last));
    for (int k = 0; k < pivots; k++) {
      for (int j = 0; j < from; j++) {
        a[from + k][j] = scaled[j][k];
      }
      for (int l = 0; l <= k; l++) {
        a[from + k][from + l] = -pivot[k][l];
      }
    }
  }

  private void scale(double[][] pivot, int first, int last) {
    for (int i = first; i < last; i++) {
      double[] row = scaled[i];
      Arrays.fill(row, 0);
      for (int l = 0; l < pivot.length; l++) {
        double value = column[l][i];
        double[] of = pivot[l];
        for (int k = 0; k < of.length; k++) {
          row[k] += value * of[k];
        }
      }
    }
  }

  private void update(int from, int to, int first, int last) {
    for (int tile = 0; tile < last; tile += TILE) {
      for (int i = Math.max(first, tile); i < last; i++) {
        if (i < from || i >= to) {
          int end = Math.min(i + 1, tile + TILE);
          for (int k = 0; k < BLOCK; k += 8) {
            subtract(scaled[i], k, tile, end, a[i]);
          }
        }
      }
    }
    for (int i = Math.max(first, to); i < last; i++) {
      System.arraycopy(scaled[i], 0, a[i], from, to - from);
    }
  }

  private void subtract(double[] by, int k, int from, int to, double[] row) {
    double[] c0 = column[k];
    double[] c1 = column[k + 1];
    double[] c2 = column[k + 2];
    double[] c3 = column[k + 3];
    double[] c4 = column[k + 4];
    double[] c5 = column[k + 5];
    double[] c6 = column[k + 6];
    double[] c7 = column[k + 7];
    double b0 = by[k];
    double b1 = by[k + 1];
    double b2 = by[k + 2];
    double b3 = by[k + 3];
    double b4 = by[k + 4];
    double b5 = by[k + 5];
    double b6 = by[k + 6];
    double b7 = by[k + 7];
    for (int j = from; j < to; j++) {
      row[j] -=
          b0 * c0[j]
              + b1 * c1[j]
              + b2 * c2[j]
              + b3 * c3[j]
              + b4 * c4[j]
              + b5 * c5[j]
              + b6 * c6[j]
              + b7 * c7[j];
    }
  }

  /** Inverts a small matrix by sweeping its pivots one by one. */
  private static void invertSmall(double[][] p) {
    int size = p.length;
    for (int k = 0; k < size; k++) {
      double d = p[k][k];
      if (!(d > 0)) {
        throw new ArithmeticException(
            "pivot is " + d + ", expected a positive definite matrix; raise regularization");
      }
      for (int i = 0; i < size; i++) {
        if (i != k) {
          double factor = p[i][k] / d;
          for (int j = 0; j < size; j++) {
            if (j != k) {
              p[i][j] -= factor * p[k][j];
            }
          }
        }
      }
      for (int i = 0; i < size; i++) {
        if (i != k) {
          p[i][k] /= d;
          p[k][i] /= d;
        }
      }
      p[k][k] = -1 / d;
    }
    for (double[] row : p) {
      for (int j = 0; j < size; j++) {
        row[j] = -row[j];
      }
    }
  }
}
