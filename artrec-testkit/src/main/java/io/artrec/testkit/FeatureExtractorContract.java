package io.artrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Availability;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.YearRange;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.ExtractionException;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.WeightedFeature;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link FeatureExtractor} must do: describe itself the same way at every call; fit the
 * same catalogue to the same encoder; give finite vectors of the stated length, the same at every
 * call and on every thread; and leave a work that lacks what it reads missing, whatever the record
 * or the image holds.
 */
public abstract class FeatureExtractorContract {
  private static final int THREADS = 4;

  /** For subclasses. */
  protected FeatureExtractorContract() {}

  /**
   * Returns what is tested.
   *
   * @return the extractor, made anew
   */
  protected abstract FeatureExtractor extractor();

  /**
   * Returns the works to fit on; at least one must get a vector.
   *
   * @return 60 works that share artists, movements, subjects and the like, some lacking some
   *     fields, unless overridden
   */
  protected Catalog catalog() {
    Random random = new Random(7);
    return Catalog.of(IntStream.range(0, 60).mapToObj(i -> work(i, random)).toList());
  }

  /**
   * Returns the images of {@link #catalog()} and {@link #bare()}.
   *
   * @return no images unless overridden
   */
  protected ArtworkImages images() {
    return ArtworkImages.none();
  }

  /**
   * Returns a work that lacks what the extractor reads.
   *
   * @return a work with nothing but id and title unless overridden; empty when there can be no such
   *     work
   */
  protected Optional<Artwork> bare() {
    return Optional.of(Artwork.builder("bare", "Untitled").build());
  }

  private static Artwork work(int i, Random random) {
    Artwork.Builder work = Artwork.builder("w" + i, "Title " + i).image(i + ".png");
    if (i % 7 != 0) {
      work.artist("Artist " + random.nextInt(8)).movement("Movement " + random.nextInt(4));
    }
    if (i % 5 != 0) {
      int year = 1500 + random.nextInt(400);
      work.created(new YearRange(year, year + random.nextInt(20), i % 2 == 0));
    }
    if (i % 3 != 0) {
      work.genre("genre " + random.nextInt(4)).medium("Oil on canvas");
      work.dimensions(Dimensions.ofCm(1 + random.nextInt(300), 1 + random.nextInt(300)));
    }
    for (int s = 0; s < i % 4; s++) {
      work.subject("subject " + random.nextInt(10));
    }
    work.technique("impasto").attribute("palette", "color " + random.nextInt(6));
    return work.description("A work of " + (i % 6) + " figures.").build();
  }

  @Test
  void spec_isStable() {
    assertThat(extractor().spec()).isEqualTo(extractor().spec());
    FeatureExtractor one = extractor();
    one.fit(catalog());
    assertThat(one.spec()).isEqualTo(extractor().spec());
    assertThat(one.spec().sources()).isNotEmpty();
  }

  @Test
  void fit_isDeterministic() {
    FeatureEncoder one = extractor().fit(catalog());
    FeatureEncoder two = extractor().fit(catalog());
    assertThat(two.dimensions()).isEqualTo(one.dimensions()).isPositive();
    assertThat(two.fingerprint()).isEqualTo(one.fingerprint());
    assertEqualVectors(encodeAll(two), encodeAll(one));
  }

  @Test
  void fit_doesNotDependOnWhatWasFittedBefore() {
    FeatureExtractor extractor = extractor();
    FeatureEncoder first = extractor.fit(catalog());
    List<Optional<float[]>> before = encodeAll(first);
    extractor.fit(Catalog.of(catalog().get(0)));
    assertThat(extractor.fit(catalog()).fingerprint()).isEqualTo(first.fingerprint());
    assertEqualVectors(encodeAll(first), before);
  }

  @Test
  void fingerprint_changesWhenVectorsDo() {
    FeatureEncoder all = extractor().fit(catalog());
    FeatureEncoder half = extractor().fit(Catalog.of(catalog().stream().limit(30).toList()));
    if (half.fingerprint().equals(all.fingerprint())) {
      assertThat(half.dimensions()).isEqualTo(all.dimensions());
      assertEqualVectors(encodeAll(half), encodeAll(all));
    }
  }

  @Test
  void vectors_haveTheStatedLengthAndAreFinite() {
    FeatureEncoder encoder = extractor().fit(catalog());
    List<Optional<float[]>> vectors = encodeAll(encoder);
    assertThat(vectors).as("works with a vector").anyMatch(Optional::isPresent);
    for (Optional<float[]> vector : vectors) {
      if (vector.isPresent()) {
        assertThat(vector.get()).hasSize(encoder.dimensions());
        for (float value : vector.get()) {
          assertThat(value).isFinite();
        }
      }
    }
  }

