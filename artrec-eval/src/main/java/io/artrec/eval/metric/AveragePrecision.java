package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Precision at every hit, summed and divided. */
record AveragePrecision(Divisor divisor, int cutoff) implements RankedListMetric {
  @Override
  public String name() {
    List<String> variants = divisor == Divisor.MIN ? List.of() : List.of(divisor.id());
    return new MetricSpec("map", variants, OptionalInt.of(cutoff)).toString();
  }

  @Override
  public OptionalDouble ofLiked(UserOutcome outcome) {
    int hits = outcome.hits(cutoff);
    double sum = 0;
    for (int hit = 0; hit < hits; hit++) {
      sum += (hit + 1.0) / (outcome.hitPlace(hit) + 1.0);
    }
    return OptionalDouble.of(hits == 0 ? 0 : divisor.divide(sum, hits, outcome, cutoff));
  }
}
