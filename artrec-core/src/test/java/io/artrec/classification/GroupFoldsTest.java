package io.artrec.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupFoldsTest {
  private static LabeledArtworks works(int[] artists, int[] targets) {
    return Examples.works(
            artists.length, i -> "artist " + artists[i], i -> Examples.label(targets[i]))
        .feature("f", 1, new float[artists.length][1])
        .labeled();
  }

  /** The largest group first; the next go where their label is rarer. */
  @Test
  void dealing_byHand() {
    LabeledArtworks works = works(new int[] {1, 1, 1, 2, 2, 3, 3}, new int[] {0, 0, 0, 0, 0, 1, 1});
    GroupFolds folds = GroupFolds.of(works, 2, 1);
    assertThat(folds.within(0)).startsWith(0, 1, 2);
    assertThat(folds.within(1)).startsWith(3, 4);
    assertThat(folds.size()).isEqualTo(2);
    assertThat(folds.notes())
        .containsExactly(
            "label 'b' has works of one group alone: it is never learned where it is tested");
  }

  @Test
  void labelsOfFewGroups_areNamed() {
    LabeledArtworks works = works(new int[] {1, 2, 3, 4, 5}, new int[] {0, 0, 0, 1, 1});
    assertThat(GroupFolds.of(works, 3, 1).notes())
        .containsExactly(
            "label 'b' has works of 2 groups, fewer than 3 folds: some folds test none of it");
    assertThatThrownBy(() -> GroupFolds.of(works, 6, 1))
        .hasMessage(
            "cannot deal 5 works of 5 groups into 6 folds; expected 2 folds or more, and not more"
                + " than groups");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noGroupIsDivided_everyWorkIsInOneFold_labelsAreSpread(long seed) {
    Random random = new Random(seed);
    int[] artists = new int[400];
    int[] targets = new int[400];
    for (int i = 0; i < 400; i++) {
      artists[i] = (int) (120 * random.nextDouble() * random.nextDouble());
      targets[i] = artists[i] % 3;
    }
    LabeledArtworks works = works(artists, targets);
    GroupFolds folds = GroupFolds.of(works, 5, seed);
    Map<Integer, Integer> foldOf = new HashMap<>();
    int all = 0;
    for (int fold = 0; fold < 5; fold++) {
      for (int i : folds.within(fold)) {
        assertThat(foldOf.putIfAbsent(artists[i], fold)).isIn(null, fold);
        all++;
      }
      assertThat(folds.within(fold).length + folds.without(fold).length).isEqualTo(400);
      for (int label = 0; label < 3; label++) {
        int own = label;
        long of = Arrays.stream(targets).filter(t -> t == own).count();
        long here = Arrays.stream(folds.within(fold)).filter(i -> targets[i] == own).count();
        assertThat((double) here / of).as("share of label").isBetween(0.13, 0.28);
      }
    }
    assertThat(all).isEqualTo(400);
    assertThat(IntStream.range(0, 5).mapToObj(GroupFolds.of(works, 5, seed)::within))
        .as("the same by the same seed")
        .containsExactlyElementsOf(IntStream.range(0, 5).mapToObj(folds::within).toList());
  }
}
