package io.artrec.examples;

import io.artrec.examples.options.HelpOption;
import io.artrec.examples.options.OneOf;
import io.artrec.examples.options.Options;
import io.artrec.examples.options.Range;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@link Atelier} was asked on the command line. */
@Command(
    header = "artrec atelier: paints artworks by artists who never lived, with a catalogue.%n",
    footer = {
      "%nOne of --out and --sheet is needed. With Maven:",
      "mvn -q -pl examples -am compile exec:java \\",
      "    -Dexec.mainClass=io.artrec.examples.Atelier \\",
      "    -Dexec.args=\"--out atelier --sheet atelier.png\""
    })
final class AtelierOptions extends HelpOption {
  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "gets catalog.csv and images/; made if it is not there")
  Optional<Path> out = Optional.empty();

  @Range(from = 1, to = 5000)
  @Option(
      names = "--works",
      paramLabel = "COUNT",
      description = "how many, 300 if left out, at most 5000")
  int works = 300;

  @Range(from = 16, to = 8192)
  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      description = "the longer side of each image, 640 if left out")
  int size = 640;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "other numbers give other works, 1 if left out")
  long seed = 1;

  @OneOf({"png", "jpg"})
  @Option(
      names = "--format",
      paramLabel = "png|jpg",
      description = "of the images, png if left out")
  String format = "png";

  @Option(
      names = "--sheet",
      paramLabel = "FILE",
      description = "a page with a work of each artist and manner, .png, .jpg")
  Optional<Path> sheet = Optional.empty();

  @Range(from = 1, to = 1024)
  @Option(names = "--threads", paramLabel = "N", description = "as many as processors unless said")
  int threads = Runtime.getRuntime().availableProcessors();

  static AtelierOptions parse(String[] args) {
    AtelierOptions options = Options.read(new AtelierOptions(), args);
    options.sheet.ifPresent(ContactSheet::checked);
    if (!options.help && options.out.isEmpty() && options.sheet.isEmpty()) {
      throw new IllegalArgumentException("nothing to do: name --out, --sheet or both");
    }
    return options;
  }
}
