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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Mini-batch gradient descent by AdamW ({@link AdamWeight}) with the options' schedule. Ends early
 * and keeps the best weights when examples are held back; leaves a {@link Checkpoint} after every
 * epoch where one is wanted.
 */
final class TrainingLoop {
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
    List<Network.Start> starts = network.start(random);
    List<AdamWeight> weights =
        starts.stream().map(start -> new AdamWeight(manager, start)).toList();
    int[] order = new int[network.examples()];
    Arrays.setAll(order, i -> i);
    shuffle(order, random);
    int held = (int) (order.length * options.validationShare());
    int[] validation = Arrays.copyOf(order, held);
    int[] training = Arrays.copyOfRange(order, held, order.length);
    Run run = new Run(engine, manager, weights, training.length);
    Optional<Checkpoint.Identity> identity =
        options.checkpoint().map(file -> identity(starts, run, order));
    Checkpoint earlier =
        identity.flatMap(known -> Checkpoint.read(stage, file(), known)).orElse(null);
    Trained best = earlier == null ? null : earlier.best();
    if (earlier != null) {
      run.restore(earlier);
    } else if (network.isUseful() && held > 0) {
      double loss = run.measure(validation);
      best = new Trained(run.values(), loss, 0, OptionalDouble.of(loss));
    }
    OptionalDouble before = best == null ? OptionalDouble.empty() : best.before();
    for (int epoch = 1; epoch <= options.epochs(); epoch++) {
      cancellation.check(stage);
      // What later epochs draw must not depend on how much earlier ones drew, to go on from there.
      SplittableRandom chance = identity.isPresent() ? random.split() : random;
      shuffle(training, chance);
      if (earlier != null && epoch <= earlier.epoch()) {
        continue;
      }
      double sum = run.epoch(training, chance);
      double loss = held == 0 ? sum / training.length : run.measure(validation);
      requireFinite(epoch, sum, loss);
      if (!network.isSlow()) {
        progress.update(stage, epoch, options.epochs());
      }
      if (best == null || held == 0 || loss < best.loss()) {
        best = new Trained(run.values(), loss, epoch, before);
      } else if (epoch - best.epoch() >= options.patience()) {
        break;
      }
      if (identity.isPresent() && epoch < options.epochs()) {
        new Checkpoint(epoch, run.states(), held == 0 ? null : best).write(file(), identity.get());
      }
    }
    if (best == null) {
      throw new IllegalStateException("no epoch was run");
    }
    Trained trained = best.checked(stage);
    options.checkpoint().ifPresent(this::delete);
    return trained;
  }

  private void requireFinite(int epoch, double sum, double loss) {
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
  }

  private Path file() {
    return options.checkpoint().orElseThrow();
  }

  /** The data are told by their number and by the first weights' loss on a batch of them. */
  private Checkpoint.Identity identity(List<Network.Start> starts, Run run, int[] order) {
    String settings =
        String.join(
            ", ", stage, order.length + " examples", options.toString(), network.settings());
    int[] some = Arrays.copyOf(order, Math.min(order.length, options.batchSize()));
    return Checkpoint.Identity.of(settings, starts, run.measure(some));
  }

  private void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new TrainingException(
          stage + ": the checkpoint " + file + " cannot be deleted after the last epoch", e);
    }
  }

  /** Steps over weights that lie on a device. */
  private final class Run {
    private final Engine engine;
    private final NDManager manager;
    private final List<AdamWeight> weights;
    private final int batches;
    private int step;

    Run(Engine engine, NDManager manager, List<AdamWeight> weights, int examples) {
      this.engine = engine;
      this.manager = manager;
      this.weights = weights;
      this.batches = (examples + options.batchSize() - 1) / options.batchSize();
    }

    private int steps() {
      return options.epochs() * batches;
    }

    private List<NDArray> arrays() {
      return weights.stream().map(AdamWeight::weight).toList();
    }

    List<float[]> values() {
      return weights.stream().map(AdamWeight::values).toList();
    }

    List<float[]> states() {
      return weights.stream().flatMap(weight -> weight.state().stream()).toList();
    }

    void restore(Checkpoint checkpoint) {
      int next = 0;
      for (AdamWeight weight : weights) {
        next = weight.restore(checkpoint.states(), next);
      }
      step = checkpoint.epoch() * batches;
    }

    /** Takes a step for each batch; gives the sum of the examples' losses. */
    double epoch(int[] training, SplittableRandom random) {
      double sum = 0;
      for (int from = 0; from < training.length; from += options.batchSize()) {
        cancellation.check(stage);
        int to = Math.min(training.length, from + options.batchSize());
        int[] batch = Arrays.copyOfRange(training, from, to);
        sum += batch.length * step(batch, random);
        if (network.isSlow()) {
          progress.update(stage, step, steps());
        }
      }
      return sum;
    }

    private double step(int[] batch, SplittableRandom random) {
      double loss;
      step++;
      try (NDManager scope = manager.newSubManager();
          NDScope arrays = new NDScope()) {
        arrays.suppressNotUsedWarning();
        try (GradientCollector collector = engine.newGradientCollector()) {
          NDArray mean = network.stepLoss(scope, arrays(), batch, random);
          collector.backward(mean);
          loss = mean.getFloat();
        }
        double rate = options.learningRate(step, steps());
        weights.forEach(weight -> weight.update(rate, options.regularization(), step));
      }
      return loss;
    }

    /** The mean loss of some examples. */
    double measure(int[] examples) {
      double sum = 0;
      for (int from = 0; from < examples.length; from += options.batchSize()) {
        cancellation.check(stage);
        int to = Math.min(examples.length, from + options.batchSize());
        try (NDManager scope = manager.newSubManager();
            NDScope arrays = new NDScope()) {
          arrays.suppressNotUsedWarning();
          int[] batch = Arrays.copyOfRange(examples, from, to);
          sum += batch.length * (double) network.loss(scope, arrays(), batch).getFloat();
        }
      }
      return sum / examples.length;
    }
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

  /**
   * An array times a number that lies in the engine's own memory, too.
   *
   * @see io.artrec.djl.training the package
   */
  static NDArray scaled(NDManager scope, NDArray array, double factor) {
    return array.mul(owned(scope.create((float) factor)));
  }
}
