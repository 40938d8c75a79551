package io.artrec.eval.search;

import io.artrec.behavior.Interactions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Catalog;
import io.artrec.error.ArtrecException;
import io.artrec.eval.experiment.Experiment;
import io.artrec.eval.experiment.ExperimentResult;
import io.artrec.eval.experiment.RunResult;
import io.artrec.eval.metric.UserValues;
import io.artrec.eval.search.Trial.Measured;
import io.artrec.eval.split.Split;
import io.artrec.eval.statistics.UserMeans;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.Strategy;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Progress;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Trains, asks and measures one strategy at a time, or takes what was measured before. */
final class TrialRunner {
  private static final String ROOT_METRIC = "rmse";

  private final Setup setup;
  private final SearchBudget budget;
  private final Optional<TrialFile> file;
  private final Cancellation stop;
  private final Set<String> notes = new LinkedHashSet<>();

  TrialRunner(Setup setup, SearchBudget budget, Optional<TrialFile> file) {
    this.setup = setup;
    this.budget = budget;
    this.file = file;
    stop = Cancellation.when(() -> setup.cancellation().isCancelled() || budget.isSpent());
  }

  /** What all trials have in common. */
  record Setup(
      Catalog catalog,
      Interactions training,
      Function<String, Strategy> maker,
      Optional<FeatureStore> features,
      PreferenceModel preferences,
      long seed,
      int threads,
      Progress progress,
      Cancellation cancellation,
      String metric) {
    /** The metric whose values by visitor are compared. */
    String compared() {
      return metric.equals(ROOT_METRIC) ? "mse" : metric;
    }
  }

  /** Where a trial is measured. */
  record Place(String phase, List<Split> splits, double share) {}

  Set<String> notes() {
    return notes;
  }

  /** The trial's outcome; empty when the budget was spent before it ended. */
  Optional<Measured> measure(String strategy, Place place, String label) {
    Optional<Measured> known =
        file.flatMap(kept -> kept.get(place.phase(), place.share(), strategy));
    if (known.isPresent()) {
      return known.map(this::bounded);
    }
    Instant begun = budget.now();
    try {
      Measured measured = run(strategy, place, label);
      budget.took(begun, place.share() * place.splits().size());
      file.ifPresent(kept -> kept.put(place.phase(), place.share(), strategy, measured));
      return Optional.of(bounded(measured));
    } catch (CancelledException e) {
      if (!budget.isSpent() || setup.cancellation().isCancelled()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private Measured bounded(Measured measured) {
    return budget.holds(measured.heapBytes())
        ? measured
        : Measured.failed(
            String.format(
                Locale.ROOT,
                "the trained strategy holds some %,d bytes, above the memory budget of %,d",
                measured.heapBytes(),
                budget.bytes()));
  }

  private Measured run(String strategy, Place place, String label) {
    Experiment experiment =
        Experiment.of(setup.catalog(), Interactions.none())
            .metrics(setup.metric())
            .preferences(setup.preferences())
            .seed(setup.seed())
            .threads(setup.threads())
            .progress(labelled(label))
            .cancellation(stop)
            .add(strategy, setup.maker().apply(strategy));
    if (!setup.compared().equals(setup.metric())) {
      experiment.metrics(setup.compared());
    }
    place.splits().forEach(experiment::split);
    setup.features().ifPresent(experiment::features);
    if (place.share() < 1) {
      experiment.learningCurve(place.share());
    }
    try {
      ExperimentResult result = experiment.run();
      notes.addAll(result.notes());
      return measured(result, strategy);
    } catch (CancelledException e) {
      throw e;
    } catch (ArtrecException e) {
      notes.add(String.valueOf(e.getMessage()));
      return Measured.failed(String.valueOf(e.getMessage()));
    }
  }

  private Measured measured(ExperimentResult result, String strategy) {
    List<UserMeans.OnSplit> splits =
        result.runs().stream()
            .flatMap(
                run ->
                    run
                        .measurement(setup.compared())
                        .flatMap(measurement -> measurement.users())
                        .map(values -> new UserMeans.OnSplit(run.users(), List.of(values)))
                        .stream())
            .toList();
    if (splits.isEmpty()) {
      return Measured.failed(strategy + " has no " + setup.metric());
    }
    if (splits.size() < result.splits().size()) {
      return Measured.failed(
          strategy
              + " has no "
              + setup.metric()
              + " on "
              + (result.splits().size() - splits.size())
              + " of "
              + result.splits().size()
              + " splits, and a mean of the others would be of other visitors");
    }
    UserMeans.Averaged averaged = UserMeans.of(splits);
    UserValues values = averaged.values().get(0);
    double seconds =
        result.runs().stream()
            .map(RunResult::timing)
            .mapToDouble(timing -> timing.trainingSeconds())
            .sum();
    long heap =
        result.runs().stream()
            .map(RunResult::timing)
            .mapToLong(timing -> timing.heapBytes())
            .max()
            .orElse(0);
    return new Measured(
        result.value(strategy, setup.metric()),
        averaged.users(),
        values,
        seconds,
        heap,
        Optional.empty());
  }

  /** Stages of one trial's work under its name, so that none runs backwards. */
  private Progress labelled(String label) {
    return (stage, done, total) -> {
      if (!stage.equals("experiment")) {
        setup.progress().update(label + ": " + stage, done, total);
      }
    };
  }
}
