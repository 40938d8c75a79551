package io.artrec.cf.als;

import io.artrec.cf.data.internal.SparseVector;
import io.artrec.kernel.internal.RidgeSolver;

/**
 * A visitor's factors from their entries, one visitor after another: solved in float as training
 * solves, then corrected by what the solution is off in doubles, so that it is the exact one but
 * for its rounding to float. O(entries · factors² + factors³ / 3) in float, O(entries · factors +
 * factors²) in doubles; nothing but the solution is allocated. Not thread-safe.
 */
final class AlsFoldIn {
  /** A correction below this share of a solution leaves less than a float's rounding of it. */
  private static final double SETTLED = 1.0 / 4096;

  private static final int CORRECTIONS = 3;

  private final AlsSystem.Fixed fixed;
  private final AlsSystem system;
  private final RidgeSolver solver;
  private final int width;
  private final float[] first;
  private final float[] step;
  private final double[] x;
  private final double[] residual;

  AlsFoldIn(AlsSystem.Fixed fixed) {
    this.fixed = fixed;
    solver = fixed.kernels().ridgeSolver(fixed.width());
    system = new AlsSystem(fixed, solver);
    width = fixed.width();
    first = new float[fixed.stride()];
    step = new float[width];
    x = new double[width];
    residual = new double[width];
  }

  /**
   * Solves for a visitor.
   *
   * @param known the entries of works that have factors
   * @return the factors
   */
  float[] solve(SparseVector known) {
    if (!solveInFloat(known)) {
      double[] exact = AlsSystem.inDoubles(fixed, known).solve(AlsSystem.right(fixed, known));
      System.arraycopy(exact, 0, x, 0, width);
    }
    float[] rounded = new float[width];
    for (int d = 0; d < width; d++) {
      rounded[d] = (float) x[d];
    }
    return rounded;
  }

  /** Whether the corrections came to an end. */
  private boolean solveInFloat(SparseVector known) {
    if (!system.solveInFloat(known.indices(), known.values(), 0, known.size(), first, 0)) {
      return false;
    }
    for (int d = 0; d < width; d++) {
      x[d] = first[d];
    }
    for (int k = 0; k < CORRECTIONS; k++) {
      if (!correct(known)) {
        return false;
      }
      if (square(step) <= SETTLED * SETTLED * square(x)) {
        return true;
      }
    }
    return false;
  }

  private boolean correct(SparseVector known) {
    setResidual(known);
    for (int d = 0; d < width; d++) {
      step[d] = (float) residual[d];
    }
    if (!solver.solveAgain(step)) {
      return false;
    }
    for (int d = 0; d < width; d++) {
      x[d] += step[d];
    }
    return true;
  }

  /** {@code Σ_k w_k (t_k − y_k·x) y_k − base x − λx}. */
  private void setResidual(SparseVector known) {
    double penalty = fixed.strategy().penalty(known.size(), fixed.count());
    for (int d = 0; d < width; d++) {
      residual[d] = -penalty * x[d];
    }
    for (int r = 0; r < width; r += 4) {
      int last = width - 1;
      addFour(
          fixed.base(),
          r * fixed.stride(),
          Math.min(r + 1, last) * fixed.stride(),
          Math.min(r + 2, last) * fixed.stride(),
          Math.min(r + 3, last) * fixed.stride(),
          -x[r],
          r + 1 < width ? -x[r + 1] : 0,
          r + 2 < width ? -x[r + 2] : 0,
          r + 3 < width ? -x[r + 3] : 0);
    }
    int k = 0;
    for (; k + 4 <= known.size(); k += 4) {
      addMisses(known, k);
    }
    for (; k < known.size(); k++) {
      addMiss(known, k);
    }
  }

  private void addMisses(SparseVector known, int k) {
    int[] indices = known.indices();
    float[] rows = fixed.rows();
    int at0 = indices[k] * fixed.stride();
    int at1 = indices[k + 1] * fixed.stride();
    int at2 = indices[k + 2] * fixed.stride();
    int at3 = indices[k + 3] * fixed.stride();
    double p0 = 0;
    double p1 = 0;
    double p2 = 0;
    double p3 = 0;
    for (int d = 0; d < width; d++) {
      double value = x[d];
      p0 += rows[at0 + d] * value;
      p1 += rows[at1 + d] * value;
      p2 += rows[at2 + d] * value;
      p3 += rows[at3 + d] * value;
    }
    float[] values = known.values();
    addFour(
        rows,
        at0,
        at1,
        at2,
        at3,
        miss(values[k], p0),
        miss(values[k + 1], p1),
        miss(values[k + 2], p2),
        miss(values[k + 3], p3));
  }

  private void addMiss(SparseVector known, int k) {
    int at = known.indices()[k] * fixed.stride();
    double product = 0;
    for (int d = 0; d < width; d++) {
      product += fixed.rows()[at + d] * x[d];
    }
    double miss = miss(known.values()[k], product);
    for (int d = 0; d < width; d++) {
      residual[d] += miss * fixed.rows()[at + d];
    }
  }

  /** How far an entry's score is from its target, times its weight. */
  private double miss(float value, double product) {
    return fixed.strategy().confidence() * Math.abs(value) * ((value > 0 ? 1 : 0) - product);
  }

  private void addFour(
      float[] from,
      int at0,
      int at1,
      int at2,
      int at3,
      double s0,
      double s1,
      double s2,
      double s3) {
    for (int d = 0; d < width; d++) {
      residual[d] +=
          s0 * from[at0 + d] + s1 * from[at1 + d] + s2 * from[at2 + d] + s3 * from[at3 + d];
    }
  }

  private static double square(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += (double) value * value;
    }
    return sum;
  }

  private static double square(double[] vector) {
    double sum = 0;
    for (double value : vector) {
      sum += value * value;
    }
    return sum;
  }
}
