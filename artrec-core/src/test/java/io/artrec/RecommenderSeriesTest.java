package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.feature.AttributeFeature;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Popularity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecommenderSeriesTest {
  /** Works w0, w1, ... liked by fewer and fewer visitors. */
  private static RecommenderBuilder liked(String... titles) {
    List<Artwork> works = new ArrayList<>();
    List<Interaction> events = new ArrayList<>();
    for (int i = 0; i < titles.length; i++) {
      works.add(
          Artwork.builder("w" + i, titles[i]).artist("Ann Example").medium("etching").build());
      for (int user = 0; user < titles.length - i; user++) {
        events.add(Interaction.favorite("u" + user, "w" + i).at(Fixture.CLOCK.instant()));
      }
    }
    return Recommender.builder().catalog(works).interactions(events).clock(Fixture.CLOCK);
  }

  private static RecommenderBuilder weirs() {
    return liked(
            "The Weir, plate 1",
            "The Weir, plate 2",
            "The Weir, plate 3",
            "Herons",
            "[no title]",
            "Untitled 4",
            "Mill")
        .strategy(Popularity.allTime());
  }

  private static List<String> best(Recommender recommender, int n) {
    return Fixture.ids(recommender.recommend(RecommendationRequest.builder().n(n).build()));
  }

  @Test
  void oneOfASeries_isAnswered() {
    Recommender recommender = weirs().build();

    assertThat(best(recommender, 4)).containsExactly("w0", "w3", "w4", "w6");
    assertThat(best(recommender, 2)).containsExactly("w0", "w3");
    assertThat(recommender.whyNot(RecommendationRequest.builder().n(4).build(), "w1").toString())
        .contains("the re-ranker prefers others or another work of its series comes first");
  }

  @Test
  void restOfASeries_fillsUp() {
    assertThat(best(weirs().build(), 6)).containsExactly("w0", "w3", "w4", "w6", "w1", "w2");
    assertThat(best(weirs().build(), 7)).hasSize(7).doesNotHaveDuplicates();
    assertThat(best(liked("Sheet 1 of a song", "Sheet 2 of a song").build(), 2)).hasSize(2);
  }

  @Test
  void series_mayFillAnswersWhenToldTo() {
    assertThat(best(weirs().onePerSeries(false).build(), 4))
        .containsExactly("w0", "w1", "w2", "w3");
    assertThatThrownBy(() -> weirs().onePerSeries(true).onePerSeries(false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("onePerSeries");
  }

  @Test
  void saved_isKept(@TempDir Path folder) {
    for (boolean once : new boolean[] {true, false}) {
      Recommender saved = weirs().onePerSeries(once).build();
      Path file = folder.resolve("model-" + once);
      saved.save(file);

      assertThat(best(Recommender.load(file), 4)).isEqualTo(best(saved, 4));
    }
  }

  @Test
  void manyAtOnce_areAnsweredAsEachAlone() {
    Recommender recommender =
        liked(
                "The Weir, plate 1",
                "The Weir, plate 2",
                "Herons",
                "The Weir, plate 3",
                "Mill",
                "Lane")
            .feature(AttributeFeature.medium())
            .strategy(ContentBased.cosine())
            .build();

    for (TopArtworks top : recommender.recommendTop(List.of("u3", "u4", "u5"), 2)) {
      assertThat(top.artworks().stream().map(Artwork::id))
          .containsExactlyElementsOf(Fixture.ids(recommender.recommend(top.user(), 2)));
    }
  }
}
