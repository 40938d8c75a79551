package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.elicitation.Acquaintance;
import io.artrec.elicitation.ArtworkPair;
import io.artrec.elicitation.FirstMeeting;
import io.artrec.elicitation.Leaning;
import io.artrec.elicitation.PairChoice;
import io.artrec.elicitation.TasteProfile;
import io.artrec.filter.Filters;
import io.artrec.strategy.ContentBased;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strangers who meet a recommender and are then advised by it. */
class RecommenderMeetingTest {
  private static final Catalog CATALOG = Fixture.catalog(30, 1);

  @TempDir private Path folder;

  private static RecommenderBuilder builder() {
    return Fixture.builder(CATALOG, Fixture.interactions(CATALOG, 12, 10, 1))
        .strategy(ContentBased.cosine());
  }

  /** Somebody who likes one school, and says neither where both works are of others. */
  private static TasteProfile met(Recommender recommender, String school) {
    FirstMeeting meeting = recommender.firstMeeting().prepare();
    Acquaintance acquaintance = meeting.start();
    for (Optional<ArtworkPair> pair = acquaintance.next();
        pair.isPresent();
        pair = acquaintance.next()) {
      boolean first = pair.get().first().movements().contains(school);
      boolean second = pair.get().second().movements().contains(school);
      PairChoice choice =
          first && second
              ? PairChoice.BOTH
              : first ? PairChoice.FIRST : second ? PairChoice.SECOND : PairChoice.NEITHER;
      acquaintance = acquaintance.with(pair.get().answer(choice));
    }
    return acquaintance.profile();
  }

  private static long ofSchool(List<Recommendation> answer, String school) {
    return answer.stream().filter(r -> r.artwork().movements().contains(school)).count();
  }

  @Test
  void strangers_areAdvisedByWhatTheyChose() {
    try (Recommender recommender = builder().build()) {
      for (String school : Fixture.SCHOOLS) {
        TasteProfile profile = met(recommender, school);
        RecommendationRequest request =
            RecommendationRequest.forHistory(profile.interactions("anybody")).n(10).build();
        assertThat(ofSchool(recommender.recommend(request), school))
            .as(school)
            .isGreaterThanOrEqualTo(9);
        assertThat(profile.leanings(0.95))
            .filteredOn(Leaning::isTowards)
            .extracting(Leaning::value)
            .contains(school);
      }
    }
  }

  @Test
  void answersThatAreRecorded_areKnownAtOnce_andForgotten() throws IOException {
    Path log = folder.resolve("log");
    try (Recommender recommender = builder().log(log).build()) {
      List<String> before = Fixture.ids(recommender.recommend("strangest", 10));
      List<Interaction> events = met(recommender, "Cubism").interactions("strangest");
      assertThat(recommender.recordAll(events)).isEqualTo(events.size()).isPositive();
      assertThat(ofSchool(recommender.recommend("strangest", 10), "Cubism"))
          .isGreaterThanOrEqualTo(9);
      assertThat(Fixture.holds(log, "strangest")).isTrue();
      recommender.forget("strangest");
      assertThat(Fixture.holds(log, "strangest")).isFalse();
      assertThat(recommender.history("strangest")).isEmpty();
      assertThat(Fixture.ids(recommender.recommend("strangest", 10))).isEqualTo(before);
    }
  }

  @Test
  void standingFilter_holdsForPairs_andALoadedRecommenderAsksTheSame() {
    try (Recommender recommender =
        builder().filter(Filters.movement("Cubism", "Baroque")).build()) {
      Acquaintance start = recommender.firstMeeting().prepare().start();
      ArtworkPair pair = start.next().orElseThrow();
      assertThat(pair.first().movements()).containsAnyOf("Cubism", "Baroque");
      assertThat(pair.second().movements()).containsAnyOf("Cubism", "Baroque");
      recommender.save(folder.resolve("model"));
      try (Recommender loaded =
          Recommender.loader(folder.resolve("model"))
              .filter(Filters.movement("Cubism", "Baroque"))
              .load()) {
        assertThat(loaded.firstMeeting().prepare().start().next()).contains(pair);
      }
    }
  }

  @Test
  void catalogThatChanges_isMetAnew() {
    try (Recommender recommender = builder().build()) {
      TasteProfile before = met(recommender, "Cubism");
      String best = before.best(1).get(0).id();
      recommender.update(CatalogChange.withdraw(best));
      assertThat(met(recommender, "Cubism").best(120))
          .hasSize(119)
          .noneMatch(w -> w.id().equals(best));
    }
  }
}
