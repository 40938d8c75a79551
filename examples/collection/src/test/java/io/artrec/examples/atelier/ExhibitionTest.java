package io.artrec.examples.atelier;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommendation;
import io.artrec.Recommender;
import io.artrec.SimilarRequest;
import io.artrec.catalog.Artwork;
import io.artrec.strategy.ContentBased;
import io.artrec.vision.color.PaletteFeature;
import org.junit.jupiter.api.Test;

class ExhibitionTest {
  private static final int WORKS = 56;
  private static final int NEIGHBORS = 1;

  /** Two works of each of 28 artists: by chance the nearest is the artist's other one in 55. */
  @Test
  void paletteNeighbors_shareTheArtist_tenTimesAsOftenAsByChance() {
    Exhibition exhibition = Exhibition.of(Studio.paintings(WORKS, 1));
    int same = 0;
    int all = 0;
    try (Recommender recommender =
        Recommender.builder()
            .catalog(exhibition.catalog())
            .images(exhibition)
            .feature(PaletteFeature.standard())
            .strategy(ContentBased.cosine())
            .build()) {
      for (Artwork work : exhibition.catalog()) {
        if (recommender.features().entries().get(0).matrix().isPresent(all / NEIGHBORS)) {
          for (Recommendation near :
              recommender.similar(SimilarRequest.to(work.id()).n(NEIGHBORS).build())) {
            same += near.artwork().artists().equals(work.artists()) ? 1 : 0;
          }
        }
        all += NEIGHBORS;
      }
    }
    assertThat((double) same / all).isGreaterThan(10.0 / 55);
  }

  @Test
  void workOfAnotherCatalog_hasNoImage() {
    Exhibition exhibition = Exhibition.of(Studio.paintings(1, 1));

    assertThat(exhibition.read(Artwork.builder("other", "Other").image("other.png").build()))
        .isEmpty();
    assertThat(exhibition.read(exhibition.catalog().get(0))).isPresent();
  }
}
