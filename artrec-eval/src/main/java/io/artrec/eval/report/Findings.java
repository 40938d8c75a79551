package io.artrec.eval.report;

import io.artrec.eval.experiment.ExperimentResult;
import io.artrec.eval.experiment.RunResult;
import io.artrec.eval.metric.Measurement;
import io.artrec.eval.metric.Metric.Direction;
import io.artrec.eval.metric.UserValues;
import io.artrec.eval.statistics.PairedComparison;
import io.artrec.eval.statistics.UserMeans;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a report says of a result, whatever it is written in: values, ranks, differences by visitor.
 * Where splits differ in their share of the training part, values are of the largest share.
 */
final class Findings {
  private final ExperimentResult result;
  private final String baseline;
  private final List<String> splits;
  private final Map<List<String>, RunResult> runs = new HashMap<>();
  private final ExperimentResult headline;
  private final List<String> ranked;

  Findings(ExperimentResult result, String baseline) {
    this.result = result;
    this.baseline = baseline;
    splits = Shares.largest(result.splits());
    for (RunResult run : result.runs()) {
      runs.put(List.of(run.recommender(), run.split()), run);
    }
    headline =
        new ExperimentResult(
            result.title(),
            result.recommenders(),
            splits,
            result.metrics(),
            result.runs().stream().filter(run -> splits.contains(run.split())).toList(),
            result.notes());
    ranked = rank();
  }

  private List<String> rank() {
    if (result.metrics().isEmpty()) {
      return result.recommenders();
    }
    String metric = result.metrics().get(0);
    double sign = direction(metric) == Direction.LOWER ? 1 : -1;
    return result.recommenders().stream()
        .sorted(
            Comparator.comparingDouble(
                name -> {
                  OptionalDouble value = value(name, metric);
                  return value.isPresent() ? sign * value.getAsDouble() : Double.MAX_VALUE;
                }))
        .toList();
  }

  ExperimentResult result() {
    return result;
  }

  String baseline() {
    return baseline;
  }

  /** Returns the splits whose mean a value is. */
  List<String> splits() {
    return splits;
  }

  List<String> metrics() {
    return result.metrics();
  }

  /** Returns the recommenders, best on the first metric first. */
  List<String> ranked() {
    return ranked;
  }

  /** Returns the place of a recommender in {@link #ranked}, from 1. */
  int rank(String recommender) {
    return ranked.indexOf(recommender) + 1;
  }

  int userCount() {
    return (int) headline.runs().stream().flatMap(run -> run.users().stream()).distinct().count();
  }

  Optional<RunResult> run(String recommender, String split) {
    return Optional.ofNullable(runs.get(List.of(recommender, split)));
  }

  List<RunResult> runs(String recommender) {
    return splits.stream().flatMap(split -> run(recommender, split).stream()).toList();
  }

  Direction direction(String metric) {
    return result.runs().stream()
        .flatMap(run -> run.measurement(metric).stream())
        .map(Measurement::direction)
        .findFirst()
        .orElse(Direction.NEITHER);
  }

  /** Returns the values on each split that has one. */
  double[] splitValues(String recommender, String metric) {
    return runs(recommender).stream()
        .flatMap(run -> run.measurement(metric).stream())
        .map(Measurement::value)
        .flatMapToDouble(OptionalDouble::stream)
        .toArray();
  }

  OptionalDouble value(String recommender, String metric) {
    return Arrays.stream(splitValues(recommender, metric)).average();
  }

  /** Returns why a recommender has no value, or not on every split; empty when it has them all. */
  Optional<String> reason(String recommender, String metric) {
    List<RunResult> ran = runs(recommender);
    int values = splitValues(recommender, metric).length;
    if (values == splits.size()) {
      return Optional.empty();
    }
    if (values > 0) {
      return Optional.of("mean of " + values + " of " + splits.size() + " splits");
    }
    if (ran.isEmpty()) {
      return Optional.of("there is no run");
    }
    return Optional.of(
        ran.stream().allMatch(run -> run.measurement(metric).isEmpty())
            ? "not measured"
            : "the metric says nothing of these answers");
  }

  /**
   * Tells whether a recommender's value is as good as the best of several; values of fewer splits
   * than others have do not compete.
   */
  boolean best(String recommender, String metric) {
    Direction direction = direction(metric);
    OptionalDouble own = value(recommender, metric);
    List<String> rivals = rivals(metric);
    return direction != Direction.NEITHER
        && own.isPresent()
        && rivals.size() > 1
        && rivals.contains(recommender)
        && rivals.stream()
            .flatMapToDouble(name -> value(name, metric).stream())
            .noneMatch(value -> better(value, own.getAsDouble(), direction));
  }

  private List<String> rivals(String metric) {
    int most = ranked.stream().mapToInt(name -> splitValues(name, metric).length).max().orElse(0);
    return ranked.stream().filter(name -> splitValues(name, metric).length == most).toList();
  }

  static boolean better(double a, double b, Direction direction) {
    return direction == Direction.HIGHER ? a > b : direction == Direction.LOWER && a < b;
  }

  /** Tells whether there are values by visitor. */
  boolean hasVisitors(String recommender, String metric) {
    return runs(recommender).stream()
        .flatMap(run -> users(run, metric).stream())
        .anyMatch(values -> values.count() > 0);
  }

  static Optional<UserValues> users(RunResult run, String metric) {
    return run.measurement(metric).flatMap(Measurement::users);
  }

  /** Returns a metric's values of all visitors: means over the splits where one has a value. */
  UserValues visitorValues(String recommender, String metric) {
    return UserMeans.of(headline, metric, recommender);
  }

  /** Compares two recommenders by visitor; empty when they share no visitor with a value. */
  Optional<PairedComparison> compare(String recommender, String other, String metric) {
    return hasVisitors(recommender, metric) && hasVisitors(other, metric)
        ? Optional.of(UserMeans.compare(headline, metric, recommender, other))
            .filter(pairs -> pairs.pairs() > 0)
        : Optional.empty();
  }
}
