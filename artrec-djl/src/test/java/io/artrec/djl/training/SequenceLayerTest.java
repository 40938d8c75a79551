package io.artrec.djl.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.artrec.djl.PyTorch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What layers answer in plain Java: worked by hand, and against PyTorch. */
class SequenceLayerTest {
  static Stream<SequenceArchitecture> architectures() {
    return Stream.of(
        SequenceArchitecture.mean(),
        SequenceArchitecture.attention(),
        SequenceArchitecture.convolution(1, 1),
        SequenceArchitecture.convolution(7, 3, 4, 5),
        SequenceArchitecture.convolution(2, 15, 2),
        SequenceArchitecture.recurrent(1),
        SequenceArchitecture.recurrent(9),
        SequenceArchitecture.recurrentBothWays(6));
  }

  /**
   * Runs of two tokens of one number each, of 1, 3, −2. The first filter adds the second token to
   * twice the first, with a bias of −1: 2 + 3 − 1 = 4, 6 − 2 − 1 = 3. The second one takes the
   * second token off the first: −2, 5. The third never answers above 0.
   */
  @Test
  void convolution_keepsTheMostThatAnyRunGives() {
    SequenceLayer layer = SequenceArchitecture.convolution(3, 2).layer();
    List<float[]> weights = List.of(new float[] {2, 1, 1, -1, 0, 0}, new float[] {-1, 0, -5});

    assertThat(layer.pooled(new double[][] {{1}, {3}, {-2}}, weights)).containsExactly(4, 5, 0);
  }

  @Test
  void convolution_endsAShortSequenceInZeros() {
    SequenceLayer layer = SequenceArchitecture.convolution(1, 3).layer();
    List<float[]> weights = List.of(new float[] {2, 5, 7, 1, 10, 20}, new float[] {0.5f});

    assertThat(layer.pooled(new double[][] {{1, 100}}, weights)).containsExactly(2 + 100 + 0.5);
    assertThat(layer.pooled(new double[][] {{1, 0}, {1, 1}}, weights))
        .containsExactly(2 + 5 + 10 + 0.5);
  }

  /**
   * One unit. For x = 1 and h = 0: r = σ(ln 3) = ¾, z = σ(0) = ½, n = tanh(1 + ¾ · 2), h = n/2. For
   * the next, x = 0: r = σ(0) = ½, z = σ(h), n = tanh(½ · (4h + 2)).
   */
  @Test
  void recurrentUnit_isTheOneWorkedByHand() {
    SequenceLayer layer = SequenceArchitecture.recurrent(1).layer();
    List<float[]> weights =
        List.of(
            new float[] {(float) Math.log(3), 0, 1},
            new float[] {0, 1, 4},
            new float[3],
            new float[] {0, 0, 2});
    double first = Math.tanh(2.5) / 2;
    double keep = 1 / (1 + Math.exp(-first));
    double second = (1 - keep) * Math.tanh(2 * first + 1) + keep * first;

    assertThat(layer.pooled(new double[][] {{1}}, weights))
        .containsExactly(new double[] {first}, within(1e-7));
    assertThat(layer.pooled(new double[][] {{1}, {0}}, weights))
        .containsExactly(new double[] {second}, within(1e-7));
  }

  @Test
  void unitsThatReadBackwards_holdTheFirstTokenLast() {
    SequenceLayer one = SequenceArchitecture.recurrent(3).layer();
    SequenceLayer both = SequenceArchitecture.recurrentBothWays(3).layer();
    List<float[]> weights = drawn(one.weights(2, 9), 4);
    List<float[]> twice = new ArrayList<>(weights);
    twice.addAll(weights);
    double[][] rows = {{1, 2}, {-1, 0.5}, {0.3, 0}};
    double[][] turned = {rows[2], rows[1], rows[0]};

    double[] found = both.pooled(rows, twice);

    assertThat(Arrays.copyOf(found, 3)).isEqualTo(one.pooled(rows, weights));
    assertThat(Arrays.copyOfRange(found, 3, 6)).isEqualTo(one.pooled(turned, weights));
  }

