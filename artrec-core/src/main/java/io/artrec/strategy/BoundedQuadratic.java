package io.artrec.strategy;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The minimum of {@code ½ xᵀAx − bᵀx} where some of the unknowns must not be below 0: non-negative
 * least squares by their normal equations, {@code A = XᵀX} and {@code b = Xᵀy}.
 *
 * <p>An unknown is either held at 0 or free. The one whose freedom lowers the value fastest is let
 * go; when the minimum over the free ones leaves the bounds, the way there ends where the first of
 * them comes to 0, which is held from then on (Lawson and Hanson, Solving Least Squares Problems,
 * 1974, chapter 23; on normal equations Bro and de Jong, A fast non-negativity-constrained least
 * squares algorithm, Journal of Chemometrics 1997). Cost O(n³) for each unknown that is let go.
 */
final class BoundedQuadratic {
  /** How far below 0, beside the numbers it is made of, a slope still counts as none. */
  private static final double ROUNDING = 1e-12;

  private final double[][] a;
  private final double[] b;
  private final boolean[] bounded;
  private final boolean[] free;

  private BoundedQuadratic(double[][] a, double[] b, boolean[] bounded) {
    this.a = a;
    this.b = b;
    this.bounded = bounded;
    free = new boolean[b.length];
    for (int i = 0; i < free.length; i++) {
      free[i] = !bounded[i];
    }
  }

  /**
   * Solves.
   *
   * @param a symmetric and positive definite
   * @param b as long
   * @param bounded which unknowns must not be below 0
   * @return the unknowns
   */
  static double[] minimum(double[][] a, double[] b, boolean[] bounded) {
    return new BoundedQuadratic(a, b, bounded).solve();
  }

  private double[] solve() {
    double[] x = withinBounds(new double[b.length]);
    boolean[] refused = new boolean[b.length];
    for (int turn = 0; turn < 10 * b.length; turn++) {
      int next = steepest(x, refused);
      if (next < 0) {
        break;
      }
      free[next] = true;
      double[] moved = withinBounds(x);
      if (!free[next]) {
        refused[next] = true; // rounding: it came back to 0 at once
      } else {
        Arrays.fill(refused, false);
      }
      x = moved;
    }
    return x;
  }

  /** The held unknown whose freedom lowers the value fastest; -1 when none does. */
  private int steepest(double[] x, boolean[] refused) {
    int steepest = -1;
    double slope = 0;
    for (int i = 0; i < x.length; i++) {
      if (!free[i] && !refused[i]) {
        double down = b[i];
        double size = Math.abs(b[i]);
        for (int j = 0; j < x.length; j++) {
          down -= a[i][j] * x[j];
          size += Math.abs(a[i][j] * x[j]);
        }
        if (down > slope && down > ROUNDING * size) {
          slope = down;
          steepest = i;
        }
      }
    }
    return steepest;
  }

  /** From a point within the bounds towards the minimum over the free ones, as far as allowed. */
  private double[] withinBounds(double[] from) {
    double[] x = from;
    while (true) {
      double[] target = overFree();
      double share = 1;
      int first = -1;
      for (int i = 0; i < x.length; i++) {
        if (free[i] && bounded[i] && !(target[i] > 0)) {
          double until = x[i] > 0 ? x[i] / (x[i] - target[i]) : 0;
          if (first < 0 || until < share) {
            share = until;
            first = i;
          }
        }
      }
      if (first < 0) {
        return target;
      }
      double[] stopped = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        stopped[i] = free[i] ? x[i] + share * (target[i] - x[i]) : 0;
      }
      stopped[first] = 0;
      free[first] = false;
      x = stopped;
    }
  }

  /** The minimum over the free unknowns alone, without bounds. */
  private double[] overFree() {
    int[] index = new int[b.length];
    int count = 0;
    for (int i = 0; i < b.length; i++) {
      if (free[i]) {
        index[count++] = i;
      }
    }
    double[] solution = new double[b.length];
    if (count == 0) {
      return solution;
    }
    DMatrixRMaj matrix = new DMatrixRMaj(count, count);
    DMatrixRMaj right = new DMatrixRMaj(count, 1);
    for (int i = 0; i < count; i++) {
      right.set(i, 0, b[index[i]]);
      for (int j = 0; j < count; j++) {
        matrix.set(i, j, a[index[i]][index[j]]);
      }
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(count);
    if (!solver.setA(matrix)) {
      throw new ArithmeticException(
          "weights of a blend were to be solved, and a matrix of "
              + count
              + " unknowns is not positive definite");
    }
    DMatrixRMaj unknowns = new DMatrixRMaj(count, 1);
    solver.solve(right, unknowns);
    for (int i = 0; i < count; i++) {
      solution[index[i]] = unknowns.get(i, 0);
    }
    return solution;
  }
}
