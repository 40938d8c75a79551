package io.artrec.eval.statistics;

import io.artrec.eval.metric.UserValues;
import java.util.Arrays;

/** Values that the same visitors have with two recommenders, those who lack one left out. */
final class Pairs {
  final double[] first;
  final double[] second;
  final double[] weights;
  final int leftOut;

  private Pairs(double[] first, double[] second, double[] weights, int leftOut) {
    this.first = first;
    this.second = second;
    this.weights = weights;
    this.leftOut = leftOut;
  }

  static Pairs of(UserValues a, UserValues b) {
    if (a.size() != b.size()) {
      throw new IllegalArgumentException(
          "compared " + a.size() + " visitors with " + b.size() + ", expected the same visitors");
    }
    double[] first = new double[a.size()];
    double[] second = new double[a.size()];
    double[] weights = new double[a.size()];
    int count = 0;
    for (int user = 0; user < a.size(); user++) {
      double weight = weight(a, b, user);
      if (weight > 0) {
        first[count] = SampleMean.requireFinite(a.get(user).getAsDouble(), user);
        second[count] = SampleMean.requireFinite(b.get(user).getAsDouble(), user);
        weights[count++] = weight;
      }
    }
    return new Pairs(
        Arrays.copyOf(first, count),
        Arrays.copyOf(second, count),
        Arrays.copyOf(weights, count),
        a.size() - count);
  }

  /** Returns the mean of both weights; 0 where a value is missing. */
  static double weight(UserValues a, UserValues b, int user) {
    if (!a.has(user) || !b.has(user)) {
      return 0;
    }
    return (SampleMean.requireWeight(a.weight(user), user)
            + SampleMean.requireWeight(b.weight(user), user))
        / 2;
  }
}
