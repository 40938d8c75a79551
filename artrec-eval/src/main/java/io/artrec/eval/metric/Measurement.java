package io.artrec.eval.metric;

import java.util.List;
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
   * Measures one metric; {@link Measurements} measures many at once.
   *
   * @param metric the metric
   * @param outcomes what visitors were answered and what they did
   * @return the measurement
   * @throws IllegalArgumentException when the outcomes were not collected for the metric's needs
   * @throws IllegalStateException when the metric's value is not finite
   */
  public static Measurement of(Metric metric, Outcomes outcomes) {
    return Measurements.of(outcomes, List.of(metric)).get(0);
  }
}
