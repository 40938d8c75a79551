package io.artrec.examples;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** What {@link EightPairs} was asked on the command line. */
final class EightPairsOptions {
  static final String USAGE =
      """
      artrec eight pairs: gets to know you by pairs of works, and says what it then
      knows, how sure it is, and which works you may like.

        --pairs COUNT        how many pairs at most, 8 if left out
        --n COUNT            how many works in the end, 5 if left out
        --lang en|zh         the language
        --auto SEED          nobody is asked: somebody answers whose taste is made up
                             from the seed, and is told

      Works are those of the quickstart. With Maven:
      mvn -q -pl examples -am compile exec:java \\
          -Dexec.mainClass=io.artrec.examples.EightPairs -Dexec.args="--auto 1"
      """;

  private int pairs = 8;
  private int count = 5;
  private Locale locale = Locale.ENGLISH;
  private OptionalLong auto = OptionalLong.empty();
  private boolean help;

  private EightPairsOptions() {}

  static EightPairsOptions parse(String[] args) {
    EightPairsOptions options = new EightPairsOptions();
    Arguments rest = new Arguments(args);
    while (rest.hasNext()) {
      options.read(rest.next(), rest);
    }
    return options;
  }

  private void read(String option, Arguments rest) {
    switch (option) {
      case "--help", "-h" -> help = true;
      case "--pairs" -> pairs = (int) rest.number(1, 48);
      case "--n" -> count = (int) rest.number(1, 100);
      case "--lang" -> locale = Locale.forLanguageTag(rest.oneOf(List.of("en", "zh")));
      case "--auto" -> auto = OptionalLong.of(rest.number(0, Long.MAX_VALUE));
      default -> throw rest.unknown();
    }
  }

  int pairs() {
    return pairs;
  }

  int count() {
    return count;
  }

  Locale locale() {
    return locale;
  }

  OptionalLong auto() {
    return auto;
  }

  boolean help() {
    return help;
  }
}
