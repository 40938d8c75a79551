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
    for (int r = 0; r < lower.length; r++) {
      for (int c = 0; c <= r; c++) {
        double sum = lower[r][c];
        for (int k = 0; k < c; k++) {
          sum -= lower[r][k] * lower[c][k];
        }
        if (r > c) {
          lower[r][c] = sum / lower[c][c];
        } else if (sum > 0) {
          lower[r][r] = Math.sqrt(sum);
        } else {
          throw new ArithmeticException(
              "pivot is " + sum + ", expected a positive definite matrix; raise regularization");
        }
      }
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
