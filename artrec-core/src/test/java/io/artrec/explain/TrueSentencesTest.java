package io.artrec.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.YearRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sentence claims what holds of the two works that it names, whatever the scores are. */
class TrueSentencesTest {
  private static Contribution known(int work, double weight, String feature, double amount) {
    return known(work, weight, feature, amount, 0.9);
  }

  private static Contribution known(
      int work, double weight, String feature, double amount, double likeness) {
    return new Contribution(
        "content",
        new Cause.KnownArtwork(
            work, weight, Optional.of(new Cause.Likeness(feature, OptionalDouble.of(likeness)))),
        amount);
  }

  private static String why(Artwork liked, Artwork work, Contribution... contributions) {
    return why(Explanation.Occasion.TASTE, Locale.ENGLISH, liked, work, contributions);
  }

  private static String why(
      Explanation.Occasion occasion,
      Locale locale,
      Artwork liked,
      Artwork work,
      Contribution... contributions) {
    Catalog catalog = Catalog.of(liked, work, Artwork.builder("third", "Third").build());
    return new Explanation(
            work,
            1,
            occasion,
            List.of(contributions),
            ExplanationContext.of(catalog).locale(locale).sentences(FirstWays.SENTENCES))
        .toString();
  }

  private static Artwork made(String id, int first, int last) {
    return Artwork.builder(id, id.toUpperCase(Locale.ROOT))
        .created(YearRange.of(first, last))
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "1880, 1880, 1890, 1890, true",
    "1880, 1880, 1910, 1910, true",
    "1880, 1880, 1911, 1911, false",
    "1821, 1821, 1889, 1889, false",
    "1801, 1900, 1850, 1850, false",
    "-20, -10, 5, 5, true",
    "-2147483648, -2147483648, 2147483647, 2147483647, false"
  })
  void closeInTime_isWhatLiesWithinThirtyYears_inEveryReading(
      int first, int last, int from, int to, boolean close) {
    assertThat(why(made("a", first, last), made("b", from, to), known(0, 1, "period", 0.7)))
        .isEqualTo(close ? "Like A, which you liked: close in time." : "Because you liked A.");
  }

  private static Artwork sized(String id, double width, double height) {
    return Artwork.builder(id, id.toUpperCase(Locale.ROOT))
        .dimensions(Dimensions.ofCm(width, height))
        .build();
  }

  @ParameterizedTest
  @CsvSource({"50, 60, 60, 72, true", "50, 60, 61, 60, false", "20, 200, 60, 70, false"})
  void similarSize_isWithinAFifthOnBothSides(
      double width, double height, double otherWidth, double otherHeight, boolean same) {
    assertThat(
            why(
                sized("a", width, height),
                sized("b", otherWidth, otherHeight),
                known(0, 1, "size", 0.7)))
        .isEqualTo(same ? "Like A, which you liked: a similar size." : "Because you liked A.");
  }

  @Test
  void featureOfOnesOwn_isCalledAlikeByWhatItsSimilaritySays() {
    Artwork a = Artwork.builder("a", "A").build();
    Artwork b = Artwork.builder("b", "B").build();
    assertThat(why(a, b, known(0, 1, "price", 0.7, 0.5)))
        .isEqualTo("Like A, which you liked: similar price.");
    assertThat(why(a, b, known(0, 1, "price", 0.7, 1.0 / 31)))
        .as("10 and 40 euro, by 1 / (1 + distance)")
        .isEqualTo("Because you liked A.");
    assertThat(
            why(Explanation.Occasion.SIMILAR, Locale.ENGLISH, a, b, known(0, 1, "price", 0.7, 0.1)))
        .isEqualTo("Among the nearest to A.");
  }

  @Test
  void reason_belongsToTheWorkThatIsNamed() {
    Artwork a = Artwork.builder("a", "A").subject("sea").build();
    Artwork b = Artwork.builder("b", "B").subject("sea").build();
    assertThat(
            why(
                a,
                b,
                known(0, 1, "subject", 0.7),
                known(2, 1, "price", 0.2),
                known(0, 1, "texture", 0.2, 0.1)))
        .isEqualTo("Like A, which you liked: showing sea too.");
  }

  @Test
  void artistWhomOnlyOneWorkIsBy_isNotCalledRelated() {
    Artwork munch = Artwork.builder("a", "Scream").artist("Edvard Munch").build();
    Artwork other = Artwork.builder("b", "B").artist("Claude Monet").build();
    Artwork after =
        Artwork.builder("b", "B")
            .artist(new ArtistCredit("edvard munch", ArtistCredit.Qualifier.AFTER))
            .build();
    assertThat(why(munch, other, known(0, 1, "artist", 0.7)))
        .isEqualTo("Because you liked Scream.");
    assertThat(why(munch, after, known(0, 1, "artist", 0.7)))
        .isEqualTo("Like Scream, which you liked: linked to edvard munch, too.");
  }

  @Test
  void genreAndMedium_areComparedInTheRecords() {
    Artwork a = Artwork.builder("a", "A").genre("Landscape").medium("Oil on canvas").build();
    Artwork b = Artwork.builder("b", "B").genre("landscape").medium("Bronze").build();
    assertThat(why(a, b, known(0, 1, "genre", 0.7), known(0, 1, "medium", 0.6)))
        .isEqualTo("Like A, which you liked: the same kind of picture.");
  }

  @Test
  void dislikedWork_isNamedWhereItIsAlike() {
    Artwork a = Artwork.builder("a", "A").subject("sea").build();
    Artwork b = Artwork.builder("b", "B").subject("sea").build();
    assertThat(why(a, b, known(0, 1, "subject", 0.7), known(2, -1, "texture", -0.6, 0.7)))
        .isEqualTo(
            "Like A, which you liked: showing sea too; though a little like Third, which you did"
                + " not like.");
    assertThat(why(a, b, known(0, 1, "subject", 0.7), known(2, -1, "texture", -0.6, 0.2)))
        .isEqualTo("Like A, which you liked: showing sea too.");
  }

  @Test
  void wish_fitsByWhatItsStrategySays_notBecauseNothingIsNearer() {
    Artwork a = Artwork.builder("a", "A").build();
    Artwork b = Artwork.builder("b", "B").build();
    Contribution unmet = new Contribution("search", new Cause.Wish("ships", false), 0.9);
    Contribution met = new Contribution("search", new Cause.Wish("ships", true), 0.9);
    assertThat(why(a, b, met)).isEqualTo("Fits what you asked for, “ships”.");
    assertThat(why(a, b, unmet)).isEqualTo("Not clearly what you asked for, “ships”.");
    assertThat(why(a, b, unmet, known(0, 1, "texture", 1.5)))
        .isEqualTo("Like A, which you liked: a similar texture.");
    assertThat(why(Explanation.Occasion.TASTE, Locale.CHINESE, a, b, unmet))
        .isEqualTo("不一定符合您的愿望“ships”。");
  }

  @Test
  void chinese_hasBlanksAroundForeignWordsAlone() {
    Artwork a = Artwork.builder("a", "甲").artist("齐白石").subject("虾").build();
    Artwork b = Artwork.builder("b", "乙").artist("齐白石").subject("虾").build();
    assertThat(
            why(
                Explanation.Occasion.TASTE,
                Locale.CHINESE,
                a,
                b,
                known(0, 1, "artist", 0.7),
                known(0, 1, "subject", 0.7)))
        .isEqualTo("与您喜欢的《甲》相近：同为齐白石所作；都有虾。");
    Artwork monet = Artwork.builder("b", "乙").artist("Monet").build();
    assertThat(
            why(
                Explanation.Occasion.SIMILAR,
                Locale.CHINESE,
                Artwork.builder("a", "甲").artist("Monet").build(),
                monet,
                known(0, 1, "artist", 0.7)))
        .isEqualTo("与《甲》相近：同为 Monet 所作。");
  }
}
