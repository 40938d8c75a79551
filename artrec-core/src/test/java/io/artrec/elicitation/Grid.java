package io.artrec.elicitation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A posterior of a taste of one or two dimensions, by summing over a grid. */
final class Grid {
  private static final int POINTS = 241;
  private static final double REACH = 6;

  private final double[][] tastes;
  private final double[] weights;

  private Grid(double[][] tastes, double[] weights) {
    this.tastes = tastes;
    this.weights = weights;
  }

  static Grid of(int dimensions, List<Comparison> comparisons) {
    int count = dimensions == 1 ? POINTS : POINTS * POINTS;
    double[][] tastes = new double[count][dimensions];
    double[] weights = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double square = 0;
      for (int d = 0; d < dimensions; d++) {
        int at = d == 0 ? i % POINTS : i / POINTS;
        tastes[i][d] = -REACH + 2 * REACH * at / (POINTS - 1);
        square += tastes[i][d] * tastes[i][d];
      }
      weights[i] = Math.exp(-square / 2);
      for (Comparison comparison : comparisons) {
        weights[i] *= Normal.cdf(comparison.product(tastes[i]) / Math.sqrt(comparison.variance()));
      }
      sum += weights[i];
    }
    for (int i = 0; i < count; i++) {
      weights[i] /= sum;
    }
    return new Grid(tastes, weights);
  }

  double mean(ToDoubleFunction<double[]> of) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * of.applyAsDouble(tastes[i]);
    }
    return sum;
  }

  double variance(double[] direction) {
    double mean = mean(taste -> Comparison.product(taste, direction));
    return mean(
        taste -> {
          double off = Comparison.product(taste, direction) - mean;
          return off * off;
        });
  }

  /** What an answer to a comparison tells of the taste, by its definition. */
  double bits(Comparison asked) {
    ToDoubleFunction<double[]> yes =
        taste -> Normal.cdf(asked.product(taste) / Math.sqrt(asked.variance()));
    return Information.entropy(mean(yes))
        - mean(taste -> Information.entropy(yes.applyAsDouble(taste)));
  }
}
