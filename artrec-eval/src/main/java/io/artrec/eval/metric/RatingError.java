package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How far predicted ratings are from ratings, by visitor. */
record RatingError(Formula formula) implements UserMetric {
  enum Formula {
    SQUARED("mse", false),
    ABSOLUTE("mae", false),
    ROOT_OF_VISITOR("rmse", true),
    ABSOLUTE_OF_VISITOR("mae", true);

    private final String family;
    private final boolean byVisitor;

    Formula(String family, boolean byVisitor) {
      this.family = family;
      this.byVisitor = byVisitor;
    }
  }

  @Override
  public String name() {
    List<String> variants = formula.byVisitor ? List.of(RatingMetrics.BY_VISITOR) : List.of();
    return new MetricSpec(formula.family, variants, OptionalInt.empty()).toString();
  }

  @Override
  public Needs needs() {
    return Needs.predictedRatings();
  }

  @Override
  public Direction direction() {
    return Direction.LOWER;
  }

  @Override
  public OptionalDouble of(UserOutcome outcome) {
    boolean squared = formula == Formula.SQUARED || formula == Formula.ROOT_OF_VISITOR;
    double sum = 0;
    int count = 0;
    for (int index = 0; index < outcome.tested(); index++) {
      if (has(outcome, index)) {
        double error =
            outcome.prediction(index).getAsDouble() - outcome.rating(index).getAsDouble();
        sum += squared ? error * error : Math.abs(error);
        count++;
      }
    }
    if (count == 0) {
      return OptionalDouble.empty();
    }
    double mean = sum / count;
    return OptionalDouble.of(formula == Formula.ROOT_OF_VISITOR ? Math.sqrt(mean) : mean);
  }

  @Override
  public double weight(UserOutcome outcome) {
    if (formula.byVisitor) {
      return 1;
    }
    int count = 0;
    for (int index = 0; index < outcome.tested(); index++) {
      count += has(outcome, index) ? 1 : 0;
    }
    return count;
  }

  private static boolean has(UserOutcome outcome, int index) {
    return outcome.prediction(index).isPresent() && outcome.rating(index).isPresent();
  }
}
