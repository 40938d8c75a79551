package io.artrec.cf.content;

/** A symmetric positive definite matrix, known by what it makes of vectors. */
interface LinearSystem {
  /** How many unknowns there are. */
  int size();

  /** Multiplies a vector. */
  void multiply(double[] vector, double[] into);

  /** The diagonal. */
  void diagonal(double[] into);

  /**
   * Solves by conjugate gradients, preconditioned by the diagonal (Hestenes and Stiefel 1952;
   * Strandén and Lidauer, Journal of Dairy Science 82, 1999, for mixed models). O(steps ·
   * multiply).
   *
   * @param right the right side
   * @param solution where to begin; receives the solution
   * @param tolerance the residual, in the preconditioner's norm, as a share of the right side's
   * @param most the most steps
   */
  default void solve(double[] right, double[] solution, double tolerance, int most) {
    int n = size();
    double[] scale = new double[n];
    diagonal(scale);
    double[] residual = new double[n];
    double[] direction = new double[n];
    double[] product = new double[n];
    multiply(solution, product);
    double norm = 0;
    double rightNorm = 0;
    for (int k = 0; k < n; k++) {
      scale[k] = scale[k] > 0 ? 1 / scale[k] : 0;
      residual[k] = right[k] - product[k];
      direction[k] = scale[k] * residual[k];
      norm += residual[k] * direction[k];
      rightNorm += scale[k] * right[k] * right[k];
    }
    double enough = tolerance * tolerance * rightNorm;
    for (int step = 0; step < most && norm > enough; step++) {
      multiply(direction, product);
      double curvature = 0;
      for (int k = 0; k < n; k++) {
        curvature += direction[k] * product[k];
      }
      if (!(curvature > 0)) {
        return;
      }
      double length = norm / curvature;
      double next = 0;
      for (int k = 0; k < n; k++) {
        solution[k] += length * direction[k];
        residual[k] -= length * product[k];
        next += scale[k] * residual[k] * residual[k];
      }
      double turn = next / norm;
      for (int k = 0; k < n; k++) {
        direction[k] = scale[k] * residual[k] + turn * direction[k];
      }
      norm = next;
    }
  }
}
