package io.artrec.djl.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import io.artrec.djl.TorchEngine;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Mini-batch gradient descent with Adam (Kingma and Ba, "Adam: A Method for Stochastic
 * Optimization", ICLR 2015) and decoupled weight decay. Ends early and keeps the best weights when
 * examples are held back.
 */
final class TrainingLoop {
  private static final float MEAN_DECAY = 0.9f;
  private static final float SQUARE_DECAY = 0.999f;
  private static final float EPSILON = 1e-8f;
  private static final long WAIT_MILLIS = 50;

  /** DJL collects gradients for one caller in a process. */
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock(true);

  private final String stage;
  private final Network network;
  private final TrainingOptions options;
  private final Progress progress;
  private final Cancellation cancellation;

  TrainingLoop(
      String stage,
      Network network,
      TrainingOptions options,
      Progress progress,
      Cancellation cancellation) {
    this.stage = stage;
    this.network = network;
    this.options = options;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /** Trains; gives the weights and what is known about them. */
  Trained run() {
    Engine engine = TorchEngine.start();
    Device device = TorchEngine.device(engine, options.device(), stage);
    await();
    // PyTorch records operations for back-propagation by thread, and on every thread but the one
    // that started the engine it does so unless told otherwise.
    boolean recorded = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    try (NDManager manager = engine.newBaseManager(device)) {
      return train(engine, manager);
    } finally {
      JniUtils.setGradMode(recorded);
      ONE_AT_A_TIME.unlock();
    }
  }

  private void await() {
    try {
      do {
        cancellation.check(stage);
      } while (!ONE_AT_A_TIME.tryLock(WAIT_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cancellation.check(stage);
    }
  }

  private Trained train(Engine engine, NDManager manager) {
    SplittableRandom random = new SplittableRandom(options.seed());
    List<Slot> slots = new ArrayList<>();
    for (Network.Start start : network.start(random)) {
      slots.add(new Slot(manager, start));
    }
    int[] order = new int[network.examples()];
    Arrays.setAll(order, i -> i);
    shuffle(order, random);
    int held = (int) (order.length * options.validationShare());
    int[] validation = Arrays.copyOf(order, held);
    int[] training = Arrays.copyOfRange(order, held, order.length);
    Trained best = null;
    int step = 0;
    for (int epoch = 1; epoch <= options.epochs(); epoch++) {
      cancellation.check(stage);
      shuffle(training, random);
      double sum = 0;
      for (int from = 0; from < training.length; from += options.batchSize()) {
        cancellation.check(stage);
        int to = Math.min(training.length, from + options.batchSize());
        int[] batch = Arrays.copyOfRange(training, from, to);
        sum += batch.length * step(engine, manager, slots, batch, random, ++step);
      }
      double loss = held == 0 ? sum / training.length : measure(manager, slots, validation);
      if (!Double.isFinite(loss) || !Double.isFinite(sum)) {
        throw new TrainingException(
            stage
                + ": the loss is "
                + (Double.isFinite(loss) ? sum : loss)
                + " after epoch "
                + epoch
                + ", expected a finite number; lower the learning rate "
                + options.learningRate());
      }
      progress.update(stage, epoch, options.epochs());
      if (best == null || held == 0 || loss < best.loss()) {
        best = new Trained(slots.stream().map(Slot::values).toList(), loss, epoch);
      } else if (epoch - best.epoch() >= options.patience()) {
        break;
      }
    }
    if (best == null) {
      throw new IllegalStateException("no epoch was run");
    }
    return best.checked(stage);
  }

  private double step(
      Engine engine,
      NDManager manager,
      List<Slot> slots,
      int[] batch,
      SplittableRandom random,
      int number) {
    double loss;
    try (NDManager scope = manager.newSubManager();
        NDScope arrays = new NDScope()) {
      arrays.suppressNotUsedWarning();
      try (GradientCollector collector = engine.newGradientCollector()) {
        NDArray mean = network.trainingLoss(scope, weights(slots), batch, random);
        collector.backward(mean);
        loss = mean.getFloat();
      }
      slots.forEach(slot -> slot.update(options, number));
    }
    return loss;
  }

  private double measure(NDManager manager, List<Slot> slots, int[] examples) {
    double sum = 0;
    for (int from = 0; from < examples.length; from += options.batchSize()) {
      int to = Math.min(examples.length, from + options.batchSize());
      try (NDManager scope = manager.newSubManager();
          NDScope arrays = new NDScope()) {
        arrays.suppressNotUsedWarning();
        int[] batch = Arrays.copyOfRange(examples, from, to);
        sum += batch.length * (double) network.loss(scope, weights(slots), batch).getFloat();
      }
    }
    return sum / examples.length;
  }

  private static List<NDArray> weights(List<Slot> slots) {
    return slots.stream().map(slot -> slot.weight).toList();
  }

  static void shuffle(int[] values, SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }

  /**
   * Numbers as an array in the engine's own memory.
   *
   * @see io.artrec.djl.training the package, for why a copy is made
   */
  static NDArray owned(NDArray shared) {
    NDArray copy = shared.duplicate();
    shared.close();
    return copy;
  }

  /** A weight with Adam's running means of its gradient and of the gradient's square. */
  private static final class Slot {
    private final NDArray weight;
    private final NDArray mean;
    private final NDArray square;

    Slot(NDManager manager, Network.Start start) {
      weight = owned(manager.create(start.values(), start.shape()));
      mean = manager.zeros(start.shape());
      square = manager.zeros(start.shape());
      weight.setRequiresGradient(true);
    }

    void update(TrainingOptions options, int step) {
      NDArray gradient = weight.getGradient();
      mean.muli(MEAN_DECAY).addi(gradient.mul(1 - MEAN_DECAY));
      square.muli(SQUARE_DECAY).addi(gradient.mul(gradient).mul(1 - SQUARE_DECAY));
      double meanScale = 1 - Math.pow(MEAN_DECAY, step);
      double squareScale = 1 - Math.pow(SQUARE_DECAY, step);
      NDArray deviation = square.div((float) squareScale).sqrt().add(EPSILON);
      float rate = (float) options.learningRate();
      weight.muli((float) (1 - options.learningRate() * options.regularization()));
      weight.subi(mean.div(deviation).mul(rate / (float) meanScale));
      gradient.muli(0f);
    }

    float[] values() {
      return weight.toFloatArray();
    }
  }
}
