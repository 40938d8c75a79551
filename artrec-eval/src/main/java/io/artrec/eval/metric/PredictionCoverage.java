package io.artrec.eval.metric;

import java.util.OptionalDouble;

/** The share of tested works a recommender could say something about. */
record PredictionCoverage() implements UserMetric {
  static final String FAMILY = "prediction-coverage";

  @Override
  public String name() {
    return FAMILY;
  }

  @Override
  public Needs needs() {
    return Needs.scores();
  }

  @Override
  public Direction direction() {
    return Direction.HIGHER;
  }

  @Override
  public OptionalDouble of(UserOutcome outcome) {
    if (outcome.tested() == 0) {
      return OptionalDouble.empty();
    }
    int count = 0;
    for (int index = 0; index < outcome.tested(); index++) {
      count += outcome.prediction(index).isPresent() ? 1 : 0;
    }
    return OptionalDouble.of((double) count / outcome.tested());
  }

  @Override
  public double weight(UserOutcome outcome) {
    return outcome.tested();
  }
}
