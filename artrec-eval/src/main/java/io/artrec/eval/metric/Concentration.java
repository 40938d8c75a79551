package io.artrec.eval.metric;

import java.util.Arrays;
import java.util.OptionalDouble;

/** How unevenly amounts are spread. */
final class Concentration {
  private Concentration() {}

  /**
   * Gini's coefficient {@code Σ (2i − n − 1) · x(i) / (divisor · Σ x)} over amounts in ascending
   * order, i from 1; empty when all amounts are 0 or the divisor is.
   */
  static OptionalDouble gini(double[] amounts, int divisor) {
    double[] sorted = amounts.clone();
    Arrays.sort(sorted);
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < sorted.length; i++) {
      weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
      sum += sorted[i];
    }
    return sum == 0 || divisor == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(weighted / (divisor * sum));
  }
}
