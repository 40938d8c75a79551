package io.artrec.examples;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@link ForThisRoom} was asked on the command line. */
final class ForThisRoomOptions {
  static final String USAGE =
      """
      artrec for this room: works that take up the colors of a room and fit on its wall.

        --width CM           of the wall, or of what the photograph shows of it
        --wall COLOR         of the wall, as in #d9d2c3
        --color COLOR        of something else in the room; may be given again
        --photo FILE         a photograph of the wall instead of colors
        --catalog FILE       works with width_cm and height_cm; the atelier's if left out
        --images FOLDER      their images
        --n COUNT            how many works at most, 4 if left out
        --out FILE           draws them on the wall, .png

      --width and one of --wall and --photo are needed. With Maven:
      mvn -q -pl examples -am compile exec:java \\
          -Dexec.mainClass=io.artrec.examples.ForThisRoom \\
          -Dexec.args="--width 320 --wall #35524a --color #e0c9a6 --out room.png"
      """;

  private double width;
  private Optional<String> wall = Optional.empty();
  private final List<String> colors = new ArrayList<>();
  private Optional<Path> photo = Optional.empty();
  private Optional<Path> catalog = Optional.empty();
  private Optional<Path> images = Optional.empty();
  private int count = 4;
  private Optional<Path> out = Optional.empty();
  private boolean help;

  private ForThisRoomOptions() {}

  static ForThisRoomOptions parse(String[] args) {
    ForThisRoomOptions options = new ForThisRoomOptions();
    Arguments rest = new Arguments(args);
    while (rest.hasNext()) {
      options.read(rest.next(), rest);
    }
    options.check();
    return options;
  }

  private void read(String option, Arguments rest) {
    switch (option) {
      case "--help", "-h" -> help = true;
      case "--width" -> width = rest.number(1, 100_000);
      case "--wall" -> wall = Optional.of(rest.value());
      case "--color" -> colors.add(rest.value());
      case "--photo" -> photo = Optional.of(rest.path());
      case "--catalog" -> catalog = Optional.of(rest.path());
      case "--images" -> images = Optional.of(rest.path());
      case "--n" -> count = (int) rest.number(1, 12);
      case "--out" -> out = Optional.of(rest.path());
      default -> throw rest.unknown();
    }
  }

  private void check() {
    if (help) {
      return;
    }
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

  double width() {
    return width;
  }

  Optional<String> wall() {
    return wall;
  }

  List<String> colors() {
    return colors;
  }

  Optional<Path> photo() {
    return photo;
  }

  Optional<Path> catalog() {
    return catalog;
  }

  Optional<Path> images() {
    return images;
  }

  int count() {
    return count;
  }

  Optional<Path> out() {
    return out;
  }

  boolean help() {
    return help;
  }
}
