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
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
    assertThat(c.architecture().name()).isEqualTo(attention ? "attention" : "mean");
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

  static Stream<SequenceArchitecture> thatHearOrder() {
    return Stream.of(
        SequenceArchitecture.convolution(12, 2, 3), SequenceArchitecture.recurrentBothWays(12));
  }

  /**
   * Sequences of 4 to 9 tokens; class 1 when token 1 stands right before token 2, else after it.
   */
  private static List<int[]> neighbors(int count, long seed, int[] labels) {
    SplittableRandom random = new SplittableRandom(seed);
    List<int[]> sequences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] sequence = random.ints(4 + random.nextInt(6), 3, WORDS).toArray();
      labels[i] = random.nextInt(2);
      int at = random.nextInt(sequence.length - 1);
      sequence[at] = labels[i] == 1 ? 1 : 2;
      sequence[at + 1] = labels[i] == 1 ? 2 : 1;
      sequences.add(sequence);
    }
    return sequences;
  }

  @ParameterizedTest
  @MethodSource("thatHearOrder")
  void orderOfNeighbors_isLearned(SequenceArchitecture architecture) {
    int[] labels = new int[200];
    List<int[]> sequences = neighbors(200, 1, labels);
    SequenceTrainer trainer = new SequenceTrainer(ALL.epochs(12)).dimensions(12).dropout(0.2);
    int[] others = new int[200];
    List<int[]> unseen = neighbors(200, 2, others);
    assertThat(accuracy(train(trainer, sequences, labels), unseen, others)).isLessThan(0.65);
    SequenceClassifier c = train(trainer.architecture(architecture), sequences, labels);
    assertThat(accuracy(c, unseen, others)).isGreaterThan(0.95);
  }

  @Test
  void orderOverAnyDistance_isLearnedByRecurrentUnits() {
    int[] labels = new int[400];
    List<int[]> sequences = ordered(400, 1, labels);
    SequenceTrainer trainer =
        new SequenceTrainer(ALL.epochs(15))
            .dimensions(12)
            .architecture(SequenceArchitecture.recurrent(12));
    int[] others = new int[200];
    List<int[]> unseen = ordered(200, 2, others);
    assertThat(accuracy(train(trainer, sequences, labels), unseen, others)).isGreaterThan(0.95);
  }

  @ParameterizedTest
  @MethodSource("thatHearOrder")
  void sharesByHand_areLearnedByEveryArchitecture(SequenceArchitecture architecture) {
    List<int[]> sequences = new ArrayList<>();
    int[] labels = {0, 0, 0, 1, 1, 1, 1, 1, 0};
    for (int i = 0; i < labels.length; i++) {
      sequences.add(i < 4 ? new int[] {5} : new int[] {7, 6, 8, 9, 9});
    }
    TrainingOptions options = ALL.regularization(0).epochs(120).learningRate(0.02);
    SequenceTrainer trainer =
        new SequenceTrainer(options).dimensions(6).maxTokens(4).architecture(architecture);
    SequenceClassifier c = train(trainer, sequences, labels);
    assertThat(c.apply(new int[] {5})).containsExactly(new double[] {0.75, 0.25}, within(4e-3));
    assertThat(c.apply(new int[] {7, 6, 8, 9, 1}))
        .containsExactly(new double[] {0.2, 0.8}, within(4e-3));
    double entropy =
        (4 * (0.75 * ln(0.75) + 0.25 * ln(0.25)) + 5 * (0.2 * ln(0.2) + 0.8 * ln(0.8)));
    assertThat(c.loss()).isEqualTo(-entropy / 9, within(1e-3));
  }

  private static double ln(double x) {
    return Math.log(x);
  }

  static Stream<SequenceArchitecture> all() {
    return Stream.concat(
        Stream.of(SequenceArchitecture.mean(), SequenceArchitecture.attention()), thatHearOrder());
  }

  @ParameterizedTest
  @MethodSource("all")
  void sameSeed_givesTheSameFiniteWeights_manyTimes(SequenceArchitecture architecture) {
    int[] labels = new int[80];
    List<int[]> sequences = ordered(80, 1, labels);
    SequenceTrainer trainer =
        new SequenceTrainer(TrainingOptions.standard().epochs(3))
            .dimensions(12)
            .architecture(architecture)
            .dropout(0.3);
    byte[] first = TrainedBytes.of(train(trainer, sequences, labels)::save);
    for (int run = 1; run < 8; run++) {
      System.gc();
      assertThat(TrainedBytes.of(train(trainer, sequences, labels)::save))
          .as("run %s", run)
          .isEqualTo(first);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void loaded_equalsSaved(SequenceArchitecture architecture) {
    int[] labels = new int[40];
    List<int[]> sequences = ordered(40, 1, labels);
    SequenceTrainer trainer =
        new SequenceTrainer(TrainingOptions.standard().epochs(2)).architecture(architecture);
    SequenceClassifier c = train(trainer, sequences, labels);
    Path file = folder.resolve("sequence");
    ModelFile.write(file, c::save);
    SequenceClassifier loaded = ModelFile.read(file, SequenceClassifier::load);
    for (int[] sequence : sequences) {
      assertThat(loaded.apply(sequence)).isEqualTo(c.apply(sequence));
      assertThat(loaded.encode(sequence)).isEqualTo(c.encode(sequence));
    }
    assertThat(loaded.architecture()).hasToString(architecture.toString());
    assertThat(loaded.loss()).isEqualTo(c.loss());
    assertThat(loaded.vocabulary()).isEqualTo(WORDS);
    assertThat(loaded.maxTokens()).isEqualTo(128);
    assertThat(loaded.dimensions()).isEqualTo(c.dimensions());
    assertThat(loaded.classes()).isEqualTo(2);
  }

  /**
   * As files were before there were architectures: a flag for attention, seven weights or three.
   */
  private Path ofFirstFormat(int attention, float[]... weights) {
    Path file = folder.resolve("first");
    ModelFile.write(
        file,
        out -> {
          out.putLong("sequence-classifier", 1);
          out.putLong("vocabulary", 2);
          out.putLong("dimensions", 1);
          out.putLong("max-tokens", 3);
          out.putDouble("loss", 0.5);
          out.putLong("attention", attention);
          for (int i = 0; i < weights.length; i++) {
            out.putFloats("weight-" + i, weights[i]);
          }
        });
    return file;
  }

  /** The mean of 1 and 3 is 2, of which the second class gets twice and half of one. */
  @Test
  void filesOfTheFirstFormat_areLoaded() {
    float[] table = {1, 3};
    float[] head = {0, 2};
    float[] bias = {0, 0.5f};
    double[] expected = {1 / (1 + Math.exp(4.5)), 1 / (1 + Math.exp(-4.5))};
    SequenceClassifier mean =
        ModelFile.read(ofFirstFormat(0, table, head, bias), SequenceClassifier::load);
    assertThat(mean.architecture().name()).isEqualTo("mean");
    assertThat(mean.apply(new int[] {0, 1})).containsExactly(expected, within(1e-12));
    float[] nowhere = new float[3];
    float[] nothing = {0};
    SequenceClassifier attention =
        ModelFile.read(
            ofFirstFormat(1, table, nowhere, nothing, nothing, nothing, head, bias),
            SequenceClassifier::load);
    assertThat(attention.architecture().name()).isEqualTo("attention");
    assertThat(attention.apply(new int[] {0, 1})).containsExactly(expected, within(1e-12));
  }

  @Test
  void damage_isNamed() {
    Path wrong = ofFirstFormat(0, new float[7], new float[7], new float[7]);
    assertThatThrownBy(() -> ModelFile.read(wrong, SequenceClassifier::load))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "loading a sequence classifier (mean): its weights do not fit 2 tokens of 1 dimensions");
    assertThatThrownBy(() -> loadOf("transformer", new int[0]))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining(
            "architecture 'transformer' of sizes [] cannot be: this version does not know");
    assertThatThrownBy(() -> loadOf("convolution", new int[] {4, 0}))
        .hasMessageContaining("architecture 'convolution' of sizes [4, 0] cannot be: width is 0");
    assertThatThrownBy(() -> loadOf("recurrent", new int[] {4, 3}))
        .hasMessageContaining("directions is 3, expected 1 to 2");
    assertThatThrownBy(() -> loadOf("recurrent", new int[] {4, 1}))
        .hasMessageContaining("(recurrent [4, 1]): its weights do not fit");
  }

  private SequenceClassifier loadOf(String architecture, int[] sizes) {
    Path file = folder.resolve("wrong");
    ModelFile.write(
        file,
        out -> {
          out.putLong("sequence-classifier", 2);
          out.putLong("vocabulary", 4);
          out.putLong("dimensions", 2);
          out.putLong("max-tokens", 3);
          out.putDouble("loss", 0);
          out.putString("architecture", architecture);
          out.putInts("sizes", sizes);
          for (int i = 0; i < 7; i++) {
            out.putFloats("weight-" + i, new float[7]);
          }
        });
    return ModelFile.read(file, SequenceClassifier::load);
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
    assertThatThrownBy(() -> trainer.dropout(1)).hasMessage("dropout is 1.0, expected 0 to 0.9");
    List<int[]> two = List.of(new int[] {1}, new int[] {2});
    assertThatThrownBy(
            () -> train(trainer.tokenVectors(t -> Optional.of(new float[3])), two, new int[2]))
        .hasMessage(
            "training a sequence classifier: the vector of token 0 has 3 numbers, expected 64");
    float[] infinite = new float[64];
    infinite[9] = Float.NEGATIVE_INFINITY;
    assertThatThrownBy(
            () -> train(trainer.tokenVectors(t -> Optional.of(infinite)), two, new int[2]))
        .hasMessageContaining("the vector of token 0 holds -Infinity, expected finite numbers");
  }
}
