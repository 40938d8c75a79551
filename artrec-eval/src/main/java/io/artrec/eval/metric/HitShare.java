package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Hits among the first places, divided: precision and recall. */
record HitShare(String family, Divisor usual, Divisor divisor, int cutoff) implements UserMetric {
  @Override
  public String name() {
    List<String> variants = divisor == usual ? List.of() : List.of(divisor.id());
    return new MetricSpec(family, variants, OptionalInt.of(cutoff)).toString();
  }

  @Override
  public Needs needs() {
    return Needs.list(cutoff);
  }

  @Override
  public Direction direction() {
    return Direction.HIGHER;
  }

  @Override
  public OptionalDouble of(UserOutcome outcome) {
    if (outcome.relevantCount() == 0) {
      return OptionalDouble.empty();
    }
    int hits = outcome.hits(cutoff);
    return OptionalDouble.of(hits == 0 ? 0 : divisor.divide(hits, hits, outcome, cutoff));
  }
}
