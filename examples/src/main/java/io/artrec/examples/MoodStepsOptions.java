package io.artrec.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@link MoodSteps} was asked on the command line. */
final class MoodStepsOptions {
  static final String USAGE =
      """
      artrec mood steps: works that lead from one mood to another.

        --from MOOD          where the way begins, a word of mood in English or Chinese
        --to MOOD            where it ends
        --steps COUNT        how many works, 5 if left out
        --like ID            a work that the visitor likes; may be given again
        --catalog FILE       works as CSV; the examples' if left out
        --language TAG       of the sentences, en or zh; en if left out

      --from and --to are needed. With Maven:
      mvn -q -pl examples -am compile exec:java \\
          -Dexec.mainClass=io.artrec.examples.MoodSteps \\
          -Dexec.args="--from sad --to calm"
      """;

  private static final int MOST_STEPS = 50;

  private String from = "";
  private String to = "";
  private int steps = 5;
  private final List<String> liked = new ArrayList<>();
  private Optional<Path> catalog = Optional.empty();
  private Locale language = Locale.ENGLISH;
  private boolean help;

  private MoodStepsOptions() {}

  static MoodStepsOptions parse(String[] args) {
    MoodStepsOptions options = new MoodStepsOptions();
    Arguments rest = new Arguments(args);
    while (rest.hasNext()) {
      options.read(rest.next(), rest);
    }
    if (!options.help && (options.from.isBlank() || options.to.isBlank())) {
      throw new IllegalArgumentException("--from and --to are needed: a word of mood each");
    }
    return options;
  }

  private void read(String option, Arguments rest) {
    switch (option) {
      case "--help", "-h" -> help = true;
      case "--from" -> from = rest.value();
      case "--to" -> to = rest.value();
      case "--steps" -> steps = (int) rest.number(2, MOST_STEPS);
      case "--like" -> liked.add(rest.value());
      case "--catalog" -> catalog = Optional.of(rest.path());
      case "--language" -> language = Locale.forLanguageTag(rest.value());
      default -> throw rest.unknown();
    }
  }

  String from() {
    return from;
  }

  String to() {
    return to;
  }

  int steps() {
    return steps;
  }

  List<String> liked() {
    return List.copyOf(liked);
  }

  Optional<Path> catalog() {
    return catalog;
  }

  Locale language() {
    return language;
  }

  boolean help() {
    return help;
  }
}
