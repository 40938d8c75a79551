package io.artrec.cf.linear;

import io.artrec.kernel.internal.Kernels;
import io.artrec.kernel.internal.SymmetricUpdate;
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
  private static final int BLOCK = SymmetricUpdate.DEPTH;

  private final double[][] a;
  private final int n;

  /** Rows: pivots of the block; columns: what stood in their columns. */
  private final double[][] column;

  /** Rows of the matrix times the inverse of the pivot block. */
  private final double[][] scaled;

  private final Kernels kernels;

  private SymmetricInverse(double[][] matrix, Kernels kernels) {
    this.kernels = kernels;
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
  static void invert(double[][] matrix, Kernels kernels, TrainingContext context, String stage) {
    SymmetricInverse inverse = new SymmetricInverse(matrix, kernels);
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
    context.workers().run(stage, n, (first, last) -> scale(pivot, first, last));
    SymmetricUpdate product = kernels.symmetricUpdate(scaled, column);
    context.workers().run(stage, n, (first, last) -> update(product, from, to, first, last));
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

  private void update(SymmetricUpdate product, int from, int to, int first, int last) {
    product.subtract(a, first, Math.min(last, from));
    product.subtract(a, Math.max(first, to), last);
    for (int i = Math.max(first, to); i < last; i++) {
      System.arraycopy(scaled[i], 0, a[i], from, to - from);
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
