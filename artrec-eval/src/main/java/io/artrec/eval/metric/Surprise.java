package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How far a list is from what its visitor knew; for serendipity only hits count. O(k · known works)
 * similarities.
 */
record Surprise(ArtworkSimilarity similarity, boolean hitsOnly, int cutoff) implements UserMetric {
  static final String UNEXPECTEDNESS = "unexpectedness";
  static final String SERENDIPITY = "serendipity";

  Surprise {
    RankMetrics.places(cutoff);
  }

  static UserMetric parse(MetricSpec spec) {
    boolean hitsOnly = spec.family().equals(SERENDIPITY);
    if (spec.has(BeyondPopular.VARIANT)) {
      spec.only(List.of(List.of(BeyondPopular.VARIANT)));
      return new BeyondPopular(hitsOnly, spec.requireCutoff());
    }
    return new Surprise(
        ArtworkSimilarity.of(spec, spec.variants()), hitsOnly, spec.requireCutoff());
  }

  static String family(boolean hitsOnly) {
    return hitsOnly ? SERENDIPITY : UNEXPECTEDNESS;
  }

  @Override
  public String name() {
    return new MetricSpec(family(hitsOnly), similarity.variants(), OptionalInt.of(cutoff))
        .toString();
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
    int[] known = outcome.known();
    int length = Math.min(cutoff, outcome.length());
    double sum = 0;
    int places = 0;
    for (int place = 0; place < length; place++) {
      OptionalDouble distance = distance(outcome, outcome.work(place), known);
      if (distance.isPresent()) {
        sum += hitsOnly && !outcome.isHit(place) ? 0 : distance.getAsDouble();
        places++;
      }
    }
    return places == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / places);
  }

  private OptionalDouble distance(UserOutcome outcome, int work, int[] known) {
    double sum = 0;
    int compared = 0;
    for (int other : known) {
      OptionalDouble alike = similarity.between(outcome.training(), work, other);
      if (alike.isPresent()) {
        sum += alike.getAsDouble();
        compared++;
      }
    }
    return compared == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - sum / compared);
  }
}
