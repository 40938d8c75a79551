package io.artrec.examples;

import io.artrec.cf.CfStrategies;
import io.artrec.eval.metric.Metrics;
import io.artrec.eval.split.Splits;
import io.artrec.examples.options.HelpOption;
import io.artrec.examples.options.Options;
import io.artrec.examples.options.Range;
import io.artrec.strategy.StrategyParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@link Evaluate} was asked on the command line. */
@Command(header = "artrec evaluate: which recommender is best on your data, and is it by chance?%n")
final class EvaluateOptions extends HelpOption {
  static final StrategyParser STRATEGIES = StrategyParser.core().with(CfStrategies.methods());

  @Option(
      names = "--ratings",
      paramLabel = "FILE",
      description =
          "what visitors did: user,item[,rating[,timestamp]], with a header or without; separated by comma, semicolon, tab, bar, two colons or blank, whichever the first line has")
  Optional<Path> ratings = Optional.empty();

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      description = "how to divide it, per-user:ratio=0.2 if left out; may be repeated")
  List<String> splits = new ArrayList<>();

  @Option(names = "--train", paramLabel = "FILE", description = "learn from this, with")
  Optional<Path> training = Optional.empty();

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "and be tested on this: divided already, instead of the two")
  Optional<Path> testing = Optional.empty();

  @Option(
      names = "--delimiter",
      paramLabel = "TEXT",
      description = "what separates fields, where it is something else")
  Optional<String> separator = Optional.empty();

  @Option(
      names = "--strategy",
      paramLabel = "STRATEGY",
      description = "NAME or NAME:key=value,...; may be repeated")
  List<String> strategies = new ArrayList<>();

  @Option(
      names = "--search",
      paramLabel = "STRATEGY",
      description =
          "look for better hyper-parameters of it, or better weights of a hybrid, on the training part; what is found is compared with it here and on the tested part")
  Optional<String> search = Optional.empty();

  @Option(
      names = "--tried",
      split = "\\s*,\\s*",
      hideParamSyntax = true,
      paramLabel = "LIST",
      description = "the hyper-parameters that --search tries, those of its table if left out")
  List<String> tried = List.of();

  @Range(from = 1)
  @Option(
      names = "--trials",
      paramLabel = "COUNT",
      description = "how many settings --search tries, 20 if left out")
  int trials = 20;

  @Range(from = 1)
  @Option(names = "--minutes", paramLabel = "COUNT", description = "the time of --search")
  Optional<Integer> minutes = Optional.empty();

  @Range(from = 1)
  @Option(
      names = "--model-megabytes",
      paramLabel = "COUNT",
      description = "what a model that --search finds may hold")
  Optional<Integer> megabytes = Optional.empty();

  @Option(
      names = "--trials-file",
      paramLabel = "FILE",
      description = "keep finished trials of --search here, and go on from there")
  Optional<Path> trialsFile = Optional.empty();

  @Option(
      names = "--metrics",
      split = "\\s*,\\s*",
      hideParamSyntax = true,
      paramLabel = "LIST",
      description =
          "metrics separated by commas; ndcg@10,recall@20 if left out, and rmse,mae where there are ratings and a strategy predicts them")
  List<String> metrics = new ArrayList<>();

  @Option(
      names = "--baseline",
      paramLabel = "STRATEGY",
      description = "what the others are compared with; the first if left out")
  Optional<String> comparedWith = Optional.empty();

  @Option(
      names = "--liked-from",
      paramLabel = "RATING",
      description =
          "only ratings from here on are liked, lower ones disliked; every rating is a sign of interest if left out, and counts 1, however low")
  Optional<Double> likedFrom = Optional.empty();

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description =
          "your works, CSV or JSON Lines, with all columns: for strategies that read attributes, for content-based (and content-based:on=artist+genre, by fields and columns of their own), for splits by artist and the like, for what metrics say of artists and movements, and as features of diversity and others: diversity/details@10, diversity/tf-idf-en@10")
  Optional<Path> catalog = Optional.empty();

  @Option(
      names = "--by",
      split = "\\s*,\\s*",
      hideParamSyntax = true,
      paramLabel = "LIST",
      description =
          "values in parts: activity (of visitors), popularity (of works), and with a catalogue artist, movement, ...")
  List<String> breakdowns = List.of();

  @Range(from = 1)
  @Option(
      names = "--negatives",
      paramLabel = "COUNT",
      description = "rank tested works among so many sampled ones only")
  int negatives;

  @Option(
      names = "--shares",
      split = "\\s*,\\s*",
      hideParamSyntax = true,
      paramLabel = "LIST",
      description = "learn from shares of the training part too: 0.25,0.5,1")
  List<Double> parts = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "decides what is left to chance, 42 if left out")
  long seed = 42;

  @Range(from = 1)
  @Option(names = "--threads", paramLabel = "COUNT", description = "all cores if left out")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--save-splits", paramLabel = "FOLDER", description = "keep the splits here")
  Optional<Path> saveSplits = Optional.empty();

  @Option(
      names = "--load-splits",
      paramLabel = "FOLDER",
      description = "takes them from there instead of --ratings")
  Optional<Path> loadSplits = Optional.empty();

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description = "keep finished runs here, and go on from there")
  Optional<Path> folder = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = ".html with drawings, .md, .csv or .json; may be repeated")
  List<Path> reports = new ArrayList<>();

  @Option(names = "--plain", description = "only lines STRATEGY metric value")
  boolean plain;

  @Parameters(
      paramLabel = "STRATEGY",
      description = "after --help: tells of its hyper-parameters instead of this")
  List<String> topics = new ArrayList<>();

  @ArgGroup(validate = false, heading = "%nHow files are read:%n")
  LoadOptions loading = new LoadOptions();

  static EvaluateOptions parse(String[] args) {
    EvaluateOptions options = Options.read(new EvaluateOptions(), args);
    if (!options.help) {
      options.check();
    }
    return options;
  }

  /** The options, or the tables of the strategies that were asked for. */
  String usage() {
    return topics.isEmpty()
        ? allOptions()
        : topics.stream()
            .map(name -> name + "\n" + STRATEGIES.hyperparameters(name).toText())
            .collect(Collectors.joining("\n"));
  }

  private static String allOptions() {
    return Options.help(new EvaluateOptions())
        + "\nStrategies: "
        + String.join(", ", STRATEGIES.methods())
        + ".\nHybrids: "
        + STRATEGIES.hybridNames().stream()
            .map(name -> name + "(a | b)")
            .collect(Collectors.joining(", "))
        + "; weights as in weighted(0.7 * ease | 0.3 * popularity), values as in stacked:folds=3(a | b), parts also as in stacked:a+b.\n\nSplits:\n"
        + Splits.names().stream()
            .map(name -> "  " + name + ": " + Splits.description(name) + "\n")
            .collect(Collectors.joining())
        + "\nMetrics, @K for the first K works: "
        + String.join(", ", Metrics.names())
        + ".\n\nWith Maven: mvn -q -pl examples -am compile exec:java \\\n"
        + "    -Dexec.mainClass=io.artrec.examples.Evaluate \\\n"
        + "    -Dexec.args=\"--ratings ratings.csv --strategy popularity --strategy ease\"\n";
  }

  private void check() {
    if (!topics.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown option '" + topics.get(0) + "'; --help lists them");
    }
    long sources =
        Stream.of(
                ratings.isPresent(),
                training.isPresent() || testing.isPresent(),
                loadSplits.isPresent())
            .filter(given -> given)
            .count();
    if (sources != 1) {
      throw new IllegalArgumentException(
          "expected one of --ratings FILE, --train FILE --test FILE, --load-splits FOLDER; --help"
              + " says more");
    }
    if (training.isPresent() != testing.isPresent()) {
      throw new IllegalArgumentException(
          (training.isPresent() ? "--train needs --test" : "--test needs --train") + " beside it");
    }
    if (ratings.isEmpty() && (!splits.isEmpty() || saveSplits.isPresent())) {
      throw new IllegalArgumentException(
          "--split and --save-splits are for --ratings; "
              + (training.isPresent() ? "--train and --test" : "loaded splits")
              + " are divided already");
    }
    checkSearch();
    if (strategies.isEmpty() && search.isEmpty()) {
      throw new IllegalArgumentException(
          "expected --strategy NAME, once or more, of " + String.join(", ", STRATEGIES.methods()));
    }
    strategies.forEach(STRATEGIES::parse);
    splits.forEach(Splits::parse);
    if (!metrics.isEmpty()) {
      Metrics.parseAll(String.join(",", metrics));
    }
    if (comparedWith.isPresent()
        && !strategies.contains(comparedWith.get())
        && !search.equals(comparedWith)) {
      throw new IllegalArgumentException(
          "--baseline '"
              + comparedWith.get()
              + "' is none of the strategies, expected one as given");
    }
    if (ratings.isPresent() && splits.isEmpty()) {
      splits.add("per-user:ratio=0.2");
    }
    reports.forEach(EvaluateOptions::checkReport);
    for (double number : shares()) {
      checkFinite("--shares", number);
    }
    likedFrom.ifPresent(rating -> checkFinite("--liked-from", rating));
  }

  private void checkSearch() {
    boolean settings =
        !tried.isEmpty() || minutes.isPresent() || megabytes.isPresent() || trialsFile.isPresent();
    if (search.isEmpty() && settings) {
      throw new IllegalArgumentException(
          "--tried, --minutes, --model-megabytes and --trials-file are for --search STRATEGY");
    }
    search.ifPresent(STRATEGIES::parse);
  }

  /** All strategies that are named, searched or not. */
  Stream<String> named() {
    return Stream.concat(search.stream(), strategies.stream());
  }

  private static void checkReport(Path file) {
    String name = file.toString();
    if (!List.of("html", "md", "csv", "json").contains(name.substring(name.lastIndexOf('.') + 1))) {
      throw new IllegalArgumentException(
          "--report is '" + name + "', expected a file ending in .html, .md, .csv or .json");
    }
  }

  private static void checkFinite(String option, double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(option + " is '" + number + "', expected a finite number");
    }
  }

  double[] shares() {
    return parts.stream().mapToDouble(share -> share).toArray();
  }

  /** Names of features that strategies ({@code on=artist+genre}) or metrics speak of. */
  Set<String> features() {
    Set<String> names = new HashSet<>();
    for (String strategy : named().toList()) {
      for (String setting : strategy.split("[:,|()]", -1)) {
        if (setting.strip().startsWith("on=")) {
          names.addAll(List.of(setting.strip().substring(3).split("\\s*\\+\\s*", -1)));
        }
      }
    }
    for (String metric : metrics) {
      List<String> parts = List.of(metric.replaceFirst("@.*", "").split("/", -1));
      names.addAll(parts.subList(1, parts.size()));
    }
    return names;
  }

  Path train() {
    return training.orElseThrow();
  }

  Path test() {
    return testing.orElseThrow();
  }

  Optional<String> delimiter() {
    return separator.map(text -> text.replace("\\t", "\t"));
  }

  String baseline() {
    return comparedWith.orElse(strategies.get(0));
  }
}
