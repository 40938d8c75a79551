package io.artrec.examples;

import io.artrec.Recommendation;
import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.RecommenderBuilder;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.djl.ModelSource;
import io.artrec.djl.image.ImageEncoder;
import io.artrec.djl.image.ImageEncoderOptions;
import io.artrec.djl.text.PromptEncoder;
import io.artrec.djl.text.TextEncoder;
import io.artrec.djl.text.TextEncoderOptions;
import io.artrec.error.ArtrecException;
import io.artrec.examples.options.Options;
import io.artrec.feature.ExtractionReport;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.FeatureSearch;
import io.artrec.strategy.Strategy;
import io.artrec.vision.embedding.ImageEmbedding;
import io.artrec.vision.embedding.ImagePreparation;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the pictures of a folder that look alike, or that words say, by neural networks in files of
 * one's own. {@code --help} lists the options.
 */
public final class ImageSearch {
  private static final Pattern PICTURE =
      Pattern.compile(".*\\.(jpe?g|png|webp|gif|bmp|tiff?)", Pattern.CASE_INSENSITIVE);
  private static final int FAILURES_SHOWN = 10;

  private ImageSearch() {}

  /**
   * Runs the program; bad options and files end it with a message and exit status 2.
   *
   * @param args the options, see {@code --help}
   */
  public static void main(String[] args) {
    CommandLine.run(args, ImageSearch::run);
  }

  /** Prints to streams; returns the exit status. */
  static int run(String[] args, PrintStream out, PrintStream messages) {
    try {
      ImageSearchOptions options = ImageSearchOptions.parse(args);
      if (options.help) {
        out.print(Options.help(new ImageSearchOptions()));
        return 0;
      }
      work(options, out, messages);
      return 0;
    } catch (ArtrecException | IllegalArgumentException e) {
      messages.println("image search: " + e.getMessage());
      return 2;
    } catch (IOException | UncheckedIOException e) {
      messages.println("image search: cannot read: " + e.getMessage());
      return 2;
    }
  }

  private static void work(ImageSearchOptions options, PrintStream out, PrintStream messages)
      throws IOException {
    Catalog pictures = pictures(options.images());
    ImagePreparation preparation = options.preparation();
    try (ImageEncoder encoder =
        ImageEncoder.open(options.model(), encoding(options, preparation))) {
      ImageEmbedding appearance = ImageEmbedding.of(encoder, preparation);
      if (options.query.isEmpty()) {
        neighbors(
            recommender(options, pictures, appearance, ContentBased.cosine()),
            options,
            out,
            messages);
        return;
      }
      try (TextEncoder texts =
          TextEncoder.open(ModelSource.of(options.textModel()), encoding(options))) {
        PromptEncoder words = PromptEncoder.of(texts).prompts(options.prompt);
        Strategy search = FeatureSearch.in(appearance.spec().name(), words);
        find(recommender(options, pictures, appearance, search), options, out, messages);
      }
    }
  }

  private static ImageEncoderOptions encoding(
      ImageSearchOptions options, ImagePreparation preparation) {
    ImageEncoderOptions usual = ImageEncoderOptions.shaped(preparation.shape());
    if (options.output.isEmpty()) {
      return usual;
    }
    String output = options.output.get();
    return isNumber(output) ? usual.output(Integer.parseInt(output)) : usual.output(output);
  }

  private static boolean isNumber(String output) {
    return output.matches("\\d{1,3}");
  }

  private static TextEncoderOptions encoding(ImageSearchOptions options) {
    int[] filling = options.filling();
    TextEncoderOptions usual =
        TextEncoderOptions.standard().filledTo(filling[0], filling[1]).maxWindows(1);
    String output = options.textOutput;
    return isNumber(output) ? usual.output(Integer.parseInt(output)) : usual.output(output);
  }

  /** Each picture is a work, called by its path. */
  private static Catalog pictures(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("--images " + folder + " is not a folder");
    }
    List<Artwork> works;
    try (Stream<Path> files = Files.walk(folder)) {
      works =
          files
              .filter(file -> PICTURE.matcher(file.toString()).matches())
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .map(name -> Artwork.builder(name, name).image(name).build())
              .toList();
    }
    if (works.size() < 2) {
      throw new IllegalArgumentException(
          "--images " + folder + " holds " + works.size() + " pictures, expected two or more");
    }
    return Catalog.of(works);
  }

  private static Recommender recommender(
      ImageSearchOptions options, Catalog pictures, ImageEmbedding appearance, Strategy strategy) {
    RecommenderBuilder builder =
        Recommender.builder()
            .catalog(pictures)
            .interactions(Interactions.of(List.of()))
            .images(options.images())
            .feature(appearance)
            .onePerSeries(false)
            .strategy(strategy);
    options.cache.ifPresent(builder::cache);
    return builder.build();
  }

  private static void neighbors(
      Recommender recommender, ImageSearchOptions options, PrintStream out, PrintStream messages) {
    for (int work = 0; work < recommender.catalog().size(); work++) {
      String picture = recommender.catalog().get(work).id();
      out.println(picture);
      recommender.similar(picture, options.n).forEach(alike -> show(alike, out));
    }
    tellFailures(recommender, messages);
  }

  private static void find(
      Recommender recommender, ImageSearchOptions options, PrintStream out, PrintStream messages) {
    RecommendationRequest request =
        RecommendationRequest.builder().wish(options.query.orElseThrow()).n(options.n).build();
    recommender.recommend(request).forEach(found -> show(found, out));
    tellFailures(recommender, messages);
  }

  private static void show(Recommendation found, PrintStream out) {
    if (!found.isFallback()) {
      out.printf(Locale.ROOT, "  %.3f  %s%n", found.score(), found.artwork().id());
    }
  }

  private static void tellFailures(Recommender recommender, PrintStream messages) {
    List<ExtractionReport.Failure> failures = recommender.report().extraction().failures();
    failures.stream()
        .limit(FAILURES_SHOWN)
        .forEach(failure -> messages.println("left out: " + failure.message()));
    if (failures.size() > FAILURES_SHOWN) {
      messages.printf(Locale.ROOT, "and %,d more%n", failures.size() - FAILURES_SHOWN);
    }
  }
}
