package io.artrec.examples.gallery;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What {@link GalleryServer} was asked on the command line. */
final class GalleryOptions {
  static final String USAGE =
      """
      artrec gallery: recommends artworks in the browser.

        --port NUMBER     8080 if left out; 0 takes any that is free
        --host ADDRESS    127.0.0.1 if left out, where only this machine comes in
        --state FOLDER    what survives a restart, ./gallery-state if left out
        --works COUNT     how many works the atelier paints, 300 if left out
        --images FOLDER   your own images, with
        --csv FILE          their records: columns id, title, image and more
        --url ADDRESS     a language model for the conversation, such as
                            http://localhost:11434/v1, with
        --model NAME        its name, and
        --key-from NAME     the environment variable that holds its key

      With Maven:
      mvn -q -B -pl examples/gallery -am compile exec:java -Dexec.args="--port 8080"
      """;

  private int port = 8080;
  private String host = "127.0.0.1";
  private Path state = Path.of("gallery-state");
  private int works = 300;
  private Optional<Path> images = Optional.empty();
  private Optional<Path> csv = Optional.empty();
  private Optional<String> url = Optional.empty();
  private Optional<String> model = Optional.empty();
  private Optional<String> keyFrom = Optional.empty();
  private boolean help;

  private GalleryOptions() {}

  static GalleryOptions parse(String[] args) {
    GalleryOptions options = new GalleryOptions();
    Iterator<String> rest = List.of(args).iterator();
    while (rest.hasNext()) {
      options.read(rest.next(), rest);
    }
    if (options.images.isPresent() != options.csv.isPresent()) {
      throw new IllegalArgumentException("--images and --csv go together: pictures and records");
    }
    if (options.url.isPresent() != options.model.isPresent()) {
      throw new IllegalArgumentException("--url and --model go together: where, and which");
    }
    return options;
  }

  private void read(String option, Iterator<String> rest) {
    switch (option) {
      case "--help", "-h" -> help = true;
      case "--port" -> port = number(option, rest, 0, 65_535);
      case "--host" -> host = value(option, rest);
      case "--state" -> state = Path.of(value(option, rest));
      case "--works" -> works = number(option, rest, 1, 5000);
      case "--images" -> images = Optional.of(Path.of(value(option, rest)));
      case "--csv" -> csv = Optional.of(Path.of(value(option, rest)));
      case "--url" -> url = Optional.of(value(option, rest));
      case "--model" -> model = Optional.of(value(option, rest));
      case "--key-from" -> keyFrom = Optional.of(value(option, rest));
      default ->
          throw new IllegalArgumentException(
              "'" + option + "' is no option; --help lists those there are");
    }
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value; --help says which");
    }
    return rest.next();
  }

  private static int number(String option, Iterator<String> rest, int least, int most) {
    String value = value(option, rest);
    if (value.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        option + " is '" + value + "', expected a number from " + least + " to " + most);
  }

  int port() {
    return port;
  }

  String host() {
    return host;
  }

  Path state() {
    return state;
  }

  int works() {
    return works;
  }

  Optional<Path> images() {
    return images;
  }

  Optional<Path> csv() {
    return csv;
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

  boolean help() {
    return help;
  }
}
