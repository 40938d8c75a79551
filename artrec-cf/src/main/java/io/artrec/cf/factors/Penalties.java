package io.artrec.cf.factors;

/**
 * How strongly the biases and factors of a visitor or work with some ratings are held to 0.
 *
 * @param regularization of factors, for each rating
 * @param biasRegularization of the bias, for each rating
 * @param shrinkage of both, once
 */
record Penalties(double regularization, double biasRegularization, double shrinkage) {
  private static final double LEAST = 1e-6;

  double ofBias(int ratings) {
    return Math.max(LEAST, biasRegularization * ratings + shrinkage);
  }

  double ofFactors(int ratings) {
    return Math.max(LEAST, regularization * ratings + shrinkage);
  }
}
