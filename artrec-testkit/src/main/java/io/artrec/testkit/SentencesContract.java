package io.artrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.explain.Explanation;
import io.artrec.explain.ExplanationContext;
import io.artrec.explain.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every {@link Sentences} must do: write one line about whatever there is to explain, in any
 * language that it is asked for, the same every time.
 */
public abstract class SentencesContract {
  private static final Catalog CATALOG =
      Catalog.of(
          Artwork.builder("wave", "The Great Wave").artist("Hokusai").subject("sea").build(),
          Artwork.builder("fuji", "Red Fuji").artist("Hokusai").subject("sea").build(),
          Artwork.builder("night", "The Starry Night").build());

  /** For subclasses. */
  protected SentencesContract() {}

  /** {@return what is tested} */
  protected abstract Sentences sentences();

  /**
   * Explanations of every occasion and kind of cause.
   *
   * @return the explanations
   */
  protected static Stream<Explanation> explanations() {
    Cause liked = likeness(1, 1, "subject", 0.9);
    return Stream.of(
        explanation(Explanation.Occasion.TASTE),
        explanation(Explanation.Occasion.TASTE, liked),
        explanation(Explanation.Occasion.TASTE, likeness(1, 0.1, "look", 0.9)),
        explanation(Explanation.Occasion.TASTE, liked, likeness(2, -1, "subject", 0.9)),
        explanation(Explanation.Occasion.TASTE, new Cause.KnownArtwork(2, 1)),
        explanation(Explanation.Occasion.TASTE, new Cause.KnownArtwork(0, 1)),
        explanation(Explanation.Occasion.TASTE, new Cause.Wish("ships", true)),
        explanation(Explanation.Occasion.TASTE, new Cause.Wish("ships", false)),
        explanation(Explanation.Occasion.TASTE, new Cause.Offset("scale"), new Cause.Rank(3)),
        explanation(
            Explanation.Occasion.TASTE,
            Cause.worded("editors-pick", Map.of(Locale.ENGLISH, "an editor's pick"))),
        explanation(Explanation.Occasion.SIMILAR, liked),
        explanation(Explanation.Occasion.SIMILAR, likeness(2, 1, "look", 0.1)),
        explanation(Explanation.Occasion.SIMILAR, likeness(1, 1, TellingFeature.NAME, 0.9)),
        explanation(
            Explanation.Occasion.TASTE,
            likeness(1, 1, TellingFeature.NAME, 0.9),
            likeness(2, 1, TellingFeature.NAME, 0.9)),
        explanation(Explanation.Occasion.FALLBACK, new Cause.Popularity(3, false)),
        explanation(Explanation.Occasion.SIMILAR_FALLBACK, new Cause.Chance()));
  }

  private static Cause likeness(int work, double weight, String feature, double share) {
    return new Cause.KnownArtwork(
        work, weight, Optional.of(new Cause.Likeness(feature, OptionalDouble.of(share))));
  }

  private static Explanation explanation(Explanation.Occasion occasion, Cause... causes) {
    List<Contribution> contributions =
        Stream.of(causes).map(cause -> new Contribution("some", cause, 0.5)).toList();
    return new Explanation(
        CATALOG.get(0),
        0.5,
        occasion,
        contributions,
        ExplanationContext.of(CATALOG).telling(TellingFeature.fitted(CATALOG)));
  }

  @ParameterizedTest
  @MethodSource("explanations")
  void sentence_isOneLine_inAnyLanguage(Explanation explanation) {
    for (Locale language : List.of(Locale.ENGLISH, Locale.TRADITIONAL_CHINESE, Locale.ROOT)) {
      assertThat(sentences().write(explanation, language))
          .isNotNull()
          .doesNotContain("\n", "null", "[", "Optional")
          .isEqualTo(sentences().write(explanation, language));
    }
  }
}
