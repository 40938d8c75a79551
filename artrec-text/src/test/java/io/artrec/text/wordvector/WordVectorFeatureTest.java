package io.artrec.text.wordvector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.ArtworkImages;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.testkit.FeatureExtractorContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordVectorFeatureTest {
  private static final List<String> SENTENCES = Grammar.sentences(60, 8);

  private static Catalog catalog() {
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < SENTENCES.size(); i++) {
      works.add(Artwork.builder("w" + i, "t" + i).description(SENTENCES.get(i)).build());
    }
    return Catalog.of(works);
  }

  private abstract static class Contract extends FeatureExtractorContract {
    @Override
    protected Catalog catalog() {
      return WordVectorFeatureTest.catalog();
    }

    @Override
    protected Optional<Artwork> bare() {
      return Optional.of(Artwork.builder("bare", "?").build());
    }
  }

  @Nested
  class Trained extends Contract {
    @Override
    protected FeatureExtractor extractor() {
      return WordVectorFeature.of(Word2Vec.skipGram(WordVectors.plainWords()).dimensions(8));
    }
  }

  @Nested
  class TrainedByGloVe extends Contract {
    @Override
    protected FeatureExtractor extractor() {
      return WordVectorFeature.of(GloVe.of(WordVectors.plainWords()).dimensions(8).epochs(5));
    }
  }

  @Nested
  class Loaded extends Contract {
    @Override
    protected FeatureExtractor extractor() {
      return WordVectorFeature.of(vectors(1), WordVectors.plainWords());
    }
  }

  @Test
  void catalogThatSharesNoWord_isAllMissing() {
    FeatureEncoder encoder =
        WordVectorFeature.of(Word2Vec.cbow(WordVectors.plainWords()))
            .fit(Catalog.of(Artwork.builder("a", "Sea").build()));
    assertThat(encoder.dimensions()).isEqualTo(1);
    assertThat(
            encoder.encode(
                new ArtworkInput(Artwork.builder("a", "Sea").build(), ArtworkImages.none())))
        .isEmpty();
  }

  @Test
  void readWithOtherVectors_isRefused(@TempDir Path folder) {
    WordVectors one = vectors(1);
    WordVectors other = vectors(2);
    Path file = folder.resolve("vectors");
    ModelFile.write(file, WordVectorFeature.of(one, WordVectors.plainWords()).fit(catalog())::save);
    assertThatThrownBy(
            () -> ModelFile.read(file, WordVectorFeature.of(other, WordVectors.plainWords())::read))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "the feature was saved with word vectors "
                + one.fingerprint()
                + ", this one has "
                + other.fingerprint()
                + "; pass the vectors it was made of, or build the model again");
  }

  private static WordVectors vectors(long seed) {
    return Word2Vec.cbow(WordVectors.plainWords())
        .dimensions(8)
        .train(Grammar.sentences(200, seed));
  }

  @Test
  void spec_hasTheFacetMeaning() {
    WordVectorFeature feature = WordVectorFeature.of(Word2Vec.cbow(WordVectors.plainWords()));
    assertThat(feature.spec().facet()).isEqualTo("meaning");
    assertThat(feature.spec().name()).isEqualTo("word-vectors");
  }
}
