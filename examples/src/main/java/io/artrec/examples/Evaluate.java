package io.artrec.examples;

import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.InteractionsLoader;
import io.artrec.behavior.LoadedInteractions;
import io.artrec.behavior.PreferenceModel;
import io.artrec.error.ArtrecException;
import io.artrec.eval.experiment.Experiment;
import io.artrec.eval.experiment.ExperimentResult;
import io.artrec.eval.experiment.NegativeDraw;
import io.artrec.eval.experiment.RunResult;
import io.artrec.eval.split.Split;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Compares strategies on ratings of one's own: which ranks the tested works best, which predicts
 * ratings best, and whether differences are more than chance. {@code --help} lists the options.
 */
public final class Evaluate {
  private final EvaluateOptions options;
  private final PrintStream out;
  private final PrintStream messages;

  private Evaluate(EvaluateOptions options, PrintStream out, PrintStream messages) {
    this.options = options;
    this.out = out;
    this.messages = messages;
  }

  /**
   * Runs the program; bad options and files end it with a message and exit status 2, strategies
   * that fail with 1.
   *
   * @param args the options, see {@code --help}
   */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    int status = run(args, out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Prints to streams; returns the exit status. */
  static int run(String[] args, PrintStream out, PrintStream messages) {
    try {
      EvaluateOptions options = EvaluateOptions.parse(args);
      if (options.help()) {
        out.print(EvaluateOptions.usage());
        return 0;
      }
      return new Evaluate(options, out, messages).run();
    } catch (ArtrecException | IllegalArgumentException e) {
      messages.println("evaluate: " + e.getMessage());
      return 2;
    }
  }

  private int run() {
    Experiment experiment = experiment();
    for (String strategy : options.strategies()) {
      experiment.add(strategy, EvaluateOptions.STRATEGIES.parse(strategy));
    }
    experiment
        .metrics(String.join(",", options.metrics()))
        .seed(options.seed())
        .threads(options.threads())
        .progress(new StageLines(messages));
    options.folder().ifPresent(experiment::folder);
    if (options.negatives() > 0) {
      experiment.sampledNegatives(options.negatives(), NegativeDraw.UNIFORM);
    }
    experiment.learningCurve(options.shares());
    ExperimentResult result = experiment.run();
    if (options.plain()) {
      plain(result);
    } else {
      table(result);
    }
    result.notes().forEach(note -> messages.println("note: " + note));
    boolean complete =
        result.runs().size() == result.recommenders().size() * result.splits().size();
    return complete ? 0 : 1;
  }

  private Experiment experiment() {
    Experiment experiment;
    if (options.ratings().isPresent()) {
      Interactions events = load(options.ratings().get());
      experiment = Experiment.of(events).preferences(preferences(List.of(events)));
      options.splits().forEach(experiment::split);
      return experiment.title("Comparison on " + options.ratings().get().getFileName());
    }
    Interactions training = load(options.train());
    Interactions test = load(options.test());
    return Experiment.ofSplits()
        .split(
            new Split(
                options.train().getFileName() + " against " + options.test().getFileName(),
                0,
                training,
                test,
                latest(training)))
        .preferences(preferences(List.of(training, test)))
        .title("Comparison on " + options.test().getFileName());
  }

  private Interactions load(Path file) {
    LoadedInteractions loaded = InteractionsLoader.csv(file).load();
    if (!loaded.report().isClean()) {
      messages.println(loaded.report());
    }
    return loaded.interactions();
  }

  private static long latest(Interactions events) {
    long latest = 0;
    for (int event = 0; event < events.size(); event++) {
      latest = Math.max(latest, events.epochMillis(event));
    }
    return latest;
  }

  /** Every rating counts 1 as a sign of interest, or 1 and -1 on either side of a bound. */
  private PreferenceModel preferences(List<Interactions> parts) {
    double least = Double.POSITIVE_INFINITY;
    boolean onlyViews = true;
    for (Interactions events : parts) {
      for (int event = 0; event < events.size(); event++) {
        onlyViews &= events.kind(event) == InteractionKind.VIEW;
        if (events.kind(event) == InteractionKind.RATING) {
          least = Math.min(least, events.value(event));
        }
      }
    }
    PreferenceModel model = PreferenceModel.standard();
    if (onlyViews) {
      return model.withWeight(InteractionKind.VIEW, 1);
    }
    if (least == Double.POSITIVE_INFINITY) {
      return model;
    }
    if (options.likedFrom().isPresent()) {
      double bound = options.likedFrom().getAsDouble();
      double step = Math.max(1e-6, Math.abs(bound) * 1e-6);
      return model.withRatingScale(bound - 2 * step, bound);
    }
    return model.withRatingScale(least - 2, least - 1);
  }

  private void plain(ExperimentResult result) {
    for (String strategy : options.strategies()) {
      for (int m = 0; m < result.metrics().size(); m++) {
        OptionalDouble value = result.value(strategy, result.metrics().get(m));
        out.println(
            strategy
                + " "
                + options.metrics().get(m)
                + " "
                + (value.isPresent() ? String.valueOf(value.getAsDouble()) : "-"));
      }
    }
  }

  private void table(ExperimentResult result) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("strategy"));
    header.addAll(options.metrics());
    header.addAll(List.of("train s", "answer ms"));
    rows.add(header);
    for (String strategy : options.strategies()) {
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
