package io.artrec.eval.experiment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an experiment found: a run for every recommender and split. Immutable and thread-safe.
 *
 * @param title what the experiment is called
 * @param recommenders names, in the order they were added
 * @param splits names of the splits
 * @param metrics names of the metrics
 * @param runs by recommender and, within one, by split
 * @param notes what a reader of the numbers must know: works of the test part that nobody could
 *     recommend, sampled negatives, recommenders that could not score
 */
public record ExperimentResult(
    String title,
    List<String> recommenders,
    List<String> splits,
    List<String> metrics,
    List<RunResult> runs,
    List<String> notes) {
  /** Validates. */
  public ExperimentResult {
    Objects.requireNonNull(title, "title");
    recommenders = List.copyOf(recommenders);
    splits = List.copyOf(splits);
    metrics = List.copyOf(metrics);
    runs = List.copyOf(runs);
    notes = List.copyOf(notes);
  }

  /**
   * {@return one recommender's run on one split; empty when there is none}
   *
   * @param recommender its name
   * @param split the split's name
   */
  public Optional<RunResult> run(String recommender, String split) {
    return runs.stream()
        .filter(r -> r.recommender().equals(recommender) && r.split().equals(split))
        .findFirst();
  }

  /**
   * Returns a recommender's value: the mean over the splits on which it has one.
   *
   * @param recommender its name
   * @param metric the metric's name
   * @return the mean; empty when no split gives a value
   */
  public OptionalDouble value(String recommender, String metric) {
    return runs.stream()
        .filter(run -> run.recommender().equals(recommender))
        .flatMap(run -> run.measurement(metric).stream())
        .map(measurement -> measurement.value())
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }
}
