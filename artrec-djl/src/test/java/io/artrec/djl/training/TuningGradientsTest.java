package io.artrec.djl.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.training.GradientCollector;
import io.artrec.djl.PyTorch;
import io.artrec.djl.onnx.internal.OnnxGraph;
import io.artrec.djl.text.Pooling;
import io.artrec.djl.transformer.internal.TinyBert;
import io.artrec.djl.transformer.internal.TrainableBert;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gradients of whole networks against central differences, in double precision. */
class TuningGradientsTest {
  private static final double STEP = 1e-5;
  private static final int[] BATCH = {2, 0, 1};
  private static final List<long[]> WINDOWS =
      List.of(
          new long[] {2, 7, 9, 11, 3},
          new long[] {2, 4, 3},
          new long[] {2, 15, 6, 6, 19, 3},
          new long[] {2, 8, 9, 3});

  private static Network network(String kind, TinyBert.Form form, Pooling pooling) {
    TrainableBert bert = TrainableBert.of(OnnxGraph.of(TinyBert.bytes(form, 2, 5), "tiny.onnx"));
    TunableEncoder encoder = new TunableEncoder(bert, pooling, -1, 0.2);
    return kind.equals("classes")
        ? new ClassTuning(encoder, 1, WINDOWS.subList(0, 3), new int[] {1, 0, 2}, 3)
        : new PairTuning(encoder, 0.5, WINDOWS, new int[] {0, 1, 2}, new int[] {1, 3, 3});
  }

  @ParameterizedTest
  @CsvSource({
    "classes, PLAIN, MEAN",
    "classes, TANH, CLS",
    "classes, RELU, MAX",
    "pairs, PLAIN, MEAN",
    "pairs, GEMM_FREE_TURNED_WEIGHTS, CLS",
  })
  void gradients_areThoseOfTheLoss_withAndWithoutDropout(
      String kind, TinyBert.Form form, Pooling pooling) {
    Engine engine = PyTorch.assumeAvailable();
    Network network = network(kind, form, pooling);
    for (boolean dropping : List.of(false, true)) {
      List<double[]> values = new ArrayList<>();
      List<Network.Start> starts = network.start(new SplittableRandom(3));
      for (Network.Start start : starts) {
        double[] wide = new double[start.values().length];
        for (int i = 0; i < wide.length; i++) {
          wide[i] = start.values()[i];
        }
        values.add(wide);
      }
      List<double[]> gradients = gradients(engine, network, starts, values, dropping);
      SplittableRandom random = new SplittableRandom(7);
      double largest = 0;
      for (int array = 0; array < values.size(); array++) {
        for (int probe = 0; probe < 3; probe++) {
          int at = random.nextInt(values.get(array).length);
          double kept = values.get(array)[at];
          values.get(array)[at] = kept + STEP;
          double above = loss(engine, network, starts, values, dropping);
          values.get(array)[at] = kept - STEP;
          double below = loss(engine, network, starts, values, dropping);
          values.get(array)[at] = kept;
          double slope = (above - below) / (2 * STEP);
          largest = Math.max(largest, Math.abs(slope));
          assertThat(gradients.get(array)[at])
              .as("array %d, number %d, dropping %s", array, at, dropping)
              .isCloseTo(slope, within(1e-6 + 1e-5 * Math.abs(slope)));
        }
      }
      assertThat(largest).isGreaterThan(0.002);
    }
  }

  private static NDArray loss(
      Network network, NDManager scope, List<NDArray> weights, boolean dropping) {
    return dropping
        ? network.stepLoss(scope, weights, BATCH, new SplittableRandom(11))
        : network.loss(scope, weights, BATCH);
  }

  private static List<NDArray> arrays(
      NDManager manager, List<Network.Start> starts, List<double[]> values) {
    List<NDArray> arrays = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      arrays.add(TrainingLoop.owned(manager.create(values.get(i), starts.get(i).shape())));
    }
    return arrays;
  }

  private static double loss(
      Engine engine,
      Network network,
      List<Network.Start> starts,
      List<double[]> values,
      boolean dropping) {
    try (NDManager manager = engine.newBaseManager(Device.cpu());
        NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      return loss(network, manager, arrays(manager, starts, values), dropping).getDouble();
    }
  }

  private static List<double[]> gradients(
      Engine engine,
      Network network,
      List<Network.Start> starts,
      List<double[]> values,
      boolean dropping) {
    try (NDManager manager = engine.newBaseManager(Device.cpu())) {
      List<NDArray> weights = arrays(manager, starts, values);
      weights.forEach(weight -> weight.setRequiresGradient(true));
      try (GradientCollector collector = engine.newGradientCollector()) {
        NDArray loss = loss(network, manager, weights, dropping);
        soil();
        collector.backward(loss);
      }
      return weights.stream().map(weight -> weight.getGradient().toDoubleArray()).toList();
    }
  }

  /**
   * Gives back what Java no longer needs, and fills it: nothing that is still needed may lie there.
   */
  private static void soil() {
    for (int round = 0; round < 3; round++) {
      System.gc();
      for (int i = 0; i < 2000; i++) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(4 << (i % 3));
        while (bytes.hasRemaining()) {
          bytes.put((byte) 0x7f);
        }
      }
    }
  }
}
