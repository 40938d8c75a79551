package io.artrec.examples;

import io.artrec.cf.CfStrategies;
import io.artrec.eval.metric.Metrics;
import io.artrec.eval.split.Splits;
import io.artrec.strategy.StrategyParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@link Evaluate} was asked on the command line. */
final class EvaluateOptions {
  static final StrategyParser STRATEGIES = StrategyParser.core().with(CfStrategies.methods());

  private static final String USAGE =
      """
      artrec evaluate: which recommender is best on your data, and is it by chance?

        --ratings FILE       what visitors did: user,item[,rating[,timestamp]], with a
                             header or without; separated by comma, semicolon, tab,
                             bar, two colons or blank, whichever the first line has
        --split SPLIT        how to divide it, per-user:ratio=0.2 if left out; may be
                             repeated
        --train FILE --test FILE
                             instead of the two: divided already
        --delimiter TEXT     what separates fields, where it is something else
        --strategy STRATEGY  NAME or NAME:key=value,...; may be repeated
        --metrics LIST       metrics separated by commas, ndcg@10,recall@20 if left out
        --baseline STRATEGY  what the others are compared with; the first if left out
        --liked-from RATING  only ratings from here on are liked, lower ones disliked;
                             every rating is a sign of interest if left out, and
                             counts 1, however low
        --catalog FILE       your works, CSV or JSON Lines: for content-based, for splits
                             by artist and the like, for what metrics say of artists
                             and movements, and as features of diversity and others:
                             diversity/details@10, diversity/tf-idf-en@10
        --by LIST            values in parts: activity (of visitors), popularity (of
                             works), and with a catalogue artist, movement, ...
        --negatives COUNT    rank tested works among so many sampled ones only
        --shares LIST        learn from shares of the training part too: 0.25,0.5,1
        --seed NUMBER        decides what is left to chance, 42 if left out
        --threads COUNT      all cores if left out
        --save-splits FOLDER keep the splits here; --load-splits FOLDER takes them from
                             there instead of --ratings
        --folder FOLDER      keep finished runs here, and go on from there
        --report FILE        .html with drawings, .md, .csv or .json; may be repeated
        --plain              only lines STRATEGY metric value
        --help [STRATEGY]    this, or a strategy's hyper-parameters

      How files are read:

      """
          + LoadOptions.USAGE
          + "\n";

  private final LoadOptions loading = new LoadOptions();
  private final List<String> strategies = new ArrayList<>();
  private final List<String> splits = new ArrayList<>();
  private final List<Path> reports = new ArrayList<>();
  private final List<Double> shares = new ArrayList<>();
  private final List<String> topics = new ArrayList<>();
  private Optional<Path> ratings = Optional.empty();
  private Optional<Path> train = Optional.empty();
  private Optional<Path> test = Optional.empty();
  private Optional<Path> catalog = Optional.empty();
  private Optional<Path> saveSplits = Optional.empty();
  private Optional<Path> loadSplits = Optional.empty();
  private Optional<String> delimiter = Optional.empty();
  private Optional<Path> folder = Optional.empty();
  private Optional<String> baseline = Optional.empty();
  private OptionalDouble likedFrom = OptionalDouble.empty();
  private List<String> metrics = List.of("ndcg@10", "recall@20");
  private List<String> breakdowns = List.of();
  private int negatives;
  private int threads = Runtime.getRuntime().availableProcessors();
  private long seed = 42;
  private boolean plain;
  private boolean help;

  static EvaluateOptions parse(String[] args) {
    EvaluateOptions options = new EvaluateOptions();
    Iterator<String> rest = Arrays.asList(args).iterator();
    while (rest.hasNext()) {
      options.take(rest.next(), rest);
    }
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
            .map(name -> STRATEGIES.method(name).toString())
            .collect(Collectors.joining("\n"));
  }

  private static String allOptions() {
    return USAGE
        + "Strategies: "
        + String.join(", ", STRATEGIES.methods())
        + ".\nHybrids: "
        + STRATEGIES.hybridNames().stream()
            .map(name -> name + "(a | b)")
            .collect(Collectors.joining(", "))
        + "; weights as in weighted(0.7 * ease | 0.3 * popularity).\n"
        + "--help STRATEGY lists its hyper-parameters.\n\nSplits:\n"
        + Splits.names().stream()
            .map(name -> "  " + name + ": " + Splits.description(name) + "\n")
            .collect(Collectors.joining())
        + "\nMetrics, @K for the first K works: "
        + String.join(", ", Metrics.names())
        + ".\n\nWith Maven: mvn -q -pl examples -am compile exec:java \\\n"
        + "    -Dexec.mainClass=io.artrec.examples.Evaluate \\\n"
        + "    -Dexec.args=\"--ratings ratings.csv --strategy popularity --strategy ease\"\n";
  }

