package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.experiment.OnlineExperiment;
import io.artrec.rerank.AttributeCap;
import io.artrec.rerank.ByVariant;
import io.artrec.rerank.Reranker;
import io.artrec.rerank.Rerankers;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.Strategy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visitors divided among variants, and what variants change. */
class RecommenderExperimentTest {
  private static final Catalog CATALOG = Fixture.catalog(12, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 16, 8, 2);
  private static final OnlineExperiment EXPERIMENT =
      OnlineExperiment.named("walls").variant("control").variant("popular").variant("one each");
  private static final Strategy STRATEGY =
      Hybrid.byVariant(ContentBased.preferred()).variant("popular", Popularity.allTime());
  private static final ByVariant RERANKER =
      Rerankers.byVariant().variant("one each", AttributeCap.perArtist(1));

  @TempDir Path folder;

  private static RecommenderBuilder builder() {
    return Fixture.builder(CATALOG, EVENTS);
  }

  private static Recommendations asked(Recommender recommender, String user) {
    return recommender.recommend(RecommendationRequest.forUser(user).n(6).seed(1).build());
  }

  @Test
  void everyVisitorGetsTheirVariant_andAnswersSaySo() {
    Recommender plain = builder().strategy(ContentBased.preferred()).build();
    Recommender popular = builder().strategy(Popularity.allTime()).build();
    Recommender capped =
        builder().strategy(ContentBased.preferred()).rerank(AttributeCap.perArtist(1)).build();
    Recommender recommender =
        builder().strategy(STRATEGY).rerank(RERANKER).experiment(EXPERIMENT).build();
    assertThat(recommender.experiment()).contains(EXPERIMENT);
    int[] counts = new int[3];
    for (int user = 0; user < 16; user++) {
      String id = "u" + user;
      String variant = recommender.variant(id).orElseThrow();
      assertThat(variant).isEqualTo(EXPERIMENT.of(id));
      int at = EXPERIMENT.variants().indexOf(variant);
      counts[at]++;
      Recommender expected = List.of(plain, popular, capped).get(at);
      Recommendations answer = asked(recommender, id);
      assertThat(answer.variant()).contains(variant);
      assertThat(answer.plain()).containsEntry("variant", variant);
      assertThat(answer).isEqualTo(asked(expected, id));
      assertThat(recommender.recommendTop(List.of(id), 6).get(0).artworks())
          .isEqualTo(expected.recommend(id, 6).stream().map(Recommendation::artwork).toList());
      assertThat(recommender.explain(id, "w1-1").score())
          .isEqualTo(expected.explain(id, "w1-1").score());
    }
    assertThat(counts).doesNotContain(0);
  }

  @Test
  void variantSetByHand_goesBefore_andOthersAreInNone() {
    Recommender recommender =
        builder().strategy(STRATEGY).rerank(RERANKER).experiment(EXPERIMENT).build();
    Recommender popular = builder().strategy(Popularity.allTime()).build();
    for (String id : List.of("u0", "u1", "u2", "u3")) {
      RecommendationRequest byHand =
          RecommendationRequest.forUser(id).n(6).seed(1).variant("popular").build();
      assertThat(recommender.recommend(byHand)).isEqualTo(asked(popular, id));
      assertThat(recommender.recommend(byHand).variant()).contains("popular");
    }
    assertThat(recommender.recommend(RecommendationRequest.builder().build()).variant()).isEmpty();
    assertThat(recommender.recommend(RecommendationRequest.forGroup("u1", "u2").build()).variant())
        .isEmpty();
    assertThat(recommender.similar("w1-1", 3).variant()).isEmpty();
    assertThat(builder().build().variant("u1")).isEmpty();
  }

  @Test
  void experimentIsSavedWithTheModel_andCanBeChangedOrEnded() {
    Path model = folder.resolve("m.artrec");
    OnlineExperiment weighted =
        OnlineExperiment.named("x y").variant("control", 3).variant("popular", 1);
    Recommender recommender =
        builder().strategy(STRATEGY).rerank(RERANKER).experiment(weighted).build();
    recommender.save(model);
    try (Recommender loaded = Recommender.load(model)) {
      assertThat(loaded.experiment()).contains(weighted);
      for (int user = 0; user < 16; user++) {
        assertThat(asked(loaded, "u" + user)).isEqualTo(asked(recommender, "u" + user));
      }
    }
    try (Recommender loaded = Recommender.loader(model).experiment(EXPERIMENT).load()) {
      assertThat(loaded.experiment()).contains(EXPERIMENT);
    }
    try (Recommender loaded = Recommender.loader(model).noExperiment().load()) {
      assertThat(loaded.experiment()).isEmpty();
      assertThat(asked(loaded, "u1").variant()).isEmpty();
    }
  }

  @Test
  void badExperiments_areNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OnlineExperiment.named(" "))
        .withMessageContaining("the name of an experiment is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EXPERIMENT.variant("control"))
        .withMessageContaining("variant 'control' with share 1.0 of experiment 'walls'");
    assertThatIllegalStateException()
        .isThrownBy(() -> builder().experiment(OnlineExperiment.named("x").variant("a")))
        .withMessageContaining("experiment 'x' has the variants [a], expected two or more");
    assertThatIllegalStateException()
        .isThrownBy(() -> builder().experiment(EXPERIMENT).experiment(EXPERIMENT))
        .withMessageContaining("experiment was set to walls");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RERANKER.variant("one each", AttributeCap.perArtist(2)))
        .withMessageContaining("expected a name that is not among [one each]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hybrid.byVariant(ContentBased.preferred()).variant("", STRATEGY))
        .withMessageContaining("variant '' of strategy 'variants'");
    assertThat(EXPERIMENT)
        .isEqualTo(
            OnlineExperiment.named("walls")
                .variant("control")
                .variant("popular")
                .variant("one each"))
        .isNotEqualTo(
            OnlineExperiment.named("walls")
                .variant("popular")
                .variant("control")
                .variant("one each"));
    assertThat(EXPERIMENT.control()).isEqualTo("control");
    Reranker nested =
        Rerankers.chain(RERANKER.variant("b=(,", RERANKER), AttributeCap.perArtist(3));
    assertThat(Rerankers.parse(nested.configuration()).orElseThrow().configuration())
        .isEqualTo(nested.configuration());
  }
}
