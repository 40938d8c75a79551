package io.artrec.examples;

import io.artrec.examples.options.HelpOption;
import io.artrec.examples.options.Options;
import io.artrec.examples.options.Range;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@link ForThisRoom} was asked on the command line. */
@Command(
    header = {
      "artrec for this room: works that take up the colors of a room and fit on its",
      "wall.%n"
    },
    footer = {
      "%n--width and one of --wall and --photo are needed. With Maven:",
      "mvn -q -pl examples -am compile exec:java \\",
      "    -Dexec.mainClass=io.artrec.examples.ForThisRoom \\",
      "    -Dexec.args=\"--width 320 --wall #35524a --color #e0c9a6 --out r.png\""
    })
final class ForThisRoomOptions extends HelpOption {
  @Range(from = 1, to = 100_000)
  @Option(
      names = "--width",
      paramLabel = "CM",
      description = "of the wall, or of what the photograph shows of it")
  int width;

  @Option(names = "--wall", paramLabel = "COLOR", description = "of the wall, as in #d9d2c3")
  Optional<String> wall = Optional.empty();

  @Option(
      names = "--color",
      paramLabel = "COLOR",
      description = "of something else in the room; may be given again")
  List<String> colors = new ArrayList<>();

  @Option(
      names = "--photo",
      paramLabel = "FILE",
      description = "a photograph of the wall instead of colors")
  Optional<Path> photo = Optional.empty();

  @Option(
      names = "--catalog",
      paramLabel = "FILE",
      description = "works with width_cm and height_cm; the atelier's if left out")
  Optional<Path> catalog = Optional.empty();

  @Option(names = "--images", paramLabel = "FOLDER", description = "their images")
  Optional<Path> images = Optional.empty();

  @Range(from = 1, to = 12)
  @Option(
      names = "--n",
      paramLabel = "COUNT",
      description = "how many works at most, 4 if left out")
  int count = 4;

  @Option(names = "--out", paramLabel = "FILE", description = "draws them on the wall, .png")
  Optional<Path> out = Optional.empty();

  static ForThisRoomOptions parse(String[] args) {
    ForThisRoomOptions options = Options.read(new ForThisRoomOptions(), args);
    if (!options.help) {
      options.check();
    }
    return options;
  }

  private void check() {
    if (width == 0) {
      throw new IllegalArgumentException("--width is missing: how wide the wall is, in cm");
    }
    if (wall.isPresent() == photo.isPresent()) {
      throw new IllegalArgumentException("one of --wall and --photo is needed");
    }
    if (photo.isPresent() && !colors.isEmpty()) {
      throw new IllegalArgumentException("--color goes with --wall; a photograph has its colors");
    }
    if (catalog.isPresent() != images.isPresent()) {
      throw new IllegalArgumentException("--catalog and --images go together");
    }
  }
}
