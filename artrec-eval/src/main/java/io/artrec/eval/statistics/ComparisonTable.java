package io.artrec.eval.statistics;

import io.artrec.eval.experiment.ExperimentResult;
import io.artrec.eval.metric.Measurement;
import io.artrec.eval.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All recommenders of an experiment against one of them, by one metric. Values by visitor are
 * averaged over the splits as {@link UserMeans} says, and p-values are adjusted over the rows.
 * Whoever looks at several metrics' tables makes more tests than any one of them corrects for:
 * choose the metric that decides beforehand. Immutable and thread-safe.
 *
 * @param metric the metric's name
 * @param direction which values are good
 * @param baseline the recommender that the others are compared with
 * @param baselineValue its value in the experiment
 * @param settings how they were compared
 * @param rows one for each other recommender, in the experiment's order
 */
public record ComparisonTable(
    String metric,
    Metric.Direction direction,
    String baseline,
    OptionalDouble baselineValue,
    ComparisonSettings settings,
    List<Row> rows) {
  /** Validates. */
  public ComparisonTable {
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(baseline, "baseline");
    Objects.requireNonNull(baselineValue, "baselineValue");
    Objects.requireNonNull(settings, "settings");
    rows = List.copyOf(rows);
  }

  /** What a comparison says. */
  public enum Verdict {
    /** The recommender is better than the baseline. */
    BETTER,
    /** It is worse. */
    WORSE,
    /** It differs, in a metric of which neither more nor less is good. */
    DIFFERENT,
    /** The difference may be chance, or there was nothing to compare. */
    UNDECIDED
  }

  /**
   * One recommender against the baseline.
   *
   * @param recommender its name
   * @param value its value in the experiment, {@link ExperimentResult#value}
   * @param difference its mean minus the baseline's over the visitors compared; empty without any
   * @param interval of the difference; empty with fewer than two visitors. Not widened for the
   *     number of rows
   * @param test what the test found
   * @param adjustedP its p adjusted over the rows that have one; empty without p
   * @param effect how large the difference is, recommender minus baseline
   * @param wins visitors for whom it is better than the baseline: whose value is smaller where less
   *     is good, larger otherwise
   * @param ties visitors for whom both are equal
   * @param losses visitors for whom it is worse
   * @param leftOut visitors that could not be compared
   * @param verdict what the adjusted p says at the settings' level
   */
  public record Row(
      String recommender,
      OptionalDouble value,
      OptionalDouble difference,
      Optional<ConfidenceInterval> interval,
      TestResult test,
      OptionalDouble adjustedP,
      EffectSizes effect,
      int wins,
      int ties,
      int losses,
      int leftOut,
      Verdict verdict) {}

  /**
   * Compares. Cost that of the test and the interval for every row.
   *
   * @param result the experiment
   * @param metric the metric's name, one of {@link UserMeans#testable}
   * @param baseline the name of the recommender to compare with
   * @param settings how
   * @return the table; rows without any visitor in common have no difference and a reason in {@link
   *     TestResult#detail()}
   * @throws IllegalArgumentException when the experiment has no such recommender or metric, or the
   *     metric has no values by visitor
   */
  public static ComparisonTable of(
      ExperimentResult result, String metric, String baseline, ComparisonSettings settings) {
    UserMeans.requireRecommender(result, baseline);
    UserMeans.requireTestable(result, metric);
    List<String> others =
        result.recommenders().stream().filter(name -> !name.equals(baseline)).toList();
    List<PairedComparison> comparisons =
        others.stream().map(name -> UserMeans.compare(result, metric, name, baseline)).toList();
    List<TestResult> tests =
        comparisons.stream()
            .map(pairs -> pairs.test(settings.test(), settings.resampling()))
            .toList();
    List<OptionalDouble> adjusted = adjusted(tests, settings.correction());
    Metric.Direction direction = direction(result, metric);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      PairedComparison pairs = comparisons.get(i);
      EffectSizes effect = pairs.effectSizes();
      boolean less = direction == Metric.Direction.LOWER;
      rows.add(
          new Row(
              others.get(i),
              result.value(others.get(i), metric),
              pairs.difference(),
              pairs.interval(settings.interval(), settings.level(), settings.resampling()),
              tests.get(i),
              adjusted.get(i),
              effect,
              less ? effect.losses() : effect.wins(),
              effect.ties(),
              less ? effect.wins() : effect.losses(),
              pairs.leftOut(),
              verdict(direction, adjusted.get(i), pairs, settings.level())));
    }
    return new ComparisonTable(
        metric, direction, baseline, result.value(baseline, metric), settings, rows);
  }

  private static List<OptionalDouble> adjusted(List<TestResult> tests, Correction correction) {
    double[] known =
        tests.stream()
            .map(TestResult::p)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    double[] raised = correction.adjust(known);
    List<OptionalDouble> adjusted = new ArrayList<>();
    int next = 0;
    for (TestResult test : tests) {
      adjusted.add(
          test.p().isPresent() ? OptionalDouble.of(raised[next++]) : OptionalDouble.empty());
    }
    return adjusted;
  }

  private static Metric.Direction direction(ExperimentResult result, String metric) {
    return result.runs().stream()
        .flatMap(run -> run.measurement(metric).stream())
        .map(Measurement::direction)
        .findFirst()
        .orElseThrow();
  }

  private static Verdict verdict(
      Metric.Direction direction, OptionalDouble p, PairedComparison pairs, double level) {
    double difference = pairs.difference().orElse(0);
    if (p.isEmpty() || p.getAsDouble() > 1 - level || difference == 0) {
      return Verdict.UNDECIDED;
    }
    if (direction == Metric.Direction.NEITHER) {
      return Verdict.DIFFERENT;
    }
    return (difference > 0) == (direction == Metric.Direction.HIGHER)
        ? Verdict.BETTER
        : Verdict.WORSE;
  }

  /**
   * {@return a recommender's row; empty for the baseline and names that the experiment does not
   * have}
   *
   * @param recommender its name
   */
  public Optional<Row> row(String recommender) {
    return rows.stream().filter(row -> row.recommender().equals(recommender)).findFirst();
  }
}
