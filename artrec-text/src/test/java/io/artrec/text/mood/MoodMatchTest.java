package io.artrec.text.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.artrec.RecommendationRequest;
import io.artrec.Recommendations;
import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.filter.Filters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoodMatchTest {
  private final CatalogMoods moods = MoodGallery.moods();
  private final MoodMatch match = MoodMatch.of(moods);

  @ParameterizedTest
  @ValueSource(strings = {"sad", "joyful", "angry", "calm"})
  void worksCalledByAMoodFitIt(String mood) {
    Affect wanted = MoodLexicon.standard().find(mood).orElseThrow().affect();

    List<MatchedArtwork> fits = match.among(pool(), wanted, 3);

    assertThat(ids(fits)).containsExactlyInAnyOrder(mood + "0", mood + "1", mood + "2");
    double share = 1.4 / 2.4 - MoodMatch.STRENGTH;
    assertThat(fits.get(0).distance())
        .isCloseTo(Math.abs(share) * wanted.distance(Affect.NEUTRAL), within(1e-12));
  }

  @Test
  void whereNothingLiesNear_nothingFits() {
    assertThat(match.among(pool(), new Affect(0.25, 1), 5)).isEmpty();
    assertThat(match.among(pool(), Affect.NEUTRAL, 5)).isEmpty();
    assertThat(match.reach(3).among(pool(), Affect.NEUTRAL, 100)).hasSize(25);
  }

  @Test
  void amongWorksOfOneMoodTasteDecides() {
    try (Recommender recommender = MoodGallery.recommender()) {
      Recommendations taste =
          recommender.recommend(
              RecommendationRequest.forHistory(
                      List.of(
                          Interaction.favorite("x", "blank2"),
                          Interaction.favorite("x", "joyful2")))
                  .n(50)
                  .build());

      Affect sad = MoodLexicon.standard().find("sad").orElseThrow().affect();
      assertThat(ids(match.among(taste, sad, 1))).containsExactly("sad2");
    }
  }

  @Test
  void onlyWorksOfTheAnswerAreChosen() {
    try (Recommender recommender = MoodGallery.recommender()) {
      Recommendations filtered =
          recommender.recommend(
              RecommendationRequest.builder()
                  .n(50)
                  .filter(Filters.excluding(List.of("calm0", "calm2")))
                  .build());

      Affect calm = MoodLexicon.standard().find("calm").orElseThrow().affect();
      assertThat(ids(match.among(filtered, calm, 2)))
          .doesNotContain("calm0", "calm2")
          .contains("calm1");
    }
  }

  @Test
  void settingsThatMeanNothingAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> match.taste(1.5))
        .withMessage("taste is 1.5, expected 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> match.reach(0))
        .withMessage("reach is 0.0, expected above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> match.among(pool(), Affect.NEUTRAL, 0))
        .withMessage("n is 0, expected 1 or more");
  }

  private static Recommendations pool() {
    try (Recommender recommender = MoodGallery.recommender()) {
      return recommender.recommend(RecommendationRequest.builder().n(50).seed(7).build());
    }
  }

  private static List<String> ids(List<MatchedArtwork> works) {
    return works.stream().map(work -> work.recommendation().artwork().id()).toList();
  }
}
