package io.artrec.classification.internal;

import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.task.Workers;
import io.artrec.vector.SparseRows;
import java.util.Arrays;
import java.util.Objects;

/**
 * Multinomial logistic regression on vectors: {@code P(class | x) = softmax(W·x + b)}, with {@code
 * Σ s·(-ln P) / Σ s + λ/2·‖W‖²} as least as it can be, {@code s} being the weights of the examples;
 * biases are not held back. Fitted to all rows at once by limited-memory BFGS (Liu and Nocedal, On
 * the limited memory BFGS method for large scale optimization, Mathematical Programming, 1989) with
 * backtracking, until the gradient is shorter than 10⁻⁶, or 200 steps are done, or rounding lets
 * none lead down.
 *
 * <p>The problem is convex and the start is zero, so no seed is involved; rows are summed in blocks
 * of fixed size and in order, so threads do not change a bit. Settings are immutable and
 * thread-safe. Costs O(rows · classes · dimensions) a step and 20 copies of the weights.
 */
public final class SoftmaxRegression {
  private static final String STAGE = "fitting a logistic regression";

  private final double penalty;
  private final double[] weights;
  private final int threads;
  private final Progress progress;
  private final Cancellation cancellation;

  /** The rows of one fit, with their classes and weights. */
  private static final class Examples {
    private final ExampleRows rows;
    private final int[] targets;
    private final double[] weights;
    private final double weight;
    private final int classes;
    private final int stride;

    Examples(ExampleRows rows, int[] targets, double[] weights, int classes) {
      this.rows = rows;
      this.targets = targets;
      this.weights = weights;
      this.weight = weights.length == 0 ? rows.size() : Arrays.stream(weights).sum();
      this.classes = classes;
      this.stride = rows.dimensions() + 1;
    }

    double weight(int row) {
      return weights.length == 0 ? 1 : weights[row];
    }
  }

