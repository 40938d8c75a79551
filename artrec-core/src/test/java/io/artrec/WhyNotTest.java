package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.catalog.UnknownArtworkException;
import io.artrec.explain.Obstacle;
import io.artrec.filter.Filters;
import io.artrec.rerank.AttributeCap;
import io.artrec.strategy.Popularity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WhyNotTest {
  private static final Catalog CATALOG = Fixture.catalog(12, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 12, 8, 2);

  /** Works a to e, liked by five visitors to one. */
  private static RecommenderBuilder byPopularity() {
    List<Artwork> works = new ArrayList<>();
    List<Interaction> events = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String id = String.valueOf((char) ('a' + i));
      works.add(
          Artwork.builder(id, id.toUpperCase(Locale.ROOT)).artist(i < 2 ? "One" : "Two").build());
      for (int user = 0; user < 5 - i; user++) {
        events.add(Interaction.favorite("u" + user, id).at(Fixture.CLOCK.instant()));
      }
    }
    return Recommender.builder()
        .catalog(works)
        .interactions(events)
        .strategy(Popularity.allTime())
        .clock(Fixture.CLOCK);
  }

  private static List<Obstacle.Kind> kinds(WhyNot why) {
    return why.obstacles().stream().map(Obstacle::kind).toList();
  }

  @Test
  void workBelowTheOthers_isToldByItsRankAndDistance() {
    Recommender recommender = byPopularity().build();
    RecommendationRequest two = RecommendationRequest.builder().n(2).build();
    double second = recommender.recommend(two).get(1).score();

    WhyNot why = recommender.whyNot(two, "d");
    assertThat(why.place()).isEmpty();
    assertThat(why.obstacles()).isEmpty();
    assertThat(why.rank()).hasValue(4);
    assertThat(why.below().orElseThrow())
        .isCloseTo(second - why.score().orElseThrow(), within(1e-12))
        .isPositive();
    assertThat(why.changes()).contains(new WhyNot.Change(WhyNot.Change.Kind.MORE, "4"));
    assertThat(why.isReordered()).isFalse();
    assertThat(why.toString())
        .startsWith("D is not in the answer: by its score it is number 4, and 2 are wanted, ");
    assertThat(why.toString()).endsWith("among 4 works.");
  }

  @Test
  void workThatIsThere_hasItsPlace() {
    WhyNot why = byPopularity().build().whyNot(RecommendationRequest.builder().n(2).build(), "b");
    assertThat(why.place()).hasValue(2);
    assertThat(why.changes()).isEmpty();
    assertThat(why).hasToString("B is in the answer, at place 2.");
  }

  @Test
  void everythingThatKeepsAWorkOut_isNamed() {
    Recommender recommender = byPopularity().filter(Filters.not(Filters.artist("One"))).build();
    recommender.update(CatalogChange.withdraw("a"));
    RecommendationRequest request =
        RecommendationRequest.forUser("u0")
            .exclude("a")
            .filter(Filters.excluding(List.of("a")).and(Filters.artist("One")))
            .build();
    WhyNot why = recommender.whyNot(request, "a");
    assertThat(kinds(why))
        .containsExactly(
            Obstacle.Kind.WITHDRAWN,
            Obstacle.Kind.SEEN,
            Obstacle.Kind.EXCLUDED,
            Obstacle.Kind.STANDING_FILTER,
            Obstacle.Kind.FILTER);
    assertThat(why.obstacles().get(4).what())
        .isEqualTo(Filters.excluding(List.of("a")).description());
    assertThat(why.rank()).hasValue(1);
    assertThat(why.changes()).isEmpty();
    assertThat(why.toString()).contains("it is withdrawn; the asker had to do with it already");
    assertThat(kinds(recommender.whyNot(RecommendationRequest.builder().build(), "b")))
        .containsExactly(Obstacle.Kind.STANDING_FILTER);
  }

  @Test
  void reranker_isToldWhereItPrefersOthers() {
    Recommender recommender = byPopularity().rerank(AttributeCap.perArtist(1)).build();
    WhyNot why = recommender.whyNot(RecommendationRequest.builder().n(2).build(), "b");
    assertThat(why.isReordered()).isTrue();
    assertThat(why.toString()).contains("the re-ranker prefers others");
  }

  @Test
  void workWithoutAScore_isToldSo() {
    Recommender recommender = Fixture.builder(CATALOG, List.of()).build();
    WhyNot why = recommender.whyNot(RecommendationRequest.forUser("new").n(1).build(), "w3-5");
    assertThat(why.rank()).isEmpty();
    assertThat(why.below()).isEmpty();
    assertThat(why.toString()).contains("nothing known speaks for or against it");
  }

  @Test
  void changesThatAreTold_bringTheWorkIn() {
    int told = 0;
    for (int work = 0; work < CATALOG.size(); work += 5) {
      String id = CATALOG.get(work).id();
      for (String user : List.of("u0", "u1", "stranger")) {
        try (Recommender recommender = Fixture.builder(CATALOG, EVENTS).build()) {
          RecommendationRequest request = RecommendationRequest.forUser(user).n(6).build();
          WhyNot why = recommender.whyNot(request, id);
          assertThat(why.place().isPresent())
              .isEqualTo(Fixture.ids(recommender.recommend(request)).contains(id));
          for (WhyNot.Change change : why.changes()) {
            told++;
            RecommendationRequest changed =
                switch (change.kind()) {
                  case LIKE -> request;
                  case FACET -> request.toBuilder().facet(change.what(), 1).build();
                  case MORE -> request.toBuilder().n(Integer.parseInt(change.what())).build();
                };
            if (change.kind() == WhyNot.Change.Kind.LIKE) {
              for (String liked : change.what().split(", ", -1)) {
                recommender.record(Interaction.favorite(user, liked));
              }
            }
            assertThat(Fixture.ids(recommender.recommend(changed)))
                .as("%s for %s of %s", id, user, why)
                .contains(id);
            if (change.kind() == WhyNot.Change.Kind.LIKE) {
              break;
            }
          }
          assertThat(new Gson().toJson(why.plain())).contains("\"artwork\":\"" + id + "\"");
        }
      }
    }
    assertThat(told).isGreaterThan(10);
  }

  @Test
  void group_isAnsweredForAll() {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    RecommendationRequest group = RecommendationRequest.forGroup("u0", "u1").n(4).build();
    List<String> answer = Fixture.ids(recommender.recommend(group));
    assertThat(recommender.whyNot(group, answer.get(2)).place()).hasValue(3);
    WhyNot last = recommender.whyNot(group, "w3-11");
    for (WhyNot.Change change : last.changes()) {
      assertThat(change.kind()).isNotEqualTo(WhyNot.Change.Kind.LIKE);
    }
  }

  @Test
  void unknownWork_isRefused() {
    assertThatThrownBy(() -> byPopularity().build().whyNot("u0", "z"))
        .isInstanceOf(UnknownArtworkException.class);
  }
}
