package io.artrec.examples;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What {@link Features} was asked on the command line. */
final class FeaturesOptions {
  static final String USAGE =
      """
      artrec features: measures, compares and describes the images of a folder.

        --images FOLDER      image files: PNG, JPEG, WebP, GIF, BMP, TIFF
        --features A,B,...   what to measure, or to compare by:
                             hsv-histogram, rgb-histogram, lab-histogram,
                             color-moments, palette, color-emotion, color-measures,
                             gabor, glcm, hog, lbp, markov, edge-orientations,
                             sobel-mean, canny-density, hu, composition, layout
        --out FILE.csv       a row for each image: its name, then feature[i]
        --palette            says the colors of each image; with --sheet draws them
        --describe           says each image in words
        --neighbours N       the N images nearest to each, by --features (palette if
                             none are named); with --sheet draws them
        --sheet FILE         where to draw, .png or .jpg; the first 60 rows
        --lang en|zh         the language of words, en if left out
        --side PIXELS        larger images are measured with this longer side,
                             4096 if left out
        --threads N          as many as processors unless said

      The exit status is 1 when an image could not be read. With Maven:
      mvn -q -pl examples -am compile exec:java \\
          -Dexec.mainClass=io.artrec.examples.Features \\
          -Dexec.args="--images photos --features glcm,hu --out features.csv"
      """;

  private Optional<Path> images = Optional.empty();
  private Optional<Path> out = Optional.empty();
  private Optional<Path> sheet = Optional.empty();
  private List<ImageFeature> features = List.of();
  private OptionalInt neighbors = OptionalInt.empty();
  private Locale locale = Locale.ENGLISH;
  private int side = 4096;
  private int threads = Runtime.getRuntime().availableProcessors();
  private boolean palette;
  private boolean describe;
  private boolean help;

  private FeaturesOptions() {}

  static FeaturesOptions parse(String[] args) {
    FeaturesOptions options = new FeaturesOptions();
    Arguments rest = new Arguments(args);
    while (rest.hasNext()) {
      options.read(rest.next(), rest);
    }
    if (!options.help) {
      options.check();
    }
    return options;
  }

  private void read(String option, Arguments rest) {
    switch (option) {
      case "--help", "-h" -> help = true;
      case "--images" -> images = Optional.of(rest.path());
      case "--features" -> features = ImageFeature.named(rest.value());
      case "--out" -> out = Optional.of(rest.path());
      case "--palette" -> palette = true;
      case "--describe" -> describe = true;
      case "--neighbours", "--neighbors" -> neighbors = OptionalInt.of((int) rest.number(1, 100));
      case "--sheet" -> sheet = Optional.of(ContactSheet.checked(rest.path()));
      case "--lang" -> locale = Locale.forLanguageTag(rest.oneOf(List.of("en", "zh")));
      case "--side" -> side = (int) rest.number(16, 16_384);
      case "--threads" -> threads = (int) rest.number(1, 1024);
      default -> throw rest.unknown();
    }
  }

  private void check() {
    require(images.isPresent(), "--images is missing: the folder with the image files");
    require(
        out.isPresent() || palette || describe || neighbors.isPresent(),
        "nothing to do: name --out with --features, --palette, --describe or --neighbours");
    require(out.isEmpty() || !features.isEmpty(), "--out needs --features: what to measure");
    require(
        sheet.isEmpty() || palette || neighbors.isPresent(),
        "--sheet needs --palette or --neighbours: what to draw");
    require(
        neighbors.isEmpty()
            || features.isEmpty()
            || features.stream().anyMatch(feature -> feature.comparable().isPresent()),
        "--neighbours cannot compare by "
            + String.join(", ", features.stream().map(ImageFeature::name).toList())
            + " alone, which measure single images");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  Path images() {
    return images.orElseThrow();
  }

  Optional<Path> out() {
    return out;
  }

  Optional<Path> sheet() {
    return sheet;
  }

  List<ImageFeature> features() {
    return features;
  }

  OptionalInt neighbors() {
    return neighbors;
  }

  Locale locale() {
    return locale;
  }

  int side() {
    return side;
  }

  int threads() {
    return threads;
  }

  boolean palette() {
    return palette;
  }

  boolean describe() {
    return describe;
  }

  boolean help() {
    return help;
  }
}
