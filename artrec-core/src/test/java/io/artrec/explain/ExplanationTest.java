package io.artrec.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final Catalog CATALOG =
      Catalog.of(
          Artwork.builder("a", "A").build(),
          Artwork.builder("b", "B").build(),
          Artwork.builder("c", "C").build());

  /** Two liked works and a disliked one speak through three features of two facets. */
  private static final Explanation WHY =
      new Explanation(
          CATALOG.get(0),
          1.0,
          Explanation.Occasion.TASTE,
          List.of(
              known("content", 1, "hue", 0.5),
              known("content", 1, "gabor", 0.25),
              known("content", 2, "words", -0.125),
              new Contribution("content", new Cause.FeatureMatch("words"), 0.0625),
              new Contribution("popularity", new Cause.Popularity(3, false), 0.1875),
              new Contribution("popularity", new Cause.Offset("scale"), 0.125)),
          ExplanationContext.of(CATALOG)
              .features(
                  List.of(spec("hue", "look"), spec("gabor", "look"), spec("words", "subject"))));

  private static FeatureSpec spec(String name, String facet) {
    return FeatureSpec.named(name).facet(facet).build();
  }

  private static Contribution known(String strategy, int work, String feature, double amount) {
    return new Contribution(
        strategy,
        new Cause.KnownArtwork(
            work,
            Math.signum(amount),
            Optional.of(new Cause.Likeness(feature, OptionalDouble.of(0.8)))),
        amount);
  }

  @Test
  void strategies_addUpToTheScore() {
    assertThat(WHY.strategies())
        .containsExactly(Map.entry("content", 0.6875), Map.entry("popularity", 0.3125));
    assertThat(sum(WHY.strategies())).isCloseTo(WHY.score(), within(1e-12));
  }

  @Test
  void works_areTheSumsOverTheirFeatures_andThoseAgainstComeLast() {
    assertThat(WHY.works())
        .containsExactly(
            new Explanation.ArtworkShare(CATALOG.get(1), 0.75),
            new Explanation.ArtworkShare(CATALOG.get(2), -0.125));
  }

  @Test
  void facets_areTheSumsOverTheirFeatures() {
    assertThat(WHY.facets())
        .containsExactly(Map.entry("look", 0.75), Map.entry("subject", -0.0625));
  }

  private static final Catalog PRINTS =
      Catalog.of(
          print("wave", "Wave", ArtistCredit.by("Hokusai")),
          print("fuji", "Fuji", ArtistCredit.by("Hokusai")),
          print("copy", "Copy", new ArtistCredit("Hokusai", ArtistCredit.Qualifier.AFTER)),
          Artwork.builder("iron", "Iron").artist("Chillida").subject("steel").build());

  private static Artwork print(String id, String title, ArtistCredit artist) {
    return Artwork.builder(id, title)
        .artist(artist)
        .movement("Ukiyo-e")
        .subject("sea")
        .attribute("palette", "blue")
        .build();
  }

  private static String sentence(
      int artwork, Explanation.Occasion occasion, Contribution... contributions) {
    return new Explanation(
            PRINTS.get(artwork),
            1,
            occasion,
            List.of(contributions),
            ExplanationContext.of(PRINTS)
                .features(List.of(spec("words", "text")))
                .sentences(FirstWays.SENTENCES))
        .toString();
  }

  private static String taste(int artwork, Contribution... contributions) {
    return sentence(artwork, Explanation.Occasion.TASTE, contributions);
  }

  private static Contribution because(int work, double weight, String feature, double amount) {
    return because(work, weight, feature, amount, 0.8);
  }

  private static Contribution because(
      int work, double weight, String feature, double amount, double likeness) {
    return new Contribution(
        "content",
        feature.isEmpty()
            ? new Cause.KnownArtwork(work, weight)
            : new Cause.KnownArtwork(
                work,
                weight,
                Optional.of(new Cause.Likeness(feature, OptionalDouble.of(likeness)))),
        amount);
  }

  @Test
  void sentence_namesOnlyTraitsThatHadAPartInTheScore() {
    assertThat(sentence(1, Explanation.Occasion.SIMILAR, because(0, 1, "palette", 0.5)))
        .isEqualTo("Like Wave: the same blue.");
    assertThat(taste(1, because(0, 1, "subject", 0.5), because(0, 1, "palette", 0.01)))
        .isEqualTo("Like Wave, which you liked: showing sea too.");
    assertThat(taste(1, because(0, 1, "words", 0.5)))
        .isEqualTo(
            "Like Wave, which you liked: also by Hokusai; showing sea too; described in similar"
                + " words.");
  }

  @Test
  void workAfterAnArtist_isNotByTheArtist() {
    assertThat(taste(2, because(0, 1, "artist", 0.5)))
        .isEqualTo("Like Wave, which you liked: linked to Hokusai, too.");
  }

  @Test
  void behavior_isCalledSo() {
    assertThat(taste(1, because(0, 1, "", 0.5)))
        .isEqualTo("Linked to Wave by what visitors are drawn to.");
    assertThat(taste(2, because(0, 1, "", 0.5), because(1, 1, "", 0.4)))
        .isEqualTo("Linked to Wave and Fuji by what visitors are drawn to.");
    assertThat(taste(1, because(0, 1, "", 0.5), because(0, 1, "subject", 0.2)))
        .isEqualTo("Linked to Wave by what visitors are drawn to; showing sea too.");
  }

  @Test
  void dislikedWork_isNeverCalledLiked_norLikedWorkDisliked() {
    assertThat(taste(3, because(0, -1, "subject", 0.5, -0.3)))
        .isEqualTo("Unlike Wave, which you did not like.");
    assertThat(taste(1, because(0, -1, "texture", 0.5, -0.3)))
        .as("both by Hokusai, of the sea")
        .isEqualTo("A match overall.");
    assertThat(taste(1, because(0, 1, "subject", -0.5)))
        .isEqualTo("Nothing that is known speaks for it.");
    assertThat(taste(2, because(0, 1, "subject", 0.5), because(1, -1, "subject", -0.4)))
        .isEqualTo(
            "Like Wave, which you liked: showing sea too; though a little like Fuji, which you did"
                + " not like.");
  }

  @Test
  void likedWorkItself_isSaidToBeLiked() {
    assertThat(taste(0, because(0, 1, "subject", 1))).isEqualTo("You liked it yourself.");
  }

  @Test
  void interest_isCountedWithoutCallingItLiking() {
    assertThat(taste(0, new Contribution("popularity", new Cause.Popularity(6, false), 0.5)))
        .isEqualTo("Of interest to 6 visitors.");
    assertThat(taste(0)).isEqualTo("Nothing that is known speaks for it.");
    assertThat(taste(0, new Contribution("content", new Cause.Offset("scale"), 0.5)))
        .isEqualTo("A match overall.");
  }

  private static double sum(Map<String, Double> shares) {
    return shares.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
