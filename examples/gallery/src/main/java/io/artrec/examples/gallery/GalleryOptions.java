package io.artrec.examples.gallery;

import io.artrec.examples.options.HelpOption;
import io.artrec.examples.options.Options;
import io.artrec.examples.options.Range;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@link GalleryServer} was asked on the command line. */
@Command(
    header = "artrec gallery: recommends artworks in the browser.%n",
    footer = {
      "%nWith Maven:",
      "mvn -q -B -pl examples/gallery -am compile exec:java -Dexec.args=\"--port 8080\""
    })
final class GalleryOptions extends HelpOption {
  @Range(from = 0, to = 65_535)
  @Option(
      names = "--port",
      paramLabel = "NUMBER",
      description = "8080 if left out; 0 takes any that is free")
  int port = 8080;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "127.0.0.1 if left out, where only this machine comes in")
  String host = "127.0.0.1";

  @Option(
      names = "--state",
      paramLabel = "FOLDER",
      description = "what survives a restart, ./gallery-state if left out")
  Path state = Path.of("gallery-state");

  @Range(from = 1, to = 5000)
  @Option(
      names = "--works",
      paramLabel = "COUNT",
      description = "how many works the atelier paints, 300 if left out")
  int works = 300;

  @Option(names = "--images", paramLabel = "FOLDER", description = "your own images, with")
  Optional<Path> images = Optional.empty();

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "their records: columns id, title, image and more")
  Optional<Path> csv = Optional.empty();

  @Option(
      names = "--encrypt",
      paramLabel = "FILE",
      description =
          "encrypts log and model with the key in this file, which is drawn where it is not there; keep it, and elsewhere than --state")
  Optional<Path> keyFile = Optional.empty();

  @Option(
      names = "--restore",
      paramLabel = "BACKUP",
      description = "goes back to a backup of the operator's page, by its name")
  Optional<String> restore = Optional.empty();

  @Option(
      names = "--url",
      paramLabel = "ADDRESS",
      description =
          "a language model for the conversation, such as http://localhost:11434/v1, with")
  Optional<String> url = Optional.empty();

  @Option(names = "--model", paramLabel = "NAME", description = "its name, and")
  Optional<String> model = Optional.empty();

  @Option(
      names = "--key-from",
      paramLabel = "NAME",
      description = "the environment variable that holds its key")
  Optional<String> keyFrom = Optional.empty();

  static GalleryOptions parse(String... args) {
    GalleryOptions options = Options.read(new GalleryOptions(), args);
    if (options.images.isPresent() != options.csv.isPresent()) {
      throw new IllegalArgumentException("--images and --csv go together: pictures and records");
    }
    if (options.url.isPresent() != options.model.isPresent()) {
      throw new IllegalArgumentException("--url and --model go together: where, and which");
    }
    return options;
  }
}
