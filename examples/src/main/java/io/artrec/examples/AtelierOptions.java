package io.artrec.examples;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@link Atelier} was asked on the command line. */
final class AtelierOptions {
  static final String USAGE =
      """
      artrec atelier: paints artworks by artists who never lived, with a catalogue.

        --out FOLDER         gets catalog.csv and images/; made if it is not there
        --works COUNT        how many, 300 if left out, at most 5000
        --size PIXELS        the longer side of each image, 640 if left out
        --seed NUMBER        other numbers give other works, 1 if left out
        --format png|jpg     of the images, png if left out
        --sheet FILE         a page with a work of each artist and manner, .png, .jpg
        --threads N          as many as processors unless said

      One of --out and --sheet is needed. With Maven:
      mvn -q -pl examples -am compile exec:java \\
          -Dexec.mainClass=io.artrec.examples.Atelier \\
          -Dexec.args="--out atelier --sheet atelier.png"
      """;

  private static final int MOST_WORKS = 5000;

  private Optional<Path> out = Optional.empty();
  private Optional<Path> sheet = Optional.empty();
  private int works = 300;
  private int size = 640;
  private long seed = 1;
  private String format = "png";
  private int threads = Runtime.getRuntime().availableProcessors();
  private boolean help;

  private AtelierOptions() {}

  static AtelierOptions parse(String[] args) {
    AtelierOptions options = new AtelierOptions();
    Arguments rest = new Arguments(args);
    while (rest.hasNext()) {
      options.read(rest.next(), rest);
    }
    if (!options.help && options.out.isEmpty() && options.sheet.isEmpty()) {
      throw new IllegalArgumentException("nothing to do: name --out, --sheet or both");
    }
    return options;
  }

  private void read(String option, Arguments rest) {
    switch (option) {
      case "--help", "-h" -> help = true;
      case "--out" -> out = Optional.of(rest.path());
      case "--sheet" -> sheet = Optional.of(ContactSheet.checked(rest.path()));
      case "--works" -> works = (int) rest.number(1, MOST_WORKS);
      case "--size" -> size = (int) rest.number(16, 8192);
      case "--seed" -> seed = rest.number(Long.MIN_VALUE, Long.MAX_VALUE);
      case "--format" -> format = rest.oneOf(List.of("png", "jpg"));
      case "--threads" -> threads = (int) rest.number(1, 1024);
      default -> throw rest.unknown();
    }
  }

  Optional<Path> out() {
    return out;
  }

  Optional<Path> sheet() {
    return sheet;
  }

  int works() {
    return works;
  }

  int size() {
    return size;
  }

  long seed() {
    return seed;
  }

  String format() {
    return format;
  }

  int threads() {
    return threads;
  }

  boolean help() {
    return help;
  }
}
