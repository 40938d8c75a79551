package io.artrec.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.classification.internal.Waves;
import io.artrec.task.Workers;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNeighborsTest {
  private static final Effort EFFORT = new Effort(Workers.of(2), 1);

  private static TrainingSet set(LabeledArtworks works) {
    int[] all = IntStream.range(0, works.size()).toArray();
    return TrainingSet.of(works, all, FeatureScaling.WHOLE_FEATURE, false);
  }

  private static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** scikit-learn 1.2.1, KNeighborsClassifier(k, algorithm=brute) on 30 other rows. */
  @ParameterizedTest
  @CsvSource({
    "1, 122021012012122020012122021012",
    "5, 122021012112120020012122021012",
    "7, 122021012112120020012122021012"
  })
  void predictions_areThoseOfScikitLearn(int neighbors, String expected) {
    TrainingSet set = set(Examples.of(Waves.training(), Waves.targets(60)));
    ScoreModel model =
        NearestNeighbors.standard().neighbors(neighbors).equalVotes().learn(set, EFFORT);
    StringBuilder said = new StringBuilder();
    for (float[] row : Waves.rows(30, 0.9, 2)) {
      double[] scores = model.scores(set.mix().of(List.of(Optional.of(row))));
      int best = 0;
      for (int c = 1; c < 3; c++) {
        best = scores[c] > scores[best] + 1e-9 ? c : best;
      }
      said.append(best);
    }
    assertThat(said).hasToString(expected);
  }

  /** Three of seven neighbors say a, four b: (3 + 1/3) / 8 and (4 + 1/3) / 8. */
  @Test
  void equalVotes_areCountedWithTheShares() {
    TrainingSet set = set(Examples.of(Waves.training(), Waves.targets(60)));
    ScoreModel model = NearestNeighbors.standard().neighbors(7).equalVotes().learn(set, EFFORT);
    double[] scores = model.scores(set.mix().of(List.of(Optional.of(Waves.rows(1, 0.9, 2)[0]))));
    assertThat(probability(scores[0])).isEqualTo((3 + 1 / 3.0) / 8, within(1e-9));
    assertThat(probability(scores[1])).isEqualTo((4 + 1 / 3.0) / 8, within(1e-9));
    assertThat(probability(scores[2])).isEqualTo(1 / 24.0, within(1e-9));
  }

  /**
   * Euclidean likeness of 0, 1 and 3: 1/2, 1/4, 1/3 with mean 13/36; a work at 0 is 1, 1/2 and 1/4
   * like them.
   */
  @Test
  void votesBySimilarity_byHand() {
    TrainingSet set = set(Examples.of(new float[][] {{0}, {1}, {3}}, new int[] {0, 1, 1}));
    ScoreModel model = NearestNeighbors.standard().neighbors(2).learn(set, EFFORT);
    double[] scores = model.scores(set.mix().of(List.of(Optional.of(new float[] {0}))));
    double mean = 13 / 36.0;
    double deviation = Math.sqrt((1 / 4.0 + 1 / 16.0 + 1 / 9.0) / 3 - mean * mean);
    double other = Math.exp(-0.5 / deviation);
    assertThat(probability(scores[0])).isEqualTo((2 / (1 + other) + 1 / 3.0) / 3, within(1e-6));
  }

  /** Of two features only the one that both have is compared; without one, shares are left. */
  @Test
  void missingFeatures_areNotCompared() {
    LabeledArtworks works =
        Examples.works(4, i -> "", i -> i < 2 ? "a" : "b")
            .feature("f", 1, new float[][] {{0}, {1}, {}, {}})
            .feature("g", 1, new float[][] {{}, {}, {7}, {9}})
            .labeled();
    TrainingSet set = set(works);
    ScoreModel model = NearestNeighbors.standard().neighbors(4).equalVotes().learn(set, EFFORT);
    double[] ofF =
        model.scores(set.mix().of(List.of(Optional.of(new float[] {8}), Optional.empty())));
    assertThat(probability(ofF[0])).as("two votes").isEqualTo((2 + 0.5) / 3, within(1e-9));
    double[] ofNone = model.scores(set.mix().of(List.of(Optional.empty(), Optional.empty())));
    assertThat(ofNone).containsExactly(new double[] {0, 0}, within(1e-12));
  }

  @Test
  void unfitValues_areRefused() {
    assertThatThrownBy(() -> NearestNeighbors.standard().neighbors(0))
        .hasMessage("neighbors is 0, expected 1 or more");
    assertThat(NearestNeighbors.standard().neighbors(3).equalVotes())
        .hasToString("nearest neighbors, 3, equal votes");
  }
}
