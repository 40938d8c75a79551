package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The share of a list that is not among the most popular works its visitor did not know, which
 * anybody could have recommended; for serendipity only hits count.
 */
record BeyondPopular(boolean hitsOnly, int cutoff) implements UserMetric {
  static final String VARIANT = "popular";

  BeyondPopular {
    RankMetrics.places(cutoff);
  }

  @Override
  public String name() {
    return new MetricSpec(Surprise.family(hitsOnly), List.of(VARIANT), OptionalInt.of(cutoff))
        .toString();
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
    int length = Math.min(cutoff, outcome.length());
    if (length == 0) {
      return OptionalDouble.empty();
    }
    int[] popular = outcome.training().popularFor(outcome.userId(), cutoff);
    Arrays.sort(popular);
    int count = 0;
    for (int place = 0; place < length; place++) {
      boolean beyond = Arrays.binarySearch(popular, outcome.work(place)) < 0;
      count += beyond && (!hitsOnly || outcome.isHit(place)) ? 1 : 0;
    }
    return OptionalDouble.of((double) count / length);
  }
}
