package io.artrec.examples;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What {@link Enrich} was asked on the command line. */
final class EnrichOptions {
  static final String USAGE =
      """
      artrec enrich: reads moods, subjects and descriptions that records lack, and goes on where it was.

        --catalog FILE       records as CSV; the quickstart's made-up gallery if left out
        --fields LIST        of mood, subject, description, with commas; all if left out
        --journal FILE       what was read so far, .jsonl; enrichment.jsonl if left out
        --out FILE           what was read, .csv: id, field, value, from
        --lang en|zh         of descriptions and subjects, en if left out
        --threads COUNT      works at the same time, 2 if left out
        --url URL            of a language model, as in http://localhost:11434/v1
        --model NAME         its name, as in qwen3:8b
        --key-from VARIABLE  the environment variable that holds its key, if it needs one

      Without --url the library reads by itself. With Maven:
      mvn -q -pl examples -am compile exec:java \\
          -Dexec.mainClass=io.artrec.examples.Enrich \\
          -Dexec.args="--out enriched.csv"
      """;

  private static final List<String> FIELDS = List.of("mood", "subject", "description");
  private static final int MOST_THREADS = 64;

  private Optional<Path> catalog = Optional.empty();
  private Set<String> fields = new LinkedHashSet<>(FIELDS);
  private Path journal = Path.of("enrichment.jsonl");
  private Optional<Path> out = Optional.empty();
  private Locale language = Locale.ENGLISH;
  private int threads = 2;
  private Optional<String> url = Optional.empty();
  private Optional<String> model = Optional.empty();
  private Optional<String> key = Optional.empty();
  private boolean help;

  private EnrichOptions() {}

  static EnrichOptions parse(String[] args) {
    EnrichOptions options = new EnrichOptions();
    Arguments rest = new Arguments(args);
    while (rest.hasNext()) {
      options.read(rest.next(), rest);
    }
    if (options.url.isPresent() != options.model.isPresent()) {
      throw new IllegalArgumentException("--url and --model go together");
    }
    if (options.key.isPresent() && options.url.isEmpty()) {
      throw new IllegalArgumentException("--key-from goes with --url");
    }
    return options;
  }

  private void read(String option, Arguments rest) {
    switch (option) {
      case "--help", "-h" -> help = true;
      case "--catalog" -> catalog = Optional.of(rest.path());
      case "--fields" -> fields = fields(rest.value());
      case "--journal" -> journal = rest.path();
      case "--out" -> out = Optional.of(rest.path());
      case "--lang" -> language = language(rest.value());
      case "--threads" -> threads = (int) rest.number(1, MOST_THREADS);
      case "--url" -> url = Optional.of(rest.value());
      case "--model" -> model = Optional.of(rest.value());
      case "--key-from" -> key = Optional.of(rest.value());
      default -> throw rest.unknown();
    }
  }

  private static Set<String> fields(String list) {
    Set<String> wanted = new LinkedHashSet<>(Arrays.asList(list.split(",", -1)));
    if (!FIELDS.containsAll(wanted)) {
      throw new IllegalArgumentException(
          "--fields is '" + list + "', expected some of " + String.join(",", FIELDS));
    }
    return wanted;
  }

  private static Locale language(String name) {
    return switch (name) {
      case "en" -> Locale.ENGLISH;
      case "zh" -> Locale.CHINESE;
      default -> throw new IllegalArgumentException("--lang is '" + name + "', expected en or zh");
    };
  }

  Optional<Path> catalog() {
    return catalog;
  }

  Set<String> fields() {
    return fields;
  }

  Path journal() {
    return journal;
  }

  Optional<Path> out() {
    return out;
  }

  Locale language() {
    return language;
  }

  int threads() {
    return threads;
  }

  Optional<String> url() {
    return url;
  }

  Optional<String> model() {
    return model;
  }

  Optional<String> key() {
    return key;
  }

  boolean help() {
    return help;
  }
}
