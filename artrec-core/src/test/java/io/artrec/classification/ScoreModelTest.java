package io.artrec.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.model.ModelFileException;
import io.artrec.model.NestedState;
import io.artrec.model.StateWriter;
import io.artrec.task.Workers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreModelTest {
  static Learner[] learners() {
    return new Learner[] {
      LogisticRegression.standard().regularization(0.1),
      LinearSvm.standard().regularization(0.1),
      RandomForest.standard().trees(5),
      NearestNeighbors.standard().neighbors(3)
    };
  }

  private static TrainingSet set(int dimensions) {
    float[][] rows = new float[12][dimensions];
    for (int i = 0; i < 12; i++) {
      rows[i][0] = i;
    }
    LabeledArtworks works = Examples.of(rows, IntStream.range(0, 12).map(i -> i / 4).toArray());
    int[] all = IntStream.range(0, 12).toArray();
    return TrainingSet.of(works, all, FeatureScaling.WHOLE_FEATURE, false);
  }

  private static ScoreModel read(Consumer<StateWriter> saved, FeatureMix mix, int classes) {
    byte[] state = NestedState.write(saved);
    return NestedState.read("classifier", state, in -> ScoreModel.read(mix, classes, in));
  }

  private static void save(ScoreModel model, StateWriter out) {
    out.putString("learned", model.kind());
    model.save(out);
  }

  @ParameterizedTest
  @MethodSource("learners")
  void whatDoesNotFit_isRefused(Learner learner) {
    TrainingSet set = set(2);
    ScoreModel model = learner.learn(set, new Effort(Workers.of(1), 1));
    MixedArtwork work = set.mix().of(List.of(Optional.of(new float[] {1, 0})));
    assertThat(read(out -> save(model, out), set.mix(), 3).scores(work))
        .containsExactly(model.scores(work));
    if (learner instanceof RandomForest) {
      assertThatThrownBy(() -> read(out -> save(model, out), set.mix(), 7))
          .isInstanceOf(ModelFileException.class);
    } else {
      assertThatThrownBy(() -> read(out -> save(model, out), set(3).mix(), 3))
          .isInstanceOf(ModelFileException.class)
          .hasMessageContaining("expected");
    }
  }

  /** A child that comes before its parent would be walked for ever. */
  @Test
  void treesThatLeadBack_areRefused() {
    TrainingSet set = set(2);
    assertThatThrownBy(() -> read(out -> tree(out, new int[] {0, -1, -1}, 0), set.mix(), 3))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "a tree of the classifier has a node whose dimension, child or leaf is not there");
    assertThatThrownBy(() -> read(out -> tree(out, new int[] {2, -1, -1}, 1), set.mix(), 3))
        .isInstanceOf(ModelFileException.class);
    assertThat(read(out -> tree(out, new int[] {0, -1, -1}, 1), set.mix(), 3).kind())
        .isEqualTo("forest");
    assertThatThrownBy(() -> read(out -> out.putString("learned", "oracle"), set.mix(), 3))
        .hasMessage(
            "the classifier is of kind 'oracle', which this version of artrec does not know; load"
                + " it with the version that saved it");
  }

  private static void tree(StateWriter out, int[] dimensions, int child) {
    out.putString("learned", "forest");
    out.putLong("trees", 1);
    out.putInts("dimensions", dimensions);
    out.putFloats("thresholds", new float[3]);
    out.putInts("next", new int[] {child, 0, 1});
    out.putFloats("shares", new float[] {1, 0, 0, 0, 1, 0});
  }
}
