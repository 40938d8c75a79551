package io.artrec.kernel;

/**
 * Solves {@code (base + Σ_k y_k y_kᵀ + λI) x = b}, one system after another: the inner loop of
 * alternating least squares. Float precision, Cholesky factorisation. Not thread-safe.
 *
 * <p>With {@code f} unknowns and {@code n} rows, {@link #add} costs {@code n·f²} and {@link #solve}
 * {@code f³/3} floating-point operations; nothing is allocated.
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
   * Adds {@code y yᵀ} of each row to the system's matrix.
   *
   * @param rows rows at the kernels' stride, with zeros after the width
   * @param count how many of them
   */
  void add(float[] rows, int count);

  /**
   * Solves the system and ends it.
   *
   * @param b the right side, at least as long as the kernels' stride, zeros after the width;
   *     becomes the solution
   * @return false when the matrix is not positive definite in float, {@code b} then being of no use
   */
  boolean solve(float[] b);
}
