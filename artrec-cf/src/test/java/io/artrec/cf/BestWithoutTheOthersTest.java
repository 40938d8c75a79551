package io.artrec.cf;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.filter.Filter;
import io.artrec.rerank.AttributeCap;
import io.artrec.testkit.SyntheticGallery;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers by factors, which score the best works alone, are those that score all. */
class BestWithoutTheOthersTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
  private static final SyntheticGallery GALLERY = SyntheticGallery.of(600, 30, 15, 5);

  /** Lets all works through, which can only be known by asking for each. */
  private static final Filter ASKED = Filter.live("any work", work -> true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "implicit-als:factors=8,epochs=3",
        "bpr:factors=8,epochs=3",
        "nmf:factors=8,epochs=3"
      })
  void answer_isThatOfAllWorks(String strategy) {
    try (Recommender recommender =
        Recommender.builder()
            .catalog(GALLERY.catalog())
            .interactions(GALLERY.dataset().interactions())
            .strategy(CfStrategies.parse(strategy))
            .rerank(AttributeCap.perArtist(2))
            .clock(CLOCK)
            .build()) {
      for (int round = 0; round < 2; round++) {
        for (int user = 0; user < 12; user++) {
          String visitor = GALLERY.dataset().userId(user);
          for (int n : new int[] {1, 7, 40}) {
            assertThat(answer(recommender, RecommendationRequest.forUser(visitor).n(n)))
                .isEqualTo(
                    answer(recommender, RecommendationRequest.forUser(visitor).n(n).filter(ASKED)));
          }
          recommender.record(
              Interaction.favorite(visitor, GALLERY.catalog().get(7 * user).id())
                  .at(CLOCK.instant()));
        }
      }
    }
  }

  private static List<String> answer(Recommender recommender, RecommendationRequest.Builder asked) {
    return recommender.recommend(asked.build()).stream()
        .map(
            place ->
                place.artwork().id() + " " + place.score() + " " + place.explanation().toString())
        .toList();
  }
}
