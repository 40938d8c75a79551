package io.artrec.examples;

import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.InteractionsLoader;
import io.artrec.behavior.LoadedInteractions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.LoadedCatalog;
import io.artrec.error.ArtrecException;
import io.artrec.eval.experiment.Experiment;
import io.artrec.eval.experiment.ExperimentResult;
import io.artrec.eval.experiment.NegativeDraw;
import io.artrec.eval.experiment.RunResult;
import io.artrec.eval.report.Report;
import io.artrec.eval.search.Finalist;
import io.artrec.eval.search.TuningResult;
import io.artrec.eval.split.Split;
import io.artrec.eval.split.Splits;
import io.artrec.feature.AttributeFeature;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.FeatureStore;
import io.artrec.feature.WeightedFeature;
import io.artrec.strategy.Capability;
import io.artrec.tabular.LoadException;
import io.artrec.tabular.LoadReport;
import io.artrec.task.Cancellation;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.TermFeature;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Compares strategies on ratings of one's own: which ranks the tested works best, which predicts
 * ratings best, and whether differences are more than chance. {@code --help} lists the options.
 */
public final class Evaluate {
  private final EvaluateOptions options;
  private final PrintStream out;
  private final PrintStream messages;
  private List<String> metrics;
  private List<Split> splits = List.of();
  private Optional<Catalog> works = Optional.empty();
  private Optional<FeatureStore> features = Optional.empty();
  private PreferenceModel model = PreferenceModel.standard();

  private Evaluate(EvaluateOptions options, PrintStream out, PrintStream messages) {
    this.options = options;
    this.out = out;
    this.messages = messages;
    metrics = options.metrics.isEmpty() ? List.of("ndcg@10", "recall@20") : options.metrics;
  }

