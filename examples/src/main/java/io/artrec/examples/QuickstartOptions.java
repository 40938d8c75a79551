package io.artrec.examples;

import io.artrec.examples.options.HelpOption;
import io.artrec.examples.options.OneOf;
import io.artrec.examples.options.Options;
import io.artrec.examples.options.Range;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@link Quickstart} was asked on the command line. */
@Command(
    header = "artrec quickstart: recommends artworks, with reasons.%n",
    footer = {
      "%nWith Maven: mvn -q -pl examples -am compile exec:java \\",
      "    -Dexec.args=\"--catalog my-works.csv --n 5\""
    })
final class QuickstartOptions extends HelpOption {
  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description =
          "your works: CSV or JSON Lines (.jsonl); needs only the columns id and title, uses artist,"
              + " year or date, genre, movement, medium, subjects, description, image, ...")
  Optional<Path> catalog = Optional.empty();

  @Option(
      names = "--images",
      paramLabel = "FOLDER",
      description = "where the image files are; the folder of --catalog if left out")
  Optional<Path> images = Optional.empty();

  @Option(
      names = "--interactions",
      paramLabel = "FILE",
      description =
          "what visitors did: user, artwork, and kind or rating, time if there; sixty synthetic"
              + " visitors if left out")
  Optional<Path> interactions = Optional.empty();

  @Option(names = "--visitor", paramLabel = "ID", description = "whom to recommend to")
  Optional<String> visitor = Optional.empty();

  @Range(from = 1, to = 1000)
  @Option(names = "--n", paramLabel = "COUNT", description = "how many works, 10 if left out")
  int n = 10;

  @OneOf({"en", "zh"})
  @Option(
      names = "--lang",
      paramLabel = "en|zh",
      description = "the language of headings and reasons")
  Locale locale = Locale.ENGLISH;

  @Option(
      names = "--wish",
      paramLabel = "WORDS",
      description = "what you would like to see, in your own words")
  Optional<String> wish = Optional.empty();

  @Option(
      names = "--words-only",
      description = "compare texts by shared words, without a language model")
  boolean wordsOnly;

  @Option(
      names = "--cache",
      paramLabel = "FOLDER",
      description = "where features are kept for the next run, .artrec-cache if left out")
  Optional<Path> cache = Optional.empty();

  @ArgGroup(validate = false, heading = "%nHow files are read:%n")
  LoadOptions loading = new LoadOptions();

  static QuickstartOptions parse(String[] args) {
    QuickstartOptions options = Options.read(new QuickstartOptions(), args);
    if (options.wish.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("--wish is blank, expected words");
    }
    return options;
  }
}
