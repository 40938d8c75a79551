package io.artrec.djl.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.artrec.djl.PyTorch;
import io.artrec.model.ModelFileException;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingLoopTest {
  private static final double[][] X = {{1, 2}, {-1, 0.5}, {0.25, -3}, {2, 1}};
  private static final double[] Y = {1, -2, 0.5, 3};
  private static final float[] FIRST = {0.3f, -0.7f};

  @TempDir Path folder;

  @BeforeEach
  void engine() {
    PyTorch.assumeAvailable();
  }

  /** Squared differences of {@code x·w} and {@code y}. */
  private static final class Line implements Network {
    @Override
    public List<Start> start(SplittableRandom random) {
      return List.of(Start.of(FIRST, 1, 2));
    }

    @Override
    public int examples() {
      return Y.length;
    }

    @Override
    public NDArray loss(NDManager scope, List<NDArray> weights, int[] examples) {
      float[] x = new float[2 * examples.length];
      float[] y = new float[examples.length];
      for (int i = 0; i < examples.length; i++) {
        x[2 * i] = (float) X[examples[i]][0];
        x[2 * i + 1] = (float) X[examples[i]][1];
        y[i] = (float) Y[examples[i]];
      }
      NDArray rows = TrainingLoop.owned(scope.create(x, new Shape(examples.length, 2)));
      NDArray targets = TrainingLoop.owned(scope.create(y, new Shape(examples.length, 1)));
      return rows.matMul(weights.get(0).transpose()).sub(targets).square().mean();
    }
  }

  /**
   * Algorithm 2 of Loshchilov and Hutter in 64 bits, from the gradient {@code 2/n Σ (x·w − y)x}.
   */
  private static double[] adamW(TrainingOptions options, double decay, int steps) {
    double[] w = {FIRST[0], FIRST[1]};
    double[] m = new double[2];
    double[] v = new double[2];
    for (int t = 1; t <= steps; t++) {
      double[] g = new double[2];
      for (int i = 0; i < Y.length; i++) {
        double error = X[i][0] * w[0] + X[i][1] * w[1] - Y[i];
        g[0] += 2 * error * X[i][0] / Y.length;
        g[1] += 2 * error * X[i][1] / Y.length;
      }
      double rate = options.learningRate(t, steps);
      for (int d = 0; d < 2; d++) {
        m[d] = 0.9 * m[d] + 0.1 * g[d];
        v[d] = 0.999 * v[d] + 0.001 * g[d] * g[d];
        double mean = m[d] / (1 - Math.pow(0.9, t));
        double square = v[d] / (1 - Math.pow(0.999, t));
        w[d] -= rate * (mean / (Math.sqrt(square) + 1e-8) + decay * w[d]);
      }
    }
    return w;
  }

  @ParameterizedTest
  @EnumSource(RateDecay.class)
  void stepsAreThoseOfAdamW(RateDecay decay) {
    int steps = 25;
    TrainingOptions options =
        TrainingOptions.standard()
            .epochs(steps)
            .batchSize(Y.length)
            .validationShare(0)
            .learningRate(0.02)
            .regularization(0.5)
            .warmUp(0.2)
            .decay(decay);
    Trained trained =
        new TrainingLoop("test", new Line(), options, Progress.silent(), new Cancellation()).run();
    double[] expected = adamW(options, 0.5, steps);
    assertThat(trained.weights().get(0)[0]).isEqualTo((float) expected[0], within(1e-6f));
    assertThat(trained.weights().get(0)[1]).isEqualTo((float) expected[1], within(1e-6f));
    assertThat(adamW(options, 0, steps)[0]).isNotCloseTo(expected[0], within(1e-3));
  }

  private static List<float[]> points(int[] labels, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<float[]> points = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % 2;
      points.add(
          new float[] {
            random.nextFloat() + 0.3f * labels[i], random.nextFloat(), labels[i] * 0.1f
          });
    }
    return points;
  }

  private static byte[] train(
      TrainingOptions options, long data, Progress progress, Cancellation cancellation) {
    int[] labels = new int[60];
    List<float[]> points = points(labels, data);
    DenseHead head =
        new DenseHeadTrainer(options)
            .hidden(8)
            .dropout(0.3)
            .classify(points, labels, 2, progress, cancellation);
    return TrainedBytes.of(head::save);
  }

  @Test
  void trainingThatWasCutOff_goesOnFromItsCheckpoint_toTheSameBits() throws IOException {
    TrainingOptions options =
        TrainingOptions.standard().epochs(12).warmUp(0.1).decay(RateDecay.COSINE);
    TrainingOptions elsewhere = options.checkpoint(folder.resolve("other"));
    byte[] whole = train(elsewhere, 1, Progress.silent(), new Cancellation());
    Path file = folder.resolve("checkpoint");
    TrainingOptions kept = options.checkpoint(file);
    for (int stop : new int[] {3, 7}) {
      Cancellation cancellation = new Cancellation();
      Progress progress =
          (stage, done, total) -> {
            if (done == stop) {
              cancellation.cancel();
            }
          };
      assertThatThrownBy(() -> train(kept, 1, progress, cancellation))
          .isInstanceOf(CancelledException.class);
      assertThat(file).exists();
    }
    byte[] cut = Files.readAllBytes(file);
    assertThatThrownBy(() -> train(kept.seed(2), 1, Progress.silent(), new Cancellation()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("is of another training")
        .hasMessageContaining("seed=2")
        .hasMessageContaining("delete it, or name another file");
    assertThatThrownBy(() -> train(kept, 2, Progress.silent(), new Cancellation()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("first loss");
    List<Long> epochs = new ArrayList<>();
    byte[] resumed = train(kept, 1, (stage, done, total) -> epochs.add(done), new Cancellation());
    assertThat(resumed).isEqualTo(whole);
    assertThat(epochs).startsWith(8L).doesNotContain(7L);
    assertThat(file).doesNotExist();
    cut[cut.length / 2] ^= 1;
    Files.write(file, cut);
    assertThatThrownBy(() -> train(kept, 1, Progress.silent(), new Cancellation()))
        .isInstanceOf(ModelFileException.class);
  }
}
