package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.explain.Sentences;
import io.artrec.feature.ArtworkInput;
import io.artrec.feature.FeatureEncoder;
import io.artrec.feature.FeatureExtractor;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.similarity.Similarities;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who writes the sentences of a recommender, built and loaded, and what features let them claim.
 */
class RecommenderSentencesTest {
  private static final Sentences HOUSE =
      (why, language) -> "The house shows " + why.artwork().title() + ".";

  @TempDir Path folder;

  @Test
  void writer_isPassedToTheBuilder_andAgainToTheLoader() {
    Recommender built = Fixture.builder(Fixture.catalog(6, 1), List.of()).sentences(HOUSE).build();
    assertThat(built.recommend("ada", 3))
        .allMatch(
            r -> r.explanation().toString().equals("The house shows " + r.artwork().title() + "."));
    built.save(folder.resolve("gallery.artrec"));
    Recommender loaded =
        Recommender.loader(folder.resolve("gallery.artrec")).sentences(HOUSE).load();
    assertThat(loaded.recommend("ada", 1).get(0).explanation().toString()).startsWith("The house");
    assertThat(Recommender.load(folder.resolve("gallery.artrec")).recommend("ada", 1))
        .noneMatch(r -> r.explanation().toString().startsWith("The house"));
    assertThatIllegalStateException()
        .isThrownBy(() -> Recommender.builder().sentences(HOUSE).sentences(Sentences.plain()))
        .withMessageStartingWith("sentences was set to ")
        .withMessageEndingWith("it can be set once");
  }

  @Test
  void neighborsOfAnAnswer_beginDifferently() {
    Recommender recommender = Fixture.builder(Fixture.catalog(30, 1), List.of()).build();
    recommender.record(Interaction.favorite("ada", "w2-5"));
    List<Recommendation> answer = recommender.recommend("ada", 20);
    for (int i = 1; i < answer.size(); i++) {
      assertThat(answer.get(i).explanation().variation() % 3)
          .isNotEqualTo(answer.get(i - 1).explanation().variation() % 3);
    }
    assertThat(recommender.recommend("ada", 20).toString()).isEqualTo(answer.toString());
  }

  /** One number a work, the length of its title; 1 / (1 + difference) from 0.3 on is alike. */
  private static final class TitleLength implements FeatureExtractor {
    @Override
    public FeatureSpec spec() {
      return FeatureSpec.named("title-length")
          .similarity(Similarities.euclidean())
          .alikeFrom(0.3)
          .build();
    }

    @Override
    public FeatureEncoder fit(Catalog catalog) {
      return new FeatureEncoder() {
        @Override
        public int dimensions() {
          return 1;
        }

        @Override
        public Optional<float[]> encode(ArtworkInput input) {
          return Optional.of(new float[] {input.artwork().title().length()});
        }

        @Override
        public String fingerprint() {
          return "";
        }

        @Override
        public void save(StateWriter out) {}
      };
    }

    @Override
    public FeatureEncoder read(StateReader in) {
      return fit(Catalog.of());
    }
  }

  @Test
  void featuresThreshold_isSavedWithTheModel_andDecidesWhatIsClaimed() {
    Recommender built =
        Recommender.builder()
            .catalog(
                Catalog.of(
                    Artwork.builder("a", "aaaa").build(),
                    Artwork.builder("b", "bbbbbb").build(),
                    Artwork.builder("c", "ccccccccc").build()))
            .feature(new TitleLength())
            .build();
    built.save(folder.resolve("titles.artrec"));
    for (Recommender each : List.of(built, Recommender.load(folder.resolve("titles.artrec")))) {
      assertThat(each.features().entries())
          .extracting(FeatureStore.Entry::spec)
          .extracting(FeatureSpec::alikeFrom)
          .containsExactly(0.3);
      assertThat(each.similar("a", 2))
          .extracting(r -> r.artwork().id() + r.explanation().toString().contains("title-length"))
          .containsExactly("btrue", "cfalse");
    }
  }
}
