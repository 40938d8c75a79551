package io.artrec.cf;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommendation;
import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A strategy that has learned nothing leaves the answer to popular works, marked as a fall-back.
 */
class NothingLearnedTest {
  private static Catalog works() {
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      works.add(Artwork.builder("w" + i, "Work " + i).build());
    }
    return Catalog.of(works);
  }

  /** Six visitors who only favourited; most of them work 7. */
  private static List<Interaction> favorites() {
    List<Interaction> events = new ArrayList<>();
    for (int user = 0; user < 6; user++) {
      events.add(Interaction.favorite("u" + user, "w" + user));
      events.add(Interaction.favorite("u" + user, user < 5 ? "w7" : "w9"));
    }
    return events;
  }

  private static List<Recommendation> answer(String strategy, String user) {
    try (Recommender recommender =
        Recommender.builder()
            .catalog(works())
            .interactions(favorites())
            .strategy(CfStrategies.parse(strategy))
            .build()) {
      return recommender.recommend(user, 5);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "biased-mf:factors=3",
        "biased-mf:factors=3,solver=sgd",
        "svd-plus-plus:factors=3",
        "nmf:factors=3,feedback=rating",
        "slope-one",
        "bias",
        "item-knn-rating",
        "user-knn-rating"
      })
  void withoutRatings_popularWorksFollow(String strategy) {
    List<Recommendation> answer = answer(strategy, "u5");
    assertThat(answer).allMatch(given -> given.explanation().isFallback());
    assertThat(answer.get(0).artwork().id()).isEqualTo("w7");
  }

  @Test
  void worksThatNothingLinks_areNotScoredByEase() {
    try (Recommender recommender =
        Recommender.builder()
            .catalog(works())
            .interactions(favorites())
            .strategy(CfStrategies.parse("ease"))
            .build()) {
      recommender.record(Interaction.favorite("newcomer", "w15"));
      assertThat(recommender.recommend("newcomer", 3))
          .allMatch(given -> given.explanation().isFallback());
      assertThat(recommender.recommend("u5", 1))
          .noneMatch(given -> given.explanation().isFallback());
    }
  }
}
