package io.artrec.text.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommendation;
import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogLoader;
import io.artrec.feature.AttributeFeature;
import io.artrec.strategy.ContentBased;
import io.artrec.text.analysis.ArtworkText;
import io.artrec.text.analysis.TextAnalysis;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Titles that only say that there is none make no two works alike. */
class PlaceholderTitlesTest {
  private static final Catalog CATALOG = load();

  private static Catalog load() {
    try (InputStream bytes =
        Objects.requireNonNull(
            PlaceholderTitlesTest.class.getResourceAsStream("h14-placeholder-titles.csv"))) {
      return CatalogLoader.csv(bytes).load().catalog();
    } catch (IOException e) {
      throw new IllegalStateException("cannot read the case", e);
    }
  }

  @Test
  void placeholder_hasNoWords() {
    assertThat(CATALOG.stream().map(ArtworkText::of))
        .containsExactly("", "", "", "", "Herons at the weir.", "The weir.");
    assertThat(
            ArtworkText.of(
                Artwork.builder("a", "Untitled")
                    .description("A grey river.")
                    .subject("river")
                    .build()))
        .isEqualTo("A grey river. river");
  }

  @Test
  void worksOfTheSameArtist_comeBeforeOtherPlaceholders() {
    Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .interactions(
                List.of(Interaction.favorite("u", "z1").at(Instant.parse("2026-01-01T00:00:00Z"))))
            .feature(TermFeature.tfIdf(TextAnalysis.english()))
            .feature(AttributeFeature.artist())
            .strategy(ContentBased.cosine())
            .build();

    List<Recommendation> answer = recommender.recommend("u", 5);

    assertThat(answer.stream().limit(2).map(each -> each.artwork().id()))
        .containsExactlyInAnyOrder("z5", "z6");
    assertThat(answer).noneMatch(each -> each.explanation().toString().contains("similar words"));
  }
}
