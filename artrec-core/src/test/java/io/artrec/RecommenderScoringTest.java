package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.scoring.ScoringBackends;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What multiplies is the application's choice, and is held for as long as somebody asks it. */
class RecommenderScoringTest {
  /** Those of {@link Fixture#builder}: attributes and periods. */
  private static final int MATRICES = 2;

  private static final Catalog CATALOG = Fixture.catalog(30, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 8, 12, 2);

  @TempDir Path folder;

  private static Recommender on(LeasedBackend backend) {
    return Fixture.builder(CATALOG, EVENTS).scoring(backend).build();
  }

  private static List<String> answers(Recommender recommender) {
    List<String> all = new ArrayList<>();
    for (int user = 0; user < 9; user++) {
      recommender.recommend("u" + user, 12).forEach(r -> all.add(told(r)));
      all.add(recommender.explain("u" + user, "w1-7").contributions().toString());
    }
    recommender.similar("w2-3", 12).forEach(r -> all.add(told(r)));
    return all;
  }

  private static String told(Recommendation r) {
    return r.artwork().id() + " " + r.score() + " " + r.explanation();
  }

  @Test
  void everyProduct_isTheBackends_andAnswersAreThoseOfTheHost() {
    LeasedBackend backend = new LeasedBackend(1);
    try (Recommender plain =
            Fixture.builder(CATALOG, EVENTS).scoring(ScoringBackends.best()).build();
        Recommender recommender = on(backend)) {
      assertThat(answers(recommender)).isEqualTo(answers(plain));
    }
    assertThat(backend.products).hasPositiveValue();
  }

  @Test
  void eachMatrix_isLoadedOnce_andReleasedWhenNothingAnswersByIt() {
    LeasedBackend backend = new LeasedBackend(1);
    Recommender recommender = on(backend);
    assertThat(backend.loads).hasValue(MATRICES);
    recommender.record(Interaction.favorite("u1", "w1-1"));
    recommender.refresh();
    assertThat(backend.loads).as("features are as they were").hasValue(MATRICES);
    recommender.retrain();
    recommender.update(CatalogChange.add(Artwork.builder("new", "New").movement("Cubism").build()));
    assertThat(recommender.similar("new", 3)).hasSize(3);
    assertThat(backend.held).hasValue(MATRICES);
    recommender.forget("u2");
    assertThat(backend.held).hasValue(MATRICES);
    List<String> before = answers(recommender);
    recommender.close();
    assertThat(backend.held).hasValue(0);
    assertThat(answers(recommender)).isEqualTo(before);
  }

  @Test
  void replacedMatrices_stayForWhoIsAsking() {
    LeasedBackend backend = new LeasedBackend(1);
    try (Recommender recommender = on(backend)) {
      AtomicBoolean once = new AtomicBoolean();
      backend.meanwhile =
          () -> {
            if (once.compareAndSet(false, true)) {
              recommender.update(
                  CatalogChange.add(Artwork.builder("new", "New").movement("Cubism").build()));
              assertThat(backend.held).as("old and new").hasValue(2 * MATRICES);
            }
          };
      assertThat(recommender.recommend("u1", 5)).hasSize(5);
      assertThat(once).isTrue();
      assertThat(backend.held).hasValue(MATRICES);
      assertThat(backend.closedWhileAsked).hasValue(0);
    }
  }

  @Test
  void backendThatFails_isStoodInForByTheHost() {
    LeasedBackend backend = new LeasedBackend(1);
    try (Recommender plain =
            Fixture.builder(CATALOG, EVENTS).scoring(ScoringBackends.best()).build();
        Recommender recommender = on(backend)) {
      backend.failing = true;
      assertThat(answers(recommender)).isEqualTo(answers(plain));
    }
  }

  @Test
  void backendThatIsNotExact_scoresNoBlend() {
    LeasedBackend backend = new LeasedBackend(0.9);
    try (Recommender plain =
            Fixture.builder(CATALOG, EVENTS).scoring(ScoringBackends.best()).build();
        Recommender recommender = on(backend)) {
      assertThat(answers(recommender)).isEqualTo(answers(plain));
      assertThat(backend.products).hasValue(0);
    }
  }

  @Test
  void loadedModel_isPutOnTheBackendOfItsLoader() {
    Path file = folder.resolve("m.artrec");
    List<String> before;
    try (Recommender recommender =
        Fixture.builder(CATALOG, EVENTS).scoring(ScoringBackends.best()).build()) {
      recommender.save(file);
      before = answers(recommender);
    }
    LeasedBackend backend = new LeasedBackend(1);
    try (Recommender loaded =
        Recommender.loader(file).clock(Fixture.CLOCK).scoring(backend).load()) {
      assertThat(backend.held).hasValue(MATRICES);
      assertThat(answers(loaded)).isEqualTo(before);
    }
    assertThat(backend.held).hasValue(0);
  }

  @Test
  void scoring_isSetOnce() {
    RecommenderBuilder builder = Recommender.builder().scoring(ScoringBackends.plain());
    assertThatIllegalStateException()
        .isThrownBy(() -> builder.scoring(ScoringBackends.plain()))
        .withMessageContaining("scoring was set");
  }
}
