package io.artrec.djl.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.djl.PyTorch;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceTrainerTest {
  private static final int WORDS = 30;
  private static final TrainingOptions ALL = TrainingOptions.standard().validationShare(0);

  @TempDir Path folder;

  @BeforeEach
  void engine() {
    PyTorch.assumeAvailable();
  }

  private static SequenceClassifier train(
      SequenceTrainer trainer, List<int[]> sequences, int[] labels) {
    return trainer.train(sequences, labels, WORDS, 2, Progress.silent(), new Cancellation());
  }

  /** Sequences of 3 to 9 tokens; class 1 when token 1 comes before token 2. */
  private static List<int[]> ordered(int count, long seed, int[] labels) {
    SplittableRandom random = new SplittableRandom(seed);
    List<int[]> sequences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] sequence = random.ints(3 + random.nextInt(4), 3, WORDS).toArray();
      labels[i] = random.nextInt(2);
      sequence[0] = labels[i] == 1 ? 1 : 2;
      sequence[1 + random.nextInt(sequence.length - 1)] = labels[i] == 1 ? 2 : 1;
      sequences.add(sequence);
    }
    return sequences;
  }

  private static double accuracy(SequenceClassifier c, List<int[]> sequences, int[] labels) {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += c.classify(sequences.get(i)) == labels[i] ? 1 : 0;
    }
    return (double) right / labels.length;
  }

  /**
   * As with the dense head, by hand: shares 1/4 and 4/5, and the loss that goes with them; what
   * Java answers is what the engine trained.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sharesByHand_areLearnedAndAnsweredInPlainJava(boolean attention) {
    List<int[]> sequences = new ArrayList<>();
    int[] labels = {0, 0, 0, 1, 1, 1, 1, 1, 0};
    for (int i = 0; i < labels.length; i++) {
      sequences.add(i < 4 ? new int[] {5, 6} : new int[] {7, 6, 8, 9, 9});
    }
    TrainingOptions options = ALL.regularization(0).epochs(400).learningRate(0.01);
    SequenceTrainer trainer = new SequenceTrainer(options).dimensions(6).maxTokens(4);
    SequenceClassifier c = train(attention ? trainer.attention() : trainer, sequences, labels);
    assertThat(c.apply(new int[] {5, 6})).containsExactly(new double[] {0.75, 0.25}, within(4e-3));
    // The fifth token is beyond what is read.
    assertThat(c.apply(new int[] {7, 6, 8, 9}))
        .containsExactly(new double[] {0.2, 0.8}, within(4e-3));
    assertThat(c.apply(new int[] {7, 6, 8, 9, 3})).isEqualTo(c.apply(new int[] {7, 6, 8, 9}));
    assertThat(c.hasAttention()).isEqualTo(attention);
    assertThat(c.encode(new int[] {5})).hasSize(6);
  }

  @Test
  void orderOfTokens_needsAttention() {
    int[] labels = new int[400];
    List<int[]> sequences = ordered(400, 1, labels);
    SequenceTrainer trainer = new SequenceTrainer(ALL.epochs(25)).dimensions(16).maxTokens(10);
    int[] others = new int[200];
    List<int[]> unseen = ordered(200, 2, others);
    assertThat(accuracy(train(trainer, sequences, labels), unseen, others)).isLessThan(0.65);
    assertThat(accuracy(train(trainer.attention(), sequences, labels), unseen, others))
        .isGreaterThan(0.9);
  }

  @Test
  void sameSeed_givesTheSameFiniteWeights_twentyTimes() {
    int[] labels = new int[80];
    List<int[]> sequences = ordered(80, 1, labels);
    SequenceTrainer trainer =
        new SequenceTrainer(TrainingOptions.standard().epochs(3)).dimensions(12).attention();
    byte[] first = TrainedBytes.of(train(trainer, sequences, labels)::save);
    for (int run = 1; run < 20; run++) {
      System.gc();
      assertThat(TrainedBytes.of(train(trainer, sequences, labels)::save))
          .as("run %s", run)
          .isEqualTo(first);
    }
  }

  @Test
  void loaded_equalsSaved_andDamageIsNamed() {
    int[] labels = new int[40];
    List<int[]> sequences = ordered(40, 1, labels);
    SequenceTrainer trainer = new SequenceTrainer(TrainingOptions.standard().epochs(2));
    for (SequenceTrainer each : List.of(trainer, trainer.attention())) {
      SequenceClassifier c = train(each, sequences, labels);
      Path file = folder.resolve("sequence");
      ModelFile.write(file, c::save);
      SequenceClassifier loaded = ModelFile.read(file, SequenceClassifier::load);
      assertThat(loaded.apply(sequences.get(3))).isEqualTo(c.apply(sequences.get(3)));
      assertThat(loaded.loss()).isEqualTo(c.loss());
      assertThat(loaded.vocabulary()).isEqualTo(WORDS);
      assertThat(loaded.maxTokens()).isEqualTo(128);
      assertThat(loaded.classes()).isEqualTo(2);
    }
    Path wrong = folder.resolve("wrong");
    ModelFile.write(
        wrong,
        out -> {
          out.putLong("sequence-classifier", 1);
          out.putLong("vocabulary", 4);
          out.putLong("dimensions", 2);
          out.putLong("max-tokens", 3);
          out.putDouble("loss", 0);
          out.putLong("attention", 0);
          for (int i = 0; i < 3; i++) {
            out.putFloats("weight-" + i, new float[7]);
          }
        });
    assertThatThrownBy(() -> ModelFile.read(wrong, SequenceClassifier::load))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("its weights do not fit 4 tokens of 2 dimensions");
  }

  @Test
  void badInput_isNamed() {
    SequenceTrainer trainer = new SequenceTrainer(TrainingOptions.standard());
    List<int[]> empty = List.of(new int[] {1}, new int[0]);
    assertThatThrownBy(() -> train(trainer, empty, new int[2]))
        .hasMessage("training a sequence classifier: example 1 has no token, expected 1 or more");
    assertThatThrownBy(() -> train(trainer, List.of(new int[] {1}, new int[] {30}), new int[2]))
        .hasMessageContaining("example 1 has the token 30, expected 0 to 29");
    assertThatThrownBy(() -> train(trainer, List.of(new int[] {1}), new int[2]))
        .hasMessageContaining("1 sequences and 2 labels");
    assertThatThrownBy(() -> trainer.dimensions(0)).hasMessageContaining("dimensions is 0");
    assertThatThrownBy(() -> trainer.maxTokens(0)).hasMessageContaining("maxTokens is 0");
  }
}
