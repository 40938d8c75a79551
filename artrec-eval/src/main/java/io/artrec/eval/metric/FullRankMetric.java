package io.artrec.eval.metric;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Metrics of where relevant works stand among all candidates; a tie counts half a place. */
record FullRankMetric(Formula formula) implements UserMetric {
  enum Formula {
    AUC("auc"),
    RECIPROCAL_RANK("mrr"),
    R_PRECISION("r-precision");

    private final String family;

    Formula(String family) {
      this.family = family;
    }
  }

  @Override
  public String name() {
    return formula.family;
  }

  @Override
  public Needs needs() {
    return Needs.fullRanks();
  }

  @Override
  public Direction direction() {
    return Direction.HIGHER;
  }

  @Override
  public OptionalDouble of(UserOutcome outcome) {
    int relevant = outcome.relevantCount();
    if (relevant == 0 || (formula == Formula.AUC && outcome.others() == 0)) {
      return OptionalDouble.empty();
    }
    double[] before = before(outcome);
    return OptionalDouble.of(
        switch (formula) {
          case AUC -> area(before, outcome.others(), relevant);
          case RECIPROCAL_RANK -> before.length == 0 ? 0 : 1 / (1 + before[0]);
          case R_PRECISION -> (double) withinFirst(relevant, before) / relevant;
        });
  }

  /** How many others stand before each relevant work that is a candidate, ascending. */
  private static double[] before(UserOutcome outcome) {
    double[] before = new double[outcome.relevantCount()];
    int count = 0;
    for (int index = 0; index < outcome.tested(); index++) {
      OptionalInt above = outcome.isRelevant(index) ? outcome.above(index) : OptionalInt.empty();
      if (above.isPresent()) {
        before[count++] = above.getAsInt() + outcome.tied(index) / 2.0;
      }
    }
    Arrays.sort(before, 0, count);
    return Arrays.copyOf(before, count);
  }

  private static double area(double[] before, int others, int relevant) {
    double sum = 0;
    for (double ahead : before) {
      sum += (others - ahead) / others;
    }
    return sum / relevant;
  }

  private static int withinFirst(int places, double[] before) {
    int count = 0;
    while (count < before.length && before[count] + count + 1 <= places) {
      count++;
    }
    return count;
  }
}
