package io.artrec.eval.search;

import io.artrec.eval.metric.Metric;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a search found. The best value is that of the validation part on which it was chosen, and
 * too good to be quoted; measure the best strategy on the test part, in an experiment.
 *
 * @param metric the metric's name
 * @param direction which values are good
 * @param trials all that was tried, in order
 * @param notes what went wrong or must be known
 */
public record TuningResult(
    String metric, Metric.Direction direction, List<Trial> trials, List<String> notes) {
  /** Validates. */
  public TuningResult {
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(direction, "direction");
    trials = List.copyOf(trials);
    notes = List.copyOf(notes);
  }

  /**
   * {@return the best trial among those that learned from the largest share; of equal ones the
   * first}
   *
   * @throws IllegalStateException when no trial has a value
   */
  public Trial best() {
    double share =
        trials.stream()
            .filter(trial -> trial.value().isPresent())
            .mapToDouble(Trial::share)
            .max()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no trial gave a value of " + metric + ": " + String.join("; ", notes)));
    return ranked(trials.stream().filter(trial -> trial.share() == share).toList(), direction)
        .get(0);
  }

  /** Best first; those without a value last. */
  static List<Trial> ranked(List<Trial> trials, Metric.Direction direction) {
    double sign = direction == Metric.Direction.LOWER ? 1 : -1;
    return trials.stream()
        .sorted(
            Comparator.comparingDouble(
                trial ->
                    trial.value().isPresent()
                        ? sign * trial.value().getAsDouble()
                        : Double.POSITIVE_INFINITY))
        .toList();
  }
}
