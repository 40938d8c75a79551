package io.artrec.djl.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Trains {@link SequenceClassifier}s on labelled sequences of tokens. Immutable and thread-safe;
 * trainings run one at a time. Needs the PyTorch engine.
 *
 * <p>Cost: an epoch takes O(vocabulary · dimensions) for every batch, since every token's vector is
 * stepped, and O(tokens · dimensions) for every example, with attention O(tokens² · dimensions +
 * tokens · dimensions²). Memory: the weights four times, and a batch.
 *
 * @see io.artrec.djl.training the package, for what a seed promises
 */
public final class SequenceTrainer {
  private static final String STAGE = "training a sequence classifier";
  private static final int MOST_DIMENSIONS = 4096;
  private static final float MASKED = -1e9f;

  private final TrainingOptions options;
  private final int dimensions;
  private final int maxTokens;
  private final boolean attention;

  /**
   * Makes a trainer of encoders that average 64-dimensional token vectors over up to 128 tokens.
   *
   * @param options how training goes
   */
  public SequenceTrainer(TrainingOptions options) {
    this(options, 64, 128, false);
  }

  private SequenceTrainer(
      TrainingOptions options, int dimensions, int maxTokens, boolean attention) {
    this.options = Objects.requireNonNull(options, "options");
    this.dimensions = dimensions;
    this.maxTokens = maxTokens;
    this.attention = attention;
  }

  /**
   * Sets the length of a token's vector.
   *
   * @param count 1 to 4,096
   * @return the changed trainer
   */
  public SequenceTrainer dimensions(int count) {
    if (count < 1 || count > MOST_DIMENSIONS) {
      throw new IllegalArgumentException(
          "dimensions is " + count + ", expected 1 to " + MOST_DIMENSIONS);
    }
    return new SequenceTrainer(options, count, maxTokens, attention);
  }

