package io.artrec.examples;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@link Quickstart} was asked on the command line. */
record QuickstartOptions(
    Optional<Path> catalog,
    Optional<Path> images,
    Optional<Path> interactions,
    Optional<String> visitor,
    int n,
    Locale locale,
    boolean help) {

  static final String USAGE =
      """
      artrec quickstart: recommends artworks, with reasons.

        --catalog FILE       your works: CSV or JSON Lines (.jsonl); needs only the
                             columns id and title, uses artist, year or date, movement,
                             genre, medium, subjects, description, image, ... if there
        --images FOLDER      where the image files are; the folder of --catalog if
                             left out
        --interactions FILE  what visitors did: user, artwork, and kind or rating,
                             time if there; sixty synthetic visitors if left out
        --visitor ID         whom to recommend to
        --n COUNT            how many works, 10 if left out
        --lang en|zh         the language of the reasons

      With Maven: mvn -q -pl examples -am compile exec:java \\
          -Dexec.args="--catalog my-works.csv --n 5"
      """;

  static QuickstartOptions parse(String[] args) {
    QuickstartOptions options =
        new QuickstartOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            10,
            Locale.ENGLISH,
            false);
    Iterator<String> rest = Arrays.asList(args).iterator();
    while (rest.hasNext()) {
      options = options.with(rest.next(), rest);
    }
    return options;
  }

  private QuickstartOptions with(String option, Iterator<String> rest) {
    return switch (option) {
      case "--help", "-h" ->
          new QuickstartOptions(catalog, images, interactions, visitor, n, locale, true);
      case "--catalog" ->
          new QuickstartOptions(
              Optional.of(path(option, rest)), images, interactions, visitor, n, locale, help);
      case "--images" ->
          new QuickstartOptions(
              catalog, Optional.of(path(option, rest)), interactions, visitor, n, locale, help);
      case "--interactions" ->
          new QuickstartOptions(
              catalog, images, Optional.of(path(option, rest)), visitor, n, locale, help);
      case "--visitor" ->
          new QuickstartOptions(
              catalog, images, interactions, Optional.of(value(option, rest)), n, locale, help);
      case "--n" ->
          new QuickstartOptions(
              catalog, images, interactions, visitor, count(value(option, rest)), locale, help);
      case "--lang" ->
          new QuickstartOptions(
              catalog, images, interactions, visitor, n, language(value(option, rest)), help);
      default ->
          throw new IllegalArgumentException("unknown option '" + option + "'; --help lists them");
    };
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
}
