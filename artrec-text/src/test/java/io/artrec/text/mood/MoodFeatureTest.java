package io.artrec.text.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.AttributeFeature;
import io.artrec.feature.DerivedFeature;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.WeightedFeature;
import io.artrec.testkit.DerivedFeatureContract;
import io.artrec.vector.FeatureMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoodFeatureTest extends DerivedFeatureContract {
  @Override
  protected DerivedFeature feature() {
    return MoodFeature.standard();
  }

  @Test
  void aWorkHasTheMoodThatIsReadOfItsRecord() {
    Artwork grief = Artwork.builder("a", "Grief").build();
    Artwork lake = Artwork.builder("b", "Study").subject("lake").build();
    Artwork table = Artwork.builder("c", "Untitled").subject("table").build();
    FeatureMatrix matrix =
        FeatureExtraction.standard()
            .run(
                Catalog.of(grief, lake, table),
                List.of(new WeightedFeature(1, MoodFeature.standard())))
            .features()
            .find(MoodFeature.NAME)
            .orElseThrow();

    for (int work = 0; work < 2; work++) {
      Affect read = MoodReader.standard().read(work == 0 ? grief : lake).orElseThrow().affect();
      float[] row = matrix.row(work).orElseThrow();
      assertThat(row[0]).isCloseTo((float) read.valence(), within(1e-6f));
      assertThat(row[1]).isCloseTo((float) read.arousal(), within(1e-6f));
    }
    assertThat(matrix.isPresent(2)).isFalse();
  }

  @Test
  void onlyImagesFeaturesOfTheTwoNamesAreAdded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MoodFeature.standard().and(AttributeFeature.artist()))
        .withMessageContaining("not read from feature 'artist', only from 'color-emotion'");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MoodFeature.standard()
                    .and(new NamedFeature(MoodReader.COLORS))
                    .and(new NamedFeature(MoodReader.COLORS)))
        .withMessageContaining("'color-emotion' already");
  }

  @Test
  void itReadsImagesWhereAFeatureOfThemIsAdded() {
    MoodFeature feature = MoodFeature.standard().and(new NamedFeature(MoodReader.COLORS));

    assertThat(feature.spec().sources()).contains(FeatureSpec.Source.IMAGE);
    assertThat(feature.spec().facet()).isEqualTo("mood");
    assertThat(feature.spec()).isNotEqualTo(MoodFeature.standard().spec());
    assertThat(feature.inputs()).hasSize(2);
  }

  @Test
  void itsIdentityFollowsFromWordsAndFeelings() {
    assertThat(MoodFile.fingerprint(List.of("calm 0.5 -0.75")))
        .matches("[0-9a-f]{8}")
        .isNotEqualTo(MoodFile.fingerprint(List.of("calm 0.5 -0.5")));
    assertThat(MoodFeature.standard().spec().parameters())
        .contains("words " + MoodLexicon.standard().fingerprint());
  }
}
