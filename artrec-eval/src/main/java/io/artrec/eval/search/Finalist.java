package io.artrec.eval.search;

import io.artrec.eval.metric.Metric;
import io.artrec.eval.metric.UserValues;
import io.artrec.eval.statistics.ConfidenceInterval;
import io.artrec.eval.statistics.PairedComparison;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Hyper-parameters that did well in the search and were compared with the incumbent on repeated
 * splits. Immutable.
 */
public final class Finalist {
  private final String strategy;
  private final UserValues values;
  private final PairedComparison comparison;
  private final double[] byRepeat;
  private final int tried;
  private final double testedShare;

  /**
   * Makes a finalist.
   *
   * @param strategy as text
   * @param values visitors' means over repeats, and the incumbent's
   * @param byRepeat the mean difference on each repeat
   * @param tried how many settings the search has looked at
   * @param testedShare tested events by events learned from
   */
  Finalist(String strategy, Pair values, double[] byRepeat, int tried, double testedShare) {
    this.strategy = strategy;
    this.values = values.own();
    this.comparison = PairedComparison.of(values.own(), values.incumbents());
    this.byRepeat = byRepeat;
    this.tried = tried;
    this.testedShare = testedShare;
  }

  /** A finalist's values and the incumbent's, of the same visitors. */
  record Pair(UserValues own, UserValues incumbents) {}

  /** {@return the strategy with the hyper-parameters, as text} */
  public String strategy() {
    return strategy;
  }

  /** {@return the mean over visitors of their means over repeats} */
  public OptionalDouble value() {
    return values.mean();
  }

  /** {@return how many repeats it was compared on} */
  public int repeats() {
    return byRepeat.length;
  }

  /** {@return its values beside the incumbent's, visitor by visitor, each a mean over repeats} */
  public PairedComparison comparison() {
    return comparison;
  }

  /**
   * {@return p of Student's paired test over visitors, times the number of settings that the search
   * has tried, at most 1: the same visitors chose among these (Bonferroni)} Where all visitors gain
   * the same, it is of the exact test of their signs, {@code 2^(1-n)}; empty where nothing differs.
   */
  public OptionalDouble p() {
    OptionalDouble student = comparison.pairedT().p();
    double[] differences = comparison.differences();
    boolean isConstant = differences.length > 0 && differences[0] != 0;
    if (student.isEmpty() && !isConstant) {
      return student;
    }
    double p = student.orElse(Math.pow(2, 1.0 - differences.length));
    return OptionalDouble.of(Math.min(1, p * Math.max(1, tried)));
  }

  /**
   * Returns the standard error of the difference: over visitors, or over repeats where that is
   * larger. Repeats share most of what they learn from, so their variance counts {@code 1/R +
   * tested / learned} times (Nadeau and Bengio, Inference for the Generalization Error, Machine
   * Learning, 2003) rather than {@code 1/R} times.
   *
   * @return the standard error; empty with fewer than two visitors
   */
  public OptionalDouble standardError() {
    OptionalDouble mean = comparison.difference();
    double[] differences = comparison.differences();
    if (differences.length < 2 || mean.isEmpty()) {
      return OptionalDouble.empty();
    }
    UserValues paired = new UserValues(differences, new double[0]);
    double visitors = ConfidenceInterval.standardError(paired).orElse(0);
    return OptionalDouble.of(Math.max(visitors, overRepeats()));
  }

  private double overRepeats() {
    int repeats = byRepeat.length;
    if (repeats < 2) {
      return 0;
    }
    double mean = Arrays.stream(byRepeat).average().orElseThrow();
    double squares = 0;
    for (double difference : byRepeat) {
      squares += (difference - mean) * (difference - mean);
    }
    return Math.sqrt(squares / (repeats - 1) * (1.0 / repeats + testedShare));
  }

  /** Whether it is better by more than one standard error, and the corrected test says so too. */
  boolean isBetter(Metric.Direction direction, double level) {
    OptionalDouble difference = comparison.difference();
    OptionalDouble error = standardError();
    if (difference.isEmpty() || error.isEmpty()) {
      return false;
    }
    double gain = (direction == Metric.Direction.LOWER ? -1 : 1) * difference.getAsDouble();
    return gain > error.getAsDouble() && p().orElse(1) <= level;
  }

  /** The strategy, its value and how it differs from the incumbent. */
  @Override
  public String toString() {
    return String.format(
        java.util.Locale.ROOT,
        "%s %s, difference %s, p %s",
        strategy,
        Values.text(value(), OptionalDouble.empty()),
        Values.text(comparison.difference(), standardError()),
        p().isPresent() ? String.format(java.util.Locale.ROOT, "%.4f", p().getAsDouble()) : "-");
  }
}
