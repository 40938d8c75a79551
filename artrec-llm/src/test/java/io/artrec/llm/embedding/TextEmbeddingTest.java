package io.artrec.llm.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.ExtractionResult;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtraction;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.WeightedFeature;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.similarity.Similarities;
import io.artrec.testkit.FeatureExtractorContract;
import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.text.embedding.internal.MeaningSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextEmbeddingTest extends FeatureExtractorContract {
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
    return TextEmbedding.of(encoder);
  }

  /** Every work has a title, whose words have a meaning. */
  @Override
  protected Optional<Artwork> bare() {
    return Optional.empty();
  }

  private static Artwork work(String id, String description) {
    return Artwork.builder(id, "Work").description(description).build();
  }

  private static float[] vector(FeatureEncoder encoder, Artwork work) {
    return encoder.encode(new ArtworkInput(work, ArtworkImages.none())).orElseThrow();
  }

  @Test
  void sameMeaningInOtherWords_isNearerThanSharedWords() {
    Artwork boats = work("boats", "Fishing boats come home to the harbour at dusk");
    Artwork ships = work("ships", "Vessels return to port in the evening");
    Artwork dusk = work("dusk", "Dusk over the fishing lake of the home for the elderly");
    FeatureEncoder fitted = extractor().fit(Catalog.of(boats, ships, dusk));

    assertThat(cosine(vector(fitted, boats), vector(fitted, ships)))
        .isGreaterThan(cosine(vector(fitted, boats), vector(fitted, dusk)));
  }

  private static double cosine(float[] a, float[] b) {
    return Similarities.cosine().compare(a, b);
  }

  @Test
  void spec_namesTheFacetAndTheEncoder() {
    assertThat(TextEmbedding.miniLm().spec())
        .satisfies(
            spec -> {
              assertThat(spec.name()).isEqualTo("text-embedding-minilm");
              assertThat(spec.facet()).isEqualTo("meaning");
              assertThat(spec.parameters()).isEqualTo("encoder all-minilm-l6-v2-q");
            });
    assertThat(TextEmbedding.bgeChinese().spec().name()).isEqualTo("text-embedding-bge-zh");
    assertThat(TextEmbedding.of(encoder).named("other").spec().name()).isEqualTo("other");
  }

  @Test
  void readWithAnotherEncoder_isRefused(@TempDir Path folder) {
    Path file = folder.resolve("embedding");
    ModelFile.write(file, TextEmbedding.miniLm().fit(Catalog.of())::save);
    assertThatThrownBy(() -> ModelFile.read(file, TextEmbedding.bgeChinese()::read))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "feature 'text-embedding-bge-zh' was saved with encoder 'all-minilm-l6-v2-q' of 384"
                + " dimensions, this one has 'bge-small-zh-v15-q' of 512; pass that encoder, or"
                + " build the model again");
  }

  @Test
  void cachedVectors_needNoModel(@TempDir Path folder) {
    Catalog catalog = Catalog.of(work("a", "A red barn"), work("b", "Two horses in the snow"));
    ExtractionResult first = extract(catalog, folder, TransformerEncoder.miniLm());
    TransformerEncoder closed = TransformerEncoder.miniLm();
    closed.close();
    ExtractionResult second = extract(catalog, folder, closed);

    assertThatThrownBy(() -> closed.encode("a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the encoder of all-minilm-l6-v2-q.onnx in the class path is closed");
    for (int row = 0; row < 2; row++) {
      assertThat(second.features().entries().get(0).matrix().row(row).orElseThrow())
          .containsExactly(
              first.features().entries().get(0).matrix().row(row).orElseThrow(), within(0f));
    }
  }

  private static ExtractionResult extract(
      Catalog catalog, Path folder, TransformerEncoder encoder) {
    return FeatureExtraction.standard()
        .cache(folder)
        .run(catalog, List.of(new WeightedFeature(1, TextEmbedding.of(encoder))));
  }

  @Test
  void searchByMeaning_knowsItByItsEncoder() {
    assertThat(MeaningSpec.isOf(TextEmbedding.of(encoder).named("other").spec(), encoder)).isTrue();
    SentenceEncoder shorter = encoder.with(options -> options.maxTokens(16));
    assertThat(MeaningSpec.isOf(TextEmbedding.of(shorter).spec(), encoder)).isFalse();
  }
}
