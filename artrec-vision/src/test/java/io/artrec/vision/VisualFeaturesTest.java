package io.artrec.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ExtractionResult;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.WeightedFeature;
import io.artrec.vision.color.ColorHistogram;
import io.artrec.vision.texture.GaborTexture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisualFeaturesTest {
  @Test
  void extractionOfGoodAndBadImages_isTheSameOnOneThreadAndOnEight() {
    List<Artwork> artworks = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      artworks.add(Artwork.builder("a" + i, "Work " + i).image(i + ".png").build());
    }
    artworks.add(Artwork.builder("broken", "Broken").image("broken").build());
    artworks.add(Artwork.builder("bare", "Bare").build());
    Catalog catalog = Catalog.of(artworks);

    ExtractionResult one = extract(catalog, 1);
    ExtractionResult eight = extract(catalog, 8);

    for (int feature = 0; feature < 2; feature++) {
      assertThat(eight.features().entries().get(feature).matrix())
          .isEqualTo(one.features().entries().get(feature).matrix());
      assertThat(one.features().entries().get(feature).matrix().presentCount()).isEqualTo(40);
    }
    assertThat(eight.report().failures())
        .extracting(failure -> failure.artwork())
        .containsOnly("broken");
    assertThat(eight.report().failures().get(0).message()).contains("unknown format");
  }

  private static ExtractionResult extract(Catalog catalog, int threads) {
    ArtworkImages noise = TestImages.noise();
    return FeatureExtraction.standard()
        .images(
            artwork ->
                artwork.id().equals("broken")
                    ? Optional.of(new byte[] {1, 2, 3})
                    : noise.read(artwork))
        .threads(threads)
        .maxFailureShare(0.5)
        .run(
            catalog,
            List.of(
                new WeightedFeature(1, ColorHistogram.hsv()),
                new WeightedFeature(1, GaborTexture.standard())));
  }
}
