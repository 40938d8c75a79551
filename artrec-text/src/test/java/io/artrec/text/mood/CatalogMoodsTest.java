package io.artrec.text.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.FeatureStore;
import org.junit.jupiter.api.Test;

class CatalogMoodsTest {
  private final Catalog catalog =
      Catalog.of(
          Artwork.builder("grief", "Grief").build(),
          Artwork.builder("lake", "Study").subject("lake").build(),
          Artwork.builder("none", "Untitled").build());
  private final FeatureStore none = FeatureStore.empty(catalog.size());

  @Test
  void worksWithEvidenceHaveAMood_othersAReason() {
    CatalogMoods moods = CatalogMoods.of(MoodReader.standard(), catalog, none);

    assertThat(moods.known()).isEqualTo(2);
    assertThat(moods.known(MoodSource.WORDS)).isEqualTo(1);
    assertThat(moods.known(MoodSource.SUBJECTS)).isEqualTo(1);
    assertThat(moods.known(MoodSource.COLORS)).isZero();
    assertThat(moods.mood("grief").orElseThrow().affect().valence()).isNegative();
    assertThat(moods.mood("none")).isEmpty();
    assertThat(moods.mood("elsewhere")).isEmpty();
    assertThat(moods.whyNone(0)).isEmpty();
    assertThat(moods.whyNone(2).orElseThrow()).startsWith("no image was measured");
  }

  @Test
  void featuresOfOtherWorksAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CatalogMoods.of(MoodReader.standard(), catalog, FeatureStore.empty(2)))
        .withMessage(
            "reading moods of 3 works with features of 2; pass catalog and features of one recommender");
  }
}
