package io.artrec.examples;

import io.artrec.examples.options.HelpOption;
import io.artrec.examples.options.OneOf;
import io.artrec.examples.options.Options;
import io.artrec.examples.options.Range;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@link Features} was asked on the command line. */
@Command(
    header = "artrec features: measures, compares and describes the images of a folder.%n",
    footer = {
      "%nThe exit status is 1 when an image could not be read. With Maven:",
      "mvn -q -pl examples -am compile exec:java \\",
      "    -Dexec.mainClass=io.artrec.examples.Features \\",
      "    -Dexec.args=\"--images photos --features glcm,hu --out features.csv\""
    })
final class FeaturesOptions extends HelpOption {
  @Option(
      names = "--images",
      paramLabel = "FOLDER",
      description = "image files: PNG, JPEG, WebP, GIF, BMP, TIFF")
  Optional<Path> folder = Optional.empty();

  @Option(
      names = "--features",
      paramLabel = "A,B,...",
      description =
          "what to measure, or to compare by: hsv-histogram, rgb-histogram, lab-histogram,"
              + " color-moments, palette, color-emotion, color-measures, gabor, glcm, hog, lbp,"
              + " markov, edge-orientations, sobel-mean, canny-density, hu, composition, layout")
  Optional<String> named = Optional.empty();

  List<ImageFeature> features = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE.csv",
      description = "a row for each image: its name, then feature[i]")
  Optional<Path> out = Optional.empty();

  @Option(
      names = "--palette",
      description = "says the colors of each image; with --sheet draws them")
  boolean palette;

  @Option(names = "--describe", description = "says each image in words")
  boolean describe;

  @Range(from = 1, to = 100)
  @Option(
      names = {"--neighbours", "--neighbors"},
      paramLabel = "N",
      description =
          "the N images nearest to each, by --features (palette if none are named); with --sheet"
              + " draws them")
  Optional<Integer> neighbors = Optional.empty();

  @Option(
      names = "--sheet",
      paramLabel = "FILE",
      description = "where to draw, .png or .jpg; the first 60 rows")
  Optional<Path> sheet = Optional.empty();

  @OneOf({"en", "zh"})
  @Option(
      names = "--lang",
      paramLabel = "en|zh",
      description = "the language of words, en if left out")
  Locale locale = Locale.ENGLISH;

  @Range(from = 16, to = 16_384)
  @Option(
      names = "--side",
      paramLabel = "PIXELS",
      description = "larger images are measured with this longer side, 4096 if left out")
  int side = 4096;

  @Range(from = 1, to = 1024)
  @Option(names = "--threads", paramLabel = "N", description = "as many as processors unless said")
  int threads = Runtime.getRuntime().availableProcessors();

  static FeaturesOptions parse(String[] args) {
    FeaturesOptions options = Options.read(new FeaturesOptions(), args);
    options.features = options.named.map(ImageFeature::named).orElse(List.of());
    options.sheet.ifPresent(ContactSheet::checked);
    if (!options.help) {
      options.check();
    }
    return options;
  }

  private void check() {
    require(folder.isPresent(), "--images is missing: the folder with the image files");
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
    return folder.orElseThrow();
  }
}
