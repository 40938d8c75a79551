package io.artrec.examples;

import io.artrec.examples.options.HelpOption;
import io.artrec.examples.options.Options;
import io.artrec.examples.options.Range;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@link MoodSteps} was asked on the command line. */
@Command(
    header = "artrec mood steps: works that lead from one mood to another.%n",
    footer = {
      "%n--from and --to are needed. With Maven:",
      "mvn -q -pl examples -am compile exec:java \\",
      "    -Dexec.mainClass=io.artrec.examples.MoodSteps \\",
      "    -Dexec.args=\"--from sad --to calm\""
    })
final class MoodStepsOptions extends HelpOption {
  @Option(
      names = "--from",
      paramLabel = "MOOD",
      description = "where the way begins, a word of mood in English or Chinese")
  String from = "";

  @Option(names = "--to", paramLabel = "MOOD", description = "where it ends")
  String to = "";

  @Range(from = 2, to = 50)
  @Option(names = "--steps", paramLabel = "COUNT", description = "how many works, 5 if left out")
  int steps = 5;

  @Option(
      names = "--like",
      paramLabel = "ID",
      description = "a work that the visitor likes; may be given again")
  List<String> liked = new ArrayList<>();

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "works as CSV; the examples' if left out")
  Optional<Path> catalog = Optional.empty();

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "of the sentences, en or zh; en if left out")
  Locale language = Locale.ENGLISH;

  static MoodStepsOptions parse(String[] args) {
    MoodStepsOptions options = Options.read(new MoodStepsOptions(), args);
    if (!options.help && (options.from.isBlank() || options.to.isBlank())) {
      throw new IllegalArgumentException("--from and --to are needed: a word of mood each");
    }
    return options;
  }
}
