package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The share of visitors who get an answer, or a full one. */
record UserCoverage(boolean full, int cutoff) implements UserMetric {
  static final String FAMILY = "user-coverage";
  static final String FULL = "full";

  UserCoverage {
    RankMetrics.places(cutoff);
  }

  static UserCoverage parse(MetricSpec spec) {
    spec.only(List.of(List.of(FULL)));
    return new UserCoverage(spec.has(FULL), spec.requireCutoff());
  }

  @Override
  public String name() {
    return new MetricSpec(FAMILY, full ? List.of(FULL) : List.of(), OptionalInt.of(cutoff))
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
    return OptionalDouble.of(outcome.length() >= (full ? cutoff : 1) ? 1 : 0);
  }
}
