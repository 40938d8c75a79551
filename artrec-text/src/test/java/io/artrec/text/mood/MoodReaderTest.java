package io.artrec.text.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.text.subject.SubjectTree;
import io.artrec.vector.FeatureMatrix;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoodReaderTest {
  private final MoodReader reader = MoodReader.standard();

  @Test
  void oneWordInATitleIsWeighedAgainstKnowingNothing() {
    ArtworkMood mood = reader.read(Artwork.builder("a", "Grief").build()).orElseThrow();

    assertThat(mood.affect().valence()).isCloseTo(1.4 / 2.4 * -0.75, within(1e-12));
    assertThat(mood.affect().arousal()).isCloseTo(1.4 / 2.4 * -0.25, within(1e-12));
    assertThat(mood.valenceDeviation()).isCloseTo(0.4 / Math.sqrt(2.4), within(1e-12));
    assertThat(mood.evidence()).isCloseTo(1.4 / 2.4, within(1e-12));
    assertThat(mood.words()).extracting(MoodWord::word).containsExactly("grief");
    assertThat(mood.contributions())
        .extracting(MoodContribution::source)
        .containsExactly(MoodSource.WORDS);
  }

  @Test
  void somberColorsAddToASadTitle() {
    Artwork grief = Artwork.builder("a", "Grief").build();
    FeatureStore features = store(MoodReader.COLORS, new float[] {1, 0, 0.5f, -1});

    ArtworkMood mood = reader.read(grief, features, 0).orElseThrow();

    assertThat(mood.affect().valence()).isCloseTo((1.4 * -0.75 + 1 * -0.3) / 3.4, within(1e-12));
    assertThat(mood.affect().arousal()).isCloseTo((1.4 * -0.25 + 0.2 + 0.05) / 3.4, within(1e-12));
    assertThat(mood.contributions())
        .extracting(MoodContribution::source)
        .containsExactly(MoodSource.COLORS, MoodSource.WORDS);
  }

  @Test
  void nearestMoodIsNamedWhereOneIsNear() {
    MoodLexicon lexicon = MoodLexicon.standard();
    List<Mood> moods =
        List.of(
            lexicon.mood("cheerful").orElseThrow(),
            lexicon.mood("sad").orElseThrow(),
            lexicon.mood("calm").orElseThrow());
    ArtworkMood grief = reader.read(Artwork.builder("a", "Grief").build()).orElseThrow();

    assertThat(grief.nearest(moods)).map(Mood::name).contains("sad");
    assertThat(grief.nearest(moods.subList(0, 1))).isEmpty();
    assertThat(grief.nearest(List.of())).isEmpty();
  }

  @Test
  void compositionSaysNothingOfValence() {
    float[] row = new float[10];
    row[9] = (float) (1 / Math.sqrt(10));

    ArtworkMood mood =
        reader
            .read(Artwork.builder("a", "Untitled").build(), store(MoodReader.COMPOSITION, row), 0)
            .orElseThrow();

    assertThat(mood.affect().valence()).isZero();
    assertThat(mood.valenceDeviation()).isEqualTo(ArtworkMood.SPREAD);
    assertThat(mood.affect().arousal()).isCloseTo(0.5 / 1.5 * 0.2, within(1e-6));
  }

  @Test
  void aLakeIsCalmAndAShipwreckIsNot() {
    ArtworkMood lake =
        reader.read(Artwork.builder("a", "Study").subject("lake").build()).orElseThrow();
    ArtworkMood wreck =
        reader.read(Artwork.builder("b", "Study").subject("shipwreck").build()).orElseThrow();

    assertThat(lake.affect().valence()).isPositive();
    assertThat(lake.affect().arousal()).isCloseTo(1.5 / 2.5 * -0.75, within(1e-12));
    assertThat(wreck.affect().valence()).isNegative();
    assertThat(wreck.affect().arousal()).isPositive();
    assertThat(wreck.subjects()).extracting(found -> found.subject().id()).contains("shipwreck");
  }

  @Test
  void chineseRecordsAreRead() {
    ArtworkMood mood = reader.read(Artwork.builder("a", "孤独的旅人").build()).orElseThrow();

    assertThat(mood.words()).extracting(word -> word.mood().name()).containsExactly("lonely");
    assertThat(mood.affect().valence()).isNegative();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void contributionsAddUp(int words) {
    Artwork.Builder work = Artwork.builder("a", "A merry dance by a stormy sea");
    List.of("grief", "joy", "fear", "calm", "hope", "war", "garden", "anger")
        .subList(0, words)
        .forEach(work::subject);
    ArtworkMood mood =
        reader
            .read(work.build(), store(MoodReader.COLORS, new float[] {2, -1, 1, 0.5f}), 0)
            .orElseThrow();

    assertThat(mood.contributions().stream().mapToDouble(MoodContribution::valence).sum())
        .isCloseTo(mood.affect().valence(), within(1e-12));
    assertThat(mood.contributions().stream().mapToDouble(MoodContribution::arousal).sum())
        .isCloseTo(mood.affect().arousal(), within(1e-12));
  }

  @Test
  void whatSaysNothingHasNoMood() {
    assertThat(reader.read(Artwork.builder("a", "Untitled").build())).isEmpty();
    assertThat(reader.read(Artwork.builder("a", "Number 31").subject("table").build())).isEmpty();
  }

  @Test
  void anotherFeatureOfTheNameIsRefused() {
    Artwork work = Artwork.builder("a", "Grief").build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> reader.read(work, store(MoodReader.COLORS, new float[3]), 0))
        .withMessageContaining("feature 'color-emotion' has 3 values, expected the 4");
  }

  @Test
  void everySubjectWithAFeelingIsInTheStandardTree() {
    SubjectTree tree = SubjectTree.standard();

    assertThat(SubjectFeelings.stated().keySet()).allMatch(id -> tree.find(id).isPresent());
  }

  @Test
  void aKindFeelsAsItsNearestAncestor() {
    SubjectTree tree = SubjectTree.standard();
    SubjectFeelings feelings = SubjectFeelings.of(tree);

    assertThat(feelings.of(tree.get("rose-flower"))).isEqualTo(feelings.of(tree.get("flower")));
    assertThat(feelings.of(tree.get("table"))).isEqualTo(Optional.empty());
  }

  static FeatureStore store(String name, float[]... rows) {
    FeatureMatrix.Builder matrix = FeatureMatrix.builder(rows.length, rows[0].length);
    for (int row = 0; row < rows.length; row++) {
      matrix.set(row, rows[row]);
    }
    FeatureSpec spec = FeatureSpec.named(name).build();
    return FeatureStore.of(rows.length, List.of(new FeatureStore.Entry(spec, matrix.build(), 1)));
  }
}
