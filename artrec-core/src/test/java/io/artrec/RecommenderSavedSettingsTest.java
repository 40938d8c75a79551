package io.artrec;

import static io.artrec.Fixture.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.PreferenceModel;
import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Availability;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.Orientation;
import io.artrec.catalog.Price;
import io.artrec.catalog.YearRange;
import io.artrec.feature.AttributeFeature;
import io.artrec.feature.FeatureStore;
import io.artrec.filter.Filter;
import io.artrec.filter.Filters;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.RandomOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a model file must bring back beside trained strategies: every setting away from its default.
 */
class RecommenderSavedSettingsTest {
  private static final Catalog CATALOG = Fixture.catalog(30, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 20, 12, 2);

  @TempDir Path folder;

  private Recommender reloaded(Recommender saved, Filter... standing) {
    Path file = folder.resolve("m.artrec");
    saved.save(file);
    RecommenderLoader loader = Recommender.loader(file).clock(Fixture.CLOCK);
    return standing.length == 0 ? loader.load() : loader.filter(standing[0]).load();
  }

  private static List<String> lines(Recommender recommender, String... users) {
    List<String> lines = new ArrayList<>();
    for (String user : users) {
      recommender.recommend(user, 100).forEach(r -> lines.add(RecommenderPropertiesTest.line(r)));
    }
    return lines;
  }

  @Test
  void seed_comesBack() {
    Recommender saved =
        Fixture.builder(CATALOG, EVENTS).strategy(RandomOrder.seeded()).seed(7).build();
    Recommender other =
        Fixture.builder(CATALOG, EVENTS).strategy(RandomOrder.seeded()).seed(8).build();
    assertThat(lines(reloaded(saved), "u0", "x")).isEqualTo(lines(saved, "u0", "x"));
    assertThat(lines(other, "u0")).isNotEqualTo(lines(saved, "u0"));
  }

  @Test
  void numberOfCandidates_comesBack() {
    Recommender saved =
        Fixture.builder(CATALOG, EVENTS)
            .strategy(Hybrid.weighted().add(1, ContentBased.cosine()).add(1, Popularity.allTime()))
            .candidates(9)
            .build();
    assertThat(lines(reloaded(saved), "u0", "u1")).isEqualTo(lines(saved, "u0", "u1"));
  }

  @Test
  void preferenceModelAndMomentOfTraining_comeBack() {
    PreferenceModel model =
        PreferenceModel.standard()
            .withRatingScale(0, 100)
            .withHalfLife(Duration.ofDays(20))
            .withWeight(InteractionKind.VIEW, 3);
    Recommender saved =
        Fixture.builder(CATALOG, EVENTS).preferences(model).strategy(ContentBased.cosine()).build();
    Recommender loaded = reloaded(saved);
    for (Recommender each : List.of(saved, loaded)) {
      each.record(Interaction.rating("ada", "w0-1", 40));
      each.record(Interaction.rating("ada", "w1-1", 90));
      each.record(Interaction.view("ada", "w2-1"));
      each.record(
          Interaction.favorite("ada", "w3-1")
              .at(Fixture.CLOCK.instant().minus(Duration.ofDays(50))));
    }
    assertThat(lines(loaded, "ada", "u0", "nobody")).isEqualTo(lines(saved, "ada", "u0", "nobody"));
    saved.retrain();
    loaded.retrain();
    assertThat(lines(loaded, "ada", "nobody")).isEqualTo(lines(saved, "ada", "nobody"));
  }

  @Test
  void everyEventWithAllItHas_comesBack() {
    List<Interaction> events =
        List.of(
            Interaction.rating("ada", "w0-0", 3.5),
            Interaction.favorite("ada", "w0-1").saying("für mich").withEventId("e1"),
            Interaction.favorite("bob", "w0-1").at(Fixture.CLOCK.instant()),
            Interaction.dislike("bob", "w3-1").withEventId("e2"));
    Recommender saved = Fixture.builder(CATALOG, events).build();
    saved.record(Interaction.of("cleo", "w1-1", InteractionKind.SHARE).withEventId("e3"));

    Recommender loaded = reloaded(saved);

    assertThat(loaded.dataset().size()).as("apart from what was recorded since").isEqualTo(4);
    saved.retrain();
    loaded.retrain();
    assertThat(loaded.dataset().interactions().stream())
        .hasSize(5)
        .containsExactlyElementsOf(saved.dataset().interactions().stream().toList());
  }

  @Test
  void everyFieldOfAnArtwork_comesBack() {
    Artwork full =
        Artwork.builder("a", "Great Wave")
            .artist(new ArtistCredit("Hokusai", ArtistCredit.Qualifier.WORKSHOP_OF))
            .created(YearRange.of(1829, 1833))
            .movement("Ukiyo-e")
            .genre("seascape")
            .medium("woodblock print")
            .technique("printing")
            .subject("sea")
            .description("A wave.")
            .dimensions(Dimensions.ofCm(37.9, 25.7))
            .orientation(Orientation.LANDSCAPE)
            .price(Price.of("120.50", "EUR"))
            .availability(Availability.UNAVAILABLE)
            .image("wave.jpg")
            .attribute("room", List.of("3", "4"))
            .build();
    Catalog works = Catalog.of(full, Artwork.builder("b", "Bare").build());
    Recommender saved = Recommender.builder().catalog(works).build();
    assertThat(reloaded(saved).catalog().stream())
        .containsExactlyElementsOf(works.stream().toList());
  }

  @Test
  void featuresWithFacetsWeightsAndGaps_comeBack() {
    List<Artwork> works = new ArrayList<>(CATALOG.stream().toList());
    works.add(Artwork.builder("bare-too", "Nor here").attribute("Main Room", "4").build());
    works.add(Artwork.builder("bare", "Nothing known").attribute("Main Room", "4").build());
    Recommender saved =
        Recommender.builder()
            .catalog(works)
            .feature(AttributeFeature.standard())
            .feature(0.25, AttributeFeature.attribute("Main Room"))
            .build();
    FeatureStore before = saved.features();
    FeatureStore after = reloaded(saved).features();
    assertThat(after.entries()).hasSameSizeAs(before.entries());
    for (int f = 0; f < before.entries().size(); f++) {
      FeatureStore.Entry was = before.entries().get(f);
      FeatureStore.Entry is = after.entries().get(f);
      assertThat(is.spec().name()).isEqualTo(was.spec().name());
      assertThat(is.spec().facet()).isEqualTo(was.spec().facet());
      assertThat(is.spec().parameters()).isEqualTo(was.spec().parameters());
      assertThat(is.spec().sources()).isEqualTo(was.spec().sources());
      assertThat(is.weight()).isEqualTo(was.weight());
      for (int work = 0; work < works.size(); work++) {
        assertThat(is.matrix().isPresent(work)).isEqualTo(was.matrix().isPresent(work));
      }
    }
  }

  @Test
  void standingFilter_holdsAfterLoadingRetrainingAndForgetting() {
    Filter cubism = Filters.movement("Cubism");
    Recommender loaded =
        reloaded(
            Fixture.builder(CATALOG, EVENTS).filter(cubism).seed(3).candidates(50).build(), cubism);
    List<String> all =
        CATALOG.stream().filter(a -> a.id().startsWith("w2")).map(Artwork::id).toList();
    for (int step = 0; step < 3; step++) {
      assertThat(ids(loaded.recommend("nobody", 120)))
          .as("step %d", step)
          .containsExactlyInAnyOrderElementsOf(all);
      if (step == 0) {
        loaded.retrain();
      } else {
        loaded.forget("u3");
      }
    }
  }
}
