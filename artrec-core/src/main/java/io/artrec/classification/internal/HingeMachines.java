package io.artrec.classification.internal;

import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.task.Workers;
import io.artrec.vector.SparseRows;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Linear support vector machines on vectors, one for each class against all others, with squared
 * hinge loss: {@code Σ s·max(0, 1 - y·(w·x + b))² / Σ s + λ/2·(‖w‖² + b²)} as least as it can be,
 * {@code s} being the weights of the examples, solved by dual coordinate descent (Hsieh, Chang,
 * Lin, Keerthi and Sundararajan, A dual coordinate descent method for large-scale linear SVM, ICML
 * 2008). This is what LIBLINEAR and scikit-learn's {@code LinearSVC} minimize, with {@code C =
 * 1/(n·λ)}.
 *
 * <p>Rows are passed in an order drawn anew each time, until no projected gradient of a pass is
 * further than 10⁻⁴ from any other, or after 1,000 passes. Costs O(values that are not 0) a pass
 * and class; classes are learned on threads beside each other, which change nothing. Settings are
 * immutable and thread-safe.
 */
public final class HingeMachines {
  private final double penalty;
  private double[] weights = {};
  private long seed = 1;
  private int threads = 1;
  private Progress progress = Progress.silent();
  private Cancellation cancellation = new Cancellation();

  private HingeMachines(double penalty) {
    this.penalty = penalty;
  }

  private HingeMachines copy() {
    HingeMachines copy = new HingeMachines(penalty);
    copy.weights = weights;
    copy.seed = seed;
    copy.threads = threads;
    copy.progress = progress;
    copy.cancellation = cancellation;
    return copy;
  }

  /**
   * {@return machines with a penalty, on one thread, of rows that count the same}
   *
   * @param lambda the λ above, above 0, finite
   */
  public static HingeMachines penalty(double lambda) {
    if (!(lambda > 0) || !Double.isFinite(lambda)) {
      throw new IllegalArgumentException(
          "penalty is " + lambda + ", expected a finite number above 0");
    }
    return new HingeMachines(lambda);
  }

  /**
   * {@return these settings for rows that count differently}
   *
   * @param ofRows a weight for each row, finite, 0 or more, not all 0
   */
  public HingeMachines weights(double[] ofRows) {
    SoftmaxRegression.requireWeights(ofRows);
    HingeMachines changed = copy();
    changed.weights = ofRows.clone();
    return changed;
  }

  /**
   * {@return these settings with another seed, which orders the rows; 1 unless set}
   *
   * @param value any number
   */
  public HingeMachines seed(long value) {
    HingeMachines changed = copy();
    changed.seed = value;
    return changed;
  }

  /**
   * {@return these settings with more threads; they do not change the result}
   *
   * @param count 1 or more
   */
  public HingeMachines threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("threads is " + count + ", expected 1 or more");
    }
    HingeMachines changed = copy();
    changed.threads = count;
    return changed;
  }

  /**
   * {@return these settings with a listener}
   *
   * @param listener hears of the machines that are solved
   */
  public HingeMachines progress(Progress listener) {
    HingeMachines changed = copy();
    changed.progress = Objects.requireNonNull(listener, "listener");
    return changed;
  }

  /**
   * {@return these settings with a token to stop by}
   *
   * @param token looked at before each pass
   */
  public HingeMachines cancellation(Cancellation token) {
    HingeMachines changed = copy();
    changed.cancellation = Objects.requireNonNull(token, "token");
    return changed;
  }

  /**
   * Fits.
   *
   * @param rows the vectors, one or more, of one length, finite
   * @param targets the class of each, 0 to {@code classes - 1}
   * @param classes how many classes, 2 or more
   * @return weights [classes × (dimensions + 1)], row-major, the bias last in each row; of two
   *     classes the second is what the first is not
   * @throws IllegalArgumentException when there are no rows, not as many targets or weights, fewer
   *     classes than 2, or a target that is none of them
   * @throws io.artrec.task.CancelledException when cancelled
   */
  public double[] fit(float[][] rows, int[] targets, int classes) {
    SoftmaxRegression.requireAsMany(rows.length, targets, weights);
    return fit(new DenseExampleRows(rows), targets, classes);
  }

  /**
   * Fits to vectors of which most values are 0.
   *
   * @param rows the vectors, one or more
   * @param targets the class of each, 0 to {@code classes - 1}
   * @param classes how many classes, 2 or more
   * @return weights [classes × (dimensions + 1)], row-major, the bias last in each row; of two
   *     classes the second is what the first is not
   * @throws IllegalArgumentException when there are no rows, not as many targets or weights, fewer
   *     classes than 2, or a target that is none of them
   * @throws io.artrec.task.CancelledException when cancelled
   */
  public double[] fit(SparseRows rows, int[] targets, int classes) {
    SoftmaxRegression.requireAsMany(rows.rows(), targets, weights);
    return fit(new SparseExampleRows(rows), targets, classes);
  }

  private static void requireClasses(int[] targets, int classes) {
    if (classes < 2) {
      throw new IllegalArgumentException("classes is " + classes + ", expected 2 or more");
    }
    for (int row = 0; row < targets.length; row++) {
      if (targets[row] < 0 || targets[row] >= classes) {
        throw new IllegalArgumentException(
            "target of row " + row + " is " + targets[row] + ", expected 0 to " + (classes - 1));
      }
    }
  }

  private double[] fit(ExampleRows rows, int[] targets, int classes) {
    requireClasses(targets, classes);
    int machines = classes == 2 ? 1 : classes;
    SplittableRandom root = new SplittableRandom(seed);
    SplittableRandom[] randoms = new SplittableRandom[machines];
    Arrays.setAll(randoms, machine -> root.split());
    double[][] solved = new double[machines][];
    HingeSolver even = HingeSolver.of(rows, penalty).cancellation(cancellation);
    HingeSolver solver = weights.length == 0 ? even : even.weights(weights);
    Workers.of(threads)
        .progress(progress)
        .cancellation(cancellation)
        .run(
            HingeSolver.STAGE,
            machines,
            (from, to) -> {
              for (int machine = from; machine < to; machine++) {
                boolean[] sides = new boolean[targets.length];
                for (int i = 0; i < sides.length; i++) {
                  sides[i] = targets[i] == machine;
                }
                solved[machine] = solver.solve(sides, randoms[machine]);
              }
            });
    return joined(solved, classes);
  }

  private static double[] joined(double[][] solved, int classes) {
    int stride = solved[0].length;
    double[] weights = new double[classes * stride];
    for (int c = 0; c < classes; c++) {
      double sign = c < solved.length ? 1 : -1;
      for (int d = 0; d < stride; d++) {
        weights[c * stride + d] = sign * solved[Math.min(c, solved.length - 1)][d];
      }
    }
    return weights;
  }
}
