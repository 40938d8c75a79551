package io.artrec;

import static io.artrec.Fixture.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interactions;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.UnknownArtworkException;
import io.artrec.cleaning.Cleaning;
import io.artrec.explain.Explanation;
import io.artrec.feature.AttributeFeature;
import io.artrec.filter.Filter;
import io.artrec.rerank.AttributeCap;
import io.artrec.rerank.RankedPool;
import io.artrec.rerank.Reranker;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.GroupRule;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecommenderEdgeCasesTest {
  private static final Catalog CATALOG = Fixture.catalog(30, 1);

  @Test
  void emptyCatalog_givesEmptyAnswers() {
    Recommender recommender =
        Fixture.builder(Catalog.of(), List.of()).strategy(ContentBased.cosine()).build();
    assertThat(recommender.recommend("ada", 10)).isEmpty();
    assertThatThrownBy(() -> recommender.similar("x", 3))
        .isInstanceOf(UnknownArtworkException.class)
        .hasMessage("artwork 'x' is not in the catalogue of 0 artworks");
  }

  @Test
  void missingCatalog_isNamed() {
    assertThatThrownBy(() -> Recommender.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("cannot build a recommender: catalog is missing; call catalog(...)");
  }

  @Test
  void setterCalledTwice_isRefused() {
    assertThatThrownBy(() -> Recommender.builder().seed(1).seed(2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("seed was set to 1 already; it can be set once");
    assertThatThrownBy(
            () ->
                Recommender.builder()
                    .feature(AttributeFeature.artist())
                    .feature(AttributeFeature.artist()))
        .hasMessage("feature 'artist' is there already");
    assertThatThrownBy(() -> RecommendationRequest.forUser("ada").group(List.of("bruno")))
        .hasMessage("a group and a single asker cannot both ask");
    assertThatThrownBy(() -> RecommendationRequest.forUser("ada").user("bruno"))
        .hasMessageContaining("user 'bruno' and user 'ada' cannot both ask");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 1_000_001})
  void countOffLimits_isRefused(int n) {
    Recommender recommender = Fixture.builder(CATALOG, List.of()).build();
    assertThatThrownBy(() -> recommender.recommend("ada", n))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(String.format(Locale.ROOT, "n is %d, expected 1 to 1,000,000 works", n));
    assertThatThrownBy(() -> recommender.similar("w0-0", n)).hasMessageStartingWith("n is " + n);
  }

  @Test
  void unknownArtwork_isNamedWithItsLikes() {
    Recommender recommender = Fixture.builder(CATALOG, List.of()).build();
    assertThatThrownBy(() -> recommender.record(Interaction.view("ada", "w0_7")))
        .isInstanceOf(UnknownArtworkException.class)
        .hasMessageContaining(
            "artwork 'w0_7' is not in the catalogue of 120 artworks; did you mean")
        .hasMessageContaining("'w0-7'");
    assertThatThrownBy(() -> recommender.explain("ada", "x".repeat(1_000_000)))
        .isInstanceOf(UnknownArtworkException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }

  @Test
  void unknownVisitor_getsPopularWorks_andBecomesKnown() {
    Recommender recommender =
        Fixture.builder(CATALOG, Fixture.interactions(CATALOG, 20, 12, 2)).build();
    List<Recommendation> answer = recommender.recommend("nobody", 5);
    assertThat(answer.get(0).explanation().toString()).contains("visitors");
    recommender.record(Interaction.favorite("nobody", "w1-1"));
    assertThat(recommender.recommend("nobody", 5))
        .allMatch(r -> r.artwork().movements().contains("Baroque"));
  }

  @Test
  void unknownFacet_listsWhatThereIs() {
    Recommender recommender = Fixture.builder(CATALOG, List.of()).build();
    assertThatThrownBy(
            () -> recommender.similar(SimilarRequest.to("w0-0").facet("mood", 1).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no feature is called 'mood' or shows that facet; there are details (details), period (period)");
    assertThatThrownBy(() -> SimilarRequest.to("w0-0").facet("period", -1))
        .hasMessage("weight of facet 'period' is -1.0, expected 0 or more");
    assertThatThrownBy(() -> SimilarRequest.to("w0-0").facet("period", Double.NaN))
        .hasMessageContaining("NaN");
  }

  @Test
  void facets_decideWhatSimilarMeans() {
    Recommender recommender = Fixture.builder(CATALOG, List.of()).build();
    double year = CATALOG.get(0).created().orElseThrow().midpoint();
    for (Recommendation r :
        recommender.similar(SimilarRequest.to("w0-0").facet("period", 1).n(5).build())) {
      assertThat(Math.abs(r.artwork().created().orElseThrow().midpoint() - year)).isLessThan(25);
      assertThat(r.explanation().facets()).containsOnlyKeys("period");
      assertThat(r.explanation().occasion()).isEqualTo(Explanation.Occasion.SIMILAR);
    }
    assertThat(recommender.similar("w0-0", 10))
        .allMatch(r -> r.artwork().movements().contains("Ukiyo-e"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1e300})
  void ratingThatIsNoNumber_isRefused(double value) {
    assertThatThrownBy(() -> Interaction.rating("ada", "w0-0", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected a finite number (user 'ada', artwork 'w0-0', rating)");
    assertThatThrownBy(
            () ->
                Interactions.builder()
                    .add("ada", "w0-0", InteractionKind.RATING, Float.NaN, Interactions.NO_TIME))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void blankIds_andDuplicateIds_areRefused() {
    assertThatThrownBy(() -> Interaction.view(" ", "w0-0")).hasMessageContaining("non-blank");
    assertThatThrownBy(() -> Artwork.builder("", "T"))
        .hasMessage("artwork id is blank (title 'T')");
    assertThatThrownBy(
            () ->
                Catalog.of(
                    Artwork.builder("a", "One").build(), Artwork.builder("a", "Two").build()))
        .hasMessage(
            "artwork id 'a' stands twice in the catalogue, at positions 0 and 1; ids must be unique");
  }

  @Test
  void visitorWhoSawEverything_getsNothing_unlessSeenIsIncluded() {
    Catalog small = Fixture.catalog(2, 1);
    List<Interaction> all = new ArrayList<>();
    small.forEach(artwork -> all.add(Interaction.view("ada", artwork.id())));
    Recommender recommender = Fixture.builder(small, all).build();
    assertThat(recommender.recommend("ada", 10)).isEmpty();
    assertThat(recommender.recommend(RecommendationRequest.forUser("ada").includeSeen().build()))
        .hasSize(8);
  }

  @Test
  void filterThatAcceptsNothing_givesAnEmptyAnswer() {
    Recommender recommender =
        Fixture.builder(CATALOG, Fixture.interactions(CATALOG, 20, 12, 2)).build();
    Filter none = Filter.of("nothing", artwork -> false);
    assertThat(recommender.recommend(RecommendationRequest.forUser("u1").filter(none).build()))
        .isEmpty();
    assertThat(recommender.similar(SimilarRequest.to("w0-0").filter(none).build())).isEmpty();
  }

  @Test
  void repeatedEventId_isRecordedOnce() {
    Recommender recommender = Fixture.builder(CATALOG, List.of()).build();
    Interaction event = Interaction.favorite("ada", "w0-0").withEventId("e1");
    assertThat(recommender.record(event)).isTrue();
    assertThat(recommender.record(event)).isFalse();
    recommender.retrain();
    assertThat(recommender.dataset().size()).isEqualTo(1);
    assertThat(recommender.record(event)).isFalse();
  }

  @Test
  void refresh_letsWhatWasRecordedSpeakForOthers() {
    Recommender recommender =
        Fixture.builder(CATALOG, List.of(Interaction.favorite("ada", "w0-0")))
            .strategy(Hybrid.weighted().add(1, Popularity.allTime()))
            .build();
    for (int visitor = 0; visitor < 5; visitor++) {
      recommender.record(Interaction.favorite("v" + visitor, "w1-1"));
    }
    assertThat(recommender.recommend("somebody", 1).get(0).artwork().id()).isEqualTo("w0-0");
    recommender.refresh();
    assertThat(recommender.recommend("somebody", 1).get(0).artwork().id()).isEqualTo("w1-1");
    assertThat(recommender.dataset().size()).isEqualTo(6);
    recommender.refresh();
    assertThat(recommender.dataset().size()).as("each event counts once").isEqualTo(6);
  }

  @Test
  void rerankerThatReturnsWhatItMayNot_isNamed() {
    for (int[] wrong : new int[][] {{0, 0}, {9999}, {-1}, {0, 1, 2, 3}}) {
      Recommender recommender =
          Fixture.builder(CATALOG, Fixture.interactions(CATALOG, 20, 12, 2))
              .rerank(
                  new Reranker() {
                    @Override
                    public int[] rerank(RankedPool pool, int n) {
                      return wrong;
                    }

                    @Override
                    public String name() {
                      return "broken";
                    }

                    @Override
                    public String configuration() {
                      return "broken";
                    }
                  })
              .build();
      assertThatThrownBy(() -> recommender.recommend("u1", 3))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("re-ranker broken returned position " + wrong[wrong.length - 1]);
    }
  }

  @Test
  void unknownFacet_isRefusedByEveryStrategy() {
    Recommender recommender =
        Fixture.builder(CATALOG, List.of()).strategy(Popularity.allTime()).build();
    assertThatThrownBy(
            () ->
                recommender.recommend(
                    RecommendationRequest.forUser("ada").facet("nope", 1).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nope");
  }

  @Test
  void similarWorks_areNotReranked_andFillingIsNotCalledTaste() {
    Recommender recommender =
        Fixture.builder(CATALOG, List.of())
            .feature(AttributeFeature.artist())
            .rerank(AttributeCap.perArtist(1))
            .build();
    List<Recommendation> alike =
        recommender.similar(SimilarRequest.to("w0-0").facet("artist", 1).n(3).build());
    assertThat(alike).hasSize(3);
    Recommender bare =
        Recommender.builder().catalog(CATALOG).strategy(Popularity.allTime()).build();
    Recommendation filling = bare.similar("w0-0", 1).get(0);
    assertThat(filling.explanation().isFallback()).isTrue();
    assertThat(filling.explanation().toString())
        .containsAnyOf("makes it like", "likeness to", "likens it to")
        .contains(" the work named");
  }

  @Test
  void groupMemberNobodyKnows_hasNoSay() {
    Recommender recommender =
        Fixture.builder(CATALOG, Fixture.interactions(CATALOG, 20, 12, 2))
            .strategy(
                Hybrid.weighted().add(1, ContentBased.cosine()).add(0.1, Popularity.allTime()))
            .build();
    RecommendationRequest alone =
        RecommendationRequest.forGroup("u1").groupRule(GroupRule.LEAST_MISERY).n(5).build();
    RecommendationRequest withSomebody =
        RecommendationRequest.forGroup("u1", "nobody")
            .groupRule(GroupRule.LEAST_MISERY)
            .n(5)
            .build();
    assertThat(recommender.recommend(withSomebody).stream().map(Recommendation::toString))
        .containsExactlyElementsOf(
            recommender.recommend(alone).stream().map(Recommendation::toString).toList());
  }

  @Test
  void groupRules_areTheDocumentedOnes() {
    Catalog works =
        Catalog.of(
            Artwork.builder("a", "A").subject("x").subject("only-a").build(),
            Artwork.builder("b", "B").subject("y").build(),
            Artwork.builder("ax", "AX").subject("x").build(),
            Artwork.builder("by", "BY").subject("y").build(),
            Artwork.builder("xy", "XY").subject("x").subject("y").build());
    Recommender recommender =
        Recommender.builder()
            .catalog(works)
            .interactions(List.of(Interaction.favorite("u", "a"), Interaction.favorite("v", "b")))
            .feature(AttributeFeature.subjects())
            .strategy(ContentBased.cosine())
            .build();
    assertThat(group(recommender, GroupRule.LEAST_MISERY).get(0)).isEqualTo("xy");
    assertThat(group(recommender, GroupRule.MOST_PLEASURE)).startsWith("ax", "by");
    assertThat(group(recommender, GroupRule.FAIR_ROTATION)).containsExactly("ax", "by", "xy");
    assertThat(group(recommender, GroupRule.AVERAGE).get(0)).isEqualTo("xy");
  }

  @Test
  void fairRotation_spendsNoTurnOnWorksThatMayNotBeShown() {
    List<Artwork> works = new ArrayList<>();
    List<Interaction> events = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      works.add(Artwork.builder("seen" + i, "Seen").subject("x").build());
      events.add(Interaction.favorite("u", "seen" + i));
    }
    events.add(Interaction.favorite("v", "b"));
    works.add(Artwork.builder("b", "B").subject("y").build());
    for (int i = 0; i < 3; i++) {
      works.add(Artwork.builder("y" + i, "Y").subject("y").build());
    }
    for (int i = 0; i < 3; i++) {
      works.add(Artwork.builder("x" + i, "X").subject("x").build());
    }
    Recommender recommender =
        Recommender.builder()
            .catalog(Catalog.of(works))
            .interactions(events)
            .feature(AttributeFeature.subjects())
            .strategy(ContentBased.cosine())
            .build();

    assertThat(group(recommender, GroupRule.FAIR_ROTATION))
        .containsExactly("x0", "y0", "x1", "y1", "x2", "y2");
  }

  private static List<String> group(Recommender recommender, GroupRule rule) {
    return ids(
        recommender.recommend(
            RecommendationRequest.forGroup("u", "v", "stranger").groupRule(rule).build()));
  }

  @Test
  void groupOfStrangers_getsAnAnswer() {
    Recommender recommender = Fixture.builder(CATALOG, List.of()).build();
    assertThat(recommender.recommend(RecommendationRequest.forGroup("x", "y").n(3).build()))
        .hasSize(3);
  }

  @Test
  void cleaning_isReported() {
    List<Interaction> events =
        List.of(
            Interaction.favorite("ada", "w0-0"),
            Interaction.favorite("ada", "w0-0"),
            Interaction.favorite("ada", "gone"),
            Interaction.rating("ada", "w0-1", 9));
    Recommender cleaned = Fixture.builder(CATALOG, events).build();
    assertThat(cleaned.dataset().size()).isEqualTo(2);
    assertThat(cleaned.report().cleaning().toString())
        .contains("4 events in, 2 out", "duplicates: 1 dropped", "unknown artworks: 1 dropped");
    Recommender raw = Fixture.builder(CATALOG, events).cleaning(Cleaning.none()).build();
    assertThat(raw.dataset().size()).isEqualTo(3);
    assertThat(raw.dataset().leftOut()).isEqualTo(1);
  }

  @Test
  void cancelledBuild_stops() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThatThrownBy(() -> Fixture.builder(CATALOG, List.of()).cancellation(cancellation).build())
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void fewerCandidates_areRankedAsAPool() {
    Recommender recommender =
        Fixture.builder(CATALOG, Fixture.interactions(CATALOG, 20, 12, 2))
            .strategy(Hybrid.weighted().add(1, ContentBased.cosine()))
            .candidates(20)
            .build();
    Recommender whole =
        Fixture.builder(CATALOG, Fixture.interactions(CATALOG, 20, 12, 2))
            .strategy(Hybrid.weighted().add(1, ContentBased.cosine()))
            .build();
    assertThat(ids(recommender.recommend("u2", 5))).isEqualTo(ids(whole.recommend("u2", 5)));
    assertThat(recommender.recommend("u2", 100)).hasSizeGreaterThan(90);
  }

  @Test
  void reasons_inChinese_nameTheWorksAndTheTraits() {
    Recommender recommender = Fixture.builder(CATALOG, List.of()).build();
    recommender.record(Interaction.favorite("ada", "w2-5"));
    Explanation why = recommender.explain("ada", "w2-6", Locale.SIMPLIFIED_CHINESE);
    assertThat(why.toString()).startsWith("和您喜欢的《Cubism no. 5》相像：").endsWith("。");
    assertThat(why.works()).hasSize(1);
    assertThat(Optional.of(why.works().get(0).artwork().id())).contains("w2-5");
  }

  @Test
  void ratingOffTheScale_countsAsItsEnd_liveAsWhenBuilding() {
    Catalog catalog = Fixture.catalog(10, 1);
    List<Interaction> events = Fixture.interactions(catalog, 6, 4, 2);
    Recommender recommender = Fixture.builder(catalog, events).build();
    recommender.record(Interaction.rating("ada", "w1-1", 3e38));
    recommender.record(Interaction.rating("ada", "w1-2", -7));
    recommender.record(Interaction.rating("ada", "w1-3", 4));
    recommender.retrain();
    assertThat(recommender.dataset().interactions().stream())
        .filteredOn(event -> event.user().equals("ada"))
        .extracting(Interaction::value)
        .containsExactly(5.0, 1.0, 4.0);
  }

  @Test
  void halfASurrogatePair_isRefused() {
    Catalog catalog = Fixture.catalog(10, 1);
    Recommender recommender = Fixture.builder(catalog, List.of()).build();
    assertThatThrownBy(() -> recommender.record(Interaction.view("a\uD83D", "w1-1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the user of an interaction has half a surrogate pair (U+D83D at 1), expected valid Unicode");
    assertThat(recommender.record(Interaction.view("a\uD83C\uDFA8", "w1-1").saying("schön")))
        .isTrue();
  }
}
