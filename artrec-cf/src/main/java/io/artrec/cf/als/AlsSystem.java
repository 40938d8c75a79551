package io.artrec.cf.als;

import io.artrec.cf.data.internal.SparseVector;
import io.artrec.cf.factors.internal.FactorArrays;
import io.artrec.cf.factors.internal.SymmetricSystem;
import io.artrec.kernel.internal.Kernels;
import io.artrec.kernel.internal.RidgeSolver;
import java.util.Arrays;

/**
 * The regressions of {@link ImplicitAls}: one side solved for, row after row, with the other side's
 * factors fixed. In float; in doubles where weights are so far apart that float loses the small
 * ones. Not thread-safe.
 */
final class AlsSystem {

  /** The fixed side's factors, which any number of systems share. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody; loops need the arrays
  record Fixed(ImplicitAls strategy, Kernels kernels, float[] rows, int count, float[] base) {
    /** Sums the squares of rows at the kernels' stride. */
    static Fixed of(ImplicitAls strategy, Kernels kernels, float[] rows, int count) {
      return new Fixed(strategy, kernels, rows, count, base(strategy, kernels, rows, count));
    }

    /** {@code α₀ · Σ y yᵀ}. */
    private static float[] base(ImplicitAls strategy, Kernels kernels, float[] rows, int count) {
      int width = strategy.factors();
      int stride = kernels.stride(width);
      double unobserved = strategy.unobservedWeight();
      double[] sum = FactorArrays.gram(kernels, rows, count, width);
      float[] base = new float[sum.length];
      for (int r = 0; r < width; r++) {
        for (int c = r; c < width; c++) {
          base[r * stride + c] = (float) (unobserved * sum[r * stride + c]);
          base[c * stride + r] = base[r * stride + c];
        }
      }
      return base;
    }

    int width() {
      return strategy.factors();
    }

    int stride() {
      return kernels.stride(width());
    }
  }

  private final Fixed fixed;
  private final RidgeSolver solver;
  private final double confidence;

  /** A system solved by the training's solver. */
  static AlsSystem training(Fixed fixed) {
    ImplicitAls strategy = fixed.strategy();
    return strategy.solver() == ImplicitAls.Solver.CHOLESKY
        ? new AlsSystem(fixed, fixed.kernels().ridgeSolver(fixed.width()))
        : new AlsSystem(
            fixed, new ConjugateGradient(fixed.width(), fixed.stride(), strategy.steps()));
  }

  AlsSystem(Fixed fixed, RidgeSolver solver) {
    this.fixed = fixed;
    confidence = fixed.strategy().confidence();
    this.solver = solver;
  }

  /**
   * Solves for a row from its entries.
   *
   * @param solved rows at the stride
   * @param row where the solution is written, and where conjugate gradients begin
   */
  void solve(int[] indices, float[] values, int from, int to, float[] solved, int row) {
    if (!solveInFloat(indices, values, from, to, solved, row)) {
      double[] x = solveInDoubles(indices, values, from, to);
      for (int d = 0; d < x.length; d++) {
        solved[row * fixed.stride() + d] = (float) x[d];
      }
    }
  }

  /** As {@link #solve}; false, and nothing is written, where float is not enough. */
  boolean solveInFloat(int[] indices, float[] values, int from, int to, float[] solved, int row) {
    solver.begin(fixed.base(), (float) fixed.strategy().penalty(to - from, fixed.count()));
    for (int p = from; p < to; p++) {
      float weight = (float) (confidence * Math.abs(values[p]));
      solver.add(fixed.rows(), indices[p], weight, values[p] > 0 ? 1 : 0);
    }
    return solver.solve(solved, row);
  }

  private double[] solveInDoubles(int[] indices, float[] values, int from, int to) {
    SparseVector entries =
        new SparseVector(
            Arrays.copyOfRange(indices, from, to), Arrays.copyOfRange(values, from, to));
    return inDoubles(fixed, entries).solve(right(fixed, entries));
  }

  /** The matrix of a row's regression. */
  static SymmetricSystem inDoubles(Fixed fixed, SparseVector entries) {
    int width = fixed.width();
    double[][] lower = new double[width][];
    double confidence = fixed.strategy().confidence();
    double penalty = fixed.strategy().penalty(entries.size(), fixed.count());
    for (int r = 0; r < width; r++) {
      lower[r] = new double[r + 1];
      for (int c = 0; c <= r; c++) {
        lower[r][c] = fixed.base()[c * fixed.stride() + r];
      }
      lower[r][r] += penalty;
    }
    double[][] rows = new double[SymmetricSystem.TOGETHER][width];
    double[] weights = new double[rows.length];
    for (int k = 0; k < entries.size(); k += rows.length) {
      Arrays.fill(weights, 0);
      for (int l = 0; l < rows.length && k + l < entries.size(); l++) {
        int at = entries.indices()[k + l] * fixed.stride();
        for (int d = 0; d < width; d++) {
          rows[l][d] = fixed.rows()[at + d];
        }
        weights[l] = confidence * Math.abs(entries.values()[k + l]);
      }
      SymmetricSystem.addSquares(rows, weights, lower);
    }
    return new SymmetricSystem(lower);
  }

  /** The right side of a row's regression. */
  static double[] right(Fixed fixed, SparseVector entries) {
    double[] right = new double[fixed.width()];
    double confidence = fixed.strategy().confidence();
    for (int k = 0; k < entries.size(); k++) {
      double weight = confidence * Math.max(0, entries.values()[k]);
      int at = entries.indices()[k] * fixed.stride();
      for (int d = 0; d < right.length; d++) {
        right[d] += weight * fixed.rows()[at + d];
      }
    }
    return right;
  }
}
