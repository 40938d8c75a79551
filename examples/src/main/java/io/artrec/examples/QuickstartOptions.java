package io.artrec.examples;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@link Quickstart} was asked on the command line. */
final class QuickstartOptions {
  static final String USAGE =
      """
      artrec quickstart: recommends artworks, with reasons.

        --catalog FILE       your works: CSV or JSON Lines (.jsonl); needs only the
                             columns id and title, uses artist, year or date, genre,
                             movement, medium, subjects, description, image, ...
        --images FOLDER      where the image files are; the folder of --catalog if
                             left out
        --interactions FILE  what visitors did: user, artwork, and kind or rating,
                             time if there; sixty synthetic visitors if left out
        --visitor ID         whom to recommend to
        --n COUNT            how many works, 10 if left out
        --lang en|zh         the language of headings and reasons
        --wish WORDS         what you would like to see, in your own words
        --words-only         compare texts by shared words, without a language model
        --cache FOLDER       where features are kept for the next run, .artrec-cache
                             if left out

      How files are read:

      """
          + LoadOptions.USAGE
          + """

      With Maven: mvn -q -pl examples -am compile exec:java \\
          -Dexec.args="--catalog my-works.csv --n 5"
      """;

  private final LoadOptions loading = new LoadOptions();
  private Optional<Path> catalog = Optional.empty();
  private Optional<Path> images = Optional.empty();
  private Optional<Path> interactions = Optional.empty();
  private Optional<String> visitor = Optional.empty();
  private Optional<String> wish = Optional.empty();
  private Optional<Path> cache = Optional.empty();
  private Locale locale = Locale.ENGLISH;
  private int n = 10;
  private boolean wordsOnly;
  private boolean help;

  private QuickstartOptions() {}

  static QuickstartOptions parse(String[] args) {
    QuickstartOptions options = new QuickstartOptions();
    Iterator<String> rest = Arrays.asList(args).iterator();
    while (rest.hasNext()) {
      options.read(rest.next(), rest);
    }
    return options;
  }

  private void read(String option, Iterator<String> rest) {
    switch (option) {
      case "--help", "-h" -> help = true;
      case "--catalog" -> catalog = Optional.of(path(option, rest));
      case "--images" -> images = Optional.of(path(option, rest));
      case "--interactions" -> interactions = Optional.of(path(option, rest));
      case "--visitor" -> visitor = Optional.of(value(option, rest));
      case "--n" -> n = count(value(option, rest));
      case "--lang" -> locale = language(value(option, rest));
      case "--wish" -> wish = Optional.of(words(value(option, rest)));
      case "--words-only" -> wordsOnly = true;
      case "--cache" -> cache = Optional.of(path(option, rest));
      default -> {
        if (!loading.take(option, rest)) {
          throw new IllegalArgumentException("unknown option '" + option + "'; --help lists them");
        }
      }
    }
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value; --help says which");
    }
    return rest.next();
  }

  private static Path path(String option, Iterator<String> rest) {
    return Path.of(value(option, rest));
  }

  private static int count(String text) {
    try {
      int n = Integer.parseInt(text);
      if (n >= 1 && n <= 1000) {
        return n;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "--n is '" + text + "', expected a number from 1 to 1000", e);
    }
    throw new IllegalArgumentException("--n is " + text + ", expected a number from 1 to 1000");
  }

  private static Locale language(String text) {
    if (List.of("en", "zh").contains(text)) {
      return Locale.forLanguageTag(text);
    }
    throw new IllegalArgumentException("--lang is '" + text + "', expected en or zh");
  }

  private static String words(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("--wish is blank, expected words");
    }
    return text;
  }

  LoadOptions loading() {
    return loading;
  }

  Optional<Path> catalog() {
    return catalog;
  }

  Optional<Path> images() {
    return images;
  }

  Optional<Path> interactions() {
    return interactions;
  }

  Optional<String> visitor() {
    return visitor;
  }

  int n() {
    return n;
  }

  Locale locale() {
    return locale;
  }

  Optional<String> wish() {
    return wish;
  }

  boolean wordsOnly() {
    return wordsOnly;
  }

  Optional<Path> cache() {
    return cache;
  }

  boolean help() {
    return help;
  }
}
