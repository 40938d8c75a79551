package io.artrec.classification.internal;

import io.artrec.task.Cancellation;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One support vector machine with squared hinge loss, by dual coordinate descent, as {@link
 * HingeMachines} says. With {@code C = s / (λ·Σ s)} for an example of weight {@code s} the dual is
 * {@code min ½·αᵀ(Q + D)α - Σ α, α ≥ 0}, {@code Q} being the products of rows times sides, {@code
 * D} diagonal with {@code 1/(2C)}; {@code w = Σ α·y·x} is kept beside {@code α}, so that a step
 * costs O(dimensions). The bias is the weight of a value of 1 that every row has. Immutable.
 */
final class HingeSolver {
  static final String STAGE = "fitting a linear SVM";

  private static final double TOLERANCE = 1e-4;
  private static final int MOST_PASSES = 1_000;

  private final ExampleRows rows;
  private final double lambda;
  private final double[] weights;
  private final Cancellation cancellation;

  private HingeSolver(
      ExampleRows rows, double lambda, double[] weights, Cancellation cancellation) {
    this.rows = rows;
    this.lambda = lambda;
    this.weights = weights;
    this.cancellation = cancellation;
  }

  /** Rows that count the same, of one length. */
  static HingeSolver of(ExampleRows rows, double lambda) {
    double[] ones = new double[rows.size()];
    Arrays.fill(ones, 1);
    return new HingeSolver(rows, lambda, ones, new Cancellation());
  }

  HingeSolver weights(double[] ofRows) {
    return new HingeSolver(rows, lambda, ofRows, cancellation);
  }

  HingeSolver cancellation(Cancellation token) {
    return new HingeSolver(rows, lambda, weights, token);
  }

  /**
   * Solves.
   *
   * @param sides whether a row is of the class
   * @return weights, the bias last
   */
  double[] solve(boolean[] sides, SplittableRandom random) {
    int n = rows.size();
    double whole = Arrays.stream(weights).sum();
    double[] w = new double[rows.dimensions() + 1];
    double[] alpha = new double[n];
    double[] diagonal = new double[n];
    double[] curvature = new double[n];
    for (int i = 0; i < n; i++) {
      diagonal[i] = weights[i] > 0 ? lambda * whole / (2 * weights[i]) : 0;
      curvature[i] = rows.square(i) + 1 + diagonal[i];
    }
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      cancellation.check(STAGE);
      shuffle(order, random);
      double most = Double.NEGATIVE_INFINITY;
      double least = Double.POSITIVE_INFINITY;
      for (int i : order) {
        if (weights[i] > 0) {
          double y = sides[i] ? 1 : -1;
          double gradient = y * rows.product(i, w, 0) - 1 + diagonal[i] * alpha[i];
          double projected = alpha[i] == 0 ? Math.min(gradient, 0) : gradient;
          most = Math.max(most, projected);
          least = Math.min(least, projected);
          if (projected != 0) {
            double before = alpha[i];
            alpha[i] = Math.max(before - gradient / curvature[i], 0);
            rows.move(w, 0, i, y * (alpha[i] - before));
          }
        }
      }
      if (most - least <= TOLERANCE) {
        break;
      }
    }
    return w;
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int other = order[j];
      order[j] = order[i];
      order[i] = other;
    }
  }
}
