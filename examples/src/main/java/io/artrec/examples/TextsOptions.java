package io.artrec.examples;

import io.artrec.djl.text.Pooling;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What {@link Texts} was asked on the command line. */
final class TextsOptions {
  static final String USAGE =
      """
      artrec texts: what words say, for a file with one text a line.

        --in FILE            the texts, UTF-8, one a line; an empty line is an empty text

      one of
        --embed MODEL        sentence vectors: minilm, bge-zh, or the path of an encoder
                             (a folder or a jar with model.onnx and tokenizer.json)
        --sentiment en|zh    how favourable: a label and an intensity from -1 to 1
        --keywords N         the N best keywords of each text
        --topics K           K topics of all texts, and each text's share of them
        --summary N          the N sentences that say most

      and
        --out FILE.csv       a header and a row for each line, full precision; a look at
                             the first rows is printed where it is left out
        --lang en|zh|...     the language of keywords, topics and summaries; en unless said
        --method NAME        another way: sentiment by lexicon, model or both (both);
                             keywords by tf-idf or textrank (tf-idf); topics by meaning,
                             nmf or lda (meaning where the model can load, else nmf);
                             summary by textrank or centroid (textrank)
        --pooling NAME       how --embed PATH makes one vector of many: mean, cls or max;
                             as the encoder's files say (else mean) unless said
        --engine NAME        onnxruntime, or pytorch with the Maven profile of that name
        --seed NUMBER        decides what is left to chance; 42 unless said
        --threads N          as many as processors unless said

      With Maven: mvn -q -pl examples -am compile exec:java \\
          -Dexec.mainClass=io.artrec.examples.Texts \\
          -Dexec.args="--in comments.txt --sentiment en --out sentiment.csv"
      """;

  /** What to do with the texts. */
  enum Task {
    EMBED("--embed"),
    SENTIMENT("--sentiment"),
    KEYWORDS("--keywords"),
    TOPICS("--topics"),
    SUMMARY("--summary");

    private final String option;

    Task(String option) {
      this.option = option;
    }

    String option() {
      return option;
    }
  }

  private @Nullable Path in;
  private @Nullable Path out;
  private @Nullable Task task;
  private String value = "";
  private int count;
  private Optional<String> language = Optional.empty();
  private Optional<String> method = Optional.empty();
  private String engine = "auto";
  private long seed = 42;
  private OptionalInt threads = OptionalInt.empty();
  private Optional<Pooling> pooling = Optional.empty();
  private boolean help;

  private TextsOptions() {}

  static TextsOptions parse(String[] args) {
    TextsOptions options = new TextsOptions();
    Iterator<String> rest = Arrays.asList(args).iterator();
    while (rest.hasNext()) {
      options.read(rest.next(), rest);
    }
    if (!options.help) {
      options.check();
    }
    return options;
  }

  private void read(String option, Iterator<String> rest) {
    switch (option) {
      case "--help", "-h" -> help = true;
      case "--in" -> in = Path.of(next(option, rest));
      case "--out" -> out = Path.of(next(option, rest));
      case "--lang" -> language = Optional.of(next(option, rest));
      case "--method" -> method = Optional.of(next(option, rest));
      case "--engine" -> engine = engine(next(option, rest));
      case "--seed" -> seed = number(option, next(option, rest), Long.MIN_VALUE, Long.MAX_VALUE);
      case "--threads" ->
          threads = OptionalInt.of((int) number(option, next(option, rest), 1, 1024));
      case "--pooling" -> pooling = Optional.of(pooling(next(option, rest)));
      default -> task(option, rest);
    }
  }

  private void task(String option, Iterator<String> rest) {
    Task asked =
        Arrays.stream(Task.values())
            .filter(known -> known.option().equals(option))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unknown option '" + option + "'; --help lists them"));
    if (task != null) {
      throw new IllegalArgumentException(
          task.option() + " and " + option + " cannot both be done; run them one after the other");
    }
    task = asked;
    value = next(option, rest);
    if (asked == Task.KEYWORDS || asked == Task.SUMMARY) {
      count = (int) number(option, value, 1, 1000);
    } else if (asked == Task.TOPICS) {
      count = (int) number(option, value, 2, 10_000);
    } else if (asked == Task.SENTIMENT && !List.of("en", "zh").contains(value)) {
      throw new IllegalArgumentException("--sentiment is '" + value + "', expected en or zh");
    }
  }

  private void check() {
    if (in == null) {
      throw new IllegalArgumentException("--in FILE is missing: the texts, one a line");
    }
    if (task == null) {
      throw new IllegalArgumentException(
          "say what to do: --embed, --sentiment, --keywords, --topics or --summary; --help says more");
    }
    boolean embeds = task == Task.EMBED;
    boolean byTerms = task == Task.KEYWORDS || task == Task.SUMMARY;
    checkFits(embeds && method.isPresent(), "--method");
    checkFits((embeds || task == Task.SENTIMENT) && language.isPresent(), "--lang");
    checkFits(byTerms && !engine.equals("auto"), "--engine");
    checkFits(!embeds && pooling.isPresent(), "--pooling");
  }

  private void checkFits(boolean wrong, String option) {
    if (wrong) {
      throw new IllegalArgumentException(
          option + " says nothing about " + task().option() + "; leave it out");
    }
  }

  private static Pooling pooling(String name) {
    return Arrays.stream(Pooling.values())
        .filter(way -> way.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--pooling is '" + name + "', expected mean, cls or max"));
  }

  private static String engine(String name) {
    if (!List.of("onnxruntime", "pytorch").contains(name)) {
      throw new IllegalArgumentException(
          "--engine is '" + name + "', expected onnxruntime or pytorch");
    }
    return name;
  }

  private static String next(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value; --help says which");
    }
    return rest.next();
  }

  private static long number(String option, String text, long least, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " is '" + text + "', expected a whole number", e);
    }
    throw new IllegalArgumentException(
        option + " is " + text + ", expected a number from " + least + " to " + most);
  }

  boolean help() {
    return help;
  }

  Path in() {
    if (in == null) {
      throw new IllegalStateException("checked when parsed");
    }
    return in;
  }

  Optional<Path> out() {
    return Optional.ofNullable(out);
  }

  Task task() {
    if (task == null) {
      throw new IllegalStateException("checked when parsed");
    }
    return task;
  }

  String value() {
    return value;
  }

  int count() {
    return count;
  }

  Optional<String> language() {
    return language;
  }

  Optional<String> method() {
    return method;
  }

  String engine() {
    return engine;
  }

  long seed() {
    return seed;
  }

  /** As asked; empty for as many as processors. */
  OptionalInt threads() {
    return threads;
  }

  Optional<Pooling> pooling() {
    return pooling;
  }
}
