package io.artrec.cf.mf;

import java.util.Arrays;

/**
 * A ridge regression on rows {@code (1, v)}: collects {@code A = Σ x·xᵀ} and {@code b = Σ
 * x·target}, adds the penalties and solves by Cholesky. Used over and over without allocating. Not
 * thread-safe. Adding a row O(size²), factorising O(size³ / 3), solving O(size²).
 */
class RidgeSystem {
  private static final double LEAST_PIVOT = 1e-13;

  private final int size;
  private final double[] matrix;
  private final double[] right;
  private final double[] row;

  /** A system of a bias and so many factors. */
  RidgeSystem(int factors) {
    size = factors + 1;
    matrix = new double[size * size];
    right = new double[size];
    row = new double[size];
    row[0] = 1;
  }

  final int size() {
    return size;
  }

  /** What is collected of {@code A}: the lower triangle, row by row. */
  final double[] matrix() {
    return matrix;
  }

  /** What is collected of {@code b}. */
  final double[] right() {
    return right;
  }

  final void clear() {
    Arrays.fill(matrix, 0);
    Arrays.fill(right, 0);
  }

  /** Adds the row {@code (1, vectors[at], vectors[at + 1], ...)}. */
  final void add(float[] vectors, int at, double target) {
    for (int j = 1; j < size; j++) {
      row[j] = vectors[at + j - 1];
    }
    for (int i = 0; i < size; i++) {
      double factor = row[i];
      int begin = i * size;
      for (int j = 0; j <= i; j++) {
        matrix[begin + j] += factor * row[j];
      }
      right[i] += factor * target;
    }
  }

  final void addPenalties(double biasPenalty, double penalty) {
    matrix[0] += biasPenalty;
    for (int i = 1; i < size; i++) {
      matrix[i * size + i] += penalty;
    }
  }

  /** Adds the penalties and factorises. */
  void factorize(double biasPenalty, double penalty) {
    addPenalties(biasPenalty, penalty);
    for (int i = 0; i < size; i++) {
      int begin = i * size;
      double diagonal = matrix[begin + i];
      for (int j = 0; j < i; j++) {
        matrix[begin + j] =
            (matrix[begin + j] - product(begin, j * size, j)) / matrix[j * size + j];
      }
      double pivot = diagonal - product(begin, begin, i);
      matrix[begin + i] = Math.sqrt(Math.max(pivot, LEAST_PIVOT * diagonal));
    }
  }

  private double product(int a, int b, int length) {
    double even = 0;
    double odd = 0;
    int k = 0;
    for (; k + 1 < length; k += 2) {
      even += matrix[a + k] * matrix[b + k];
      odd += matrix[a + k + 1] * matrix[b + k + 1];
    }
    return k < length ? even + odd + matrix[a + k] * matrix[b + k] : even + odd;
  }

  /** Solves for the collected right side, after {@link #factorize}. */
  void solution(double[] into) {
    System.arraycopy(right, 0, into, 0, size);
    solve(into);
  }

  /** Replaces a right side by its solution, after {@link #factorize}. */
  void solve(double[] x) {
    for (int i = 0; i < size; i++) {
      double sum = x[i];
      for (int j = 0; j < i; j++) {
        sum -= matrix[i * size + j] * x[j];
      }
      x[i] = sum / matrix[i * size + i];
    }
    for (int i = size - 1; i >= 0; i--) {
      x[i] /= matrix[i * size + i];
      double known = x[i];
      for (int j = 0; j < i; j++) {
        x[j] -= matrix[i * size + j] * known;
      }
    }
  }
}
