package io.artrec.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.catalog.Offer;
import io.artrec.catalog.Price;
import io.artrec.model.ModelFileException;
import io.artrec.model.NestedState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureUpdateTest {
  private static final FeatureExtraction EXTRACTION = FeatureExtraction.standard().threads(2);

  private static Artwork work(int i) {
    return Artwork.builder("w" + i, "Title " + "x".repeat(i % 17))
        .artist("Artist " + i % 5)
        .image(i + ".png")
        .build();
  }

  private static Catalog works(int count) {
    return Catalog.of(IntStream.range(0, count).mapToObj(FeatureUpdateTest::work).toList());
  }

  private static List<WeightedFeature> each(Feature... features) {
    return List.of(features).stream().map(feature -> new WeightedFeature(1, feature)).toList();
  }

  @Test
  void batches_giveWhatSinglesGive() {
    Catalog catalog = works(103);
    CountingFeature single = CountingFeature.ofTitle();
    FeatureStore expected = EXTRACTION.run(catalog, each(single)).features();
    for (int threads : new int[] {1, 2, 7}) {
      CountingFeature batched = CountingFeature.ofTitle().batch(16);
      ExtractionResult result = EXTRACTION.threads(threads).run(catalog, each(batched));
      assertThat(result.features().entries().get(0).matrix())
          .isEqualTo(expected.entries().get(0).matrix());
      assertThat(batched.batches).allMatch(size -> size <= 16);
      assertThat(batched.batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(103);
      assertThat(result.report().features().get(0).computed()).isEqualTo(103);
    }
  }

  @Test
  void batchThatFails_isEncodedOneByOne_soThatOneFails() {
    CountingFeature batched =
        new CountingFeature(
                "fails",
                1,
                input -> {
                  if (input.artwork().id().equals("w7")) {
                    throw new ExtractionException("artwork 'w7' fails on purpose");
                  }
                  return Optional.of(new float[] {1});
                })
            .batch(8);
    ExtractionResult result = EXTRACTION.run(works(20), each(batched));
    assertThat(result.report().failures())
        .containsExactly(
            new ExtractionReport.Failure("w7", "fails", "artwork 'w7' fails on purpose"));
    assertThat(result.features().entries().get(0).matrix().presentCount()).isEqualTo(19);
  }

  @Test
  void onlyWhatIsNewOrDescribedAnew_isEncoded() {
    CountingFeature title = CountingFeature.ofTitle();
    CountingFeature offers =
        new CountingFeature(
                "price",
                1,
                input ->
                    input.artwork().price().map(price -> new float[] {price.amount().floatValue()}))
            .readsOffers();
    Catalog before = works(30);
    ExtractionResult known = EXTRACTION.run(before, each(title, offers));
    Catalog after =
        before.after(
            List.of(
                CatalogChange.offer("w3", Offer.unknown().price(Price.of("70", "EUR"))),
                CatalogChange.replace(work(5).toBuilder().genre("landscape").build()),
                CatalogChange.add(work(30)),
                CatalogChange.withdraw("w9")));
    title.encoded.set(0);
    offers.encoded.set(0);
    ExtractionResult updated = EXTRACTION.update(known, before, after);
    assertThat(title.encoded).hasValue(2);
    assertThat(offers.encoded).hasValue(3);
    FeatureStore anew = EXTRACTION.run(after, each(title, offers)).features();
    for (int f = 0; f < 2; f++) {
      assertThat(updated.features().entries().get(f).matrix())
          .isEqualTo(anew.entries().get(f).matrix());
    }
    assertThat(known.features().artworks()).isEqualTo(30);
    assertThat(updated.fitted().isFitted()).isFalse();
  }

  @Test
  void refit_encodesOnlyWhatFittingChanged_andEqualsRunningAnew() {
    CountingFeature title = CountingFeature.ofTitle();
    List<WeightedFeature> features =
        List.of(
            new WeightedFeature(1, title),
            new WeightedFeature(1, AttributeFeature.artist()),
            new WeightedFeature(1, Pca.of(AttributeFeature.artist(), 3)),
            new WeightedFeature(
                1,
                Fusion.concatenate("all", "all").add(1, title).add(2, AttributeFeature.artist())));
    Catalog before = works(12);
    Catalog after =
        before.after(
            List.of(
                CatalogChange.add(Artwork.builder("n1", "New one").artist("Artist 1").build()),
                CatalogChange.add(Artwork.builder("n2", "New two").artist("Nina").build()),
                CatalogChange.add(Artwork.builder("n3", "New too").artist("Nina").build())));
    ExtractionResult known = EXTRACTION.run(before, features);
    ExtractionResult updated = EXTRACTION.update(known, before, after);
    for (FeatureStore.Entry entry : updated.features().entries()) {
      assertThat(entry.matrix().isPresent(13)).as(entry.spec().name()).isTrue();
    }
    title.encoded.set(0);
    ExtractionResult refitted = EXTRACTION.refit(updated, after);
    assertThat(title.encoded).hasValue(0);
    ExtractionResult anew = EXTRACTION.run(after, features);
    for (int f = 0; f < features.size(); f++) {
      assertThat(refitted.features().entries().get(f).matrix())
          .isEqualTo(anew.features().entries().get(f).matrix());
    }
    assertThat(refitted.fitted().isFitted()).isTrue();
    assertThat(EXTRACTION.refit(refitted, after)).isSameAs(refitted);
  }

  @Test
  void workThatFailed_isEncodedOnceItCanBe_byRefit() {
    AtomicBoolean there = new AtomicBoolean();
    CountingFeature image =
        new CountingFeature(
            "image",
            1,
            input -> {
              if (input.artwork().id().equals("w12") && !there.get()) {
                throw new ExtractionException("artwork 'w12' has no image yet");
              }
              return Optional.of(new float[] {input.artwork().title().length()});
            });
    Catalog before = works(12);
    Catalog after = before.after(List.of(CatalogChange.add(work(12))));
    ExtractionResult updated =
        EXTRACTION.update(EXTRACTION.run(before, each(image)), before, after);
    assertThat(updated.report().failures()).hasSize(1);
    there.set(true);
    assertThat(EXTRACTION.refit(updated, after).features().entries().get(0).matrix())
        .isEqualTo(EXTRACTION.run(after, each(image)).features().entries().get(0).matrix());
  }

  @Test
  void fittedFeatures_comeBack_andThoseNotPassedAreKept() {
    CountingFeature title = CountingFeature.ofTitle();
    List<WeightedFeature> features =
        List.of(
            new WeightedFeature(1, title),
            new WeightedFeature(1, AttributeFeature.standard()),
            new WeightedFeature(1, AttributeFeature.attribute("Größe, cm = 1")),
            new WeightedFeature(1, PeriodFeature.standard()),
            new WeightedFeature(1, SizeFeature.standard()));
    Catalog before = works(12);
    Catalog after = before.after(List.of(CatalogChange.add(work(12))));
    ExtractionResult known = EXTRACTION.run(before, features);
    byte[] state = NestedState.write(known.fitted()::save);

    FittedFeatures without = read(known.features(), List.of(), state);
    assertThat(without.unknown()).containsExactly("title-length");
    ExtractionResult partly =
        new ExtractionResult(known.features(), ExtractionReport.none(), without);
    assertThatThrownBy(() -> EXTRACTION.update(partly, before, after))
        .isInstanceOf(ExtractionException.class)
        .hasMessageContaining("feature 'title-length' was not passed when the model was loaded");
    Catalog offered = before.after(List.of(CatalogChange.offer("w1", Offer.unknown().stock(2))));
    assertThat(EXTRACTION.update(partly, before, offered).features().artworks()).isEqualTo(12);

    byte[] again = NestedState.write(without::save);
    FittedFeatures all = read(known.features(), List.of(CountingFeature.ofTitle()), again);
    assertThat(all.unknown()).isEmpty();
    ExtractionResult updated =
        EXTRACTION.update(
            new ExtractionResult(known.features(), ExtractionReport.none(), all), before, after);
    ExtractionResult expected = EXTRACTION.update(known, before, after);
    for (int f = 0; f < features.size(); f++) {
      assertThat(updated.features().entries().get(f).matrix())
          .isEqualTo(expected.features().entries().get(f).matrix());
    }
    assertThatThrownBy(
            () -> read(known.features(), List.of(CountingFeature.ofTitle().version(2)), state))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("saved with feature 'title-length', version 1")
        .hasMessageContaining("loading passes feature 'title-length', version 2");
  }

  private static FittedFeatures read(FeatureStore store, List<Feature> passed, byte[] state) {
    return NestedState.read("test", state, in -> FittedFeatures.read(store, passed, in));
  }
}