  private static List<float[]> drawn(List<SequenceLayer.Weight> shapes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<float[]> weights = new ArrayList<>();
    for (SequenceLayer.Weight shape : shapes) {
      float[] values = new float[(int) shape.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (random.nextDouble() - 0.5);
      }
      weights.add(values);
    }
    return weights;
  }

  /** Sequences of 1 to 14 tokens, of which 12 are read, in one batch filled up to the longest. */
  @ParameterizedTest
  @MethodSource("architectures")
  void plainJava_answersAsPyTorchDoes(SequenceArchitecture architecture) {
    Engine engine = PyTorch.assumeAvailable();
    int width = 5;
    SequenceLayer layer = architecture.layer();
    List<SequenceLayer.Weight> shapes = new ArrayList<>();
    shapes.add(new SequenceLayer.Weight(width, 30, width));
    shapes.addAll(layer.weights(width, 12));
    shapes.add(new SequenceLayer.Weight(1, 2, layer.outputs(width)));
    shapes.add(new SequenceLayer.Weight(1, 2));
    List<float[]> weights = drawn(shapes, 1);
    SequenceClassifier plain = new SequenceClassifier(architecture, 30, width, 12, weights, 0);
    SplittableRandom random = new SplittableRandom(2);
    List<int[]> sequences = new ArrayList<>();
    for (int length = 1; length <= 14; length++) {
      sequences.add(random.ints(length, 0, 30).toArray());
    }
    int[] all = new int[sequences.size()];
    Arrays.setAll(all, i -> i);
    try (NDManager scope = engine.newBaseManager()) {
      List<NDArray> arrays = new ArrayList<>();
      for (int i = 0; i < shapes.size(); i++) {
        arrays.add(
            TrainingLoop.owned(scope.create(weights.get(i), new Shape(shapes.get(i).shape()))));
      }
      SequenceBatch batch = SequenceBatch.of(scope, sequences, all, 12);
      NDArray pooled = layer.pooled(batch, arrays.get(0), arrays.subList(1, arrays.size() - 2));
      float[] found = pooled.toFloatArray();
      int outputs = layer.outputs(width);
      assertThat(plain.dimensions()).isEqualTo(outputs);
      for (int i = 0; i < all.length; i++) {
        assertThat(plain.encode(sequences.get(i)))
            .as("%s, %d tokens", architecture, i + 1)
            .containsExactly(
                Arrays.copyOfRange(found, i * outputs, (i + 1) * outputs), within(1e-5f));
      }
    }
  }

  /** Every weight's slope, against the difference that a small change of it makes to the loss. */
  @ParameterizedTest
  @MethodSource("architectures")
  void gradients_areTheDifferencesOfTheLoss(SequenceArchitecture architecture) {
    Engine engine = PyTorch.assumeAvailable();
    SequenceNetwork network =
        new SequenceNetwork(
            architecture.layer(),
            new SequenceNetwork.Size(6, 4, 9, 2),
            new SequenceNetwork.Examples(
                List.of(new int[] {1, 2, 3, 4, 5}, new int[] {4, 3, 1}, new int[] {2}),
                Labels.oneHot(new int[] {0, 1, 1}, 2)),
            0,
            token -> Optional.empty());
    List<Network.Start> starts = network.start(new SplittableRandom(3));
    int[] examples = {0, 1, 2};
    try (NDManager scope = engine.newBaseManager()) {
      List<NDArray> weights = new ArrayList<>();
      for (Network.Start start : starts) {
        weights.add(TrainingLoop.owned(scope.create(start.values(), start.shape())));
      }
      weights.forEach(weight -> weight.setRequiresGradient(true));
      try (GradientCollector collector = engine.newGradientCollector()) {
        collector.backward(network.loss(scope, weights, examples));
      }
      for (int w = 0; w < starts.size(); w++) {
        float[] slopes = weights.get(w).getGradient().toFloatArray();
        double steepest = 0;
        for (int i = 0; i < Math.min(slopes.length, 24); i++) {
          double slope = 0;
          for (float step : new float[] {1e-3f, -1e-3f}) {
            float[] moved = starts.get(w).values().clone();
            moved[i] += step;
            List<NDArray> changed = new ArrayList<>(weights);
            changed.set(w, TrainingLoop.owned(scope.create(moved, starts.get(w).shape())));
            slope += network.loss(scope, changed, examples).getFloat() / (2 * step);
          }
          assertThat((double) slopes[i])
              .as("%s, weight %d, number %d", architecture, w, i)
              .isCloseTo(slope, within(5e-4));
          steepest = Math.max(steepest, Math.abs(slopes[i]));
        }
        assertThat(steepest).as("%s, weight %d", architecture, w).isGreaterThan(1e-5);
      }
    }
  }

