package io.artrec.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interactions;
import io.artrec.behavior.Preferences;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.vector.FeatureMatrix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureSearchTest {
  /** Says which way a wish points, and notes what it was asked. */
  private static final class Compass implements WishEncoder {
    final List<String> asked = new ArrayList<>();
    private final String name;
    private final int dimensions;

    Compass(String name, int dimensions) {
      this.name = name;
      this.dimensions = dimensions;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int dimensions() {
      return dimensions;
    }

    @Override
    public Optional<float[]> encodeQuery(String text) {
      asked.add(text);
      return switch (text) {
        case "east" -> Optional.of(new float[] {2, 0});
        case "north" -> Optional.of(new float[] {0, 3});
        default -> Optional.empty();
      };
    }

    @Override
    public double fitsFrom() {
      return 0.7;
    }
  }

  private final Compass compass = new Compass("compass", 2);

  @TempDir Path folder;

  private static TrainingContext context(int works) {
    List<Artwork> artworks = new ArrayList<>();
    FeatureMatrix.Builder rows = FeatureMatrix.builder(works, 2);
    for (int work = 0; work < works; work++) {
      artworks.add(Artwork.builder("w" + work, "Work " + work).build());
    }
    float[][] vectors = {{1, 0}, {3, 4}, {0, -2}};
    for (int work = 0; work < Math.min(3, works); work++) {
      rows.set(work, vectors[work]);
    }
    FeatureStore features =
        FeatureStore.of(
            works,
            List.of(
                new FeatureStore.Entry(FeatureSpec.named("appearance").build(), rows.build(), 1)));
    Dataset nobody = Dataset.of(Catalog.of(artworks), Interactions.of(List.of()));
    return TrainingContext.of(nobody, features);
  }

  private static Query wishing(String words) {
    return Query.builder(History.none(), Preferences.none())
        .wish(Optional.of(Wish.of(words)))
        .build();
  }

  @Test
  void handWorkedCase_scoresByCosine() {
    Scorer scorer = FeatureSearch.in("appearance", compass).train(context(4));
    Scores scores = scorer.score(wishing("east"), Candidates.all(4));
    assertThat(scores.value(0)).isEqualTo(1, within(1e-6));
    assertThat(scores.value(1)).isEqualTo(0.6, within(1e-6));
    assertThat(scores.value(2)).isEqualTo(0, within(1e-6));
    assertThat(scores.isScored(3)).as("a work without the feature").isFalse();
    assertThat(scorer.score(wishing("north"), Candidates.all(4)).best(3)).containsExactly(1, 0, 2);
  }

  @Test
  void reasons_claimAFitFromTheEncodersThresholdOn() {
    Scorer scorer = FeatureSearch.in("appearance", compass).train(context(4));
    Scores scores = scorer.score(wishing("east"), Candidates.all(4));
    assertThat(scores.contributions(0))
        .containsExactly(
            new Contribution("feature-search", new Cause.Wish("east", true), scores.value(0)));
    assertThat(scores.contributions(1))
        .containsExactly(
            new Contribution("feature-search", new Cause.Wish("east", false), scores.value(1)));
  }

  @Test
  void wishThatSaysNothing_andNoWish_leaveAllUnscored() {
    Scorer scorer = FeatureSearch.in("appearance", compass).train(context(4));
    assertThat(scorer.score(wishing("nowhere"), Candidates.all(4)).scoredCount()).isZero();
    Query nobody = Query.builder(History.none(), Preferences.none()).build();
    assertThat(scorer.score(nobody, Candidates.all(4)).scoredCount()).isZero();
  }

  @Test
  void fewCandidates_scoreAsAllDo() {
    Scorer scorer = FeatureSearch.in("appearance", compass).train(context(100));
    Query east = wishing("east");
    Scores all = scorer.score(east, Candidates.all(100));
    Scores few = scorer.score(east, Candidates.of(1, 50));
    assertThat(few.value(0)).isEqualTo(all.value(1));
    assertThat(few.isScored(1)).isFalse();
    assertThat(compass.asked).as("encoded once").containsExactly("east");
  }

  @Test
  void featureThatIsNotThere_andOtherDimensions_areNamed() {
    assertThatThrownBy(() -> FeatureSearch.in("image-embedding", compass).train(context(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no feature is called 'image-embedding', which words are to find works by; there are"
                + " [appearance]; add it with Recommender.builder().feature(...)");
    assertThatThrownBy(
            () -> FeatureSearch.in("appearance", new Compass("other", 3)).train(context(3)))
        .hasMessage(
            "encoder 'other' gives 3 dimensions, feature 'appearance' has 2; words find works only"
                + " by the two encoders of a pair");
  }

  @Test
  void savedWithAnotherEncoder_isRefused() {
    TrainingContext context = context(3);
    Path file = folder.resolve("search");
    ModelFile.write(file, FeatureSearch.in("appearance", compass).train(context)::save);
    StrategyReader other = FeatureSearch.reader(new Compass("other", 2));
    assertThatThrownBy(
            () ->
                ModelFile.read(
                    file, in -> other.read(in, context, StrategyReaders.coreAnd(List.of()))))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining(
            "the model searches feature 'appearance' by encoder 'compass', and 'other' was passed to"
                + " read it; pass FeatureSearch.reader of the encoder it was built with");
  }
}
