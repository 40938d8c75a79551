package io.artrec.classification;

import io.artrec.task.ParallelLoop;
import io.artrec.task.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Linear support vector machines, one for each label against all others, with squared hinge loss:
 * {@code Σ s·max(0, 1 - y·(w·x + b))² / Σ s + λ/2·(‖w‖² + b²)} as least as it can be, {@code s}
 * being the weights of the examples, solved by dual coordinate descent (Hsieh, Chang, Lin, Keerthi
 * and Sundararajan, A dual coordinate descent method for large-scale linear SVM, ICML 2008). This
 * is what LIBLINEAR and scikit-learn's {@code LinearSVC} minimize, with {@code C = 1/(n·λ)}.
 *
 * <p>Examples are passed in an order drawn anew each time, until no projected gradient of a pass is
 * further than 10⁻⁴ from any other, or after 1,000 passes. Probabilities are those that margins of
 * works held out turned out to have. Says which feature speaks for a label ({@link
 * ArtworkClassifier#why}). Costs O(examples · dimensions) a pass and label; labels are learned on
 * threads beside each other. Immutable and thread-safe.
 */
public final class LinearSvm extends Learner {
  private static final double[] PENALTIES = {0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1};

  private final OptionalDouble regularization;

  private LinearSvm(OptionalDouble regularization) {
    this.regularization = regularization;
  }

  /**
   * {@return the learner with its penalty chosen among 0.001, 0.003, 0.01, 0.03, 0.1, 0.3 and 1, by
   * log loss on works held out}
   */
  public static LinearSvm standard() {
    return new LinearSvm(OptionalDouble.empty());
  }

  /**
   * {@return this learner with a penalty of its own}
   *
   * @param lambda the λ above, above 0, finite; more for few examples
   */
  public LinearSvm regularization(double lambda) {
    requirePositive(lambda);
    return new LinearSvm(OptionalDouble.of(lambda));
  }

  static void requirePositive(double lambda) {
    if (!(lambda > 0) || !Double.isFinite(lambda)) {
      throw new IllegalArgumentException(
          "regularization is " + lambda + ", expected a finite number above 0");
    }
  }

  @Override
  List<Learner> candidates() {
    return regularization.isPresent()
        ? List.of(this)
        : Arrays.stream(PENALTIES).<Learner>mapToObj(this::regularization).toList();
  }

  @Override
  ScoreModel learn(TrainingSet examples, Effort effort) {
    int classes = examples.classes();
    int machines = classes == 2 ? 1 : classes;
    SplittableRandom root = new SplittableRandom(effort.seed());
    SplittableRandom[] randoms = new SplittableRandom[machines];
    Arrays.setAll(randoms, machine -> root.split());
    double[][] solved = new double[machines][];
    HingeSolver solver =
        HingeSolver.of(examples.rows(), regularization.orElseThrow())
            .weights(examples.weights())
            .cancellation(effort.cancellation());
    ParallelLoop.run(
        effort.threads(),
        Progress.silent(),
        effort.cancellation(),
        HingeSolver.STAGE,
        machines,
        (from, to) -> {
          for (int machine = from; machine < to; machine++) {
            int own = machine;
            boolean[] sides = new boolean[examples.size()];
            for (int i = 0; i < sides.length; i++) {
              sides[i] = examples.targets()[i] == own;
            }
            solved[machine] = solver.solve(sides, randoms[machine]);
          }
        });
    return new LinearScores(joined(solved, classes), classes, false);
  }

  /** Of two classes the second is what the first is not. */
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

  @Override
  public String toString() {
    return "linear SVM"
        + (regularization.isPresent() ? ", regularization " + regularization.getAsDouble() : "");
  }
}
