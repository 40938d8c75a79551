package io.artrec.eval.statistics;

import io.artrec.eval.metric.UserValues;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A confidence interval. Limits are in the unit of the metric, finite, and may be equal.
 *
 * @param lower the lower limit
 * @param upper the upper limit
 * @param level the share of such intervals that hold the true value, between 0 and 1
 * @param method how it was made
 */
public record ConfidenceInterval(double lower, double upper, double level, IntervalMethod method) {
  /** Validates. */
  public ConfidenceInterval {
    Objects.requireNonNull(method, "method");
    requireLevel(level);
    if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower > upper) {
      throw new IllegalArgumentException(
          "interval from "
              + lower
              + " to "
              + upper
              + ", expected two finite numbers, the lower first");
    }
  }

  /**
   * Returns Student's interval of the mean over visitors: mean ± t · s / √n, with t the quantile of
   * n − 1 degrees of freedom. Weighted visitors as in {@link PairedComparison}. Cost O(n). Right
   * when the mean is about normal; of few and skewed values it holds the truth less often than its
   * level says, {@link IntervalMethod} has figures.
   *
   * @param values the values
   * @param level the confidence, between 0 and 1
   * @return the interval; empty with fewer than two visitors, who tell nothing of the spread
   */
  public static Optional<ConfidenceInterval> student(UserValues values, double level) {
    requireLevel(level);
    return SampleMean.of(values).studentInterval(level);
  }

  /**
   * {@return the standard error of the mean over visitors, s / √n, weighted visitors as in {@link
   * #student}; empty with fewer than two}
   *
   * @param values the values
   */
  public static OptionalDouble standardError(UserValues values) {
    SampleMean mean = SampleMean.of(values);
    return mean.size() < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(mean.deviation() / Math.sqrt(mean.size()));
  }

  static void requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "confidence level is " + level + ", expected between 0 and 1, as 0.95");
    }
  }

  /**
   * Tells whether a value lies within.
   *
   * @param value the value
   * @return true for the limits and what lies between
   */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  /** The limits with four decimals: {@code [-0.0123, 0.0456]}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "[%.4f, %.4f]", lower, upper);
  }
}
