package io.artrec.text.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.filter.Filters;
import io.artrec.text.subject.Distress;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoodPathTest {
  private final Recommender recommender = MoodGallery.recommender();
  private final MoodPath path = MoodPath.of(MoodGallery.moods()).from("sad").to("平静");

  @AfterEach
  void close() {
    recommender.close();
  }

  private MoodWalk walk(MoodPath of) {
    return of.walk(recommender, RecommendationRequest.builder().seed(1).build());
  }

  private static String id(MoodStep step) {
    return step.recommendation().orElseThrow().artwork().id().replaceAll("\\d$", "");
  }

  @Test
  void itLeadsFromSadToCalmByWhatLiesBetween() {
    List<MoodStep> steps = walk(path.steps(3)).steps();

    assertThat(steps).hasSize(3).allMatch(step -> step.work().isPresent());
    assertThat(id(steps.get(0))).isEqualTo("sad");
    assertThat(id(steps.get(2))).isEqualTo("calm");
    assertThat(steps.get(1).station()).isEqualTo(new Affect(-0.125, -0.5));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 9})
  void noStepGoesBack_andNoWorkComesTwice(int count) {
    MoodWalk walk = walk(path.steps(count));

    Set<String> ids = new HashSet<>();
    double before = Double.NEGATIVE_INFINITY;
    for (MoodStep step : walk.filled()) {
      Affect at = step.work().orElseThrow().mood().affect();
      double progress = 1.25 * at.valence() - 0.5 * at.arousal();
      assertThat(progress).isGreaterThanOrEqualTo(before);
      assertThat(ids.add(step.recommendation().orElseThrow().artwork().id())).isTrue();
      assertThat(step.work().orElseThrow().distance()).isLessThanOrEqualTo(MoodMatch.REACH);
      before = progress;
    }
    assertThat(walk.steps()).hasSize(count);
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    assertThat(walk(path)).hasToString(walk(path).toString());
  }

  @Test
  void distressIsKeptOut_andSaidSo_unlessItIsAllowed() {
    RecommendationRequest only =
        RecommendationRequest.builder().filter(Filters.only(List.of("funeral", "calm0"))).build();

    MoodWalk kept = path.steps(2).walk(recommender, only);
    MoodWalk allowed = path.steps(2).keepingOut(Set.of()).walk(recommender, only);

    assertThat(kept.steps().get(0).work()).isEmpty();
    assertThat(kept.keptOut())
        .containsExactlyInAnyOrder(
            Distress.WAR, Distress.DEATH, Distress.ILLNESS, Distress.CRUELTY);
    assertThat(kept.note(Locale.ENGLISH))
        .isEqualTo(
            "Works whose records name war, death, illness or cruelty are kept out. 1 of 2 steps have no work.");
    assertThat(kept.note(Locale.CHINESE)).isEqualTo("已排除记录中涉及战争、死亡、疾病、残酷的作品。2步中有1步没有合适的作品。");
    assertThat(id(allowed.steps().get(0))).isEqualTo("funeral");
    assertThat(allowed.note(Locale.ENGLISH)).isEmpty();
  }

  @Test
  void eachStepIsExplained() {
    List<MoodStep> steps = walk(path.steps(2)).steps();

    assertThat(steps.get(0).sentence(Locale.ENGLISH))
        .matches(
            "Step 1 of 2, \"sad \\d\": begins where you are, near sad, judging by its words \\(sad\\)\\.");
    assertThat(steps.get(1).sentence(Locale.ENGLISH))
        .matches(
            "Step 2 of 2, \"calm \\d\": brighter and calmer than the one before, and near calm,"
                + " judging by its words \\(calm\\)\\.");
    assertThat(steps.get(1).sentence(Locale.CHINESE))
        .matches("第2步（共2步），《calm \\d》：比前一件更明朗、更平静，到达“平静”附近，依据是文字（calm）。");
  }

  @Test
  void whereNoWorkLiesNear_theStepSaysSo() {
    MoodWalk walk =
        path.to("exciting").steps(2).walk(recommender, RecommendationRequest.builder().build());

    assertThat(walk.filled()).hasSize(1);
    assertThat(walk.steps().get(1).sentence(Locale.ENGLISH))
        .isEqualTo(
            "Step 2 of 2: of what is recommended to you nothing lies near exciting and goes on from here.");
    assertThat(walk.steps().get(1).sentence(Locale.CHINESE))
        .startsWith("第2步（共2步）：推荐给你的作品中没有接近“激动”");
  }

  @Test
  void worksThatAreNotEligibleAreOnNoPath() {
    MoodWalk walk =
        path.steps(2)
            .walk(
                recommender,
                RecommendationRequest.builder()
                    .filter(Filters.only(List.of("calm1", "joyful1")))
                    .build());

    assertThat(walk.filled())
        .singleElement()
        .satisfies(step -> assertThat(id(step)).isEqualTo("calm"));
    assertThat(walk.pool()).hasSize(2);
  }

  @Test
  void anUnknownMoodIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> path.to("xyzzy"))
        .withMessageContaining("'xyzzy' is no word of mood that is known");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> path.steps(1))
        .withMessage("steps is 1, expected 2 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> path.pool(0))
        .withMessage("pool is 0, expected 1 or more");
  }
}
