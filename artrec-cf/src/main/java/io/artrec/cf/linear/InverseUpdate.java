package io.artrec.cf.linear;

import io.artrec.cf.data.internal.SparseVector;
import io.artrec.kernel.internal.Kernels;
import io.artrec.kernel.internal.SymmetricUpdate;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;
import java.util.List;

/**
 * Brings the inverse {@code P} of a Gram matrix to one with rows added or taken away: with {@code V
 * = PU}, {@code (G ± UUᵀ)^-1 = P ∓ V (I ± UᵀV)^-1 Vᵀ} (Sherman and Morrison 1950, Woodbury 1950),
 * for up to 64 rows {@code U} at a time. 128 · n² floating-point operations for each such block.
 */
final class InverseUpdate {
  /** Beyond this {@code (I − UᵀV)^-1} loses more than five of sixteen digits. */
  private static final double MOST = 1e5;

  private final double[][] inverse;
  private final Kernels kernels;
  private final TrainingContext context;
  private final String stage;

  /**
   * Prepares an update.
   *
   * @param inverse changed in place, both triangles
   */
  InverseUpdate(double[][] inverse, Kernels kernels, TrainingContext context, String stage) {
    this.inverse = inverse;
    this.kernels = kernels;
    this.context = context;
    this.stage = stage;
  }

  /**
   * Adds rows to the Gram matrix, or takes them away.
   *
   * @param sign 1 to add, -1 to take away
   * @return false when digits would be lost; the inverse is then of no use
   */
  boolean apply(List<SparseVector> rows, int sign) {
    for (int from = 0; from < rows.size(); from += SymmetricUpdate.DEPTH) {
      int to = Math.min(rows.size(), from + SymmetricUpdate.DEPTH);
      if (!block(rows.subList(from, to), sign)) {
        return false;
      }
    }
    return true;
  }

  private boolean block(List<SparseVector> rows, int sign) {
    int n = inverse.length;
    double[][] products = new double[SymmetricUpdate.DEPTH][n];
    context
        .workers()
        .run(
            stage,
            rows.size(),
            (from, to) -> {
              for (int k = from; k < to; k++) {
                multiply(rows.get(k), products[k]);
              }
            });
    double[][] middle = new double[rows.size()][rows.size()];
    for (int k = 0; k < middle.length; k++) {
      for (int l = 0; l <= k; l++) {
        middle[k][l] = (k == l ? 1 : 0) + sign * product(rows.get(l), products[k]);
      }
    }
    try {
      SymmetricInverse.invert(middle, kernels, context, stage);
    } catch (ArithmeticException e) {
      return false;
    }
    for (int k = 0; k < middle.length; k++) {
      if (!(middle[k][k] < MOST)) {
        return false;
      }
    }
    double[][] scaled = new double[n][SymmetricUpdate.DEPTH];
    SymmetricUpdate update = kernels.symmetricUpdate(scaled, products);
    context.workers().run(stage, n, (from, to) -> scale(products, middle, sign, scaled, from, to));
    context.workers().run(stage, n, (from, to) -> update.subtract(inverse, from, to));
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        inverse[j][i] = inverse[i][j];
      }
    }
    return true;
  }

  private void multiply(SparseVector row, double[] product) {
    Arrays.fill(product, 0);
    for (int k = 0; k < row.size(); k++) {
      double value = row.values()[k];
      double[] of = inverse[row.indices()[k]];
      for (int j = 0; j < product.length; j++) {
        product[j] += value * of[j];
      }
    }
  }

  private static double product(SparseVector row, double[] dense) {
    double sum = 0;
    for (int k = 0; k < row.size(); k++) {
      sum += row.values()[k] * dense[row.indices()[k]];
    }
    return sum;
  }

  private static void scale(
      double[][] products, double[][] middle, int sign, double[][] scaled, int from, int to) {
    for (int i = from; i < to; i++) {
      for (int k = 0; k < middle.length; k++) {
        double sum = 0;
        for (int l = 0; l < middle.length; l++) {
          sum += products[l][i] * middle[l][k];
        }
        scaled[i][k] = sign * sum;
      }
    }
  }
}
