package io.artrec.eval.metric;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One metric of some outcomes.
 *
 * @param metric the metric's name
 * @param direction which values are good
 * @param value the value over all visitors; empty when the metric says nothing of these outcomes
 * @param users the values by visitor; empty for an {@link OverallMetric}
 */
public record Measurement(
    String metric, Metric.Direction direction, OptionalDouble value, Optional<UserValues> users) {
  /** Validates. */
  public Measurement {
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(users, "users");
  }

  /**
   * Measures. Cost a call of the metric for each visitor.
   *
   * @param metric the metric
   * @param outcomes what visitors were answered and what they did
   * @return the measurement
   * @throws IllegalStateException when the metric's value is not finite
   */
  public static Measurement of(Metric metric, Outcomes outcomes) {
    if (metric instanceof OverallMetric overall) {
      OptionalDouble value = overall.of(outcomes);
      value.ifPresent(number -> check(metric, number));
      return new Measurement(metric.name(), metric.direction(), value, Optional.empty());
    }
    UserValues values = values((UserMetric) metric, outcomes);
    return new Measurement(metric.name(), metric.direction(), values.mean(), Optional.of(values));
  }

  private static UserValues values(UserMetric metric, Outcomes outcomes) {
    int users = outcomes.userCount();
    double[] values = new double[users];
    double[] weights = new double[users];
    for (int user = 0; user < users; user++) {
      UserOutcome outcome = outcomes.user(user);
      OptionalDouble value = metric.of(outcome);
      values[user] = value.orElse(Double.NaN);
      weights[user] = value.isPresent() ? metric.weight(outcome) : 0;
      value.ifPresent(number -> check(metric, number));
    }
    boolean equal = true;
    for (int user = 0; user < users; user++) {
      equal &= Double.isNaN(values[user]) || weights[user] == 1;
    }
    return new UserValues(values, equal ? new double[0] : weights);
  }

  private static void check(Metric metric, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT, "metric '%s' is %s, expected a finite number", metric.name(), value));
    }
  }
}
