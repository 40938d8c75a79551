package io.artrec.classification;

import io.artrec.task.Cancellation;
import io.artrec.task.ParallelLoop;
import io.artrec.task.Progress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Multinomial logistic regression with squared weights as penalty, fitted to all rows at once by
 * limited-memory BFGS (Liu and Nocedal, On the limited memory BFGS method for large scale
 * optimization, 1989) with backtracking. The problem is convex with one minimum and the start is
 * zero, so no seed is involved; rows are summed in blocks of fixed size and in order, so threads do
 * not change a bit.
 */
public final class SoftmaxRegression {
  private static final int BLOCK = 256;
  private static final int MEMORY = 10;
  private static final int MOST_STEPS = 200;
  private static final double SETTLED = 1e-6;
  private static final double ARMIJO = 1e-4;

  private final float[][] rows;
  private final int[] sides;
  private final int classes;
  private final int dimensions;
  private final double penalty;
  private final int threads;
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

  private SoftmaxRegression(
      float[][] rows,
      int[] sides,
      int classes,
      double penalty,
      int threads,
      Cancellation cancellation) {
    this.rows = rows;
    this.sides = sides;
    this.classes = classes;
    this.dimensions = rows[0].length;
    this.penalty = penalty;
    this.threads = threads;
    this.cancellation = cancellation;
  }

  /**
   * Fits.
   *
   * @param rows the vectors, one or more, of one length
   * @param sides the class of each, 0 to {@code classes - 1}
   * @param classes how many classes
   * @param penalty the λ above
   * @param threads on how many threads; they do not change the result
   * @param progress hears of the steps
   * @param cancellation looked at between blocks of rows
   * @return weights [classes × (dimensions + 1)], row-major, the bias last in each row
   */
  public static double[] fit(
      float[][] rows,
      int[] sides,
      int classes,
      double penalty,
      int threads,
      Progress progress,
      Cancellation cancellation) {
    return new SoftmaxRegression(rows, sides, classes, penalty, threads, cancellation)
        .minimize(progress);
  }

  /**
   * Tells the classes of a vector.
   *
   * @param weights what {@link #fit} gave
   * @param classes how many classes
   * @param row the vector
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

  private double[] minimize(Progress progress) {
    Point point = at(new double[classes * (dimensions + 1)]);
    Deque<Step> memory = new ArrayDeque<>();
    for (int step = 0; step < MOST_STEPS && norm(point.gradient) > SETTLED; step++) {
      progress.update("training a sentiment head", step, MOST_STEPS);
      double[] direction = direction(point.gradient, memory);
      Point next = search(point, direction);
      if (next.loss >= point.loss) {
        break;
      }
      remember(memory, point, next);
      point = next;
    }
    progress.update("training a sentiment head", MOST_STEPS, MOST_STEPS);
    return point.weights;
  }

  private Point search(Point from, double[] direction) {
    double slope = dot(from.gradient, direction);
    for (double length = 1; length > 1e-10; length /= 2) {
      double[] weights = from.weights.clone();
      for (int i = 0; i < weights.length; i++) {
        weights[i] += length * direction[i];
      }
      Point next = at(weights);
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

  private Point at(double[] weights) {
    int blocks = (rows.length + BLOCK - 1) / BLOCK;
    double[][] gradients = new double[blocks][];
    double[] losses = new double[blocks];
    ParallelLoop.run(
        threads,
        Progress.silent(),
        cancellation,
        "training a sentiment head",
        blocks,
        (from, to) -> {
          for (int block = from; block < to; block++) {
            gradients[block] = new double[weights.length];
            losses[block] = block(weights, block * BLOCK, gradients[block]);
          }
        });
    double loss = 0;
    double[] gradient = new double[weights.length];
    for (int block = 0; block < blocks; block++) {
      loss += losses[block];
      add(gradient, gradients[block], 1.0 / rows.length);
    }
    loss /= rows.length;
    for (int i = 0; i < weights.length; i++) {
      if (i % (dimensions + 1) < dimensions) {
        gradient[i] += penalty * weights[i];
        loss += penalty / 2 * weights[i] * weights[i];
      }
    }
    return new Point(weights, loss, gradient);
  }

  private double block(double[] weights, int from, double[] gradient) {
    double loss = 0;
    int stride = dimensions + 1;
    for (int r = from; r < Math.min(rows.length, from + BLOCK); r++) {
      double[] p = probabilities(weights, classes, rows[r]);
      loss -= StrictMath.log(Math.max(p[sides[r]], 1e-300));
      for (int c = 0; c < classes; c++) {
        double error = p[c] - (c == sides[r] ? 1 : 0);
        for (int d = 0; d < dimensions; d++) {
          gradient[c * stride + d] += error * rows[r][d];
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
