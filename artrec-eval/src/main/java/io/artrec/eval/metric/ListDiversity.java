package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The mean distance of two works of a list (Smyth and McClave 2001). O(k²) similarities. */
record ListDiversity(ArtworkSimilarity similarity, int cutoff) implements UserMetric {
  static final String FAMILY = "diversity";

  ListDiversity {
    RankMetrics.places(cutoff);
  }

  static ListDiversity parse(MetricSpec spec) {
    return new ListDiversity(ArtworkSimilarity.of(spec, spec.variants()), spec.requireCutoff());
  }

  @Override
  public String name() {
    return new MetricSpec(FAMILY, similarity.variants(), OptionalInt.of(cutoff)).toString();
  }

  @Override
  public Needs needs() {
    return similarity.needs(cutoff);
  }

  @Override
  public Direction direction() {
    return Direction.HIGHER;
  }

  @Override
  public OptionalDouble of(UserOutcome outcome) {
    int length = Math.min(cutoff, outcome.length());
    double sum = 0;
    int pairs = 0;
    for (int first = 0; first < length; first++) {
      for (int second = first + 1; second < length; second++) {
        OptionalDouble alike =
            similarity.between(outcome.training(), outcome.work(first), outcome.work(second));
        if (alike.isPresent()) {
          sum += 1 - alike.getAsDouble();
          pairs++;
        }
      }
    }
    return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / pairs);
  }
}
