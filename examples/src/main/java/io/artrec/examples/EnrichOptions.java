package io.artrec.examples;

import io.artrec.examples.options.HelpOption;
import io.artrec.examples.options.OneOf;
import io.artrec.examples.options.Options;
import io.artrec.examples.options.Range;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@link Enrich} was asked on the command line. */
@Command(
    header = {
      "artrec enrich: reads moods, subjects and descriptions that records lack, and",
      "goes on where it was.%n"
    },
    footer = {
      "%nWithout --url the library reads by itself. With Maven:",
      "mvn -q -pl examples -am compile exec:java \\",
      "    -Dexec.mainClass=io.artrec.examples.Enrich \\",
      "    -Dexec.args=\"--out enriched.csv\""
    })
final class EnrichOptions extends HelpOption {
  private static final List<String> FIELDS = List.of("mood", "subject", "description");

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "records as CSV; the quickstart's made-up gallery if left out")
  Optional<Path> catalog = Optional.empty();

  @Option(
      names = "--fields",
      split = ",",
      paramLabel = "LIST",
      hideParamSyntax = true,
      description = "of mood, subject, description, with commas; all if left out")
  Set<String> fields = new LinkedHashSet<>(FIELDS);

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "what was read so far, .jsonl; enrichment.jsonl if left out")
  Path journal = Path.of("enrichment.jsonl");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "what was read, .csv: id, field, value, from")
  Optional<Path> out = Optional.empty();

  @OneOf({"en", "zh"})
  @Option(
      names = "--lang",
      paramLabel = "en|zh",
      description = "of descriptions and subjects, en if left out")
  Locale language = Locale.ENGLISH;

  @Range(from = 1, to = 64)
  @Option(
      names = "--threads",
      paramLabel = "COUNT",
      description = "works at the same time, 2 if left out")
  int threads = 2;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "of a language model, as in http://localhost:11434/v1")
  Optional<String> url = Optional.empty();

  @Option(names = "--model", paramLabel = "NAME", description = "its name, as in qwen3:8b")
  Optional<String> model = Optional.empty();

  @Option(
      names = "--key-from",
      paramLabel = "VARIABLE",
      description = "the environment variable that holds its key, if it needs one")
  Optional<String> key = Optional.empty();

  static EnrichOptions parse(String[] args) {
    EnrichOptions options = Options.read(new EnrichOptions(), args);
    if (!FIELDS.containsAll(options.fields)) {
      throw new IllegalArgumentException(
          "--fields is '"
              + String.join(",", options.fields)
              + "', expected some of "
              + String.join(",", FIELDS));
    }
    if (options.url.isPresent() != options.model.isPresent()) {
      throw new IllegalArgumentException("--url and --model go together");
    }
    if (options.key.isPresent() && options.url.isEmpty()) {
      throw new IllegalArgumentException("--key-from goes with --url");
    }
    return options;
  }
}
