package io.artrec.eval.metric;

import io.artrec.task.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** Many metrics of the same outcomes, measured in one pass over visitors. */
public final class Measurements {
  private static final int PART = 1024;

  private Measurements() {}

  /**
   * Measures on the calling thread. Every visitor's list is looked up once for all metrics.
   *
   * @param outcomes what visitors were answered and what they did
   * @param metrics the metrics
   * @return one measurement for each metric, in their order
   * @throws IllegalArgumentException when the outcomes were not collected for a metric's needs
   * @throws IllegalStateException when a metric's value is not finite
   */
  public static List<Measurement> of(Outcomes outcomes, List<? extends Metric> metrics) {
    return of(outcomes, metrics, 1);
  }

  /**
   * Measures on several threads; the measurements are the same, to the last bit, for any number of
   * them. Metrics of all answers together take one thread each.
   *
   * @param outcomes what visitors were answered and what they did
   * @param metrics the metrics
   * @param threads how many threads, 1 for the calling one
   * @return one measurement for each metric, in their order
   * @throws IllegalArgumentException when the outcomes were not collected for a metric's needs
   * @throws IllegalStateException when a metric's value is not finite
   */
  public static List<Measurement> of(
      Outcomes outcomes, List<? extends Metric> metrics, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", expected 1 or more");
    }
    metrics.forEach(metric -> requireMet(metric, outcomes));
    int users = outcomes.userCount();
    List<Column> columns = new ArrayList<>();
    List<Total> totals = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    for (Metric metric : metrics) {
      if (metric instanceof UserMetric ofUser) {
        columns.add(new Column(ofUser, users));
        results.add(columns.get(columns.size() - 1));
      } else {
        totals.add(new Total((OverallMetric) metric));
        results.add(totals.get(totals.size() - 1));
      }
    }
    List<Runnable> tasks = new ArrayList<>();
    totals.forEach(total -> tasks.add(() -> total.measure(outcomes)));
    for (int from = 0; from < users && !columns.isEmpty(); from += PART) {
      int first = from;
      tasks.add(() -> measure(outcomes, columns, first, Math.min(users, first + PART)));
    }
    Workers.of(threads)
        .run(
            "measuring",
            tasks.size(),
            1,
            (from, to) -> tasks.subList(from, to).forEach(Runnable::run));
    return results.stream().map(Result::measurement).toList();
  }

  private static void measure(Outcomes outcomes, List<Column> columns, int from, int to) {
    for (int user = from; user < to; user++) {
      UserOutcome outcome = outcomes.user(user);
      for (Column column : columns) {
        column.measure(outcome);
      }
    }
  }

  private static void requireMet(Metric metric, Outcomes outcomes) {
    Objects.requireNonNull(metric, "metric");
    Needs needs = metric.needs();
    Needs collected = outcomes.needs();
    if (needs.listLength() > collected.listLength()) {
      throw unmet(
          metric,
          "lists of " + needs.listLength() + " works",
          "lists of at most " + collected.listLength());
    }
    if (needs.predictions() && !collected.predictions()) {
      throw unmet(metric, "predictions of tested works", "none");
    }
    if (needs.ranks() && !collected.ranks()) {
      throw unmet(metric, "ranks among all candidates", "none");
    }
  }

  private static IllegalArgumentException unmet(Metric metric, String wanted, String held) {
    return new IllegalArgumentException(
        "metric '"
            + metric.name()
            + "' needs "
            + wanted
            + ", the outcomes hold "
            + held
            + "; collect them with the needs of every metric");
  }

  private static double checked(Metric metric, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT, "metric '%s' is %s, expected a finite number", metric.name(), value));
    }
    return value;
  }

  private interface Result {
    Measurement measurement();
  }

  private static final class Total implements Result {
    private final OverallMetric metric;
    private OptionalDouble value = OptionalDouble.empty();

    Total(OverallMetric metric) {
      this.metric = metric;
    }

    void measure(Outcomes outcomes) {
      value = metric.of(outcomes);
      value.ifPresent(number -> checked(metric, number));
    }

    @Override
    public Measurement measurement() {
      return new Measurement(metric.name(), metric.direction(), value, Optional.empty());
    }
  }

  /** Weights are kept from the first visitor on that does not count 1. */
  private static final class Column implements Result {
    private final UserMetric metric;
    private final double[] values;
    private double[] weights = {};

    Column(UserMetric metric, int users) {
      this.metric = metric;
      values = new double[users];
    }

    void measure(UserOutcome outcome) {
      OptionalDouble value = metric.of(outcome);
      if (value.isEmpty()) {
        values[outcome.user()] = Double.NaN;
        return;
      }
      values[outcome.user()] = checked(metric, value.getAsDouble());
      double weight = metric.weight(outcome);
      if (weight != 1) {
        weigh(outcome.user(), weight);
      }
    }

    private synchronized void weigh(int user, double weight) {
      if (!(weight >= 0) || !Double.isFinite(weight)) {
        throw new IllegalStateException(
            "metric '"
                + metric.name()
                + "' weighs a visitor "
                + weight
                + ", expected a finite number, 0 or more");
      }
      if (weights.length == 0) {
        weights = new double[values.length];
        Arrays.fill(weights, 1);
      }
      weights[user] = weight;
    }

    @Override
    public Measurement measurement() {
      UserValues users = UserValues.keeping(values, weights);
      return new Measurement(metric.name(), metric.direction(), users.mean(), Optional.of(users));
    }
  }
}
