package io.artrec.cf.mf;

/**
 * How strongly the biases and factors of a visitor or work with some ratings are held to 0.
 *
 * @param regularization of factors, for each rating
 * @param biasRegularization of the bias, for each rating
 * @param shrinkage of both, once
 * @param l1 of each factor's size, half of it; only where factors are not negative
 * @param nonNegative whether factors must not be negative
 */
record Penalties(
    double regularization,
    double biasRegularization,
    double shrinkage,
    double l1,
    boolean nonNegative) {
  private static final double LEAST = 1e-6;

  /** For factors of either sign. */
  Penalties(double regularization, double biasRegularization, double shrinkage) {
    this(regularization, biasRegularization, shrinkage, 0, false);
  }

  /** What solves for a bias and factors. */
  RidgeSystem system(int factors) {
    return nonNegative ? new NonNegativeRidgeSystem(factors, l1) : new RidgeSystem(factors);
  }

  double ofBias(int ratings) {
    return Math.max(LEAST, biasRegularization * ratings + shrinkage);
  }

  double ofFactors(int ratings) {
    return Math.max(LEAST, regularization * ratings + shrinkage);
  }
}
