package io.artrec.kernel.internal;

/**
 * Solves weighted ridge regressions {@code (base + Σ_k w_k y_k y_kᵀ + λI) x = Σ_k w_k t_k y_k}, one
 * after another: the inner loop of alternating least squares. Float precision, Cholesky
 * factorisation. Not thread-safe.
 *
 * <p>With {@code f} unknowns, {@link #add} costs {@code f²} and {@link #solve} {@code f³/3}
 * floating-point operations; nothing is allocated.
 */
public interface RidgeSolver {
  /**
   * Begins a system.
   *
   * @param base a symmetric matrix, row by row at the kernels' stride; its upper triangle is read
   * @param diagonal {@code λ}, added to the diagonal
   */
  void begin(float[] base, float diagonal);

  /**
   * Adds an observation.
   *
   * @param rows rows at the kernels' stride, with zeros after the width
   * @param row the one to add
   * @param weight {@code w}, 0 or more
   * @param target {@code t}
   */
  void add(float[] rows, int row, float weight, float target);

  /**
   * Solves the system and ends it.
   *
   * @param out rows at the kernels' stride
   * @param row where the solution is written
   * @return false, and nothing is written, when the matrix is not positive definite in float
   */
  boolean solve(float[] out, int row);

  /**
   * Solves the system that was solved last for another right side; what a solution is off by, for
   * instance. A solver that factorises needs {@code 2 f²} operations for it.
   *
   * @param right as many values as there are unknowns, or more; the solution takes their place
   * @return false, and nothing is written, when there is no solution in float
   */
  boolean solveAgain(float[] right);
}
