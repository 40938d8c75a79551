package io.artrec.examples.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

class OptionsTest {
  /** Takes a mark of its own. */
  static final class Marks implements ITypeConverter<Character> {
    @Override
    public Character convert(String text) {
      if (text.length() != 1) {
        throw new IllegalArgumentException("--mark is '" + text + "', expected one character");
      }
      return text.charAt(0);
    }
  }

  @Command(header = "a program.", footer = "the end")
  private static final class Given extends HelpOption {
    @Range(from = 1, to = 10)
    @Option(names = "--count", paramLabel = "N", description = "how many, 3 if left out")
    int count = 3;

    @Range(from = 0)
    @Option(names = "--share", paramLabel = "X", description = "a share")
    Optional<Double> share = Optional.empty();

    @OneOf({"en", "zh"})
    @Option(names = "--lang", paramLabel = "en|zh", description = "the language")
    Locale language = Locale.ENGLISH;

    @OneOf({"red", "green", "blue"})
    @Option(names = "--color", paramLabel = "NAME", description = "a color")
    Optional<String> color = Optional.empty();

    @Option(names = "--file", paramLabel = "FILE", description = "a file")
    Optional<Path> file = Optional.empty();

    @Option(names = "--like", paramLabel = "ID", description = "a work; may be repeated")
    List<String> liked = new ArrayList<>();

    @OneOf({"oil", "ink"})
    @Option(names = "--media", paramLabel = "NAME", description = "a medium; may be repeated")
    List<String> media = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "a number")
    long seed = 42;

    @Option(
        names = "--mark",
        paramLabel = "C",
        converter = Marks.class,
        description = "a character")
    char mark = '-';

    @Option(names = "--plain", description = "without color")
    boolean plain;
  }

  @Test
  void whatIsLeftOut_isAsTheFieldsSay() {
    Given given = Options.read(new Given());
    assertThat(given.count).isEqualTo(3);
    assertThat(given.share).isEmpty();
    assertThat(given.language).isEqualTo(Locale.ENGLISH);
    assertThat(given.liked).isEmpty();
    assertThat(given.seed).isEqualTo(42);
    assertThat(given.plain).isFalse();
  }

  @Test
  void whatIsGiven_isTakenAsItIs_andTheLastCounts_butForLists() {
    Given given =
        Options.read(
            new Given(),
            "--count 7 --count=8 --share 0.5 --lang zh --color blue --file @a/b --like a --like b --seed -3 --mark é --plain"
                .split(" ", -1));
    assertThat(given.count).isEqualTo(8);
    assertThat(given.share).contains(0.5);
    assertThat(given.language).isEqualTo(Locale.CHINESE);
    assertThat(given.color).contains("blue");
    assertThat(given.file).contains(Path.of("@a/b"));
    assertThat(given.liked).containsExactly("a", "b");
    assertThat(given.seed).isEqualTo(-3);
    assertThat(given.mark).isEqualTo('é');
    assertThat(given.plain).isTrue();
  }

  @Test
  void onlyWhatCounts_isChecked_theLastOne_andAllOfAList() {
    Given given =
        Options.read(new Given(), "--count 0 --count 8 --color gray --color red".split(" ", -1));
    assertThat(given.count).isEqualTo(8);
    assertThat(given.color).contains("red");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.read(new Given(), "--count", "8", "--count", "0"))
        .withMessage("--count is '0', expected a whole number from 1 to 10");
    assertThat(Options.read(new Given(), "--media", "ink", "--media", "oil").media)
        .containsExactly("ink", "oil");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.read(new Given(), "--media", "pen", "--media", "oil"))
        .withMessage("--media is 'pen', expected oil or ink");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "--count 0|--count is '0', expected a whole number from 1 to 10",
        "--count many|--count is 'many', expected a whole number from 1 to 10",
        "--count 99999999999|--count is '99999999999', expected a whole number from 1 to 10",
        "--share -0.5|--share is '-0.5', expected a number from 0 on",
        "--share NaN|--share is 'NaN', expected a number from 0 on",
        "--lang fr|--lang is 'fr', expected en or zh",
        "--color gray|--color is 'gray', expected red, green or blue",
        "--seed x|--seed is 'x', expected a whole number",
        "--mark ab|--mark is 'ab', expected one character",
        "--file|--file needs a value; --help says which",
        "--like --plain|--like needs a value; --help says which",
        "--counts 3|unknown option '--counts'; did you mean --count or --color? --help lists them",
        "--what|unknown option '--what'; --help lists them",
        "word|unknown option 'word'; --help lists them"
      })
  void whatCannotBeTaken_isToldWithWhatIsExpected(String words, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.read(new Given(), words.split(" ", -1)))
        .withMessage(message);
  }

  @Test
  void help_listsEveryOptionInTheOrderOfTheFields() {
    assertThat(Options.read(new Given(), "-h").help).isTrue();
    assertThat(Options.help(new Given()))
        .startsWith("a program.")
        .endsWith("the end" + System.lineSeparator())
        .containsSubsequence(
            "--help", "--count N", "how many, 3 if left out", "--lang en|zh", "--like ID");
  }
}
