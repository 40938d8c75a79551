package io.artrec.text.mood;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Ridge regression towards given weights in closed form, its λ chosen by leaving each row out in
 * turn. The last weight is not drawn anywhere. Not thread-safe.
 */
final class TowardsRidge {
  private static final double[] LAMBDAS = {1, 3, 10, 30, 100, 300};

  /** Keeps the system solvable where a column is all zeros or follows from others. */
  private static final double LEAST = 1e-9;

  private final double[] towards;
  private final List<double[]> rows = new ArrayList<>();
  private final List<Double> residuals = new ArrayList<>();

  TowardsRidge(double[] towards) {
    this.towards = towards.clone();
  }

  /** Adds a row and its target. */
  void add(double[] row, double target) {
    rows.add(row);
    residuals.add(target - dot(row, towards));
  }

  /** Solves with the λ that predicts left-out rows best. */
  double[] solve() {
    double least = Double.POSITIVE_INFINITY;
    double[] best = new double[towards.length];
    for (double lambda : LAMBDAS) {
      DMatrixRMaj inverse = inverse(lambda);
      double[] change = times(inverse, moments());
      double error = leftOut(inverse, change);
      if (error < least) {
        least = error;
        best = change;
      }
    }
    double[] weights = towards.clone();
    for (int i = 0; i < weights.length; i++) {
      weights[i] += best[i];
    }
    return weights;
  }

  /** Solves with a given λ. */
  double[] solve(double lambda) {
    double[] weights = towards.clone();
    double[] change = times(inverse(lambda), moments());
    for (int i = 0; i < weights.length; i++) {
      weights[i] += change[i];
    }
    return weights;
  }

  private DMatrixRMaj inverse(double lambda) {
    int size = towards.length;
    DMatrixRMaj system = new DMatrixRMaj(size, size);
    for (double[] row : rows) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          system.add(i, j, row[i] * row[j]);
        }
      }
    }
    for (int i = 0; i < size; i++) {
      system.add(i, i, i < size - 1 ? lambda : LEAST);
    }
    if (!CommonOps_DDRM.invert(system)) {
      throw new IllegalStateException(
          "learning weights of moods from " + rows.size() + " works: the system has no solution");
    }
    return system;
  }

  private double[] moments() {
    double[] moments = new double[towards.length];
    for (int r = 0; r < rows.size(); r++) {
      for (int i = 0; i < moments.length; i++) {
        moments[i] += rows.get(r)[i] * residuals.get(r);
      }
    }
    return moments;
  }

  /** The sum of squared errors of each row by a solution without it: error / (1 − leverage). */
  private double leftOut(DMatrixRMaj inverse, double[] change) {
    double sum = 0;
    for (int r = 0; r < rows.size(); r++) {
      double[] row = rows.get(r);
      double leverage = dot(row, times(inverse, row));
      double error = (residuals.get(r) - dot(row, change)) / Math.max(LEAST, 1 - leverage);
      sum += error * error;
    }
    return sum;
  }

  private static double[] times(DMatrixRMaj matrix, double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < product.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        product[i] += matrix.get(i, j) * vector[j];
      }
    }
    return product;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
