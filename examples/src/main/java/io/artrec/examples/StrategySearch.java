package io.artrec.examples;

import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Catalog;
import io.artrec.eval.search.HyperparameterSearch;
import io.artrec.eval.search.SearchSpace;
import io.artrec.eval.search.TuningResult;
import io.artrec.eval.split.Split;
import io.artrec.feature.FeatureStore;
import io.artrec.strategy.StrategyParser;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The search that {@link Evaluate} was asked for, on the training part of a split. */
final class StrategySearch {
  private static final int MEGABYTE = 1 << 20;

  private final EvaluateOptions options;
  private final HyperparameterSearch search;

  StrategySearch(
      EvaluateOptions options,
      Split split,
      Optional<Catalog> works,
      Optional<FeatureStore> features,
      PreferenceModel model,
      String metric) {
    this.options = options;
    StrategyParser parser = EvaluateOptions.STRATEGIES;
    search =
        works
            .map(catalog -> HyperparameterSearch.of(catalog, split.training(), parser::parse))
            .orElseGet(() -> HyperparameterSearch.of(split, parser::parse))
            .metric(metric)
            .preferences(model)
            .seed(options.seed)
            .threads(options.threads);
    features.ifPresent(search::features);
    options.minutes.ifPresent(minutes -> search.within(Duration.ofMinutes(minutes)));
    options.megabytes.ifPresent(most -> search.memory((long) most * MEGABYTE));
    options.trialsFile.ifPresent(search::file);
  }

  TuningResult run(String strategy, Progress progress, Cancellation cancellation) {
    try {
      return search
          .incumbent(strategy)
          .progress(progress)
          .cancellation(cancellation)
          .random(space(strategy), options.trials);
    } catch (CancelledException e) {
      throw new CancelledException(
          "the search was stopped; "
              + options
                  .trialsFile
                  .map(file -> "finished trials are in " + file + ", and the same command goes on")
                  .orElse("with --trials-file FILE it would go on from where it was"));
    }
  }

  /** What the table proposes; of a hybrid its weights. What else was given stays as it is. */
  private SearchSpace space(String strategy) {
    if (strategy.indexOf('(') >= 0) {
      if (!options.tried.isEmpty()) {
        throw new IllegalArgumentException(
            "--tried is for hyper-parameters, expected none with a hybrid, whose weights are tried");
      }
      return SearchSpace.weights(strategy);
    }
    int colon = strategy.indexOf(':');
    String name = (colon < 0 ? strategy : strategy.substring(0, colon)).strip();
    SearchSpace space = SearchSpace.proposed(EvaluateOptions.STRATEGIES.method(name));
    if (!options.tried.isEmpty()) {
      space = space.only(options.tried.toArray(String[]::new));
    }
    if (space.keys().isEmpty()) {
      throw new IllegalArgumentException(
          "strategy '" + name + "' has no hyper-parameter that its table proposes to try");
    }
    List<String> given =
        colon < 0 ? List.of() : List.of(strategy.substring(colon + 1).split(",", -1));
    for (String pair : given) {
      int equals = pair.indexOf('=');
      String key = pair.substring(0, equals).strip();
      if (!space.keys().contains(key)) {
        space = space.choice(key, pair.substring(equals + 1).strip());
      }
    }
    return space;
  }
}
