package io.artrec.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@link Curator} was asked on the command line. */
final class CuratorOptions {
  static final String USAGE =
      """
      artrec curator: recommends in conversation, over the works of the quickstart.
      Say what you would like to see and what not, in English or Chinese, then
      correct it: "older", "less blue", "no dogs", "more like the second", "more".

        --lang en|zh         the language to begin in
        --n COUNT            how many works a turn, 3 if left out
        --url URL            a language model's server, for instance
                             http://localhost:11434/v1 (Ollama); none if left out
        --model NAME         the model there, for instance qwen3:8b
        --key-from VARIABLE  the environment variable that holds the server's key
        --echo               prints what is read, for scripts
        --cache FOLDER       where features are kept for the next run

      In the conversation:
        :meet    a first meeting: eight pairs of works, of which you choose
        :back    to where the conversation was before the last turn
        :forget  forgets all that was said
        :help    this text
        :quit    ends it, as does the end of the input

      With Maven:
      mvn -q -pl examples -am compile exec:java \\
          -Dexec.mainClass=io.artrec.examples.Curator
      """;

  private Locale locale = Locale.ENGLISH;
  private int count = 3;
  private Optional<String> url = Optional.empty();
  private Optional<String> model = Optional.empty();
  private Optional<String> keyFrom = Optional.empty();
  private Optional<Path> cache = Optional.empty();
  private boolean echo;
  private boolean help;

  private CuratorOptions() {}

  static CuratorOptions parse(String[] args) {
    CuratorOptions options = new CuratorOptions();
    Arguments rest = new Arguments(args);
    while (rest.hasNext()) {
      options.read(rest.next(), rest);
    }
    if (options.url.isPresent() != options.model.isPresent()) {
      throw new IllegalArgumentException(
          "--url and --model go together; "
              + (options.url.isPresent() ? "--model" : "--url")
              + " is missing");
    }
    return options;
  }

  private void read(String option, Arguments rest) {
    switch (option) {
      case "--help", "-h" -> help = true;
      case "--lang" -> locale = Locale.forLanguageTag(rest.oneOf(List.of("en", "zh")));
      case "--n" -> count = (int) rest.number(1, 20);
      case "--url" -> url = Optional.of(rest.value());
      case "--model" -> model = Optional.of(rest.value());
      case "--key-from" -> keyFrom = Optional.of(rest.value());
      case "--cache" -> cache = Optional.of(rest.path());
      case "--echo" -> echo = true;
      default -> throw rest.unknown();
    }
  }

  /** How the quickstart's works are opened. */
  QuickstartOptions gallery() {
    List<String> words = new ArrayList<>(List.of("--words-only", "--lang", locale.getLanguage()));
    cache.ifPresent(folder -> words.addAll(List.of("--cache", folder.toString())));
    return QuickstartOptions.parse(words.toArray(String[]::new));
  }

  Locale locale() {
    return locale;
  }

  int count() {
    return count;
  }

  Optional<String> url() {
    return url;
  }

  Optional<String> model() {
    return model;
  }

  Optional<String> keyFrom() {
    return keyFrom;
  }

  boolean echo() {
    return echo;
  }

  boolean help() {
    return help;
  }
}