  private SoftmaxRegression(
      double penalty, double[] weights, int threads, Progress progress, Cancellation cancellation) {
    this.penalty = penalty;
    this.weights = weights;
    this.threads = threads;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /** {@return a regression without penalty, on one thread, of rows that count the same} */
  public static SoftmaxRegression standard() {
    return new SoftmaxRegression(0, new double[0], 1, Progress.silent(), new Cancellation());
  }

  /**
   * {@return these settings with a penalty}
   *
   * @param lambda the λ above, finite, 0 or more; without one, rows that can be told apart have no
   *     best weights
   */
  public SoftmaxRegression penalty(double lambda) {
    if (!(lambda >= 0) || !Double.isFinite(lambda)) {
      throw new IllegalArgumentException(
          "penalty is " + lambda + ", expected a finite number from 0");
    }
    return new SoftmaxRegression(lambda, weights, threads, progress, cancellation);
  }

  /**
   * {@return these settings for rows that count differently}
   *
   * @param ofRows a weight for each row, finite, 0 or more, not all 0
   */
  public SoftmaxRegression weights(double[] ofRows) {
    requireWeights(ofRows);
    return new SoftmaxRegression(penalty, ofRows.clone(), threads, progress, cancellation);
  }

  /**
   * {@return these settings with more threads; they do not change the result}
   *
   * @param count 1 or more
   */
  public SoftmaxRegression threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("threads is " + count + ", expected 1 or more");
    }
    return new SoftmaxRegression(penalty, weights, count, progress, cancellation);
  }

  /**
   * {@return these settings with a listener}
   *
   * @param listener hears of the steps
   */
  public SoftmaxRegression progress(Progress listener) {
    Objects.requireNonNull(listener, "listener");
    return new SoftmaxRegression(penalty, weights, threads, listener, cancellation);
  }

  /**
   * {@return these settings with a token to stop by}
   *
   * @param token looked at between blocks of rows
   */
  public SoftmaxRegression cancellation(Cancellation token) {
    Objects.requireNonNull(token, "token");
    return new SoftmaxRegression(penalty, weights, threads, progress, token);
  }

  /**
   * Fits.
   *
   * @param rows the vectors, one or more, of one length, finite
   * @param targets the class of each, 0 to {@code classes - 1}
   * @param classes how many classes
   * @return weights [classes × (dimensions + 1)], row-major, the bias last in each row
   * @throws IllegalArgumentException when there are no rows, or not as many targets or weights
   * @throws io.artrec.task.CancelledException when cancelled
   */
  public double[] fit(float[][] rows, int[] targets, int classes) {
    requireAsMany(rows.length, targets, weights);
    return minimize(new Examples(new DenseExampleRows(rows), targets, weights, classes));
  }

  /**
   * Fits to vectors of which most values are 0. Beside some 40 copies of the weights, a step costs
   * O(values · classes + weights).
   *
   * @param rows the vectors, one or more
   * @param targets the class of each, 0 to {@code classes - 1}
   * @param classes how many classes
   * @return weights [classes × (dimensions + 1)], row-major, the bias last in each row
   * @throws IllegalArgumentException when there are no rows, or not as many targets or weights
   * @throws io.artrec.task.CancelledException when cancelled
   */
  public double[] fit(SparseRows rows, int[] targets, int classes) {
    requireAsMany(rows.rows(), targets, weights);
    return minimize(new Examples(new SparseExampleRows(rows), targets, weights, classes));
  }

  static void requireWeights(double[] ofRows) {
    double sum = 0;
    for (double weight : ofRows) {
      if (!(weight >= 0) || !Double.isFinite(weight)) {
        throw new IllegalArgumentException(
            "weight of a row is " + weight + ", expected a finite number from 0");
      }
      sum += weight;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("weights of rows add up to 0, expected more");
    }
  }

  static void requireAsMany(int rows, int[] targets, double[] weights) {
    boolean weighed = weights.length == 0 || weights.length == rows;
    if (rows == 0 || targets.length != rows || !weighed) {
      throw new IllegalArgumentException(
          rows
              + " rows, "
              + targets.length
              + " targets and "
              + weights.length
              + " weights; expected one row or more, as many targets, and as many weights or none");
    }
  }

  /**
   * Tells the classes of a vector.
   *
   * @param weights what {@link #fit} gave
   * @param classes how many classes
   * @param row the vector, as long as those fitted to
   * @return the probability of each class
   */
  public static double[] probabilities(double[] weights, int classes, float[] row) {
    ExampleRows rows = new DenseExampleRows(new float[][] {row});
    return softmax(products(rows, 0, weights, classes));
  }

  private static double[] products(ExampleRows rows, int row, double[] weights, int classes) {
    double[] products = new double[classes];
    for (int c = 0; c < classes; c++) {
      products[c] = rows.product(row, weights, c * (rows.dimensions() + 1));
    }
    return products;
  }

  /**
   * Turns products into probabilities: {@code p = exp(z) / Σ exp(z)}.
   *
   * @param products one for each class, finite
   * @return the probability of each class
   */
  public static double[] softmax(double[] products) {
    double[] shares = new double[products.length];
    double most = Double.NEGATIVE_INFINITY;
    for (double product : products) {
      most = Math.max(most, product);
    }
    double sum = 0;
    for (int c = 0; c < shares.length; c++) {
      shares[c] = StrictMath.exp(products[c] - most);
      sum += shares[c];
    }
    for (int c = 0; c < shares.length; c++) {
      shares[c] /= sum;
    }
    return shares;
  }

  private double[] minimize(Examples examples) {
    return new Lbfgs(STAGE, progress)
        .minimize(examples.classes * examples.stride, at -> at(examples, at));
  }

  private Lbfgs.Point at(Examples examples, double[] at) {
    int size = examples.rows.block();
    int blocks = (examples.rows.size() + size - 1) / size;
    double[][] gradients = new double[blocks][];
    double[] losses = new double[blocks];
    Workers.of(threads)
        .cancellation(cancellation)
        .run(
            STAGE,
            blocks,
            (from, to) -> {
              for (int block = from; block < to; block++) {
                gradients[block] = new double[at.length];
                losses[block] = block(examples, at, block * size, gradients[block]);
              }
            });
    double loss = 0;
    double[] gradient = new double[at.length];
    for (int block = 0; block < blocks; block++) {
      loss += losses[block];
      Lbfgs.add(gradient, gradients[block], 1.0 / examples.weight);
    }
    loss /= examples.weight;
    for (int i = 0; i < at.length; i++) {
      if (i % examples.stride < examples.stride - 1) {
        gradient[i] += penalty * at[i];
        loss += penalty / 2 * at[i] * at[i];
      }
    }
    return new Lbfgs.Point(at, loss, gradient);
  }

  private static double block(Examples examples, double[] at, int from, double[] gradient) {
    double loss = 0;
    int to = Math.min(examples.rows.size(), from + examples.rows.block());
    for (int r = from; r < to; r++) {
      double[] p = softmax(products(examples.rows, r, at, examples.classes));
      loss -= examples.weight(r) * StrictMath.log(Math.max(p[examples.targets[r]], 1e-300));
      for (int c = 0; c < examples.classes; c++) {
        double error = examples.weight(r) * (p[c] - (c == examples.targets[r] ? 1 : 0));
        examples.rows.move(gradient, c * examples.stride, r, error);
      }
    }
    return loss;
  }
}
