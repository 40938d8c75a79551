package io.artrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.ExtractionException;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.SharedTrait;
import io.artrec.feature.WeightedFeature;
import io.artrec.model.ModelFile;
import io.artrec.vector.FeatureMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link FeatureExtractor} must do: describe itself the same way at every call; fit the
 * same catalogue to the same encoder; give finite vectors of the stated length, the same at every
 * call and on every thread, in batches to the stated tolerance; leave a work that lacks what it
 * reads missing, whatever the record or the image holds; say the same of two works either way round
 * and once saved and read; encode bit-equal then; and keep the vectors of all works but the named
 * ones when it grows.
 */
public abstract class FeatureExtractorContract {
  private static final int THREADS = 4;

  @TempDir Path folder;

  /** For subclasses. */
  protected FeatureExtractorContract() {}

  /** {@return what is tested, made anew} */
  protected abstract FeatureExtractor extractor();

  /**
   * Returns the works to fit on; at least one must get a vector.
   *
   * @return 60 works that share artists, movements, subjects and the like, some lacking some
   *     fields, unless overridden
   */
  protected Catalog catalog() {
    return FeatureArtworks.catalog(60);
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
    vectors.forEach(vector -> assertFits(vector, encoder.dimensions()));
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
    for (Artwork work : FeatureArtworks.unusual()) {
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

  @Test
  void batches_giveWhatSinglesGive() {
    FeatureEncoder encoder = extractor().fit(catalog());
    List<Artwork> works = new ArrayList<>(works());
    bare().ifPresent(work -> works.add(works.size() / 2, work));
    List<Optional<float[]>> expected = encodeAll(encoder, works);
    assertThat(encoder.batchSize()).isPositive();
    assertThat(encoder.batchTolerance()).isFinite().isNotNegative();
    for (int size : new int[] {encoder.batchSize(), 1, works.size()}) {
      List<Optional<float[]>> actual = new ArrayList<>();
      for (int from = 0; from < works.size(); from += size) {
        List<Artwork> batch = works.subList(from, Math.min(works.size(), from + size));
        actual.addAll(encoder.encodeAll(inputs(batch).stream().map(encoder::waiting).toList()));
      }
      assertNear(actual, expected, (float) encoder.batchTolerance());
    }
    assertThat(encoder.encodeAll(List.of())).isEmpty();
  }

  @Test
  void savedAndRead_givesTheSameVectors() {
    for (Catalog catalog : List.of(catalog(), Catalog.of(catalog().get(1)))) {
      FeatureEncoder encoder = extractor().fit(catalog);
      FeatureEncoder read = savedAndRead(encoder);
      assertThat(read.dimensions()).isEqualTo(encoder.dimensions());
      assertThat(read.fingerprint()).isEqualTo(encoder.fingerprint());
      assertThat(read.batchSize()).isEqualTo(encoder.batchSize());
      assertEqualVectors(encodeAll(read), encodeAll(encoder));
      assertEqualVectors(encodeAll(savedAndRead(read)), encodeAll(encoder));
    }
  }

  @Test
  void whatTwoWorksShare_isToldEitherWayRound_andOnceRead() {
    FeatureEncoder encoder = extractor().fit(catalog());
    FeatureEncoder read = savedAndRead(encoder);
    List<Artwork> some = works().subList(0, Math.min(8, works().size()));
    for (Artwork work : some) {
      for (Artwork other : some) {
        List<SharedTrait> told = encoder.shared(work, other);
        assertThat(told).doesNotHaveDuplicates().isEqualTo(encoder.shared(work, other));
        assertThat(told).containsExactlyInAnyOrderElementsOf(encoder.shared(other, work));
        assertThat(read.shared(work, other)).isEqualTo(told);
        for (SharedTrait trait : told) {
          assertThat(trait.words()).as(trait.id()).isNotEmpty();
          assertThat(trait.words().values())
              .as(trait.id())
              .allSatisfy(words -> assertThat(words).isEqualTo(words.strip()).doesNotContain("\n"));
        }
      }
    }
    bare().ifPresent(work -> assertThat(encoder.shared(work, some.get(0))).isEmpty());
  }

  @Test
  void savedStateThatDoesNotFit_isRefused_orEncodes() {
    FeatureEncoder encoder = extractor().fit(catalog());
    List<Artwork> works = works().subList(0, Math.min(6, works().size()));
    AlteredStates.areRefusedOrWork(
        folder,
        encoder::save,
        file -> {
          FeatureEncoder read = ModelFile.read(file, extractor()::read);
          encodeAll(read, works).forEach(vector -> assertFits(vector, read.dimensions()));
        });
  }

  @Test
  void grown_keepsTheVectorsOfWorksItDoesNotName() {
    List<Artwork> works = works();
    int third = works.size() / 3;
    List<Artwork> known = new ArrayList<>(works.subList(0, third));
    FeatureEncoder encoder = extractor().fit(Catalog.of(known));
    for (List<Artwork> added :
        List.of(works.subList(third, 2 * third), works.subList(2 * third, works.size()))) {
      FeatureEncoder.Growth growth = encoder.grown(added);
      assertKept(encoder, growth, known);
      known.addAll(added);
      encodeAll(growth.encoder(), added)
          .forEach(vector -> assertFits(vector, growth.encoder().dimensions()));
      FeatureEncoder read = savedAndRead(encoder).grown(added).encoder();
      assertThat(read.fingerprint()).isEqualTo(growth.encoder().fingerprint());
      assertEqualVectors(encodeAll(read, known), encodeAll(growth.encoder(), known));
      encoder = growth.encoder();
    }
  }

  @Test
  void grownByKnownWorks_staysAsItIs() {
    FeatureEncoder encoder = extractor().fit(catalog());
    for (List<Artwork> known : List.of(List.<Artwork>of(), works())) {
      FeatureEncoder.Growth growth = encoder.grown(known);
      assertThat(growth.affected()).isEmpty();
      assertThat(growth.encoder().fingerprint()).isEqualTo(encoder.fingerprint());
      assertEqualVectors(encodeAll(growth.encoder()), encodeAll(encoder));
    }
  }

  private void assertKept(
      FeatureEncoder before, FeatureEncoder.Growth growth, List<Artwork> known) {
    FeatureEncoder after = growth.encoder();
    assertThat(after.dimensions()).isGreaterThanOrEqualTo(before.dimensions());
    assertThat(known.stream().map(Artwork::id)).containsAll(growth.affected());
    List<Artwork> others =
        known.stream().filter(work -> !growth.affected().contains(work.id())).toList();
    List<Optional<float[]>> expected =
        encodeAll(before, others).stream()
            .map(vector -> vector.map(values -> Arrays.copyOf(values, after.dimensions())))
            .toList();
    assertEqualVectors(encodeAll(after, others), expected);
  }

  private FeatureEncoder savedAndRead(FeatureEncoder encoder) {
    Path file = folder.resolve("encoder");
    ModelFile.write(file, encoder::save);
    return ModelFile.read(file, extractor()::read);
  }

  private List<Artwork> works() {
    return catalog().stream().toList();
  }

  private List<ArtworkInput> inputs(List<Artwork> works) {
    ArtworkImages images = images();
    return works.stream().map(work -> new ArtworkInput(work, images)).toList();
  }

  private List<Optional<float[]>> encodeAll(FeatureEncoder encoder) {
    return encodeAll(encoder, works());
  }

  private List<Optional<float[]>> encodeAll(FeatureEncoder encoder, List<Artwork> works) {
    return inputs(works).stream().map(encoder::encode).toList();
  }

  private static void assertFits(Optional<float[]> vector, int dimensions) {
    if (vector.isPresent()) {
      assertThat(vector.get()).hasSize(dimensions);
      for (float value : vector.get()) {
        assertThat(value).isFinite();
      }
    }
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

  private static void assertNear(
      List<Optional<float[]>> actual, List<Optional<float[]>> expected, float tolerance) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      float[] none = {};
      assertThat(actual.get(i).orElse(none))
          .as("work %d", i)
          .containsExactly(expected.get(i).orElse(none), within(tolerance));
    }
  }
}