  /** Dropout of ½ in training: what is kept counts twice, and answers leave nothing out. */
  @Test
  void dropout_isForTrainingOnly() {
    Engine engine = PyTorch.assumeAvailable();
    SequenceNetwork network =
        new SequenceNetwork(
            SequenceArchitecture.mean().layer(),
            new SequenceNetwork.Size(3, 1, 4, 2),
            new SequenceNetwork.Examples(List.of(new int[] {1}), Labels.oneHot(new int[] {0}, 2)),
            0.5,
            token -> Optional.empty());
    try (NDManager scope = engine.newBaseManager()) {
      List<NDArray> weights =
          List.of(
              scope.create(new float[] {0, 1, 0}).reshape(3, 1).duplicate(),
              scope.create(new float[] {1, 0}).reshape(2, 1).duplicate(),
              scope.zeros(new Shape(2)));
      double half = Math.log(2);
      double whole = Math.log(1 + Math.exp(-1));
      double doubled = Math.log(1 + Math.exp(-2));
      assertThat((double) network.loss(scope, weights, new int[] {0}).getFloat())
          .isCloseTo(whole, within(1e-6));
      SplittableRandom random = new SplittableRandom(3);
      int left = 0;
      for (int i = 0; i < 200; i++) {
        double loss = network.stepLoss(scope, weights, new int[] {0}, random).getFloat();
        boolean out = loss > whole;
        assertThat(loss).isCloseTo(out ? half : doubled, within(1e-6));
        left += out ? 1 : 0;
      }
      assertThat(left).isBetween(75, 125);
    }
  }

  @Test
  void givenVectors_standInTheTableAtTheStart() {
    float[] given = {7, 8};
    SequenceNetwork network =
        new SequenceNetwork(
            SequenceArchitecture.mean().layer(),
            new SequenceNetwork.Size(3, 2, 4, 2),
            new SequenceNetwork.Examples(List.of(), List.of()),
            0,
            token -> token == 1 ? Optional.of(given) : Optional.empty());
    float[] table = network.start(new SplittableRandom(1)).get(0).values();
    assertThat(Arrays.copyOfRange(table, 2, 4)).containsExactly(7, 8);
    assertThat(table[0]).isNotZero();
    assertThat(table[4]).isNotZero().isNotEqualTo(table[0]);
  }

  @Test
  void sizesThatCannotBe_areRefused() {
    assertThatThrownBy(() -> SequenceArchitecture.convolution(0, 3))
        .hasMessage("filters is 0, expected 1 to 4096");
    assertThatThrownBy(() -> SequenceArchitecture.convolution(9))
        .hasMessage("number of widths is 0, expected 1 to 16");
    assertThatThrownBy(() -> SequenceArchitecture.convolution(9, 3, 65))
        .hasMessage("width is 65, expected 1 to 64");
    assertThatThrownBy(() -> SequenceArchitecture.convolution(9, 3, 3))
        .hasMessage("width 3 is there twice");
    assertThatThrownBy(() -> SequenceArchitecture.recurrent(-1))
        .hasMessage("units is -1, expected 1 to 4096");
    assertThatThrownBy(() -> SequenceArchitecture.recurrentBothWays(5000))
        .hasMessage("units is 5000, expected 1 to 4096");
  }
}
