package io.artrec.cleaning;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a cleaning dropped or changed, and why, step by step.
 *
 * @param before events that came in
 * @param after events that went out
 * @param steps the steps in the order in which they ran
 */
public record CleaningReport(long before, long after, List<StepReport> steps) {
  /** Copies the steps. */
  public CleaningReport {
    steps = List.copyOf(steps);
  }

  /**
   * {@return this report with its counts and reasons but without the example rows, which name
   * visitors}
   */
  public CleaningReport withoutExamples() {
    return new CleaningReport(
        before,
        after,
        steps.stream()
            .map(
                step ->
                    new StepReport(
                        step.step(), step.why(), step.dropped(), step.changed(), List.of()))
            .toList());
  }

  /** Returns the report in lines of at most 80 characters. */
  @Override
  public String toString() {
    String first =
        String.format(
            Locale.ROOT,
            "Cleaning: %,d event%s in, %,d out",
            before,
            before == 1 ? "" : "s",
            after);
    return steps.isEmpty()
        ? first
        : steps.stream()
            .map(StepReport::toString)
            .collect(Collectors.joining("\n", first + "\n", ""));
  }
}
