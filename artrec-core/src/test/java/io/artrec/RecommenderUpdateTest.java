package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Availability;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.catalog.Offer;
import io.artrec.catalog.Price;
import io.artrec.catalog.UnknownArtworkException;
import io.artrec.feature.AttributeFeature;
import io.artrec.feature.PeriodFeature;
import io.artrec.filter.Filters;
import io.artrec.log.MemoryLog;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecommenderUpdateTest {
  @TempDir Path folder;

  private static Artwork work(int number, String artist) {
    return Artwork.builder("w" + number, "Work " + number)
        .artist(artist)
        .movement("movement " + number % 3)
        .subject("subject " + number % 5)
        .build();
  }

  private static List<Artwork> works(int count) {
    return IntStream.range(0, count).mapToObj(i -> work(i, "Artist " + i % 4)).toList();
  }

  private static List<Interaction> events(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Interaction.favorite("u" + i % 6, "w" + (i * 7) % 12))
        .toList();
  }

  private static RecommenderBuilder builder(List<Artwork> works) {
    return Recommender.builder()
        .catalog(works)
        .interactions(events(20))
        .feature(AttributeFeature.standard())
        .feature(PeriodFeature.standard())
        .strategy(
            Hybrid.weighted().add(0.9, ContentBased.preferred()).add(0.1, Popularity.allTime()));
  }

  private static List<String> ids(List<Recommendation> answer) {
    return answer.stream().map(given -> given.artwork().id()).toList();
  }

  private static void assertAnswersAlike(Recommender one, Recommender other) {
    for (int user = 0; user < 8; user++) {
      List<Recommendation> mine = one.recommend("u" + user, 8);
      List<Recommendation> theirs = other.recommend("u" + user, 8);
      assertThat(ids(mine)).isEqualTo(ids(theirs));
      for (int rank = 0; rank < mine.size(); rank++) {
        assertThat(mine.get(rank).score()).isEqualTo(theirs.get(rank).score());
      }
    }
  }

  @Test
  void newWork_isAnsweredForAtOnce_byContent() {
    try (Recommender recommender = builder(works(12)).build()) {
      recommender.record(Interaction.favorite("fan", "w1"));
      UpdateReport report = recommender.update(CatalogChange.add(work(101, "Artist 1")));
      assertThat(report.added()).isEqualTo(1);
      assertThat(report.extraction().failures()).isEmpty();
      assertThat(ids(recommender.recommend("fan", 20))).contains("w101");
      assertThat(ids(recommender.similar("w101", 3))).contains("w1");
      assertThat(recommender.record(Interaction.favorite("fan", "w101"))).isTrue();
      assertThat(recommender.history("fan")).hasSize(2);
      assertThat(ids(recommender.recommend("fan", 20))).doesNotContain("w101");
    }
  }

  @Test
  void artistOfOneWork_becomesADimension_withTheSecond() {
    List<Artwork> works = new ArrayList<>(works(12));
    works.add(Artwork.builder("haystacks", "Haystacks").artist("Claude Monet").build());
    try (Recommender recommender = builder(works).build()) {
      Artwork lilies = Artwork.builder("lilies", "Water Lilies").artist("Claude Monet").build();
      recommender.update(CatalogChange.add(lilies));
      assertThat(recommender.similar("lilies", 1).get(0).artwork().id()).isEqualTo("haystacks");
      assertThat(recommender.similar("lilies", 1).get(0).explanation().isFallback()).isFalse();
      assertThat(recommender.similar("haystacks", 1).get(0).artwork().id()).isEqualTo("lilies");
    }
  }

  @Test
  void addingOneByOneAndRetraining_equalsBuildingAnew() {
    List<Artwork> all = works(20);
    try (Recommender grown = builder(all.subList(0, 12)).build();
        Recommender anew = builder(all).build()) {
      for (Artwork later : all.subList(12, 20)) {
        grown.update(CatalogChange.add(later));
      }
      grown.retrain();
      assertThat(grown.features().entries()).hasSameSizeAs(anew.features().entries());
      for (int f = 0; f < anew.features().entries().size(); f++) {
        assertThat(grown.features().entries().get(f).matrix())
            .isEqualTo(anew.features().entries().get(f).matrix());
      }
      assertAnswersAlike(grown, anew);
    }
  }

  @Test
  void replacedWork_isScoredByItsNewDescription() {
    try (Recommender recommender = builder(works(12)).build()) {
      UpdateReport report = recommender.update(CatalogChange.replace(work(3, "Artist 0")));
      assertThat(report.replaced()).isEqualTo(1);
      assertThat(recommender.catalog().find("w3").orElseThrow().artists().get(0).name())
          .isEqualTo("Artist 0");
      try (Recommender anew = builder(recommender.catalog().stream().toList()).build()) {
        recommender.retrain();
        assertAnswersAlike(recommender, anew);
      }
    }
  }

  @Test
  void withdrawnWork_isNeverRecommended_andStaysInHistories() {
    try (Recommender recommender = builder(works(12)).build()) {
      recommender.record(Interaction.favorite("fan", "w1"));
      List<String> before = ids(recommender.recommend("fan", 20));
      recommender.update(CatalogChange.withdraw(before.get(0)), CatalogChange.withdraw("w1"));
      assertThat(ids(recommender.recommend("fan", 20))).isEqualTo(before.subList(1, before.size()));
      assertThat(ids(recommender.recommend("nobody", 20))).doesNotContain(before.get(0), "w1");
      assertThat(ids(recommender.similar("w1", 20))).doesNotContain(before.get(0));
      assertThat(recommender.recommendTop(List.of("fan"), 20).get(0).artworks())
          .extracting(Artwork::id)
          .doesNotContain(before.get(0), "w1");
      assertThat(recommender.history("fan")).hasSize(1);
      recommender.update(CatalogChange.put(recommender.catalog().find("w1").orElseThrow()));
      assertThat(ids(recommender.recommend("nobody", 20))).contains("w1");
    }
  }

  @Test
  void offer_changesWithoutEncodingAnything() {
    try (Recommender recommender = builder(works(12)).build()) {
      Offer sold = Offer.unknown().price(Price.of("120", "EUR")).stock(0);
      UpdateReport report = recommender.update(CatalogChange.offer("w2", sold));
      assertThat(report.offered()).isEqualTo(1);
      assertThat(report.replaced()).isZero();
      assertThat(report.extraction().features()).isEmpty();
      assertThat(recommender.catalog().find("w2").orElseThrow().offer()).isEqualTo(sold);
      RecommendationRequest request =
          RecommendationRequest.forUser("nobody").n(20).filter(Filters.available()).build();
      assertThat(ids(recommender.recommend(request))).hasSize(11).doesNotContain("w2");
      recommender.update(CatalogChange.offer("w2", sold.stock(3)));
      assertThat(ids(recommender.recommend(request))).contains("w2");
    }
  }

  @Test
  void changeThatDoesNotFit_changesNothing() {
    try (Recommender recommender = builder(works(12)).build()) {
      Catalog before = recommender.catalog();
      assertThatThrownBy(() -> recommender.update(CatalogChange.add(work(1, "Artist 1"))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'w1' is in the catalogue already");
      assertThatThrownBy(
              () ->
                  recommender.update(
                      CatalogChange.add(work(50, "Artist 1")), CatalogChange.withdraw("w99")))
          .isInstanceOf(UnknownArtworkException.class);
      assertThatThrownBy(() -> recommender.update(CatalogChange.offer("w99", Offer.unknown())))
          .isInstanceOf(UnknownArtworkException.class);
      assertThat(recommender.catalog()).isSameAs(before);
    }
  }

  @Test
  void savedRecommender_encodesNewWorksAsTheOneThatTrained() {
    Path file = folder.resolve("model");
    try (Recommender recommender = builder(works(12)).build()) {
      recommender.save(file);
      try (Recommender loaded = Recommender.load(file)) {
        Artwork later = work(40, "Artist 3");
        recommender.update(CatalogChange.add(later), CatalogChange.withdraw("w5"));
        loaded.update(CatalogChange.add(later), CatalogChange.withdraw("w5"));
        assertThat(loaded.features().entries().get(0).matrix())
            .isEqualTo(recommender.features().entries().get(0).matrix());
        assertAnswersAlike(loaded, recommender);
        loaded.save(file);
        try (Recommender again = Recommender.load(file)) {
          assertAnswersAlike(again, recommender);
          again.retrain();
          recommender.retrain();
          assertAnswersAlike(again, recommender);
        }
      }
    }
  }

  @Test
  void stream_holdsWhatAFileHolds() {
    try (Recommender recommender = builder(works(12)).build()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      recommender.save(bytes);
      try (Recommender loaded =
          Recommender.loader(new ByteArrayInputStream(bytes.toByteArray())).load()) {
        assertAnswersAlike(loaded, recommender);
      }
    }
  }

  @Test
  void log_bringsTheCatalogueBack() {
    MemoryLog log = new MemoryLog();
    Path file = folder.resolve("model");
    try (Recommender recommender = builder(works(12)).log(log).build()) {
      recommender.save(file);
      recommender.update(CatalogChange.add(work(30, "Artist 2")), CatalogChange.withdraw("w4"));
      recommender.record(Interaction.favorite("fan", "w30"));
      recommender.update(
          CatalogChange.offer("w30", Offer.unknown().availability(Availability.UNAVAILABLE)));
      for (boolean load : new boolean[] {true, false}) {
        try (Recommender again =
            load ? Recommender.loader(file).log(log).load() : builder(works(12)).log(log).build()) {
          assertThat(again.history("fan")).hasSize(1);
          assertThat(again.catalog().isWithdrawn(again.catalog().requireIndex("w4"))).isTrue();
          assertThat(again.catalog().find("w30").orElseThrow().offer().isAvailable()).isFalse();
          assertAnswersAlike(again, recommender);
        }
      }
    }
  }

  @Test
  void emptyCatalogue_isFilled() {
    try (Recommender recommender =
        Recommender.builder()
            .catalog(List.of())
            .feature(AttributeFeature.standard())
            .strategy(ContentBased.preferred())
            .build()) {
      recommender.retrain();
      recommender.update(works(12).stream().map(CatalogChange::add).toList());
      recommender.record(Interaction.favorite("fan", "w0"));
      assertThat(recommender.recommend("fan", 3)).hasSize(3);
      recommender.retrain();
      assertThat(recommender.recommend("fan", 3)).hasSize(3);
    }
  }

  @Test
  void closedRecommender_takesNoUpdate() {
    Recommender recommender = builder(works(12)).build();
    recommender.close();
    assertThatThrownBy(() -> recommender.update(CatalogChange.withdraw("w1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThat(recommender.recommend("u1", 3)).hasSize(3);
  }
}
