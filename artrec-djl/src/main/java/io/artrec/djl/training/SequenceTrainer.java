package io.artrec.djl.training;

import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Trains {@link SequenceClassifier}s on labelled sequences of tokens. Immutable and thread-safe;
 * trainings run one at a time. Needs the PyTorch engine.
 *
 * <p>Cost: an epoch takes O(vocabulary · dimensions) for every batch, since every token's vector is
 * stepped, and three times an answer's cost for every example, which {@link SequenceArchitecture}
 * states. Memory: the weights four times, and a batch.
 *
 * @see io.artrec.djl.training the package, for what a seed promises
 */
public final class SequenceTrainer {
  private static final String STAGE = "training a sequence classifier";
  private static final int MOST_DIMENSIONS = 4096;

  private TrainingOptions options;
  private int dimensions = 64;
  private int maxTokens = 128;
  private SequenceArchitecture architecture = SequenceArchitecture.mean();
  private double dropout;
  private IntFunction<Optional<float[]>> tokenVectors = token -> Optional.empty();

  /**
   * Makes a trainer of encoders that average 64-dimensional token vectors over up to 128 tokens,
   * without dropout.
   *
   * @param options how training goes
   */
  public SequenceTrainer(TrainingOptions options) {
    this.options = Objects.requireNonNull(options, "options");
  }

  private SequenceTrainer(SequenceTrainer from) {
    options = from.options;
    dimensions = from.dimensions;
    maxTokens = from.maxTokens;
    architecture = from.architecture;
    dropout = from.dropout;
    tokenVectors = from.tokenVectors;
  }

  /**
   * Sets how training goes.
   *
   * @param how epochs, learning rate, seed and the like
   * @return the changed trainer
   */
  public SequenceTrainer options(TrainingOptions how) {
    SequenceTrainer copy = new SequenceTrainer(this);
    copy.options = Objects.requireNonNull(how, "options");
    return copy;
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
    SequenceTrainer copy = new SequenceTrainer(this);
    copy.dimensions = count;
    return copy;
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
    SequenceTrainer copy = new SequenceTrainer(this);
    copy.maxTokens = count;
    return copy;
  }

  /**
   * Sets how one vector is made of those of a sequence's tokens.
   *
   * @param kind the architecture
   * @return the changed trainer
   */
  public SequenceTrainer architecture(SequenceArchitecture kind) {
    SequenceTrainer copy = new SequenceTrainer(this);
    copy.architecture = Objects.requireNonNull(kind, "architecture");
    return copy;
  }

  /**
   * Adds a layer of self-attention with learned positions: {@link SequenceArchitecture#attention}.
   *
   * @return the changed trainer
   */
  public SequenceTrainer attention() {
    return architecture(SequenceArchitecture.attention());
  }

  /**
   * Leaves numbers of a sequence's vector out by chance in each step of training, others making up
   * for them, so that no answer hangs on one (Srivastava et al., "Dropout: A Simple Way to Prevent
   * Neural Networks from Overfitting", JMLR 2014).
   *
   * @param share which share is left out, 0 (none) to 0.9
   * @return the changed trainer
   */
  public SequenceTrainer dropout(double share) {
    if (!(share >= 0 && share <= 0.9)) {
      throw new IllegalArgumentException("dropout is " + share + ", expected 0 to 0.9");
    }
    SequenceTrainer copy = new SequenceTrainer(this);
    copy.dropout = share;
    return copy;
  }

  /**
   * Sets the vectors that tokens begin with, for instance trained on other texts. They go on being
   * trained.
   *
   * @param vectors a token's vector of finite numbers, as many as dimensions; empty where it is to
   *     be drawn by chance
   * @return the changed trainer
   */
  public SequenceTrainer tokenVectors(IntFunction<Optional<float[]>> vectors) {
    SequenceTrainer copy = new SequenceTrainer(this);
    copy.tokenVectors = Objects.requireNonNull(vectors, "vectors");
    return copy;
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
    check(sequences, labels, vocabulary, classes);
    Network network =
        new SequenceNetwork(
            architecture.layer(),
            new SequenceNetwork.Size(vocabulary, dimensions, maxTokens, classes),
            new SequenceNetwork.Examples(sequences, Labels.oneHot(labels, classes)),
            dropout,
            this::checkedVector);
    Trained trained = new TrainingLoop(STAGE, network, options, progress, cancellation).run();
    return new SequenceClassifier(
        architecture, vocabulary, dimensions, maxTokens, trained.weights(), trained.loss());
  }

  private void check(List<int[]> sequences, int[] labels, int vocabulary, int classes) {
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
  }

  private Optional<float[]> checkedVector(int token) {
    Optional<float[]> vector = tokenVectors.apply(token);
    if (vector.isPresent()) {
      float[] values = vector.get();
      if (values.length != dimensions) {
        throw new IllegalArgumentException(
            STAGE
                + ": the vector of token "
                + token
                + " has "
                + values.length
                + " numbers, expected "
                + dimensions);
      }
      for (float value : values) {
        if (!Float.isFinite(value)) {
          throw new IllegalArgumentException(
              STAGE
                  + ": the vector of token "
                  + token
                  + " holds "
                  + value
                  + ", expected finite numbers");
        }
      }
    }
    return vector;
  }
}
