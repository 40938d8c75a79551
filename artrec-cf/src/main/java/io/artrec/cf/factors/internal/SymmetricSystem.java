package io.artrec.cf.factors.internal;

/** A symmetric positive definite system in doubles, factorised once and solved often. */
public final class SymmetricSystem {
  /** How many vectors {@link #addSquares} takes. */
  public static final int TOGETHER = 4;

  private final double[][] lower;

  /**
   * Factorises.
   *
   * @param matrix the lower triangle is read and overwritten
   * @throws ArithmeticException when it is not positive definite
   */
  public SymmetricSystem(double[][] matrix) {
    lower = matrix;
    double[] column = new double[lower.length];
    for (int k = 0; k < lower.length; k++) {
      double pivot = lower[k][k];
      if (!(pivot > 0)) {
        throw new ArithmeticException(
            "pivot is " + pivot + ", expected a positive definite matrix; raise regularization");
      }
      double root = Math.sqrt(pivot);
      lower[k][k] = root;
      for (int r = k + 1; r < lower.length; r++) {
        lower[r][k] /= root;
        column[r] = lower[r][k];
      }
      for (int r = k + 1; r < lower.length; r++) {
        addMultiple(lower[r], -column[r], column, k + 1, r + 1);
      }
    }
  }

  /**
   * Adds {@code Σ w_k x_k x_kᵀ} of {@link #TOGETHER} vectors to the lower triangle of a matrix.
   *
   * @param x the vectors
   * @param weights {@code w}
   * @param lower the rows of the lower triangle
   */
  public static void addSquares(double[][] x, double[] weights, double[][] lower) {
    for (int r = 0; r < lower.length; r++) {
      addFour(
          lower[r],
          weights[0] * x[0][r],
          x[0],
          weights[1] * x[1][r],
          x[1],
          weights[2] * x[2][r],
          x[2],
          weights[3] * x[3][r],
          x[3],
          r + 1);
    }
  }

  private static void addFour(
      double[] row,
      double f0,
      double[] x0,
      double f1,
      double[] x1,
      double f2,
      double[] x2,
      double f3,
      double[] x3,
      int to) {
    for (int c = 0; c < to; c++) {
      row[c] += f0 * x0[c] + f1 * x1[c] + f2 * x2[c] + f3 * x3[c];
    }
  }

  /** Has no reduction and one type, so that the JIT vectorises it. */
  private static void addMultiple(double[] row, double factor, double[] of, int from, int to) {
    for (int c = from; c < to; c++) {
      row[c] += factor * of[c];
    }
  }

  /**
   * Solves for a right side, which is kept.
   *
   * @param right the right side
   * @return the solution
   */
  public double[] solve(double[] right) {
    double[] x = right.clone();
    for (int r = 0; r < x.length; r++) {
      double sum = x[r];
      for (int c = 0; c < r; c++) {
        sum -= lower[r][c] * x[c];
      }
      x[r] = sum / lower[r][r];
    }
    for (int r = x.length - 1; r >= 0; r--) {
      x[r] /= lower[r][r];
      addMultiple(x, -x[r], lower[r], 0, r);
    }
    return x;
  }
}
