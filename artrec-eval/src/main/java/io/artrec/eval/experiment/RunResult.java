package io.artrec.eval.experiment;

import io.artrec.eval.metric.Measurement;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntLists;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One recommender on one split.
 *
 * @param recommender its name in the experiment
 * @param split the split's name
 * @param users ids of the tested visitors; the values by visitor are in this order, and all runs on
 *     one split share it
 * @param activity how many works each of them was known by in training
 * @param measurements one for each metric, in the experiment's order
 * @param timing how long it took
 * @param provenance where the numbers come from
 * @param breakdowns values in parts, as the experiment asked for them
 */
public record RunResult(
    String recommender,
    String split,
    List<String> users,
    List<Integer> activity,
    List<Measurement> measurements,
    Timing timing,
    Provenance provenance,
    List<Breakdown> breakdowns) {
  /** Validates. */
  public RunResult {
    Objects.requireNonNull(recommender, "recommender");
    Objects.requireNonNull(split, "split");
    Objects.requireNonNull(timing, "timing");
    Objects.requireNonNull(provenance, "provenance");
    users = List.copyOf(users);
    activity = IntLists.unmodifiable(new IntArrayList(activity));
    measurements = List.copyOf(measurements);
    breakdowns = List.copyOf(breakdowns);
    if (users.size() != activity.size()) {
      throw new IllegalArgumentException(
          activity.size() + " activities of " + users.size() + " visitors, expected as many");
    }
  }

  /**
   * Creates a run without values in parts.
   *
   * @param recommender its name in the experiment
   * @param split the split's name
   * @param users ids of the tested visitors
   * @param activity how many works each of them was known by in training
   * @param measurements one for each metric
   * @param timing how long it took
   * @param provenance where the numbers come from
   */
  public RunResult(
      String recommender,
      String split,
      List<String> users,
      List<Integer> activity,
      List<Measurement> measurements,
      Timing timing,
      Provenance provenance) {
    this(recommender, split, users, activity, measurements, timing, provenance, List.of());
  }

  /**
   * {@return the measurement; empty when this metric was not measured}
   *
   * @param metric the metric's name
   */
  public Optional<Measurement> measurement(String metric) {
    return measurements.stream().filter(m -> m.metric().equals(metric)).findFirst();
  }
}
