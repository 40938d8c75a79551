package io.artrec.djl.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Trains {@link DenseHead}s: softmax with cross-entropy, with one hidden layer of rectified linear
 * units if wanted. Immutable and thread-safe; trainings run one at a time. Needs the PyTorch
 * engine.
 *
 * <p>Cost: O(epochs · examples · (inputs · hidden + hidden · outputs)). Memory: a batch, besides
 * the weights and twice as many numbers for Adam.
 *
 * @see io.artrec.djl.training the package, for what a seed promises
 */
public final class DenseHeadTrainer {
  private static final String STAGE = "training a dense head";

  private final TrainingOptions options;
  private final int hidden;
  private final double dropout;

  /**
   * Makes a trainer of heads without a hidden layer: multinomial logistic regression.
   *
   * @param options how training goes
   */
  public DenseHeadTrainer(TrainingOptions options) {
    this(options, 0, 0);
  }

  private DenseHeadTrainer(TrainingOptions options, int hidden, double dropout) {
    this.options = Objects.requireNonNull(options, "options");
    this.hidden = hidden;
    this.dropout = dropout;
  }

  /**
   * Puts a layer in between.
   *
   * @param units its width, 0 for none
   * @return the changed trainer
   */
  public DenseHeadTrainer hidden(int units) {
    if (units < 0) {
      throw new IllegalArgumentException("hidden is " + units + ", expected 0 or more");
    }
    return new DenseHeadTrainer(options, units, dropout);
  }

  /**
   * Leaves out of every step a share of what the last map reads, the hidden units or, where there
   * are none, the numbers of the vector; the others count for more meanwhile.
   *
   * @param share 0 (none, the usual) to 0.9
   * @return the changed trainer
   */
  public DenseHeadTrainer dropout(double share) {
    if (!(share >= 0 && share <= 0.9)) {
      throw new IllegalArgumentException("dropout is " + share + ", expected 0 to 0.9");
    }
    return new DenseHeadTrainer(options, hidden, share);
  }

  /**
   * Learns to tell classes apart.
   *
   * @param vectors the examples, all of one length, finite
   * @param labels each example's class, 0 to {@code classes - 1}
   * @param classes how many there are, 2 or more
   * @param progress hears of every epoch
   * @param cancellation stops training between steps
   * @return the head
   * @throws TrainingException when the loss is not finite
   * @throws io.artrec.task.CancelledException when cancelled
   */
  public DenseHead classify(
      List<float[]> vectors,
      int[] labels,
      int classes,
      Progress progress,
      Cancellation cancellation) {
    if (classes < 2) {
      throw new IllegalArgumentException(
          STAGE + ": classes is " + classes + ", expected 2 or more");
    }
    int inputs = checked(vectors, labels.length);
    Labels.check(STAGE, labels, classes);
    Network network =
        new Head(vectors, Labels.oneHot(labels, classes), hidden, new Dropout(dropout));
    Trained trained = new TrainingLoop(STAGE, network, options, progress, cancellation).run();
    return new DenseHead(inputs, trained.weights(), trained.loss());
  }

  private static int checked(List<float[]> rows, int expected) {
    if (rows.size() < 2 || rows.size() != expected) {
      throw new IllegalArgumentException(
          STAGE
              + ": "
              + rows.size()
              + " vectors and "
              + expected
              + " answers, expected as many of each, at least 2");
    }
    int length = rows.get(0).length;
    for (int i = 0; i < rows.size(); i++) {
      float[] row = rows.get(i);
      if (row.length != length || length == 0) {
        throw new IllegalArgumentException(
            STAGE
                + ": row "
                + i
                + " has "
                + row.length
                + " numbers, expected "
                + (length == 0 ? "1 or more" : length + " as the first"));
      }
      for (float value : row) {
        if (!Float.isFinite(value)) {
          throw new IllegalArgumentException(
              STAGE + ": row " + i + " holds " + value + ", expected finite numbers");
        }
      }
    }
    return length;
  }

  private record Head(List<float[]> vectors, List<float[]> answers, int hidden, Dropout dropout)
      implements Network {
    @Override
    public List<Start> start(SplittableRandom random) {
      List<Start> start = new ArrayList<>();
      int width = vectors.get(0).length;
      int outputs = answers.get(0).length;
      if (hidden > 0) {
        start.add(Start.random(random, width, hidden, width));
        start.add(Start.zeros(hidden));
        width = hidden;
      }
      start.add(Start.random(random, width, outputs, width));
      start.add(Start.zeros(outputs));
      return start;
    }

    @Override
    public int examples() {
      return vectors.size();
    }

    @Override
    public String settings() {
      return "dropout=" + dropout.share();
    }

    @Override
    public NDArray loss(NDManager scope, List<NDArray> weights, int[] examples) {
      return loss(scope, weights, examples, UnaryOperator.identity());
    }

    @Override
    public NDArray stepLoss(
        NDManager scope, List<NDArray> weights, int[] examples, SplittableRandom random) {
      return dropout.share() == 0
          ? loss(scope, weights, examples)
          : loss(
              scope, weights, examples, x -> x.mul(dropout.factors(scope, x.getShape(), random)));
    }

    private NDArray loss(
        NDManager scope, List<NDArray> weights, int[] examples, UnaryOperator<NDArray> dropped) {
      NDArray x = rows(scope, vectors, examples);
      if (hidden > 0) {
        x = ai.djl.nn.Activation.relu(Labels.affine(x, weights.get(0), weights.get(1)));
      }
      int last = weights.size() - 2;
      NDArray out = Labels.affine(dropped.apply(x), weights.get(last), weights.get(last + 1));
      return Labels.crossEntropy(out, rows(scope, answers, examples));
    }

    private static NDArray rows(NDManager scope, List<float[]> from, int[] examples) {
      int width = from.get(0).length;
      float[] flat = new float[examples.length * width];
      for (int i = 0; i < examples.length; i++) {
        System.arraycopy(from.get(examples[i]), 0, flat, i * width, width);
      }
      return TrainingLoop.owned(scope.create(flat, new Shape(examples.length, width)));
    }
  }
}