  /**
   * Runs the program; bad options and files end it with a message and exit status 2, strategies
   * that fail with 1.
   *
   * @param args the options, see {@code --help}
   */
  public static void main(String[] args) {
    Cancellation stopped = new Cancellation();
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              stopped.cancel();
              awaitShortly(ended);
            });
    Runtime.getRuntime().addShutdownHook(hook);
    CommandLine.run(
        args,
        (arguments, out, messages) -> {
          int status = run(arguments, out, messages, stopped);
          ended.countDown();
          return status;
        });
  }

  /** Lets what was cancelled say how far it came. */
  private static void awaitShortly(CountDownLatch ended) {
    try {
      ended.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Prints to streams; returns the exit status. */
  static int run(String[] args, PrintStream out, PrintStream messages) {
    return run(args, out, messages, new Cancellation());
  }

  /** The same, until it is cancelled. */
  static int run(String[] args, PrintStream out, PrintStream messages, Cancellation cancellation) {
    try {
      EvaluateOptions options = EvaluateOptions.parse(args);
      if (options.help) {
        out.print(options.usage());
        return 0;
      }
      return new Evaluate(options, out, messages).run(cancellation);
    } catch (ArtrecException | IllegalArgumentException | UncheckedIOException e) {
      messages.println("evaluate: " + e.getMessage());
      return 2;
    }
  }

  private int run(Cancellation cancellation) {
    Experiment experiment = experiment();
    experiment.cancellation(cancellation);
    if (options.search.isPresent()) {
      options.strategies.addAll(0, searched(options.search.get(), cancellation));
    }
    List<String> compared = options.strategies.stream().distinct().toList();
    for (String strategy : compared) {
      experiment.add(strategy, EvaluateOptions.STRATEGIES.parse(strategy));
    }
    experiment
        .metrics(String.join(",", metrics))
        .seed(options.seed)
        .threads(options.threads)
        .progress(new StageLines(messages));
    options.folder.ifPresent(experiment::folder);
    if (options.negatives > 0) {
      experiment.sampledNegatives(options.negatives, NegativeDraw.UNIFORM);
    }
    experiment.learningCurve(options.shares()).breakdown(options.breakdowns.toArray(String[]::new));
    ExperimentResult result = experiment.run();
    if (options.plain) {
      plain(result);
    } else {
      table(result);
    }
    result.notes().forEach(note -> messages.println("note: " + note));
    report(result);
    boolean complete =
        result.runs().size() == result.recommenders().size() * result.splits().size();
    return complete ? 0 : 1;
  }

  /** What is searched from and what was found, to be compared on the tested part. */
  private List<String> searched(String strategy, Cancellation cancellation) {
    if (splits.size() != 1) {
      throw new IllegalArgumentException(
          "--search learns from the training part of one split, and there are "
              + splits.size()
              + "; give one --split");
    }
    StrategySearch search =
        new StrategySearch(options, splits.get(0), works, features, model, metrics.get(0));
    TuningResult found = search.run(strategy, new StageLines(messages), cancellation);
    out.print(found.toText());
    found.notes().forEach(note -> messages.println("note: " + note));
    if (found.trials().stream().allMatch(trial -> trial.value().isEmpty())) {
      return List.of(strategy);
    }
    String other = found.winner().map(Finalist::strategy).orElse(found.best().strategy());
    return other.equals(strategy) ? List.of(strategy) : List.of(strategy, other);
  }

  private Experiment experiment() {
    Optional<Catalog> catalog = options.catalog.map(this::catalog);
    if (options.loadSplits.isPresent()) {
      Path folder = options.loadSplits.get();
      List<Split> splits = Splits.load(folder);
      List<Interactions> parts =
          splits.stream().flatMap(s -> Stream.of(s.training(), s.known(), s.test())).toList();
      Experiment experiment = started(catalog, Interactions.none());
      divide(experiment, splits, parts);
      return experiment.title("Comparison on splits of " + folder.getFileName());
    }
    if (options.ratings.isPresent()) {
      return divided(catalog, options.ratings.get());
    }
    Interactions training = load(options.train());
    Interactions test = load(options.test());
    Split given =
        new Split(
            options.train().getFileName() + " against " + options.test().getFileName(),
            0,
            training,
            test,
            latest(training));
    Experiment experiment = started(catalog, Interactions.none());
    divide(experiment, List.of(given), List.of(training, test));
    return experiment.title("Comparison on " + options.test().getFileName());
  }

  private void divide(Experiment experiment, List<Split> parts, List<Interactions> events) {
    splits = parts;
    model = preferences(events);
    parts.forEach(experiment::split);
    experiment.preferences(model);
  }

  private Experiment divided(Optional<Catalog> catalog, Path ratings) {
    Interactions events = load(ratings);
    Catalog works = catalog.orElseGet(() -> Experiment.catalogOf(List.of(events)));
    List<Split> splits = new ArrayList<>();
    for (String split : options.splits) {
      splits.addAll(Splits.parse(split).split(works, events, options.seed));
    }
    options.saveSplits.ifPresent(folder -> Splits.save(splits, folder));
    Experiment experiment = started(Optional.of(works), events);
    divide(experiment, splits, List.of(events));
    return experiment.title("Comparison on " + ratings.getFileName());
  }

  /** With a catalogue, works are described by their attributes and texts. */
  private Experiment started(Optional<Catalog> catalog, Interactions events) {
    works = catalog;
    if (catalog.isEmpty()) {
      return Experiment.of(events);
    }
    Experiment experiment = Experiment.of(catalog.get(), events);
    if (options.catalog.isEmpty()) {
      return experiment;
    }
    FeatureStore store =
        FeatureExtraction.standard()
            .threads(options.threads)
            .progress(new StageLines(messages))
            .run(catalog.get(), described(catalog.get()))
            .features();
    features = Optional.of(store);
    return experiment.features(store);
  }

  /** Attributes together and texts; and alone the fields that strategies or metrics name. */
  private List<WeightedFeature> described(Catalog works) {
    List<WeightedFeature> features = new ArrayList<>();
    features.add(new WeightedFeature(1, AttributeFeature.standard()));
    features.add(new WeightedFeature(1, TermFeature.tfIdf(TextAnalysis.english())));
    Set<String> known = new HashSet<>();
    for (AttributeFeature field : CatalogFields.of(works)) {
      String name = field.spec().name();
      if (known.add(name) && options.features().contains(name)) {
        features.add(new WeightedFeature(1, field));
      }
    }
    return features;
  }

  private Catalog catalog(Path file) {
    LoadedCatalog loaded = options.loading.catalog(file).load();
    tell(loaded.report());
    return loaded.catalog();
  }

  private void report(ExperimentResult result) {
    Report report = Report.of(result).baseline(options.baseline()).writtenAt(Clock.systemUTC());
    for (Path file : options.reports) {
      String name = file.toString();
      switch (name.substring(name.lastIndexOf('.') + 1)) {
        case "html" -> report.html(file);
        case "md" -> report.markdown(file);
        case "csv" -> report.csv(file);
        default -> report.json(file);
      }
      messages.println("report written to " + file);
    }
  }

  private Interactions load(Path file) {
    InteractionsLoader loader = options.loading.interactions(file);
    if (options.delimiter().isPresent() && LoadOptions.isJson(file)) {
      throw new IllegalArgumentException("--delimiter has no effect: " + file + " is not CSV");
    }
    options.delimiter().ifPresent(loader::delimiter);
    try {
      LoadedInteractions loaded = loader.load();
      tell(loaded.report());
      return loaded.interactions();
    } catch (LoadException e) {
      throw new IllegalArgumentException(
          e.getMessage()
              + "\nA file holds user,item[,rating[,timestamp]] or has a header with such names;"
              + " --delimiter says what separates fields.",
          e);
    }
  }

  private void tell(LoadReport report) {
    boolean silent =
        report.isClean() && report.remarks().isEmpty() && report.columns().layout().isEmpty();
    if (!silent) {
      messages.println(report);
    }
  }

  private static long latest(Interactions events) {
    long latest = 0;
    for (int event = 0; event < events.size(); event++) {
      latest = Math.max(latest, events.epochMillis(event));
    }
    return latest;
  }

  /**
   * Every rating counts 1 as a sign of interest, or 1 and -1 on either side of a bound; so does
   * every pair of a file that has only pairs.
   */
  private PreferenceModel preferences(List<Interactions> parts) {
    double least = Double.POSITIVE_INFINITY;
    PreferenceModel model = PreferenceModel.standard();
    for (Interactions events : parts) {
      boolean pairsOnly = true;
      for (int event = 0; event < events.size(); event++) {
        pairsOnly &= events.kind(event) == InteractionKind.VIEW;
        if (events.kind(event) == InteractionKind.RATING) {
          least = Math.min(least, events.value(event));
        }
      }
      if (pairsOnly && events.size() > 0) {
        model = model.withWeight(InteractionKind.VIEW, 1);
      }
    }
    if (least == Double.POSITIVE_INFINITY) {
      return model;
    }
    if (options.metrics.isEmpty() && options.named().anyMatch(Evaluate::predicts)) {
      metrics = Stream.concat(metrics.stream(), Stream.of("rmse", "mae")).toList();
    }
    if (options.likedFrom.isPresent()) {
      double bound = options.likedFrom.get();
      double step = Math.max(1e-6, Math.abs(bound) * 1e-6);
      return model.withRatingScale(bound - 2 * step, bound);
    }
    return model.withRatingScale(least - 2, least - 1);
  }

  private static boolean predicts(String strategy) {
    return EvaluateOptions.STRATEGIES
        .parse(strategy)
        .capabilities()
        .contains(Capability.PREDICTS_RATINGS);
  }

  private void plain(ExperimentResult result) {
    for (String strategy : result.recommenders()) {
      for (int m = 0; m < result.metrics().size(); m++) {
        OptionalDouble value = result.value(strategy, result.metrics().get(m));
        out.println(
            strategy
                + " "
                + metrics.get(m)
                + " "
                + (value.isPresent() ? String.valueOf(value.getAsDouble()) : "-"));
      }
    }
  }

  private void table(ExperimentResult result) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("strategy"));
    header.addAll(metrics);
    header.addAll(List.of("train s", "answer ms"));
    rows.add(header);
    for (String strategy : result.recommenders()) {
      List<String> row = new ArrayList<>(List.of(strategy));
      for (String metric : result.metrics()) {
        OptionalDouble value = result.value(strategy, metric);
        row.add(value.isPresent() ? format("%.4f", value.getAsDouble()) : "-");
      }
      List<RunResult> runs =
          result.runs().stream().filter(run -> run.recommender().equals(strategy)).toList();
      row.add(mean(runs.stream().mapToDouble(run -> run.timing().trainingSeconds()).average()));
      row.add(mean(runs.stream().mapToDouble(run -> run.timing().medianMillis()).average()));
      rows.add(row);
    }
    print(rows);
    if (result.splits().size() > 1) {
      out.println("Means over " + result.splits().size() + " splits.");
    }
  }

  private static String mean(OptionalDouble value) {
    return value.isPresent() ? format("%.3f", value.getAsDouble()) : "-";
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }

  private void print(List<List<String>> rows) {
    int columns = rows.get(0).size();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        int c = column;
        int width = rows.stream().mapToInt(other -> other.get(c).length()).max().orElse(0);
        String cell = row.get(column);
        String pad = " ".repeat(width - cell.length());
        line.append(column == 0 ? cell + pad : "  " + pad + cell);
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
