package io.artrec.text.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.UnknownArtworkException;
import io.artrec.feature.FeatureStore;
import io.artrec.model.ModelFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoodFitTest {
  @TempDir Path folder;

  /** Here heat pleases by 0.5, which the stated weights do not know. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void whatTheCollectionTeachesIsKept_whereItHelpsOthers(int seed) {
    Collection collection = new Collection(seed, 120);

    MoodFit fit = MoodFit.of(collection.moods, collection.ratings(0.5));

    assertThat(fit.works()).isEqualTo(120);
    assertThat(fit.valence().isBetter()).isTrue();
    assertThat(fit.valence().learnedError()).isLessThan(fit.valence().statedError());
    assertThat(fit.weights().valence(MoodInput.COLOR_HEAT)).isBetween(0.3, 0.6);
    assertThat(fit.weights().isStated()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void whereTheStatedWeightsAreTrue_theyAreKept(int seed) {
    Collection collection = new Collection(seed, 120);

    MoodFit fit = MoodFit.of(collection.moods, collection.ratings(0));

    assertThat(fit.valence().isBetter()).isFalse();
    assertThat(fit.arousal().isBetter()).isFalse();
    assertThat(fit.weights()).isEqualTo(MoodWeights.stated());
  }

  @Test
  void ofFewWorksNothingIsLearned() {
    Collection collection = new Collection(1, MoodFit.FEWEST - 1);

    MoodFit fit = MoodFit.of(collection.moods, collection.ratings(0.5));

    assertThat(fit.weights().isStated()).isTrue();
    assertThat(fit.valence().learnedError()).isEqualTo(fit.valence().statedError());
  }

  @Test
  void fewArtistsAreTooFew() {
    Collection collection = new Collection(1, 120, 5);

    assertThat(MoodFit.of(collection.moods, collection.ratings(0.5)).weights().isStated()).isTrue();
  }

  @Test
  void aRatingOfAnUnknownWorkIsRefused() {
    Collection collection = new Collection(1, 50);

    assertThatThrownBy(() -> MoodFit.of(collection.moods, Map.of("elsewhere", Affect.NEUTRAL)))
        .isInstanceOf(UnknownArtworkException.class)
        .hasMessageContaining("elsewhere");
  }

  @Test
  void learnedWeightsReadMoodsThatStillAddUp_andAreSaved() {
    Collection collection = new Collection(1, 120);
    MoodWeights weights = MoodFit.of(collection.moods, collection.ratings(0.5)).weights();
    ArtworkMood mood =
        MoodReader.standard()
            .weighing(weights)
            .read(collection.catalog.get(0), collection.features, 0)
            .orElseThrow();

    assertThat(mood.contributions().stream().mapToDouble(MoodContribution::valence).sum())
        .isCloseTo(mood.affect().valence(), within(1e-12));
    assertThat(mood.contributions())
        .extracting(MoodContribution::source)
        .contains(MoodSource.COLLECTION);
    Path file = folder.resolve("weights");
    ModelFile.write(file, weights::save);
    assertThat(ModelFile.read(file, MoodWeights::read)).isEqualTo(weights);
  }

  private static final class Collection {
    final Catalog catalog;
    final FeatureStore features;
    final CatalogMoods moods;
    private final float[][] rows;
    private final Random random;

    Collection(int seed, int works) {
      this(seed, works, works / 2);
    }

    Collection(int seed, int works, int artists) {
      random = new Random(seed);
      List<Artwork> records = new ArrayList<>();
      rows = new float[works][4];
      for (int i = 0; i < works; i++) {
        records.add(
            Artwork.builder("w" + i, i % 3 == 0 ? "Grief" : "Untitled")
                .artist("artist " + i % artists)
                .build());
        for (int d = 0; d < 4; d++) {
          rows[i][d] = (float) random.nextGaussian();
        }
      }
      catalog = Catalog.of(records);
      features = MoodReaderTest.store(MoodReader.COLORS, rows);
      moods = CatalogMoods.of(MoodReader.standard(), catalog, features);
    }

    /** What the stated weights say, and heat times a number, with a noise of 0.1. */
    Map<String, Affect> ratings(double heat) {
      Map<String, Affect> ratings = new HashMap<>();
      for (int i = 0; i < catalog.size(); i++) {
        ArtworkMood mood = moods.mood(i).orElseThrow();
        double share = 1 / (1 + mood.read().valenceWeight());
        ratings.put(
            catalog.get(i).id(),
            Affect.clamped(
                mood.affect().valence() + heat * share * rows[i][2] + 0.1 * random.nextGaussian(),
                mood.affect().arousal() + 0.1 * random.nextGaussian()));
      }
      return ratings;
    }
  }
}
