package io.artrec.examples;

import io.artrec.examples.options.HelpOption;
import io.artrec.examples.options.OneOf;
import io.artrec.examples.options.Options;
import io.artrec.examples.options.Range;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@link EightPairs} was asked on the command line. */
@Command(
    header = {
      "artrec eight pairs: gets to know you by pairs of works, and says what it then",
      "knows, how sure it is, and which works you may like.%n"
    },
    footer = {
      "%nWorks are those of the quickstart. With Maven:",
      "mvn -q -pl examples -am compile exec:java \\",
      "    -Dexec.mainClass=io.artrec.examples.EightPairs -Dexec.args=\"--auto 1\""
    })
final class EightPairsOptions extends HelpOption {
  @Range(from = 1, to = 48)
  @Option(
      names = "--pairs",
      paramLabel = "COUNT",
      description = "how many pairs at most, 8 if left out")
  int pairs = 8;

  @Range(from = 1, to = 100)
  @Option(
      names = "--n",
      paramLabel = "COUNT",
      description = "how many works in the end, 5 if left out")
  int count = 5;

  @OneOf({"en", "zh"})
  @Option(names = "--lang", paramLabel = "en|zh", description = "the language")
  Locale locale = Locale.ENGLISH;

  @Range(from = 0)
  @Option(
      names = "--auto",
      paramLabel = "SEED",
      description =
          "nobody is asked: somebody answers whose taste is made up from the seed, and is told")
  Optional<Long> auto = Optional.empty();

  static EightPairsOptions parse(String[] args) {
    return Options.read(new EightPairsOptions(), args);
  }
}
