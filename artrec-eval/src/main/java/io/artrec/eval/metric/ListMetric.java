package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Metrics of a list's first places that have one definition. */
record ListMetric(Formula formula, int cutoff) implements RankedListMetric {
  enum Formula {
    F1("f1"),
    HIT_RATE("hit-rate"),
    RECIPROCAL_RANK("mrr"),
    R_PRECISION("r-precision");

    private final String family;

    Formula(String family) {
      this.family = family;
    }

    String family() {
      return family;
    }
  }

  @Override
  public String name() {
    return new MetricSpec(formula.family, List.of(), OptionalInt.of(cutoff)).toString();
  }

  @Override
  public OptionalDouble ofLiked(UserOutcome outcome) {
    int relevant = outcome.relevantCount();
    int hits = outcome.hits(cutoff);
    if (hits == 0) {
      return OptionalDouble.of(0);
    }
    return OptionalDouble.of(
        switch (formula) {
          case F1 -> 2.0 * hits / ((double) cutoff + relevant);
          case HIT_RATE -> 1;
          case RECIPROCAL_RANK -> 1.0 / (outcome.hitPlace(0) + 1.0);
          case R_PRECISION -> (double) outcome.hits(Math.min(cutoff, relevant)) / relevant;
        });
  }
}
