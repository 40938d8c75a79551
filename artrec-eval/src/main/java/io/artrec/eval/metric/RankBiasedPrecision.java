package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The share of works a visitor of some persistence likes among those the visitor looks at. */
record RankBiasedPrecision(double persistence, Discount discount, int cutoff)
    implements RankedListMetric {
  static final String FAMILY = "rbp";
  static final String PERSISTENCE = "p";
  static final double USUAL = 0.8;

  RankBiasedPrecision(double persistence, int cutoff) {
    this(persistence, Discount.geometric(persistence), cutoff);
  }

  @Override
  public String name() {
    List<String> variants =
        persistence == USUAL
            ? List.of()
            : List.of(PERSISTENCE + "=" + MetricSpec.format(persistence));
    return new MetricSpec(FAMILY, variants, OptionalInt.of(cutoff)).toString();
  }

  @Override
  public OptionalDouble ofLiked(UserOutcome outcome) {
    int hits = outcome.hits(cutoff);
    double sum = 0;
    for (int hit = 0; hit < hits; hit++) {
      sum += discount.at(outcome.hitPlace(hit) + 1);
    }
    return OptionalDouble.of((1 - persistence) * sum);
  }
}
