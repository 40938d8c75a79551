package io.artrec.examples;

import io.artrec.djl.text.Pooling;
import io.artrec.examples.options.HelpOption;
import io.artrec.examples.options.OneOf;
import io.artrec.examples.options.Options;
import io.artrec.examples.options.Range;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@link Texts} was asked on the command line. */
@Command(
    header = "artrec texts: what words say, for a file with one text a line.%n",
    footer = {
      "%nWith Maven: mvn -q -pl examples -am compile exec:java \\",
      "    -Dexec.mainClass=io.artrec.examples.Texts \\",
      "    -Dexec.args=\"--in comments.txt --sentiment en --out sentiment.csv\""
    })
final class TextsOptions extends HelpOption {
  /** What to do with the texts. */
  enum Task {
    EMBED,
    SENTIMENT,
    KEYWORDS,
    TOPICS,
    SUMMARY;

    String option() {
      return "--" + name().toLowerCase(Locale.ROOT);
    }
  }

  /** One of them is asked for. */
  static final class Tasks {
    @Option(
        names = "--embed",
        paramLabel = "MODEL",
        description =
            "sentence vectors: minilm, bge-zh, or the path of an encoder (a folder or a jar with model.onnx and tokenizer.json)")
    Optional<String> embed = Optional.empty();

    @OneOf({"en", "zh"})
    @Option(
        names = "--sentiment",
        paramLabel = "en|zh",
        description = "how favourable: a label and an intensity from -1 to 1")
    Optional<String> sentiment = Optional.empty();

    @Range(from = 1, to = 1000)
    @Option(
        names = "--keywords",
        paramLabel = "N",
        description = "the N best keywords of each text")
    Optional<Integer> keywords = Optional.empty();

    @Range(from = 2, to = 10_000)
    @Option(
        names = "--topics",
        paramLabel = "K",
        description = "K topics of all texts, and each text's share of them")
    Optional<Integer> topics = Optional.empty();

    @Range(from = 1, to = 1000)
    @Option(names = "--summary", paramLabel = "N", description = "the N sentences that say most")
    Optional<Integer> summary = Optional.empty();

    private Map<Task, Object> asked() {
      Map<Task, Object> asked = new EnumMap<>(Task.class);
      embed.ifPresent(value -> asked.put(Task.EMBED, value));
      sentiment.ifPresent(value -> asked.put(Task.SENTIMENT, value));
      keywords.ifPresent(value -> asked.put(Task.KEYWORDS, value));
      topics.ifPresent(value -> asked.put(Task.TOPICS, value));
      summary.ifPresent(value -> asked.put(Task.SUMMARY, value));
      return asked;
    }
  }

  @Option(
      names = "--in",
      paramLabel = "FILE",
      description = "the texts, UTF-8, one a line; an empty line is an empty text")
  Optional<Path> file = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE.csv",
      description =
          "a header and a row for each line, full precision; a look at the first rows is printed where it is left out")
  Optional<Path> out = Optional.empty();

  @Option(
      names = "--lang",
      paramLabel = "en|zh|...",
      description = "the language of keywords, topics and summaries; en unless said")
  Optional<String> language = Optional.empty();

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description =
          "another way: sentiment by lexicon, model or both (both); keywords by tf-idf or textrank (tf-idf); topics by meaning, nmf or lda (meaning where the model can load, else nmf); summary by textrank or centroid (textrank)")
  Optional<String> method = Optional.empty();

  @OneOf({"mean", "cls", "max"})
  @Option(
      names = "--pooling",
      paramLabel = "NAME",
      description =
          "how --embed PATH makes one vector of many: mean, cls or max; as the encoder's files say (else mean) unless said")
  Optional<String> poolingName = Optional.empty();

  @OneOf({"onnxruntime", "pytorch"})
  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "onnxruntime, or pytorch with the Maven profile of that name")
  String engine = "auto";

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "decides what is left to chance; 42 unless said")
  long seed = 42;

  @Range(from = 1, to = 1024)
  @Option(names = "--threads", paramLabel = "N", description = "as many as processors unless said")
  Optional<Integer> threads = Optional.empty();

  @ArgGroup(validate = false, heading = "%nOne of%n")
  Tasks tasks = new Tasks();

  static TextsOptions parse(String[] args) {
    TextsOptions options = Options.read(new TextsOptions(), args);
    if (!options.help) {
      options.check();
    }
    return options;
  }

  private void check() {
    List<Task> asked = List.copyOf(tasks.asked().keySet());
    require(
        asked.size() < 2,
        () ->
            asked.get(0).option()
                + " and "
                + asked.get(1).option()
                + " cannot both be done; run them one after the other");
    require(file.isPresent(), () -> "--in FILE is missing: the texts, one a line");
    require(
        !asked.isEmpty(),
        () ->
            "say what to do: --embed, --sentiment, --keywords, --topics or --summary; --help says"
                + " more");
    boolean embeds = task() == Task.EMBED;
    boolean byTerms = task() == Task.KEYWORDS || task() == Task.SUMMARY;
    checkFits(embeds && method.isPresent(), "--method");
    checkFits((embeds || task() == Task.SENTIMENT) && language.isPresent(), "--lang");
    checkFits(byTerms && !engine.equals("auto"), "--engine");
    checkFits(!embeds && poolingName.isPresent(), "--pooling");
  }

  private void checkFits(boolean wrong, String option) {
    require(!wrong, () -> option + " says nothing about " + task().option() + "; leave it out");
  }

  private static void require(boolean holds, Supplier<String> message) {
    if (!holds) {
      throw new IllegalArgumentException(message.get());
    }
  }

  Path in() {
    return file.orElseThrow();
  }

  Task task() {
    return tasks.asked().keySet().iterator().next();
  }

  /** What was given with the task: a name, or a count. */
  String value() {
    return tasks.asked().values().iterator().next().toString();
  }

  int count() {
    return Integer.parseInt(value());
  }

  Optional<Pooling> pooling() {
    return poolingName.map(name -> Pooling.valueOf(name.toUpperCase(Locale.ROOT)));
  }
}
