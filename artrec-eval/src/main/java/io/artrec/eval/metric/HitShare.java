package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Hits among the first places, divided: precision and recall. */
record HitShare(String family, Divisor usual, Divisor divisor, int cutoff)
    implements RankedListMetric {
  @Override
  public String name() {
    List<String> variants = divisor == usual ? List.of() : List.of(divisor.id());
    return new MetricSpec(family, variants, OptionalInt.of(cutoff)).toString();
  }

  @Override
  public OptionalDouble ofLiked(UserOutcome outcome) {
    int hits = outcome.hits(cutoff);
    return OptionalDouble.of(hits == 0 ? 0 : divisor.divide(hits, hits, outcome, cutoff));
  }
}
