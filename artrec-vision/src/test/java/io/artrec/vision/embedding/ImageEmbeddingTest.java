package io.artrec.vision.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.Recommendation;
import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.djl.ModelSource;
import io.artrec.djl.image.ImageEncoder;
import io.artrec.djl.image.ImageEncoderOptions;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.ExtractionException;
import io.artrec.feature.ExtractionReport;
import io.artrec.feature.ExtractionResult;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.PixelEncoder;
import io.artrec.feature.WeightedFeature;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.strategy.FeatureSearch;
import io.artrec.strategy.WishEncoder;
import io.artrec.vector.FeatureMatrix;
import io.artrec.vision.TestImages;
import io.artrec.vision.image.RgbImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageEmbeddingTest {
  private static final ImagePreparation PREPARATION = ImagePreparation.square(4);

  /** The vector of a picture is its mean color, from 0 to 1, at unit length. */
  private final ImageEncoder encoder = open(options -> options);

  private final ImageEmbedding embedding = ImageEmbedding.of(encoder, PREPARATION);

  @TempDir Path folder;

  @AfterEach
  void close() {
    encoder.close();
  }

  private static ImageEncoder open(UnaryOperator<ImageEncoderOptions> change) {
    return ImageEncoder.open(
        ModelSource.inMemory(Map.of("means.onnx", TinyNetwork.means())),
        change.apply(ImageEncoderOptions.shaped(PREPARATION.shape())));
  }

  private static RgbImage plain(int rgb) {
    int[] pixels = new int[30];
    Arrays.fill(pixels, rgb);
    return RgbImage.of(6, 5, pixels);
  }

  private static Artwork work(String id, String image) {
    return Artwork.builder(id, "Work " + id).image(image).build();
  }

  /** Images are named by their color; one is damaged. */
  private static final ArtworkImages IMAGES =
      artwork ->
          artwork
              .image()
              .map(
                  name ->
                      name.equals("damaged")
                          ? new byte[] {1, 2, 3}
                          : TestImages.png(plain(Integer.parseInt(name, 16))));

  private static final Catalog CATALOG =
      Catalog.of(
          List.of(
              work("red", "ff0000"),
              Artwork.builder("bare", "No image").build(),
              work("purple", "800080"),
              work("damaged", "damaged"),
              work("sea", "003366"),
              work("moss", "336633")));

  private ExtractionResult extracted(int threads, ImageEmbedding feature) {
    return FeatureExtraction.standard()
        .images(IMAGES)
        .threads(threads)
        .run(CATALOG, List.of(new WeightedFeature(1, feature)));
  }

  @Test
  void vector_isWhatTheNetworkGivesOfThePreparedImage() {
    assertThat(embedding.measure(plain(0xFF0000)).orElseThrow()).containsExactly(1, 0, 0);
    // (0, .2, .4) has the length √.2.
    double length = Math.sqrt(0.2);
    assertThat(embedding.measure(plain(0x003366)).orElseThrow())
        .containsExactly(
            new float[] {0, (float) (0.2 / length), (float) (0.4 / length)}, within(1e-6f));
    assertThat(TestImages.encode(embedding, plain(0x00FF00))).containsExactly(0, 1, 0);
  }

  @Test
  void extraction_leavesOutWhatHasNoImage_andReportsWhatIsDamaged() {
    ExtractionResult result = extracted(2, embedding);
    FeatureMatrix matrix = result.features().find("image-embedding").orElseThrow();
    assertThat(matrix.row(0).orElseThrow()).containsExactly(1, 0, 0);
    assertThat(matrix.isPresent(1)).isFalse();
    assertThat(matrix.isPresent(3)).isFalse();
    assertThat(result.report().failures())
        .singleElement()
        .extracting(ExtractionReport.Failure::artwork, ExtractionReport.Failure::message)
        .satisfies(
            failure ->
                assertThat(failure.toString())
                    .contains("damaged", "decoding the image of artwork 'damaged'"));
    ExtractionReport.Counts counts = result.report().features().get(0);
    assertThat(counts.computed()).isEqualTo(4);
    assertThat(counts.missing()).isEqualTo(1);
    assertThat(result.report().toString()).contains("without an image");
  }

  @Test
  void bars_areNoPartOfTheWork() {
    int[] pixels = new int[80 * 100];
    Arrays.fill(pixels, 0);
    Arrays.fill(pixels, 80 * 20, 80 * 80, 0xFF0000);
    RgbImage barred = RgbImage.of(80, 100, pixels);
    assertThat(embedding.measure(barred).orElseThrow()).containsExactly(1, 0, 0);
    ImageEmbedding negative = ImageEmbedding.of(encoder, PREPARATION.mean(0.5, 0.5, 0.5));
    assertThat(negative.measure(barred).orElseThrow())
        .isNotEqualTo(negative.ofWholeImages().measure(barred).orElseThrow());
    assertThat(embedding.ofWholeImages().spec().parameters()).endsWith(", of whole images");
  }

  @Test
  void vectors_areTheSameInAnyBatchAndOnAnyNumberOfThreads() {
    FeatureMatrix one = extracted(1, embedding).features().entries().get(0).matrix();
    for (int threads : new int[] {2, 3, 8}) {
      for (int batch : new int[] {1, 2, 5}) {
        try (ImageEncoder other = open(options -> options.batchSize(batch).runs(2))) {
          FeatureMatrix many =
              extracted(threads, ImageEmbedding.of(other, PREPARATION))
                  .features()
                  .entries()
                  .get(0)
                  .matrix();
          for (int work = 0; work < CATALOG.size(); work++) {
            float[] none = {};
            assertThat(many.row(work).orElse(none))
                .as("%d threads, batches of %d, work %d", threads, batch, work)
                .containsExactly(
                    one.row(work).orElse(none), within((float) ImageEncoder.TOLERANCE));
          }
        }
      }
    }
  }

  @Test
  void spec_saysWhatValuesDependOn_andClaimsNothingUnlessTold() {
    FeatureSpec spec = embedding.spec();
    assertThat(spec.name()).isEqualTo("image-embedding");
    assertThat(spec.facet()).isEqualTo("appearance");
    assertThat(spec.similarity().name()).isEqualTo("cosine");
    assertThat(spec.sources()).containsExactly(FeatureSpec.Source.IMAGE);
    assertThat(spec.parameters())
        .contains(encoder.identity(), PREPARATION.toString(), "kept side 1024");
    assertThat(spec.alikeFrom()).isEqualTo(1);
    assertThat(embedding.alikeFrom(0.85).named("clip").spec().alikeFrom()).isEqualTo(0.85);
    assertThat(embedding.named("clip").spec().name()).isEqualTo("clip");
    assertThatThrownBy(() -> embedding.alikeFrom(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alikeFrom is 0.0, expected a cosine above 0 and at most 1");
  }

  @Test
  void otherShapes_areRefused() {
    assertThatThrownBy(() -> ImageEmbedding.of(encoder, ImagePreparation.square(5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the preparation gives images of shape [3, 5, 5], and the encoder takes [3, 4, 4];"
                + " open it with ImageEncoderOptions.shaped(preparation.shape())");
  }

  @Test
  void vectorsOfAnyLength_areBroughtToOne() {
    try (ImageEncoder raw = open(options -> options.normalize(false))) {
      ImageEmbedding feature = ImageEmbedding.of(raw, PREPARATION);
      assertThat(feature.measure(plain(0x000066)).orElseThrow()).containsExactly(0, 0, 1);
      assertThatThrownBy(() -> feature.measure(plain(0)))
          .isInstanceOf(ExtractionException.class)
          .hasMessage("feature 'image-embedding': the network gave a vector of length 0.0");
    }
  }

  /** A runtime of one's own, as plain as can be: gives the first pixel. */
  private record FirstPixel(String identity) implements PixelEncoder {
    @Override
    public long[] shape() {
      return PREPARATION.layout(PixelLayout.CHANNELS_LAST).shape();
    }

    @Override
    public int dimensions() {
      return 3;
    }

    @Override
    public float[] encode(float[] image) {
      return Arrays.copyOf(image, 3);
    }
  }

  @Test
  void runtimeOfOnesOwn_isAskedForOneAfterTheOther() {
    ImageEmbedding own =
        ImageEmbedding.of(new FirstPixel("first"), PREPARATION.layout(PixelLayout.CHANNELS_LAST));
    FeatureEncoder fitted = own.fit(CATALOG);
    assertThat(fitted.batchSize()).isEqualTo(1);
    assertThat(fitted.batchTolerance()).isZero();
    assertThat(own.spec().parameters()).startsWith("encoder first, ");
    FeatureMatrix matrix = extracted(2, own).features().entries().get(0).matrix();
    assertThat(matrix.row(0).orElseThrow()).containsExactly(1, 0, 0);
    List<Optional<float[]>> together =
        fitted.encodeAll(
            List.of(
                new ArtworkInput(CATALOG.get(0), IMAGES),
                new ArtworkInput(CATALOG.get(1), IMAGES)));
    assertThat(together.get(0).orElseThrow()).containsExactly(1, 0, 0);
    assertThat(together.get(1)).isEmpty();
  }

  @Test
  void savedWithAnotherEncoder_isRefused() {
    Path file = folder.resolve("embedding");
    ModelFile.write(file, embedding.fit(CATALOG)::save);
    try (ImageEncoder other = open(options -> options.dimensions(2))) {
      assertThatThrownBy(() -> ModelFile.read(file, ImageEmbedding.of(other, PREPARATION)::read))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining(
              "feature 'image-embedding' was saved with encoder '"
                  + encoder.identity()
                  + "' of 3 dimensions, this one has '"
                  + other.identity()
                  + "' of 2; open the network's file that it was built with");
    }
  }

  @Test
  void closedEncoder_isNamedByTheExtraction() {
    encoder.close();
    assertThatThrownBy(() -> extracted(1, embedding))
        .isInstanceOf(ExtractionException.class)
        .hasMessageContaining("the encoder of model means.onnx is closed");
  }

  /** The text half of the pair: colors by their names. */
  private static final WishEncoder COLORS =
      new WishEncoder() {
        private final Map<String, float[]> names =
            Map.of("crimson", new float[] {1, 0, 0}, "stormy sea", new float[] {0, 0.4f, 0.9f});

        @Override
        public String name() {
          return "colors";
        }

        @Override
        public int dimensions() {
          return 3;
        }

        @Override
        public Optional<float[]> encodeQuery(String text) {
          return Optional.ofNullable(names.get(text));
        }

        @Override
        public double fitsFrom() {
          return 0.95;
        }
      };

  @Test
  void text_findsImages_alsoOnceSavedAndLoaded() {
    Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .interactions(Interactions.of(List.of()))
            .images(IMAGES)
            .feature(embedding)
            .strategy(FeatureSearch.in("image-embedding", COLORS))
            .build();
    assertFinds(recommender);
    Path file = folder.resolve("model");
    recommender.save(file);
    assertFinds(
        Recommender.loader(file)
            .features(embedding)
            .strategies(FeatureSearch.reader(COLORS))
            .load());
  }

  private static void assertFinds(Recommender recommender) {
    List<Recommendation> sea =
        recommender.recommend(RecommendationRequest.builder().wish("stormy sea").n(2).build());
    assertThat(ids(sea)).containsExactly("sea", "moss");
    assertThat(sea.get(0).explanation().contributions())
        .extracting(Contribution::cause)
        .containsExactly(new Cause.Wish("stormy sea", true));
    assertThat(sea.get(1).explanation().contributions())
        .extracting(Contribution::cause)
        .containsExactly(new Cause.Wish("stormy sea", false));
    assertThat(
            ids(
                recommender.recommend(
                    RecommendationRequest.builder().wish("crimson").n(2).build())))
        .containsExactly("red", "purple");
  }

  private static List<String> ids(List<Recommendation> answer) {
    List<String> ids = new ArrayList<>();
    answer.forEach(recommendation -> ids.add(recommendation.artwork().id()));
    return ids;
  }
}
