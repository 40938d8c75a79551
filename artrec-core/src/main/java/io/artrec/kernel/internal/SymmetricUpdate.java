package io.artrec.kernel.internal;

/**
 * Subtracts a product {@code L·R} from a symmetric matrix, a range of rows at a time: the bulk of
 * factorising or inverting one. Thread-safe: different threads may take different rows.
 */
public interface SymmetricUpdate {
  /** How many columns {@code L}, and rows {@code R}, have. */
  int DEPTH = 64;

  /**
   * Subtracts from some rows, on and below the diagonal.
   *
   * @param matrix a square matrix; what is above the diagonal is of no use afterwards
   * @param from the first row
   * @param to after the last row
   */
  void subtract(double[][] matrix, int from, int to);
}