  private void take(String option, Iterator<String> rest) {
    switch (option) {
      case "--help", "-h" -> {
        help = true;
        rest.forEachRemaining(
            word -> {
              if (!word.startsWith("-")) {
                topics.add(word);
              }
            });
      }
      case "--plain" -> plain = true;
      case "--strategy" -> strategies.add(value(option, rest));
      case "--split" -> splits.add(value(option, rest));
      case "--report" -> reports.add(report(value(option, rest)));
      case "--ratings" -> ratings = Optional.of(Path.of(value(option, rest)));
      case "--train" -> train = Optional.of(Path.of(value(option, rest)));
      case "--test" -> test = Optional.of(Path.of(value(option, rest)));
      case "--catalog" -> catalog = Optional.of(Path.of(value(option, rest)));
      case "--folder" -> folder = Optional.of(Path.of(value(option, rest)));
      case "--save-splits" -> saveSplits = Optional.of(Path.of(value(option, rest)));
      case "--load-splits" -> loadSplits = Optional.of(Path.of(value(option, rest)));
      case "--delimiter" -> delimiter = Optional.of(value(option, rest).replace("\\t", "\t"));
      case "--baseline" -> baseline = Optional.of(value(option, rest));
      case "--liked-from" -> likedFrom = OptionalDouble.of(number(option, value(option, rest)));
      case "--metrics" -> metrics = list(value(option, rest));
      case "--by" -> breakdowns = list(value(option, rest));
      case "--shares" -> list(value(option, rest)).forEach(s -> shares.add(number(option, s)));
      case "--negatives" -> negatives = (int) whole(option, value(option, rest), 1);
      case "--threads" -> threads = (int) whole(option, value(option, rest), 1);
      case "--seed" -> seed = whole(option, value(option, rest), Long.MIN_VALUE);
      default -> {
        if (!loading.take(option, rest)) {
          throw new IllegalArgumentException("unknown option '" + option + "'; --help lists them");
        }
      }
    }
  }

  private void check() {
    long sources =
        Stream.of(
                ratings.isPresent(), train.isPresent() || test.isPresent(), loadSplits.isPresent())
            .filter(given -> given)
            .count();
    if (sources != 1) {
      throw new IllegalArgumentException(
          "expected one of --ratings FILE, --train FILE --test FILE, --load-splits FOLDER; --help"
              + " says more");
    }
    if (train.isPresent() != test.isPresent()) {
      throw new IllegalArgumentException(
          (train.isPresent() ? "--train needs --test" : "--test needs --train") + " beside it");
    }
    if (ratings.isEmpty() && (!splits.isEmpty() || saveSplits.isPresent())) {
      throw new IllegalArgumentException(
          "--split and --save-splits are for --ratings; "
              + (train.isPresent() ? "--train and --test" : "loaded splits")
              + " are divided already");
    }
    if (strategies.isEmpty()) {
      throw new IllegalArgumentException(
          "expected --strategy NAME, once or more, of " + String.join(", ", STRATEGIES.methods()));
    }
    strategies.forEach(STRATEGIES::parse);
    splits.forEach(Splits::parse);
    Metrics.parseAll(String.join(",", metrics));
    if (baseline.isPresent() && !strategies.contains(baseline.get())) {
      throw new IllegalArgumentException(
          "--baseline '" + baseline.get() + "' is none of the strategies, expected one as given");
    }
    if (ratings.isPresent() && splits.isEmpty()) {
      splits.add("per-user:ratio=0.2");
    }
  }

  LoadOptions loading() {
    return loading;
  }

  List<String> strategies() {
    return strategies;
  }

  List<String> splits() {
    return splits;
  }

  List<Path> reports() {
    return reports;
  }

  double[] shares() {
    return shares.stream().mapToDouble(share -> share).toArray();
  }

  Optional<Path> ratings() {
    return ratings;
  }

  Path train() {
    return train.orElseThrow();
  }

  Path test() {
    return test.orElseThrow();
  }

  Optional<Path> catalog() {
    return catalog;
  }

  Optional<Path> saveSplits() {
    return saveSplits;
  }

  Optional<Path> loadSplits() {
    return loadSplits;
  }

  Optional<String> delimiter() {
    return delimiter;
  }

  Optional<Path> folder() {
    return folder;
  }

  String baseline() {
    return baseline.orElse(strategies.get(0));
  }

  OptionalDouble likedFrom() {
    return likedFrom;
  }

  List<String> metrics() {
    return metrics;
  }

  List<String> breakdowns() {
    return breakdowns;
  }

  int negatives() {
    return negatives;
  }

  int threads() {
    return threads;
  }

  long seed() {
    return seed;
  }

  boolean plain() {
    return plain;
  }

  boolean help() {
    return help;
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value; --help says which");
    }
    return rest.next();
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  private static Path report(String file) {
    int dot = file.lastIndexOf('.');
    if (!List.of("html", "md", "csv", "json").contains(file.substring(dot + 1))) {
      throw new IllegalArgumentException(
          "--report is '" + file + "', expected a file ending in .html, .md, .csv or .json");
    }
    return Path.of(file);
  }

  private static double number(String option, String text) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " is '" + text + "', expected a number", e);
    }
    throw new IllegalArgumentException(option + " is '" + text + "', expected a finite number");
  }

  private static long whole(String option, String text, long least) {
    String expected =
        least == Long.MIN_VALUE ? "a whole number" : "a whole number from " + least + " on";
    try {
      long number = Long.parseLong(text);
      if (number >= least && (least == Long.MIN_VALUE || number <= Integer.MAX_VALUE)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " is '" + text + "', expected " + expected, e);
    }
    throw new IllegalArgumentException(option + " is " + text + ", expected " + expected);
  }
}
