package io.artrec.text.topic;

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

class TopicFeatureTest {
  private static Catalog planted(int works) {
    List<String> texts = new PlantedTexts(4, works, 20, 3).texts;
    List<Artwork> artworks = new ArrayList<>();
    for (int i = 0; i < works; i++) {
      artworks.add(Artwork.builder("w" + i, "t" + i).description(texts.get(i)).build());
    }
    return Catalog.of(artworks);
  }

  @Test
  void worksOfOneTopic_areClose() {
    Catalog catalog = planted(80);
    TopicFeature feature = TopicFeature.of(NmfTopics.of(TopicSettings.english(4)));
    FeatureEncoder encoder = feature.fit(catalog);

    assertThat(feature.spec().name()).isEqualTo("topics-nmf");
    assertThat(feature.spec().facet()).isEqualTo("topic");
    assertThat(encoder.dimensions()).isEqualTo(4);
    float[] a = vector(encoder, catalog.get(0));
    assertThat(feature.spec().similarity().compare(a, vector(encoder, catalog.get(4))))
        .isGreaterThan(feature.spec().similarity().compare(a, vector(encoder, catalog.get(5))));
  }

  @Test
  void learnedTopics_areUsedAsTheyAre() {
    TopicModel model =
        LdaTopics.of(TopicSettings.english(3).threads(1))
            .learn(new PlantedTexts(3, 60, 20, 3).texts);
    FeatureEncoder encoder = TopicFeature.of(model).fit(planted(8));
    assertThat(encoder.fingerprint()).isEqualTo(model.fingerprint());
    assertThat(encoder.dimensions()).isEqualTo(3);
    assertThat(TopicFeature.of(model).spec().parameters()).contains(model.fingerprint());
  }

  @Test
  void readWithOtherTopics_isRefused(@TempDir Path folder) {
    TopicModel one = NmfTopics.of(TopicSettings.english(2)).learn(texts(40));
    TopicModel other = NmfTopics.of(TopicSettings.english(3)).learn(texts(40));
    Path file = folder.resolve("topics");
    ModelFile.write(file, TopicFeature.of(one).fit(planted(8))::save);
    assertThatThrownBy(() -> ModelFile.read(file, TopicFeature.of(other)::read))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "the feature was saved with topics "
                + one.fingerprint()
                + ", this one has "
                + other.fingerprint()
                + "; pass the topics it was made of, or build the model again");
  }

  private static List<String> texts(int count) {
    return new PlantedTexts(4, count, 20, 3).texts;
  }

  private static float[] vector(FeatureEncoder encoder, Artwork artwork) {
    return encoder.encode(new ArtworkInput(artwork, ArtworkImages.none())).orElseThrow();
  }

  private abstract static class Contract extends FeatureExtractorContract {
    @Override
    protected Catalog catalog() {
      return planted(60);
    }

    @Override
    protected Optional<Artwork> bare() {
      return Optional.of(Artwork.builder("bare", "?").build());
    }
  }

  @Nested
  class Lda extends Contract {
    @Override
    protected FeatureExtractor extractor() {
      return TopicFeature.of(LdaTopics.of(TopicSettings.english(4)).sweeps(30));
    }
  }

  @Nested
  class Nmf extends Contract {
    @Override
    protected FeatureExtractor extractor() {
      return TopicFeature.of(NmfTopics.of(TopicSettings.english(4)));
    }
  }

  @Nested
  class Frobenius extends Contract {
    @Override
    protected FeatureExtractor extractor() {
      return TopicFeature.of(NmfTopics.of(TopicSettings.english(4)).loss(NmfLoss.FROBENIUS));
    }
  }

  @Nested
  class Clusters extends Contract {
    @Override
    protected FeatureExtractor extractor() {
      return TopicFeature.of(
          ClusterTopics.of(
              TopicSettings.english(4), new ClusterTopicsTest.RandomProjection("projection")));
    }
  }

  @Nested
  class Ready extends Contract {
    @Override
    protected FeatureExtractor extractor() {
      return TopicFeature.of(NmfTopics.of(TopicSettings.english(3)).learn(texts(40)));
    }
  }

  @Nested
  class LatentSemantics extends Contract {
    @Override
    protected FeatureExtractor extractor() {
      return Lsi.english();
    }
  }
}
