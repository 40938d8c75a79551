package io.artrec.kernel.internal;

/**
 * The inner loops of gradient descent on pairs of works: which of two a visitor likes better. All
 * rows of a call have the same length, a {@link Kernels#stride stride}, and are different arrays.
 * Thread-safe.
 */
public interface PairwiseKernel {
  /**
   * Returns {@code x·y}.
   *
   * @param x a row
   * @param y a row of the same length
   * @return the product
   */
  float product(float[] x, float[] y);

  /**
   * Returns {@code x·(better − worse)}.
   *
   * @param x the visitor's row
   * @param better the better work's row
   * @param worse the worse work's row
   * @return the difference of the two products
   */
  float difference(float[] x, float[] better, float[] worse);

  /**
   * Moves the rows apart, all three from their values before: {@code x ← keep·x + pull·(better −
   * worse)}, {@code better ← keepWork·better + pull·x}, {@code worse ← keepWork·worse − pull·x}.
   *
   * @param x the visitor's row
   * @param better the better work's row
   * @param worse the worse work's row
   * @param pull the step along the gradient
   * @param keep what regularisation leaves of the visitor's row
   * @param keepWork what regularisation leaves of the works' rows
   */
  void step(float[] x, float[] better, float[] worse, float pull, float keep, float keepWork);
}
