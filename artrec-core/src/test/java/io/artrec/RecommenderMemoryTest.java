package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.filter.Filters;
import io.artrec.strategy.ContentBased;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is remembered of those who ask again must never be seen in an answer. */
class RecommenderMemoryTest {
  private static final Catalog CATALOG = Fixture.catalog(12, 3);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 8, 6, 5);

  private static Recommender recommender() {
    return Fixture.builder(CATALOG, EVENTS).strategy(ContentBased.preferred()).build();
  }

  private static List<String> answer(Recommender recommender, String user) {
    return recommender.recommend(RecommendationRequest.forUser(user).n(8).build()).stream()
        .map(place -> place.artwork().id() + " " + place.score() + " " + place.explanation())
        .toList();
  }

  @Test
  void asking_again_givesTheSame() {
    Recommender recommender = recommender();
    for (int user = 0; user < 8; user++) {
      List<String> first = answer(recommender, "u" + user);

      assertThat(answer(recommender, "u" + user)).isEqualTo(first);
      assertThat(answer(recommender(), "u" + user)).isEqualTo(first);
    }
  }

  @Test
  void whatSomebodyDoes_isHeardAtOnce_asByOneWhoNeverAnsweredThem() {
    Recommender asked = recommender();
    Recommender silent = recommender();
    for (int work = 0; work < 6; work++) {
      answer(asked, "u1");
      answer(asked, "new");
      for (String user : List.of("u1", "new")) {
        Interaction liked =
            Interaction.favorite(user, CATALOG.get(3 * work).id()).at(Fixture.CLOCK.instant());
        asked.record(liked);
        silent.record(liked);
      }

      assertThat(answer(asked, "u1")).isEqualTo(answer(silent, "u1"));
      assertThat(answer(asked, "new")).isEqualTo(answer(silent, "new"));
    }
  }

  @Test
  void whoeverIsForgotten_isAStranger() {
    Recommender recommender = recommender();
    recommender.record(Interaction.favorite("new", "w2-1").at(Fixture.CLOCK.instant()));
    answer(recommender, "u1");
    answer(recommender, "new");
    recommender.forget("u1");
    recommender.forget("new");

    assertThat(answer(recommender, "u1")).hasSameSizeAs(answer(recommender, "new"));
    assertThat(
            recommender.recommend("u1", 8).stream()
                .allMatch(place -> place.explanation().isFallback()))
        .isTrue();
    assertThat(
            recommender.recommend("new", 8).stream()
                .allMatch(place -> place.explanation().isFallback()))
        .isTrue();
  }

  @Test
  void fallbacks_leaveOutWhatMostAreAgainst() {
    List<Interaction> events = new ArrayList<>(EVENTS);
    for (int user = 0; user < 6; user++) {
      events.add(Interaction.dislike("u" + user, "w0-11").at(Fixture.CLOCK.instant()));
    }
    for (int user = 0; user < 2; user++) {
      events.add(Interaction.dislike("u" + user, "w1-11").at(Fixture.CLOCK.instant()));
    }
    Recommender recommender =
        Fixture.builder(CATALOG, events).strategy(ContentBased.preferred()).build();
    List<String> all =
        recommender.recommend("stranger", CATALOG.size()).stream()
            .map(place -> place.artwork().id())
            .toList();

    assertThat(all).doesNotContain("w0-11").contains("w1-11").hasSize(CATALOG.size() - 1);
    assertThat(IntStream.range(0, all.size()).mapToObj(all::get).distinct()).hasSameSizeAs(all);
    assertThat(
            recommender.recommend(
                RecommendationRequest.forUser("stranger")
                    .filter(Filters.only(List.of("w0-11")))
                    .n(3)
                    .build()))
        .as("rather than nothing")
        .hasSize(1);
  }
}
