package io.artrec.classification;

import io.artrec.task.Cancellation;
import io.artrec.task.ParallelLoop;
import io.artrec.task.Progress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
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
  private static final int BLOCK = 256;
  private static final int MEMORY = 10;
  private static final int MOST_STEPS = 200;
  private static final double SETTLED = 1e-6;
  private static final double ARMIJO = 1e-4;

  private final double penalty;
  private final double[] weights;
  private final int threads;
  private final Progress progress;
  private final Cancellation cancellation;

  /** How far a step went, how the gradient changed on it, and their inner product. */
  private static final class Step {
    private final double[] move;
    private final double[] turn;
    private final double curvature;

    Step(double[] move, double[] turn, double curvature) {
      this.move = move;
      this.turn = turn;
      this.curvature = curvature;
    }
  }

  /** Weights with the loss and its gradient there. */
  private static final class Point {
    private final double[] weights;
    private final double loss;
    private final double[] gradient;

    Point(double[] weights, double loss, double[] gradient) {
      this.weights = weights;
      this.loss = loss;
      this.gradient = gradient;
    }
  }

  /** The rows of one fit, with their classes and weights. */
  private static final class Examples {
    private final float[][] rows;
    private final int[] targets;
    private final double[] weights;
    private final double weight;
    private final int classes;

    Examples(float[][] rows, int[] targets, double[] weights, int classes) {
      this.rows = rows;
      this.targets = targets;
      this.weights = weights;
      this.weight = weights.length == 0 ? rows.length : Arrays.stream(weights).sum();
      this.classes = classes;
    }

    int dimensions() {
      return rows[0].length;
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
    boolean weighed = weights.length == 0 || weights.length == rows.length;
    if (rows.length == 0 || targets.length != rows.length || !weighed) {
      throw new IllegalArgumentException(
          rows.length
              + " rows, "
              + targets.length
              + " targets and "
              + weights.length
              + " weights; expected one row or more, as many targets, and as many weights or none");
    }
    return minimize(new Examples(rows, targets, weights, classes));
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
    double[] scores = new double[classes];
    double most = Double.NEGATIVE_INFINITY;
    int stride = row.length + 1;
    for (int c = 0; c < classes; c++) {
      double score = weights[c * stride + row.length];
      for (int d = 0; d < row.length; d++) {
        score += weights[c * stride + d] * row[d];
      }
      scores[c] = score;
      most = Math.max(most, score);
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      scores[c] = StrictMath.exp(scores[c] - most);
      sum += scores[c];
    }
    for (int c = 0; c < classes; c++) {
      scores[c] /= sum;
    }
    return scores;
  }

  private double[] minimize(Examples examples) {
    Point point = at(examples, new double[examples.classes * (examples.dimensions() + 1)]);
    Deque<Step> memory = new ArrayDeque<>();
    for (int step = 0; step < MOST_STEPS && norm(point.gradient) > SETTLED; step++) {
      progress.update(STAGE, step, MOST_STEPS);
      double[] direction = direction(point.gradient, memory);
      Point next = search(examples, point, direction);
      if (next.loss >= point.loss) {
        break;
      }
      remember(memory, point, next);
      point = next;
    }
    progress.update(STAGE, MOST_STEPS, MOST_STEPS);
    return point.weights;
  }

  private Point search(Examples examples, Point from, double[] direction) {
    double slope = dot(from.gradient, direction);
    for (double length = 1; length > 1e-10; length /= 2) {
      double[] moved = from.weights.clone();
      add(moved, direction, length);
      Point next = at(examples, moved);
      if (next.loss <= from.loss + ARMIJO * length * slope) {
        return next;
      }
    }
    return from;
  }

  private static void remember(Deque<Step> memory, Point from, Point to) {
    double[] move = new double[from.weights.length];
    double[] turn = new double[move.length];
    for (int i = 0; i < move.length; i++) {
      move[i] = to.weights[i] - from.weights[i];
      turn[i] = to.gradient[i] - from.gradient[i];
    }
    double curvature = dot(move, turn);
    if (curvature > 0) {
      memory.addLast(new Step(move, turn, curvature));
      if (memory.size() > MEMORY) {
        memory.removeFirst();
      }
    }
  }

  /** The two-loop recursion: minus the approximate inverse Hessian times the gradient. */
  private static double[] direction(double[] gradient, Deque<Step> memory) {
    double[] d = gradient.clone();
    double[] shares = new double[memory.size()];
    int k = shares.length;
    for (Iterator<Step> newest = memory.descendingIterator(); newest.hasNext(); ) {
      Step step = newest.next();
      shares[--k] = dot(step.move, d) / step.curvature;
      add(d, step.turn, -shares[k]);
    }
    if (!memory.isEmpty()) {
      Step last = memory.getLast();
      double scale = last.curvature / dot(last.turn, last.turn);
      for (int i = 0; i < d.length; i++) {
        d[i] *= scale;
      }
    }
    for (Step step : memory) {
      add(d, step.move, shares[k++] - dot(step.turn, d) / step.curvature);
    }
    for (int i = 0; i < d.length; i++) {
      d[i] = -d[i];
    }
    return d;
  }

  private Point at(Examples examples, double[] at) {
    int blocks = (examples.rows.length + BLOCK - 1) / BLOCK;
    double[][] gradients = new double[blocks][];
    double[] losses = new double[blocks];
    ParallelLoop.run(
        threads,
        Progress.silent(),
        cancellation,
        STAGE,
        blocks,
        (from, to) -> {
          for (int block = from; block < to; block++) {
            gradients[block] = new double[at.length];
            losses[block] = block(examples, at, block * BLOCK, gradients[block]);
          }
        });
    double loss = 0;
    double[] gradient = new double[at.length];
    for (int block = 0; block < blocks; block++) {
      loss += losses[block];
      add(gradient, gradients[block], 1.0 / examples.weight);
    }
    loss /= examples.weight;
    int dimensions = examples.dimensions();
    for (int i = 0; i < at.length; i++) {
      if (i % (dimensions + 1) < dimensions) {
        gradient[i] += penalty * at[i];
        loss += penalty / 2 * at[i] * at[i];
      }
    }
    return new Point(at, loss, gradient);
  }

  private static double block(Examples examples, double[] at, int from, double[] gradient) {
    double loss = 0;
    int dimensions = examples.dimensions();
    int stride = dimensions + 1;
    for (int r = from; r < Math.min(examples.rows.length, from + BLOCK); r++) {
      float[] row = examples.rows[r];
      double[] p = probabilities(at, examples.classes, row);
      loss -= examples.weight(r) * StrictMath.log(Math.max(p[examples.targets[r]], 1e-300));
      for (int c = 0; c < examples.classes; c++) {
        double error = examples.weight(r) * (p[c] - (c == examples.targets[r] ? 1 : 0));
        for (int d = 0; d < dimensions; d++) {
          gradient[c * stride + d] += error * row[d];
        }
        gradient[c * stride + dimensions] += error;
      }
    }
    return loss;
  }

  private static void add(double[] to, double[] what, double times) {
    for (int i = 0; i < to.length; i++) {
      to[i] += times * what[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }
}
