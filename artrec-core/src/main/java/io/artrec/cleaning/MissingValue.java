package io.artrec.cleaning;

import java.util.Locale;
import java.util.OptionalDouble;

/** What stands in for a value that is missing. Immutable. */
public final class MissingValue {
  private enum Rule {
    DROP,
    MEAN,
    MEDIAN,
    MODE,
    CONSTANT
  }

  private final Rule rule;
  private final double constant;

  private MissingValue(Rule rule, double constant) {
    this.rule = rule;
    this.constant = constant;
  }

  /**
   * Returns the rule that drops the row.
   *
   * @return nothing stands in
   */
  public static MissingValue drop() {
    return new MissingValue(Rule.DROP, 0);
  }

  /**
   * Returns the rule that takes the mean of the values present.
   *
   * @return the mean stands in
   */
  public static MissingValue mean() {
    return new MissingValue(Rule.MEAN, 0);
  }

  /**
   * Returns the rule that takes the median of the values present; of an even number, the mean of
   * the middle two.
   *
   * @return the median stands in
   */
  public static MissingValue median() {
    return new MissingValue(Rule.MEDIAN, 0);
  }

  /**
   * Returns the rule that takes the most frequent of the values present; of several, the smallest.
   *
   * @return the mode stands in
   */
  public static MissingValue mode() {
    return new MissingValue(Rule.MODE, 0);
  }

  /**
   * Returns the rule that takes one value always.
   *
   * @param value the value, finite
   * @return the value stands in
   */
  public static MissingValue constant(double value) {
    if (!Double.isFinite(value) || Math.abs(value) > Float.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "constant for missing values is %s, expected a finite number", value));
    }
    return new MissingValue(Rule.CONSTANT, value);
  }

  /** What stands in, or empty when the row is to be dropped; also when no value is present. */
  OptionalDouble of(double[] present) {
    if (rule == Rule.CONSTANT) {
      return OptionalDouble.of(constant);
    }
    if (rule == Rule.DROP || present.length == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        switch (rule) {
          case MEAN -> Statistics.mean(present);
          case MEDIAN -> Statistics.quantile(Statistics.sorted(present), 0.5);
          default -> Statistics.mode(Statistics.sorted(present));
        });
  }

  @Override
  public String toString() {
    return rule == Rule.CONSTANT ? "constant " + constant : rule.name().toLowerCase(Locale.ROOT);
  }
}
