package io.artrec.llm.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.classification.LabelDistribution;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureExtractor;
import io.artrec.llm.embedding.TransformerEncoder;
import io.artrec.llm.label.LabelSet.Language;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.testkit.FeatureExtractorContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelFeatureTest extends FeatureExtractorContract {
  private static TransformerEncoder encoder;

  @BeforeAll
  static void open() {
    encoder = TransformerEncoder.miniLm().with(options -> options.maxWindows(2));
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  @Override
  protected FeatureExtractor extractor() {
    return LabelFeature.mood(DescribedLabels.of(encoder, LabelSet.moods(Language.ENGLISH)));
  }

  /** Every work has a title, whose words can be read. */
  @Override
  protected Optional<Artwork> bare() {
    return Optional.empty();
  }

  @Test
  void readWithAnotherLabeler_isRefused(@TempDir Path folder) {
    Path file = folder.resolve("labels");
    LabelFeature moods = LabelFeature.mood(new Fixed("one", List.of("calm", "sad")));
    LabelFeature others = LabelFeature.mood(new Fixed("two", List.of("calm")));
    ModelFile.write(file, moods.fit(Catalog.of())::save);
    assertThatThrownBy(() -> ModelFile.read(file, others::read))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "feature 'mood' was saved with labeler 'one' of labels [calm, sad], this one has 'two'"
                + " of [calm]; pass that labeler, or build the model again");
  }

  /** Knows no text. */
  private record Fixed(String name, List<String> labels) implements TextLabeler {
    @Override
    public LabelDistribution label(String text) {
      return LabelDistribution.unreadable(labels);
    }
  }

  @Test
  void moodOfAWork_isADistributionOverTheMoods() {
    Artwork storm =
        Artwork.builder("w", "Shipwreck")
            .description("A violent storm throws the sailors against the rocks; all is lost.")
            .build();
    float[] moods =
        extractor()
            .fit(Catalog.of(storm))
            .encode(new ArtworkInput(storm, ArtworkImages.none()))
            .orElseThrow();
    double sum = 0;
    for (float mood : moods) {
      sum += mood;
    }
    assertThat(sum).isEqualTo(1, within(1e-5));
    LabelDistribution labels =
        LabelFeature.mood(DescribedLabels.of(encoder, LabelSet.moods(Language.ENGLISH)))
            .labeler()
            .label("A violent storm throws the sailors against the rocks; all is lost.");
    assertThat(labels.likeliest()).isIn("dramatic", "tense");
    assertThat(labels.probability("joyful")).isLessThan(0.05);
    assertThat(extractor().spec().facet()).isEqualTo("mood");
  }
}
