package io.artrec.eval.statistics;

import io.artrec.eval.experiment.ExperimentResult;
import io.artrec.eval.experiment.RunResult;
import io.artrec.eval.metric.Measurement;
import io.artrec.eval.metric.UserValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Values by visitor over all splits of an experiment, each visitor once.
 *
 * <p>In k folds or at several times the same visitor is tested several times; his values depend on
 * one another, and counting them as so many visitors would make intervals too narrow and p-values
 * too small. Each visitor's values are therefore averaged over the splits (by their weights, where
 * they have any), and the visitor weighs the mean of his weights. Where every visitor is in one
 * split only (cold-start visitors, folds of visitors), that is the same as stringing the splits
 * together. It differs a little from {@link ExperimentResult#value}, the mean over splits, where
 * splits hold different numbers of visitors. What averaging cannot mend: the folds' recommenders
 * learned from overlapping data, so that nothing here says how another training set would have
 * changed them (Bengio and Grandvalet, No Unbiased Estimator of the Variance of K-Fold
 * Cross-Validation, JMLR, 2004).
 */
public final class UserMeans {
  private final int recommenders;
  private final Map<String, Sums> visitors = new LinkedHashMap<>();

  private UserMeans(int recommenders) {
    this.recommenders = recommenders;
  }

  private static final class Sums {
    final double[] sums;
    double weight;
    int splits;

    Sums(int recommenders) {
      sums = new double[recommenders];
    }
  }

  /**
   * Returns one recommender's values, for the interval of its mean. Visitors are in the order in
   * which the splits first name them. Cost O(splits · visitors).
   *
   * @param result the experiment
   * @param metric the metric's name
   * @param recommender the recommender's name
   * @return a value for each visitor who has one in some split
   * @throws IllegalArgumentException when the experiment has no such recommender or metric, or the
   *     metric has no values by visitor
   */
  public static UserValues of(ExperimentResult result, String metric, String recommender) {
    return of(result, metric, List.of(recommender)).get(0);
  }

  /**
   * Compares two recommenders. A visitor's values of a split count when both have one there.
   *
   * @param result the experiment
   * @param metric the metric's name
   * @param first the first recommender's name
   * @param second the second recommender's name
   * @return the comparison, first minus second
   * @throws IllegalArgumentException as {@link #of}
   */
  public static PairedComparison compare(
      ExperimentResult result, String metric, String first, String second) {
    List<UserValues> values = of(result, metric, List.of(first, second));
    return PairedComparison.of(values.get(0), values.get(1));
  }

  /**
   * Returns the metrics that have values by visitor and so can be tested.
   *
   * @param result the experiment
   * @return names in the experiment's order
   */
  public static List<String> testable(ExperimentResult result) {
    return result.metrics().stream()
        .filter(
            metric ->
                result.runs().stream()
                    .flatMap(run -> run.measurement(metric).stream())
                    .anyMatch(measurement -> measurement.users().isPresent()))
        .toList();
  }

  /**
   * The values that several recommenders have of the same visitors on one split.
   *
   * @param users the visitors' ids
   * @param values of each recommender, in the order of the visitors
   */
  public record OnSplit(List<String> users, List<UserValues> values) {
    /** Validates. */
    public OnSplit {
      users = List.copyOf(users);
      values = List.copyOf(values);
      for (UserValues each : values) {
        if (each.size() != users.size()) {
          throw new IllegalArgumentException(
              each.size() + " values of " + users.size() + " visitors, expected as many");
        }
      }
    }
  }

  /**
   * Averages over splits. A visitor's values of a split count when all recommenders have one there.
   *
   * @param splits the splits, one or more, all of as many recommenders
   * @return the visitors in the order in which splits name them, and their values
   */
  public static Averaged of(List<OnSplit> splits) {
    UserMeans means = new UserMeans(splits.get(0).values().size());
    for (OnSplit split : splits) {
      split.users().forEach(means::sums);
      means.add(split);
    }
    return new Averaged(List.copyOf(means.visitors.keySet()), means.values());
  }

  /**
   * Values over all splits, each visitor once.
   *
   * @param users the visitors' ids
   * @param values of each recommender, in the order of the visitors
   */
  public record Averaged(List<String> users, List<UserValues> values) {
    /** Validates. */
    public Averaged {
      users = List.copyOf(users);
      values = List.copyOf(values);
    }
  }

  private static List<UserValues> of(
      ExperimentResult result, String metric, List<String> recommenders) {
    recommenders.forEach(name -> requireRecommender(result, name));
    requireTestable(result, metric);
    UserMeans means = new UserMeans(recommenders.size());
    result.splits().forEach(split -> means.add(result, metric, recommenders, split));
    return means.values();
  }

  static void requireRecommender(ExperimentResult result, String name) {
    if (!result.recommenders().contains(name)) {
      throw new IllegalArgumentException(
          "experiment '"
              + result.title()
              + "' has no recommender '"
              + name
              + "', expected one of "
              + String.join(", ", result.recommenders()));
    }
  }

  static void requireTestable(ExperimentResult result, String metric) {
    List<String> testable = testable(result);
    if (!testable.contains(metric)) {
      throw new IllegalArgumentException(
          "experiment '"
              + result.title()
              + "' has no values by visitor of metric '"
              + metric
              + "', which testing needs; expected one of "
              + String.join(", ", testable));
    }
  }

  private void add(
      ExperimentResult result, String metric, List<String> recommenders, String split) {
    List<RunResult> runs =
        recommenders.stream().flatMap(name -> result.run(name, split).stream()).toList();
    if (runs.isEmpty()) {
      return;
    }
    List<String> users = runs.get(0).users();
    users.forEach(this::sums);
    if (runs.size() < recommenders.size()) {
      return;
    }
    List<UserValues> values = new ArrayList<>();
    for (RunResult run : runs) {
      if (!run.users().equals(users)) {
        throw new IllegalArgumentException(
            "recommenders "
                + String.join(", ", recommenders)
                + " were tested on different visitors of split '"
                + split
                + "', expected the same in the same order");
      }
      Optional<UserValues> measured = run.measurement(metric).flatMap(Measurement::users);
      if (measured.isEmpty()) {
        return;
      }
      values.add(measured.get());
    }
    add(new OnSplit(users, values));
  }

  private void add(OnSplit split) {
    for (int user = 0; user < split.users().size(); user++) {
      add(sums(split.users().get(user)), split.values(), user);
    }
  }

  private Sums sums(String user) {
    return visitors.computeIfAbsent(user, key -> new Sums(recommenders));
  }

  private static void add(Sums sums, List<UserValues> values, int user) {
    double weight = 0;
    for (UserValues each : values) {
      if (!each.has(user)) {
        return;
      }
      weight += SampleMean.requireWeight(each.weight(user), user) / values.size();
    }
    if (weight == 0) {
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      sums.sums[i] += weight * values.get(i).get(user).getAsDouble();
    }
    sums.weight += weight;
    sums.splits++;
  }

  private List<UserValues> values() {
    List<Sums> all = List.copyOf(visitors.values());
    double[] weights =
        all.stream()
            .mapToDouble(sums -> sums.splits == 0 ? 0 : sums.weight / sums.splits)
            .toArray();
    return IntStream.range(0, recommenders)
        .mapToObj(
            i ->
                all.stream()
                    .mapToDouble(s -> s.splits == 0 ? Double.NaN : s.sums[i] / s.weight)
                    .toArray())
        .map(means -> new UserValues(means, weights))
        .collect(Collectors.toList());
  }
}
