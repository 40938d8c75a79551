package io.artrec.cf.factors;

/** A symmetric positive definite system in doubles, factorised once and solved often. */
final class SymmetricSystem {
  private final double[][] lower;

  /**
   * Factorises.
   *
   * @param matrix the lower triangle is read and overwritten
   * @throws ArithmeticException when it is not positive definite
   */
  SymmetricSystem(double[][] matrix) {
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

  /** Adds {@code x xᵀ}, times a weight, to the lower triangle of a matrix. */
  static void addSquare(double[] x, double weight, double[][] lower) {
    for (int r = 0; r < x.length; r++) {
      addMultiple(lower[r], weight * x[r], x, 0, r + 1);
    }
  }

  /** Has no reduction and one type, so that the JIT vectorises it. */
  private static void addMultiple(double[] row, double factor, double[] of, int from, int to) {
    for (int c = from; c < to; c++) {
      row[c] += factor * of[c];
    }
  }

  /** The solution for a right side, which is kept. */
  double[] solve(double[] right) {
    double[] x = right.clone();
    for (int r = 0; r < x.length; r++) {
      for (int c = 0; c < r; c++) {
        x[r] -= lower[r][c] * x[c];
      }
      x[r] /= lower[r][r];
    }
    for (int r = x.length - 1; r >= 0; r--) {
      x[r] /= lower[r][r];
      for (int c = 0; c < r; c++) {
        x[c] -= lower[r][c] * x[r];
      }
    }
    return x;
  }
}
