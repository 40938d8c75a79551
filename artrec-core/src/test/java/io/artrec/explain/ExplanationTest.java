package io.artrec.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
          new Explanation.Context(
              CATALOG, Map.of("hue", "look", "gabor", "look", "words", "subject"), Locale.ENGLISH));

  private static Contribution known(String strategy, int work, String feature, double amount) {
    return new Contribution(
        strategy, new Cause.KnownWork(work, Math.signum(amount), Optional.of(feature)), amount);
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
            new Explanation.WorkShare(CATALOG.get(1), 0.75),
            new Explanation.WorkShare(CATALOG.get(2), -0.125));
  }

  @Test
  void facets_areTheSumsOverTheirFeatures() {
    assertThat(WHY.facets())
        .containsExactly(Map.entry("look", 0.75), Map.entry("subject", -0.0625));
  }

  private static double sum(Map<String, Double> shares) {
    return shares.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
