package io.artrec.kernel.internal;

import java.util.List;

/**
 * A set of numerical loops. Thread-safe; what it creates is not.
 *
 * <p>Results of different sets agree to float rounding, not to the bit: one may fuse
 * multiplications and additions that another rounds apart. The same set gives the same bits on
 * every run.
 */
public interface Kernels {
  /** How many vectors {@link #multiply} takes at a time. */
  int QUERIES = 8;

  /** {@return the stable name: {@code plain}, or {@code simd} for the Vector API} */
  String name();

  /**
   * Returns the distance at which rows of a width are laid out: the width, rounded up to what the
   * loops want. The elements in between are 0.
   *
   * @param width the number of elements of a row, 1 or more
   * @return the stride
   */
  int stride(int width);

  /**
   * Adds {@code y yᵀ} of some rows to a symmetric matrix.
   *
   * @param rows rows at the stride, with zeros after the width
   * @param first the first row
   * @param count how many of them
   * @param width the number of elements of a row
   * @param upper a square matrix at the stride; its upper triangle is added to, what is below is of
   *     no use afterwards
   */
  void addGram(float[] rows, int first, int count, int width, float[] upper);

  /**
   * Prepares the subtraction of a product from a symmetric matrix.
   *
   * @param left {@code L}: as many rows as the matrix, {@link SymmetricUpdate#DEPTH} columns; kept
   * @param right {@code R}: {@link SymmetricUpdate#DEPTH} rows, as many columns as the matrix; kept
   * @return the update
   */
  SymmetricUpdate symmetricUpdate(double[][] left, double[][] right);

  /**
   * Creates a solver of ridge regressions.
   *
   * @param width the number of unknowns, 1 or more
   * @return the solver, for one thread at a time
   */
  RidgeSolver ridgeSolver(int width);

  /** {@return the loops of gradient descent on pairs of works, for any number of threads} */
  PairwiseKernel pairwise();

  /**
   * Multiplies vectors with the columns of a block, summing in float.
   *
   * @param block {@code [dimensions][columns]}
   * @param from the first column
   * @param to after the last column
   * @param queries vectors of as many dimensions
   * @param first the first query
   * @param count how many of them, {@value #QUERIES} at most
   * @param products receives at {@code [q][c]} the product of query {@code first + q} with column
   *     {@code c}; {@value #QUERIES} arrays, or one for one query; those beyond the count are of no
   *     use afterwards
   */
  void multiply(
      float[][] block,
      int from,
      int to,
      float[][] queries,
      int first,
      int count,
      float[][] products);

  /**
   * Finds a value above a bound.
   *
   * @param values where to look
   * @param from the first index
   * @param to after the last index
   * @param bound what is to be exceeded
   * @return the first index from {@code from} whose value is more than the bound, or {@code to}
   */
  int firstAbove(float[] values, int from, int to, float bound);

  /**
   * Says which loops {@link #best} are, and what would make them faster.
   *
   * @return a line for people, logged once when the first loops run
   */
  static String advice() {
    return AvailableKernels.advice(best());
  }

  /**
   * {@return the fastest set that the running JVM offers: {@code simd} when it was started with
   * {@code --add-modules jdk.incubator.vector}, else {@code plain}}
   */
  static Kernels best() {
    return AvailableKernels.BEST;
  }

  /**
   * {@return a set by name}
   *
   * @param name {@code plain} or {@code simd}
   * @throws IllegalArgumentException when the running JVM does not offer it; the message says what
   *     it offers and how to get the other
   */
  static Kernels named(String name) {
    return AvailableKernels.named(name);
  }

  /**
   * Returns the sets that the running JVM offers, the fastest first.
   *
   * @return one or two sets
   */
  static List<Kernels> available() {
    return AvailableKernels.ALL;
  }
}
