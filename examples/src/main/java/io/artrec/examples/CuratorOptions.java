package io.artrec.examples;

import io.artrec.examples.options.HelpOption;
import io.artrec.examples.options.OneOf;
import io.artrec.examples.options.Options;
import io.artrec.examples.options.Range;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@link Curator} was asked on the command line. */
@Command(
    header = {
      "artrec curator: recommends in conversation, over the works of the quickstart.",
      "Say what you would like to see and what not, in English or Chinese, then",
      "correct it: \"older\", \"less blue\", \"no dogs\", \"more like the second\", \"more\".%n"
    },
    footer = {
      "%nIn the conversation:",
      "  :meet    a first meeting: eight pairs of works, of which you choose",
      "  :back    to where the conversation was before the last turn",
      "  :forget  forgets all that was said",
      "  :help    this text",
      "  :quit    ends it, as does the end of the input",
      "",
      "With Maven:",
      "mvn -q -pl examples -am compile exec:java \\",
      "    -Dexec.mainClass=io.artrec.examples.Curator"
    })
final class CuratorOptions extends HelpOption {
  @OneOf({"en", "zh"})
  @Option(names = "--lang", paramLabel = "en|zh", description = "the language to begin in")
  Locale locale = Locale.ENGLISH;

  @Range(from = 1, to = 20)
  @Option(names = "--n", paramLabel = "COUNT", description = "how many works a turn, 3 if left out")
  int count = 3;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "a language model's server, for instance http://localhost:11434/v1 (Ollama); none if left"
              + " out")
  Optional<String> url = Optional.empty();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "the model there, for instance qwen3:8b")
  Optional<String> model = Optional.empty();

  @Option(
      names = "--key-from",
      paramLabel = "VARIABLE",
      description = "the environment variable that holds the server's key")
  Optional<String> keyFrom = Optional.empty();

  @Option(names = "--echo", description = "prints what is read, for scripts")
  boolean echo;

  @Option(
      names = "--cache",
      paramLabel = "FOLDER",
      description = "where features are kept for the next run")
  Optional<Path> cache = Optional.empty();

  static CuratorOptions parse(String[] args) {
    CuratorOptions options = Options.read(new CuratorOptions(), args);
    if (options.url.isPresent() != options.model.isPresent()) {
      throw new IllegalArgumentException(
          "--url and --model go together; "
              + (options.url.isPresent() ? "--model" : "--url")
              + " is missing");
    }
    return options;
  }

  /** How the quickstart's works are opened. */
  QuickstartOptions gallery() {
    QuickstartOptions gallery = new QuickstartOptions();
    gallery.wordsOnly = true;
    gallery.locale = locale;
    gallery.cache = cache;
    return gallery;
  }
}
