package io.artrec.eval.metric;

import java.util.OptionalDouble;

/** AUC among each visitor's tested works, averaged by how many they are. */
record GroupedArea() implements UserMetric {
  static final String FAMILY = "gauc";

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
    double[] relevant = new double[outcome.relevantCount()];
    double[] others = new double[outcome.tested() - relevant.length];
    int liked = 0;
    int notLiked = 0;
    for (int index = 0; index < outcome.tested(); index++) {
      double score = outcome.prediction(index).orElse(Double.NEGATIVE_INFINITY);
      if (outcome.isRelevant(index)) {
        relevant[liked++] = score;
      } else {
        others[notLiked++] = score;
      }
    }
    return RankedPairs.area(relevant, others);
  }

  @Override
  public double weight(UserOutcome outcome) {
    return outcome.tested();
  }
}