  @Test
  void vector_belongsToTheCaller() {
    FeatureEncoder encoder = extractor().fit(catalog());
    List<Optional<float[]>> before = encodeAll(encoder);
    encodeAll(encoder).forEach(vector -> vector.ifPresent(values -> Arrays.fill(values, 1e9f)));
    assertEqualVectors(encodeAll(encoder), before);
  }

  @Test
  void vectors_agreeOnEveryThread() throws Exception {
    FeatureEncoder encoder = extractor().fit(catalog());
    List<Optional<float[]>> expected = encodeAll(encoder);
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<Optional<float[]>>>> futures = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        futures.add(executor.submit(() -> encodeAll(encoder)));
      }
      for (Future<List<Optional<float[]>>> future : futures) {
        assertEqualVectors(future.get(), expected);
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void extraction_givesWhatTheEncoderGives() {
    FeatureMatrix matrix =
        FeatureExtraction.standard()
            .images(images())
            .threads(2)
            .run(catalog(), List.of(new WeightedFeature(1, extractor())))
            .features()
            .entries()
            .get(0)
            .matrix();
    List<Optional<float[]>> rows = IntStream.range(0, matrix.size()).mapToObj(matrix::row).toList();
    assertEqualVectors(rows, encodeAll(extractor().fit(catalog())));
  }

  @Test
  void workWithoutWhatIsRead_isMissing() {
    FeatureEncoder encoder = extractor().fit(catalog());
    bare()
        .ifPresent(work -> assertThat(encoder.encode(new ArtworkInput(work, images()))).isEmpty());
  }

  @Test
  void catalogOfOneWork_isFitted() {
    Artwork only = catalog().get(1);
    FeatureEncoder encoder = extractor().fit(Catalog.of(only));
    assertThat(encoder.dimensions()).isPositive();
    encoder
        .encode(new ArtworkInput(only, images()))
        .ifPresent(vector -> assertThat(vector).hasSize(encoder.dimensions()));
  }

  @Test
  void unusualRecords_giveAVectorNothingOrANamedFailure() {
    FeatureEncoder encoder = extractor().fit(catalog());
    for (Artwork work : unusual()) {
      try {
        encoder
            .encode(new ArtworkInput(work, images()))
            .ifPresent(
                vector -> {
                  assertThat(vector).as(work.id()).hasSize(encoder.dimensions());
                  for (float value : vector) {
                    assertThat(value).as(work.id()).isFinite();
                  }
                });
      } catch (ExtractionException e) {
        assertThat(e).hasMessageContaining(work.id());
      }
    }
  }

  private static List<Artwork> unusual() {
    String lengthy = "long ".repeat(50_000);
    return List.of(
        Artwork.builder("long", "Title")
            .artist("a".repeat(100_000))
            .subject(lengthy)
            .medium(lengthy)
            .description(lengthy)
            .attribute("palette", lengthy)
            .build(),
        Artwork.builder("zero", "T\0itle").subject("\0").genre("a\0b").description("\0").build(),
        Artwork.builder("script", "İSTANBUL 神奈川沖浪裏 🎨")
            .artist(new ArtistCredit("葛飾北斎", ArtistCredit.Qualifier.AFTER))
            .medium("絹本着色、軸装")
            .description("\uD83C alone, e\u0301 and \u202E reversed")
            .build(),
        Artwork.builder("extreme", "Title")
            .created(new YearRange(Integer.MIN_VALUE, Integer.MAX_VALUE, true))
            .dimensions(Dimensions.ofCm(1e-300, 9_999_999))
            .availability(Availability.UNAVAILABLE)
            .build());
  }

  private List<Optional<float[]>> encodeAll(FeatureEncoder encoder) {
    List<Optional<float[]>> vectors = new ArrayList<>();
    ArtworkImages images = images();
    for (Artwork artwork : catalog()) {
      vectors.add(encoder.encode(new ArtworkInput(artwork, images)));
    }
    return vectors;
  }

  private static void assertEqualVectors(
      List<Optional<float[]>> actual, List<Optional<float[]>> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      float[] none = {};
      assertThat(actual.get(i).orElse(none))
          .as("work %d", i)
          .isEqualTo(expected.get(i).orElse(none));
    }
  }
}
