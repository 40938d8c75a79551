package io.artrec.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.vector.FeatureMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureExtractionTest {
  private static final Catalog THREE =
      Catalog.of(
          Artwork.builder("a", "Wave").image("a.png").build(),
          Artwork.builder("b", "Lilies").build(),
          Artwork.builder("c", "Night").image("c.png").build());

  private static List<WeightedFeature> each(Feature... features) {
    return List.of(features).stream().map(feature -> new WeightedFeature(1, feature)).toList();
  }

  private static Catalog works(int count) {
    return Catalog.of(
        IntStream.range(0, count)
            .mapToObj(i -> Artwork.builder("w" + i, "Title " + "x".repeat(i % 17)).build())
            .toList());
  }

  @Test
  void vectors_standAtTheirArtworks() {
    ExtractionResult result =
        FeatureExtraction.standard()
            .run(THREE, List.of(new WeightedFeature(0.5, CountingFeature.ofTitle())));
    FeatureStore.Entry entry = result.features().entries().get(0);
    assertThat(entry.weight()).isEqualTo(0.5);
    assertThat(entry.matrix().row(0)).hasValue(new float[] {4, 1});
    assertThat(entry.matrix().row(1)).hasValue(new float[] {6, 1});
    assertThat(result.report().features())
        .containsExactly(new ExtractionReport.Counts("title-length", 3, 0, 0, 0));
    assertThat(result.report().failures()).isEmpty();
  }

  @Test
  void worksWithoutVector_areReportedByReason() {
    CountingFeature palette =
        new CountingFeature("palette", 1, input -> Optional.empty()).whyMissing("gray photographs");
    CountingFeature mood =
        new CountingFeature("mood", 1, input -> Optional.empty()).whyMissing("gray photographs");
    CountingFeature texture = new CountingFeature("texture", 1, input -> Optional.empty());
    ExtractionReport report =
        FeatureExtraction.standard().run(THREE, each(palette, texture, mood)).report();

    assertThat(report.absences())
        .containsExactly(
            new ExtractionReport.Absence("gray photographs", 3, List.of("palette", "mood")));
    assertThat(report.toString()).contains("  3 works are gray photographs, with no palette, mood");
  }

  @Test
  void image_isReadAndDecodedOnce_howeverManyFeaturesWantIt() {
    AtomicInteger reads = new AtomicInteger();
    AtomicInteger decodes = new AtomicInteger();
    Derivation<Optional<Integer>> decoded =
        Derivation.of(
            "decoded image",
            input -> {
              decodes.incrementAndGet();
              return input.image().map(bytes -> (int) bytes[0]);
            });
    List<WeightedFeature> features = new ArrayList<>();
    for (String name : List.of("red", "green", "blue")) {
      Feature feature =
          new CountingFeature(
                  name, 1, input -> input.derive(decoded).map(level -> new float[] {level}))
              .readsImages();
      features.add(new WeightedFeature(1, feature));
    }
    ArtworkImages images =
        artwork -> {
          reads.incrementAndGet();
          return artwork.image().map(reference -> new byte[] {7});
        };
    ExtractionResult result =
        FeatureExtraction.standard().images(images).threads(2).run(THREE, features);
    assertThat(reads).hasValue(3);
    assertThat(decodes).hasValue(3);
    assertThat(result.report().features())
        .allSatisfy(
            counts -> {
              assertThat(counts.computed()).isEqualTo(2);
              assertThat(counts.missing()).isEqualTo(1);
            });
    assertThat(result.features().entries().get(1).matrix().isPresent(1)).isFalse();
  }

  @Test
  void artworkThatWaits_holdsWhatItKeepsAlone() {
    AtomicInteger reads = new AtomicInteger();
    ArtworkImages images =
        artwork -> {
          reads.incrementAndGet();
          return Optional.of(new byte[7]);
        };
    Derivation<Integer> length =
        Derivation.of("length", input -> input.image().orElseThrow().length);
    CountingFeature batched =
        new CountingFeature("length", 1, input -> Optional.of(new float[] {input.derive(length)}))
            .readsImages()
            .batch(3)
            .waiting(input -> input.keeping(length));
    FeatureExtraction.standard().images(images).threads(1).run(THREE, each(batched));
    assertThat(batched.batches).containsExactly(3);
    assertThat(reads).as("the length is not computed again").hasValue(3);

    ArtworkInput kept = new ArtworkInput(THREE.get(0), images).keeping(length);
    assertThat(kept.derive(length)).isEqualTo(7);
    assertThat(reads).hasValue(4);
    assertThat(kept.image()).isPresent();
    assertThat(reads).as("the bytes were let go").hasValue(5);
  }

  @Test
  void artworkThatFailsBeforeItsBatch_isReported_andTheBatchGoesOn() {
    Derivation<Integer> length =
        Derivation.of(
            "length",
            input -> {
              if (input.artwork().id().equals("b")) {
                throw new ExtractionException("artwork 'b' is damaged");
              }
              return 7;
            });
    CountingFeature batched =
        new CountingFeature("length", 1, input -> Optional.of(new float[] {input.derive(length)}))
            .batch(3)
            .waiting(
                input -> {
                  input.derive(length);
                  return input.keeping(length);
                });
    ExtractionResult result = FeatureExtraction.standard().threads(1).run(THREE, each(batched));
    assertThat(batched.batches).containsExactly(2);
    assertThat(result.report().failures())
        .containsExactly(new ExtractionReport.Failure("b", "length", "artwork 'b' is damaged"));
  }

  @Test
  void failedDecoding_isNotTriedAgain() {
    AtomicInteger decodes = new AtomicInteger();
    Derivation<float[]> decoded =
        Derivation.of(
            "decoded image",
            input -> {
              decodes.incrementAndGet();
              throw new OutOfMemoryError("a bomb");
            });
    ExtractionResult result =
        FeatureExtraction.standard()
            .maxFailureShare(1)
            .run(
                THREE,
                each(
                    new CountingFeature("one", 1, input -> Optional.of(input.derive(decoded))),
                    new CountingFeature("two", 1, input -> Optional.of(input.derive(decoded)))));
    assertThat(decodes).hasValue(3);
    assertThat(result.report().failures()).hasSize(6);
  }

  @Test
  void failure_isNamedAndTheRestGoesOn() {
    Feature moody =
        new CountingFeature(
            "moody",
            1,
            input ->
                switch (input.artwork().id()) {
                  case "a" -> throw new IllegalStateException("no mood");
                  case "b" -> recurse(input);
                  default -> Optional.of(new float[] {1});
                });
    ExtractionResult result =
        FeatureExtraction.standard()
            .maxFailureShare(0.7)
            .run(THREE, each(moody, CountingFeature.ofTitle()));
    assertThat(result.report().failures())
        .extracting(ExtractionReport.Failure::artwork)
        .containsExactly("a", "b");
    assertThat(result.report().failures().get(0).message())
        .isEqualTo(
            "feature 'moody' of artwork 'a' failed: java.lang.IllegalStateException: no mood");
    assertThat(result.report().failures().get(1).message()).contains("StackOverflowError");
    FeatureMatrix rows = result.features().entries().get(0).matrix();
    assertThat(rows.isPresent(0)).isFalse();
    assertThat(rows.row(2)).hasValue(new float[] {1});
    assertThat(result.features().entries().get(1).matrix().presentCount()).isEqualTo(3);
    assertThat(result.report().toString())
        .contains("moody", "1 computed, 0 from cache, 0 missing, 2 failed")
        .contains("artwork 'a', feature 'moody': ");
  }

  @SuppressWarnings("InfiniteRecursion") // overflowing the stack is the point
  private static Optional<float[]> recurse(ArtworkInput input) {
    return recurse(input).map(row -> new float[] {row[0] + 1});
  }

  @Test
  void vectorOfWrongLengthOrNotFinite_isAFailure() {
    Feature wrong =
        new CountingFeature(
            "wrong",
            2,
            input ->
                switch (input.artwork().id()) {
                  case "a" -> Optional.of(new float[] {1, 2, 3});
                  case "b" -> Optional.of(new float[] {1, Float.NaN});
                  default -> Optional.of(new float[] {1, 2});
                });
    ExtractionResult result =
        FeatureExtraction.standard().maxFailureShare(1).run(THREE, each(wrong));
    assertThat(result.report().failures().get(0).message())
        .contains("feature 'wrong' of artwork 'a'", "vector dimension 3, expected 2");
    assertThat(result.report().failures().get(1).message())
        .contains("value NaN at dimension 1, expected a finite number");
  }

  @Test
  void moreFailuresThanAllowed_failAsAWhole() {
    Feature failing =
        new CountingFeature(
            "failing",
            1,
            input -> {
              if (input.artwork().id().equals("b")) {
                return Optional.of(new float[] {1});
              }
              throw new ExtractionException("image truncated");
            });
    assertThatExceptionOfType(ExtractionException.class)
        .isThrownBy(() -> FeatureExtraction.standard().run(THREE, each(failing)))
        .withMessage(
            "feature 'failing' failed for 2 of 3 artworks, more than the allowed share of 0.5; "
                + "the first, artwork 'a': image truncated");
    assertThat(
            FeatureExtraction.standard()
                .maxFailureShare(0.67)
                .run(THREE, each(failing))
                .report()
                .failures())
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void result_isTheSameAtAnyThreadCount(long seed) {
    Random random = new Random(seed);
    List<Artwork> artworks = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Artwork.Builder artwork = Artwork.builder("w" + i, "Title " + i);
      if (random.nextInt(10) > 0) {
        artwork.artist("Artist " + random.nextInt(40));
      }
      for (int s = random.nextInt(5); s > 0; s--) {
        artwork.subject("subject " + random.nextInt(30));
      }
      artworks.add(artwork.build());
    }
    Catalog catalog = Catalog.of(artworks);
    Feature moody =
        new CountingFeature(
            "moody",
            1,
            input -> {
              if (input.artwork().id().endsWith("7")) {
                throw new ExtractionException("sevens fail");
              }
              return Optional.of(new float[] {1});
            });
    AttributeFeature details = AttributeFeature.standard();
    List<WeightedFeature> features = each(details, Pca.of(details, 5), moody);
    ExtractionResult one = FeatureExtraction.standard().threads(1).run(catalog, features);
    ExtractionResult four = FeatureExtraction.standard().threads(4).run(catalog, features);
    assertThat(four.report()).isEqualTo(one.report());
    for (int f = 0; f < features.size(); f++) {
      assertThat(four.features().entries().get(f).matrix())
          .isEqualTo(one.features().entries().get(f).matrix());
    }
  }

  @Test
  void derivedFeature_extractsItsInputsOnce_andKeepsOnlyWhatWasAskedFor() {
    CountingFeature title = CountingFeature.ofTitle();
    Fusion twice = Fusion.concatenate("twice", "test").add(1, title).add(2, title);
    ExtractionResult result =
        FeatureExtraction.standard().run(THREE, each(twice, Pca.of(twice, 1)));
    assertThat(title.encoded).hasValue(3);
    assertThat(result.features().entries())
        .extracting(entry -> entry.spec().name())
        .containsExactly("twice", "twice-pca");
    assertThat(result.features().entries().get(0).matrix().dimensions()).isEqualTo(4);
    assertThat(result.report().features())
        .extracting(ExtractionReport.Counts::feature)
        .containsExactly("title-length");
  }

  @Test
  void nameGivenTwice_isRefusedBeforeAnythingIsComputed() {
    CountingFeature title = CountingFeature.ofTitle();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureExtraction.standard().run(THREE, each(title, title)))
        .withMessage("feature 'title-length' is there twice; give one another name");
    CountingFeature other = CountingFeature.ofTitle().version(2);
    Fusion fused = Fusion.concatenate("fused", "test").add(1, title).add(1, other);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FeatureExtraction.standard().run(THREE, each(fused)))
        .withMessage("two different features are called 'title-length'; rename one");
    assertThat(title.encoded).hasValue(0);
  }

  @Test
  void emptyCatalog_givesFeaturesWithoutRows_andNoFeaturesGiveAnEmptyStore() {
    assertThat(
            FeatureExtraction.standard()
                .run(Catalog.of(), each(CountingFeature.ofTitle()))
                .features()
                .entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.matrix().size()).isZero());
    assertThat(FeatureExtraction.standard().run(THREE, List.of()).features().artworks())
        .isEqualTo(3);
  }

  @Test
  void settings_areValidatedAtOnce() {
    FeatureExtraction extraction = FeatureExtraction.standard();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> extraction.threads(0))
        .withMessage("threads is 0, expected 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> extraction.maxFailureShare(1.5))
        .withMessage("maxFailureShare is 1.5, expected 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> extraction.maxFailureShare(Double.NaN))
        .withMessage("maxFailureShare is NaN, expected 0 to 1");
  }

  @Test
  void progress_risesToTheTotal() {
    List<Long> heard = Collections.synchronizedList(new ArrayList<>());
    FeatureExtraction.standard()
        .threads(2)
        .progress((stage, done, total) -> heard.add(done))
        .run(works(50), each(CountingFeature.ofTitle()));
    assertThat(heard).isSorted().endsWith(50L);
  }

  @Test
  @Timeout(60)
  void cancellation_stopsAndKeepsWhatWasFinished(@TempDir Path cache) {
    Cancellation cancellation = new Cancellation();
    AtomicInteger seen = new AtomicInteger();
    CountingFeature stopping =
        new CountingFeature(
            "stopping",
            1,
            input -> {
              if (seen.incrementAndGet() == 10) {
                cancellation.cancel();
              }
              return Optional.of(new float[] {1});
            });
    FeatureExtraction extraction =
        FeatureExtraction.standard().threads(2).cache(cache).cancellation(cancellation);
    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(() -> extraction.run(works(1000), each(stopping)))
        .withMessageContaining("extracting features");
    int before = stopping.encoded.get();
    assertThat(before).isBetween(10, 12);
    FeatureExtraction.standard().cache(cache).run(works(1000), each(stopping));
    assertThat(stopping.encoded).hasValue(1000);
  }

  @Test
  @Timeout(60)
  void interrupt_stops_keepsTheFlagAndWhatWasFinished(@TempDir Path cache) throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Feature hanging =
        new CountingFeature(
            "hanging",
            1,
            input -> {
              if (input.artwork().id().equals("w3")) {
                started.countDown();
                try {
                  never.await();
                } catch (InterruptedException e) {
                  throw new ExtractionException("interrupted", e);
                }
              }
              return Optional.of(new float[] {1});
            });
    FeatureExtraction extraction = FeatureExtraction.standard().threads(1).cache(cache);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicInteger flag = new AtomicInteger();
    Thread caller =
        new Thread(
            () -> {
              try {
                extraction.run(works(10), each(hanging));
              } catch (CancelledException e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted() ? 1 : 0);
              }
            });
    caller.start();
    started.await();
    caller.interrupt();
    caller.join();
    assertThat(thrown.get()).isInstanceOf(CancelledException.class);
    assertThat(flag).hasValue(1);
    CountingFeature same = new CountingFeature("hanging", 1, input -> Optional.of(new float[] {1}));
    extraction.run(works(10), each(same));
    assertThat(same.encoded).hasValue(7);
  }

  @Test
  @Timeout(60)
  void errorOfTheMachine_stopsEveryThread() {
    Cancellation cancellation = new Cancellation();
    CountingFeature broken =
        new CountingFeature(
            "broken",
            1,
            input -> {
              throw new NoClassDefFoundError("ai/engine");
            });
    assertThatExceptionOfType(ExtractionException.class)
        .isThrownBy(
            () ->
                FeatureExtraction.standard()
                    .threads(2)
                    .cancellation(cancellation)
                    .run(works(10_000), each(broken)))
        .withMessage("extracting features failed: java.lang.NoClassDefFoundError: ai/engine");
    assertThat(broken.encoded.get()).isLessThan(5);
    assertThat(cancellation.isCancelled()).isFalse();
  }

  @Test
  void tenThousandArtworks_holdAtMostOneInputPerThread() {
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Derivation<byte[]> megabyte =
        Derivation.of(
            "a megabyte",
            input -> {
              most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
              return new byte[1 << 20];
            });
    CountingFeature large =
        new CountingFeature(
            "large",
            1,
            input -> {
              float size = input.derive(megabyte).length;
              inFlight.decrementAndGet();
              return Optional.of(new float[] {size});
            });
    ExtractionResult result =
        FeatureExtraction.standard().threads(2).run(works(10_000), each(large));
    assertThat(most.get()).isBetween(1, 2);
    assertThat(result.features().entries().get(0).matrix().presentCount()).isEqualTo(10_000);
  }
}
