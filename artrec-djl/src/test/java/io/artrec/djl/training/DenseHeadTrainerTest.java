package io.artrec.djl.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.djl.PyTorch;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateWriter;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DenseHeadTrainerTest {
  private static final TrainingOptions ALL = TrainingOptions.standard().validationShare(0);

  @TempDir Path folder;

  @BeforeEach
  void engine() {
    PyTorch.assumeAvailable();
  }

  private static DenseHead classify(
      DenseHeadTrainer trainer, List<float[]> vectors, int[] labels, int classes) {
    return trainer.classify(vectors, labels, classes, Progress.silent(), new Cancellation());
  }

  /** Points around three corners; the class is the corner. */
  private static List<float[]> corners(int count, long seed, int[] labels) {
    SplittableRandom random = new SplittableRandom(seed);
    List<float[]> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      labels[i] = i % 3;
      float[] point = new float[10];
      for (int d = 0; d < point.length; d++) {
        point[d] = (float) (random.nextDouble() - 0.5 + (d % 3 == labels[i] ? 0.8 : 0));
      }
      points.add(point);
    }
    return points;
  }

  private static double accuracy(DenseHead head, List<float[]> points, int[] labels) {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += head.classify(points.get(i)) == labels[i] ? 1 : 0;
    }
    return (double) right / labels.length;
  }

  /** Of four examples at 0 one is of class 1, of five at 1 four are: shares 1/4 and 4/5. */
  @Test
  void sharesByHand_areLearnedAndAnsweredInPlainJava() {
    List<float[]> vectors = new ArrayList<>();
    int[] labels = {0, 0, 0, 1, 1, 1, 1, 1, 0};
    for (int i = 0; i < labels.length; i++) {
      vectors.add(new float[] {i < 4 ? 0 : 1});
    }
    TrainingOptions options = ALL.regularization(0).epochs(600).learningRate(0.05);
    DenseHead head = classify(new DenseHeadTrainer(options), vectors, labels, 2);
    assertThat(head.apply(new float[] {0}))
        .containsExactly(new double[] {0.75, 0.25}, within(2e-3));
    assertThat(head.apply(new float[] {1})).containsExactly(new double[] {0.2, 0.8}, within(2e-3));
    double entropy = -(3 * Math.log(0.75) + Math.log(0.25) + 4 * Math.log(0.8) + Math.log(0.2)) / 9;
    assertThat(head.loss()).isEqualTo(entropy, within(1e-4));
  }

  @Test
  void corners_areToldApart_onPointsNeverSeen() {
    int[] labels = new int[300];
    List<float[]> points = corners(300, 1, labels);
    DenseHead head = classify(new DenseHeadTrainer(TrainingOptions.standard()), points, labels, 3);
    int[] others = new int[300];
    List<float[]> unseen = corners(300, 2, others);
    assertThat(accuracy(head, unseen, others)).isGreaterThan(0.95);
    assertThat(head.loss()).isLessThan(0.2);
  }

  /** Whether the signs of two numbers differ: no linear map knows, one hidden layer does. */
  @Test
  void exclusiveOr_needsAHiddenLayer() {
    SplittableRandom random = new SplittableRandom(4);
    List<float[]> points = new ArrayList<>();
    int[] labels = new int[200];
    for (int i = 0; i < labels.length; i++) {
      float[] point = {random.nextFloat() * 2 - 1, random.nextFloat() * 2 - 1};
      points.add(point);
      labels[i] = point[0] > 0 != point[1] > 0 ? 1 : 0;
    }
    TrainingOptions options = ALL.epochs(150).regularization(0);
    DenseHead linear = classify(new DenseHeadTrainer(options), points, labels, 2);
    DenseHead deep = classify(new DenseHeadTrainer(options).hidden(16), points, labels, 2);
    assertThat(accuracy(linear, points, labels)).isLessThan(0.75);
    assertThat(accuracy(deep, points, labels)).isGreaterThan(0.95);
  }

  @Test
  void sameSeed_givesTheSameFiniteWeights_twentyTimes() {
    int[] labels = new int[150];
    List<float[]> points = corners(150, 1, labels);
    DenseHeadTrainer trainer =
        new DenseHeadTrainer(TrainingOptions.standard().epochs(8)).hidden(24);
    byte[] first = saved(classify(trainer, points, labels, 3));
    for (int run = 1; run < 20; run++) {
      // Garbage in between, so that memory freed too early would be used by others.
      List<float[]> copies = points.stream().map(float[]::clone).toList();
      System.gc();
      assertThat(saved(classify(trainer, copies, labels, 3))).as("run %s", run).isEqualTo(first);
    }
    DenseHeadTrainer other = new DenseHeadTrainer(TrainingOptions.standard().epochs(8).seed(2));
    assertThat(saved(classify(other.hidden(24), points, labels, 3))).isNotEqualTo(first);
  }

  private byte[] saved(DenseHead head) {
    return TrainedBytes.of(head::save);
  }

  @Test
  void manyAtOnce_waitForEachOther_andAgree() throws Exception {
    int[] labels = new int[60];
    List<float[]> points = corners(60, 1, labels);
    DenseHeadTrainer trainer = new DenseHeadTrainer(TrainingOptions.standard().epochs(4));
    byte[] alone = saved(classify(trainer, points, labels, 3));
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      List<Future<byte[]>> all = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        all.add(pool.submit(() -> saved(classify(trainer, points, labels, 3))));
      }
      for (Future<byte[]> one : all) {
        assertThat(one.get()).isEqualTo(alone);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void noGain_endsTraining_andTheBestIsKept() {
    SplittableRandom random = new SplittableRandom(9);
    List<float[]> noise = new ArrayList<>();
    int[] labels = new int[80];
    for (int i = 0; i < labels.length; i++) {
      noise.add(new float[] {random.nextFloat(), random.nextFloat(), random.nextFloat()});
      labels[i] = random.nextInt(2);
    }
    List<Long> epochs = Collections.synchronizedList(new ArrayList<>());
    TrainingOptions options = TrainingOptions.standard().epochs(500).patience(3).learningRate(0.05);
    DenseHead head =
        new DenseHeadTrainer(options)
            .hidden(32)
            .classify(
                noise, labels, 2, (stage, done, total) -> epochs.add(done), new Cancellation());
    assertThat(epochs).hasSizeBetween(4, 400).isSorted();
    assertThat(head.loss()).isLessThan(1);
  }

  @Test
  void cancelled_stopsWithAMessage_andTheNextTrainingRuns() {
    int[] labels = new int[60];
    List<float[]> points = corners(60, 1, labels);
    Cancellation cancellation = new Cancellation();
    DenseHeadTrainer trainer = new DenseHeadTrainer(TrainingOptions.standard());
    assertThatThrownBy(
            () ->
                trainer.classify(
                    points, labels, 3, (stage, done, total) -> cancellation.cancel(), cancellation))
        .isInstanceOf(CancelledException.class)
        .hasMessageContaining("cancelled while training a dense head");
    assertThat(classify(trainer, points, labels, 3).outputs()).isEqualTo(3);
  }

  @Test
  void lossThatIsNotFinite_isAnError() {
    List<float[]> huge =
        List.of(new float[] {3e38f, 3e38f}, new float[] {3e38f, -3e38f}, new float[] {-3e38f, 0});
    DenseHeadTrainer hasty = new DenseHeadTrainer(ALL.learningRate(1).batchSize(1).epochs(20));
    assertThatThrownBy(() -> classify(hasty.hidden(4), huge, new int[] {0, 1, 0}, 2))
        .isInstanceOf(TrainingException.class)
        .hasMessageMatching("training a dense head: .*, expected .*lower the learning rate.*");
  }

  @Test
  void loaded_equalsSaved_andDamageIsNamed() {
    int[] labels = new int[60];
    List<float[]> points = corners(60, 1, labels);
    for (int hidden : new int[] {0, 5}) {
      DenseHead head =
          classify(
              new DenseHeadTrainer(TrainingOptions.standard().epochs(3)).hidden(hidden),
              points,
              labels,
              3);
      Path file = folder.resolve("head-" + hidden);
      ModelFile.write(file, head::save);
      DenseHead loaded = ModelFile.read(file, DenseHead::load);
      assertThat(loaded.apply(points.get(7))).isEqualTo(head.apply(points.get(7)));
      assertThat(loaded.loss()).isEqualTo(head.loss());
      assertThat(loaded.inputs()).isEqualTo(10);
    }
    Path wrong = folder.resolve("wrong");
    ModelFile.write(wrong, out -> state(out, 2, 4));
    assertThatThrownBy(() -> ModelFile.read(wrong, DenseHead::load))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("4 inputs, 0 and 3 weights, 0 and 2 biases do not fit together");
    Path later = folder.resolve("later");
    ModelFile.write(later, out -> state(out, 3, 4));
    assertThatThrownBy(() -> ModelFile.read(later, DenseHead::load))
        .hasMessageContaining("format 3, this version reads 2");
  }

  private static void state(StateWriter out, long format, long inputs) {
    out.putLong("dense-head", format);
    out.putLong("inputs", inputs);
    out.putDouble("loss", 0);
    out.putFloats("hidden-weight", new float[0]);
    out.putFloats("hidden-bias", new float[0]);
    out.putFloats("weight", new float[3]);
    out.putFloats("bias", new float[2]);
  }

  @Test
  void badInput_isNamed() {
    DenseHeadTrainer trainer = new DenseHeadTrainer(TrainingOptions.standard());
    List<float[]> two = List.of(new float[] {1}, new float[] {2});
    assertThatThrownBy(() -> classify(trainer, two, new int[] {0, 2}, 2))
        .hasMessage("training a dense head: example 1 has the label 2, expected 0 to 1");
    assertThatThrownBy(() -> classify(trainer, two, new int[] {0}, 2))
        .hasMessageContaining("2 vectors and 1 answers");
    assertThatThrownBy(() -> classify(trainer, two, new int[2], 1))
        .hasMessageContaining("classes is 1, expected 2 or more");
    assertThatThrownBy(() -> classify(trainer, List.of(new float[1], new float[2]), new int[2], 2))
        .hasMessageContaining("row 1 has 2 numbers, expected 1 as the first");
    assertThatThrownBy(
            () -> classify(trainer, List.of(new float[1], new float[] {Float.NaN}), new int[2], 2))
        .hasMessageContaining("row 1 holds NaN, expected finite numbers");
    assertThatThrownBy(() -> trainer.dropout(1)).hasMessage("dropout is 1.0, expected 0 to 0.9");
    assertThatThrownBy(() -> trainer.hidden(-1)).hasMessage("hidden is -1, expected 0 or more");
    DenseHead head = classify(trainer, two, new int[] {0, 1}, 2);
    assertThatThrownBy(() -> head.apply(new float[3])).hasMessage("vector dimension 3, expected 1");
    assertThatThrownBy(() -> head.apply(new float[] {Float.NaN}))
        .hasMessageContaining("component 0 of the vector is NaN");
  }

  @Test
  void options_areChecked() {
    TrainingOptions options = TrainingOptions.standard();
    assertThatThrownBy(() -> options.epochs(0)).hasMessage("epochs is 0, expected 1 or more");
    assertThatThrownBy(() -> options.batchSize(0)).hasMessageContaining("batchSize is 0");
    assertThatThrownBy(() -> options.patience(0)).hasMessageContaining("patience is 0");
    assertThatThrownBy(() -> options.learningRate(Double.NaN))
        .hasMessage("learningRate is NaN, expected above 0, at most 1");
    assertThatThrownBy(() -> options.regularization(-1)).hasMessageContaining("expected 0 to 10");
    assertThatThrownBy(() -> options.validationShare(0.6)).hasMessageContaining("0 to 0.5");
    assertThatThrownBy(() -> options.device("tpu")).hasMessageContaining("device is 'tpu'");
    int[] labels = new int[9];
    List<float[]> points = corners(9, 1, labels);
    DenseHeadTrainer elsewhere = new DenseHeadTrainer(options.device("gpu:99"));
    assertThatThrownBy(() -> classify(elsewhere, points, labels, 3))
        .hasMessageContaining("training a dense head on device 'gpu:99'");
    assertThat(Arrays.stream(labels).max()).hasValue(2);
  }
}
