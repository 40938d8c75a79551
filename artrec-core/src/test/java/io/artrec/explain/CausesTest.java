package io.artrec.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Causes that are not core's own, and the rule by which a sentence tells them. */
class CausesTest {
  private static final Catalog CATALOG =
      Catalog.of(
          Artwork.builder("a", "A").subject("sea").build(),
          Artwork.builder("b", "B").subject("sea").build());

  private static final Cause PICK =
      Cause.worded(
          "editors-pick", Map.of(Locale.ENGLISH, "an editor's pick", Locale.CHINESE, "编辑推荐"));

  /** A mood met, as an application's own strategy may have it. */
  private record Mood(String name) implements Cause {
    @Override
    public String kind() {
      return "mood";
    }

    @Override
    public Optional<String> words(Locale language) {
      return language.getLanguage().equals("en")
          ? Optional.of("for a\n " + name + " mood ")
          : Optional.empty();
    }
  }

  private static String why(Locale language, Contribution... contributions) {
    return new Explanation(
            CATALOG.get(1),
            1,
            Explanation.Occasion.TASTE,
            List.of(contributions),
            ExplanationContext.of(CATALOG).sentences(FirstWays.SENTENCES))
        .sentence(language);
  }

  private static Contribution of(Cause cause, double amount) {
    return new Contribution("shop", cause, amount);
  }

  private static final Contribution LIKED =
      of(
          new Cause.KnownArtwork(
              0, 1, Optional.of(new Cause.Likeness("subject", OptionalDouble.of(0.9)))),
          0.5);

  @Test
  void causeThatCounts_isToldInTheLanguageAskedFor() {
    assertThat(why(Locale.ENGLISH, LIKED, of(PICK, 0.2)))
        .isEqualTo("Like A, which you liked: showing sea too; an editor's pick.");
    assertThat(why(Locale.TAIWAN, LIKED, of(PICK, 0.2))).isEqualTo("与您喜欢的《A》相近：都有 sea；编辑推荐。");
    assertThat(why(Locale.ENGLISH, of(new Mood("quiet"), 0.4)))
        .as("words on one line")
        .isEqualTo("For a quiet mood.");
  }

  @Test
  void causeLouderThanEveryKnownWork_isTheReason() {
    assertThat(why(Locale.ENGLISH, LIKED, of(PICK, 0.6))).isEqualTo("An editor's pick.");
    assertThat(why(Locale.ENGLISH, LIKED, of(PICK, 0.6), of(new Mood("quiet"), 0.7)))
        .isEqualTo("For a quiet mood; an editor's pick.");
  }

  @Test
  void causeThatHardlyCounts_orSpeaksAgainst_isNotTold() {
    assertThat(why(Locale.ENGLISH, LIKED, of(PICK, 0.05)))
        .isEqualTo("Like A, which you liked: showing sea too.");
    assertThat(why(Locale.ENGLISH, LIKED, of(PICK, -0.3)))
        .isEqualTo("Like A, which you liked: showing sea too.");
    assertThat(why(Locale.ENGLISH, of(new Cause.Popularity(9, false), 0.9), of(PICK, 0.05)))
        .isEqualTo("Of interest to 9 visitors.");
  }

  @Test
  void amountsOfEqualCauses_addUp() {
    assertThat(why(Locale.ENGLISH, LIKED, of(new Mood("quiet"), 0.05), of(new Mood("quiet"), 0.05)))
        .isEqualTo("Like A, which you liked: showing sea too; for a quiet mood.");
  }

  @Test
  void causeWithoutWordsInALanguage_isNotTold() {
    assertThat(why(Locale.CHINESE, LIKED, of(new Mood("quiet"), 0.4)))
        .isEqualTo("与您喜欢的《A》相近：都有 sea。");
    assertThat(why(Locale.CHINESE, of(new Mood("quiet"), 0.4))).isEqualTo("总体匹配。");
  }

  @Test
  void wish_andCauses_standBehindTheTraitsOfTheWorkNamed() {
    assertThat(why(Locale.ENGLISH, of(new Cause.Wish("storm", true), 0.4), LIKED, of(PICK, 0.3)))
        .isEqualTo(
            "Like A, which you liked: showing sea too; fits what you asked for, “storm”; an"
                + " editor's pick.");
  }

  @Test
  void kinds_areStable() {
    assertThat(
            List.of(
                new Cause.KnownArtwork(0, 1),
                new Cause.FeatureMatch("x"),
                new Cause.Popularity(1, false),
                new Cause.Popularity(1, true),
                new Cause.Wish("x", true),
                new Cause.Chance(),
                new Cause.Offset("scale"),
                new Cause.Rank(1),
                PICK))
        .extracting(Cause::kind)
        .containsExactly(
            "known-work",
            "feature",
            "popularity",
            "recent-popularity",
            "wish",
            "chance",
            "offset",
            "rank",
            "editors-pick");
  }

  @Test
  void badWords_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cause.worded("Editor's pick", Map.of()))
        .withMessage(
            "kind of cause 'Editor's pick': expected lower-case letters, digits and single"
                + " hyphens");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cause.worded("pick", Map.of(Locale.FRENCH, " ")))
        .withMessage("words of cause 'pick' are blank in fr; leave the language out");
  }
}