  /**
   * Sets how many tokens of a sequence are read.
   *
   * @param count 1 or more
   * @return the changed trainer
   */
  public SequenceTrainer maxTokens(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("maxTokens is " + count + ", expected 1 or more");
    }
    return new SequenceTrainer(options, dimensions, count, attention);
  }

  /**
   * Adds a layer of self-attention with learned positions.
   *
   * @return the changed trainer
   */
  public SequenceTrainer attention() {
    return new SequenceTrainer(options, dimensions, maxTokens, true);
  }

  /**
   * Learns to tell classes apart.
   *
   * @param sequences the examples, each of 1 or more tokens
   * @param labels each example's class, 0 to {@code classes - 1}
   * @param vocabulary tokens are 0 to this less one
   * @param classes how many there are, 2 or more
   * @param progress hears of every epoch
   * @param cancellation stops training between steps
   * @return the classifier
   * @throws TrainingException when the loss is not finite
   * @throws io.artrec.task.CancelledException when cancelled
   */
  public SequenceClassifier train(
      List<int[]> sequences,
      int[] labels,
      int vocabulary,
      int classes,
      Progress progress,
      Cancellation cancellation) {
    if (sequences.size() < 2 || sequences.size() != labels.length) {
      throw new IllegalArgumentException(
          STAGE
              + ": "
              + sequences.size()
              + " sequences and "
              + labels.length
              + " labels, expected as many of each, at least 2");
    }
    if (classes < 2) {
      throw new IllegalArgumentException(
          STAGE + ": classes is " + classes + ", expected 2 or more");
    }
    if ((long) vocabulary * dimensions > Integer.MAX_VALUE / Float.BYTES) {
      throw new IllegalArgumentException(
          STAGE
              + ": "
              + vocabulary
              + " tokens of "
              + dimensions
              + " dimensions are more than 2 GiB");
    }
    for (int i = 0; i < sequences.size(); i++) {
      SequenceClassifier.check(STAGE + ": example " + i, sequences.get(i), vocabulary);
    }
    Labels.check(STAGE, labels, classes);
    Network network =
        new Encoder(this, sequences, Labels.oneHot(labels, classes), vocabulary, classes);
    Trained trained = new TrainingLoop(STAGE, network, options, progress, cancellation).run();
    return new SequenceClassifier(
        vocabulary, dimensions, maxTokens, trained.weights(), trained.loss());
  }

  private record Encoder(
      SequenceTrainer trainer,
      List<int[]> sequences,
      List<float[]> answers,
      int vocabulary,
      int classes)
      implements Network {
    @Override
    public List<Start> start(SplittableRandom random) {
      int width = trainer.dimensions;
      List<Start> start = new ArrayList<>();
      start.add(Start.random(random, width, vocabulary, width));
      if (trainer.attention) {
        start.add(Start.random(random, width, trainer.maxTokens, width));
        for (int i = 0; i < 3; i++) {
          start.add(Start.random(random, width, width, width));
        }
      }
      start.add(Start.random(random, width, classes, width));
      start.add(Start.zeros(classes));
      return start;
    }

    @Override
    public int examples() {
      return sequences.size();
    }

    @Override
    public NDArray loss(NDManager scope, List<NDArray> weights, int[] examples) {
      int tokens = 1;
      for (int example : examples) {
        tokens = Math.max(tokens, Math.min(sequences.get(example).length, trainer.maxTokens));
      }
      long[] ids = new long[examples.length * tokens];
      float[] share = new float[ids.length];
      float[] blocked = new float[ids.length];
      float[] right = new float[examples.length * classes];
      for (int i = 0; i < examples.length; i++) {
        int[] sequence = sequences.get(examples[i]);
        int length = Math.min(sequence.length, trainer.maxTokens);
        for (int t = 0; t < tokens; t++) {
          ids[i * tokens + t] = t < length ? sequence[t] : 0;
          share[i * tokens + t] = t < length ? 1f / length : 0;
          blocked[i * tokens + t] = t < length ? 0 : MASKED;
        }
        System.arraycopy(answers.get(examples[i]), 0, right, i * classes, classes);
      }
      Shape shape = new Shape(examples.length, tokens);
      NDArray rows = look(TrainingLoop.owned(scope.create(ids, shape)), weights.get(0));
      if (trainer.attention) {
        long[] order = new long[tokens];
        for (int t = 0; t < tokens; t++) {
          order[t] = t;
        }
        NDArray places =
            look(TrainingLoop.owned(scope.create(order, new Shape(1, tokens))), weights.get(1));
        NDArray mask = TrainingLoop.owned(scope.create(blocked, shape)).expandDims(1);
        rows = attended(rows.add(places), mask, weights);
      }
      NDArray pooled =
          TrainingLoop.owned(scope.create(share, shape)).expandDims(1).matMul(rows).squeeze(1);
      int last = weights.size() - 1;
      NDArray scores = Labels.affine(pooled, weights.get(last - 1), weights.get(last));
      NDArray oneHot = TrainingLoop.owned(scope.create(right, new Shape(examples.length, classes)));
      return Labels.crossEntropy(scores, oneHot);
    }

    private NDArray attended(NDArray rows, NDArray mask, List<NDArray> weights) {
      NDArray query = Linear.linear(rows, weights.get(2)).singletonOrThrow();
      NDArray key = Linear.linear(rows, weights.get(3)).singletonOrThrow();
      NDArray value = Linear.linear(rows, weights.get(4)).singletonOrThrow();
      float scale = (float) (1 / Math.sqrt(trainer.dimensions));
      NDArray scores = query.matMul(key.transpose(0, 2, 1)).mul(scale).add(mask);
      return rows.add(scores.softmax(-1).matMul(value));
    }

    private static NDArray look(NDArray index, NDArray table) {
      return Embedding.embedding(index, table, SparseFormat.DENSE).singletonOrThrow();
    }
  }
}
