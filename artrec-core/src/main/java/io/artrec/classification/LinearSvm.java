package io.artrec.classification;

import io.artrec.classification.internal.HingeMachines;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Linear support vector machines, {@link HingeMachines}, on all features beside each other.
 *
 * <p>Probabilities are those that margins of works held out turned out to have. Says which feature
 * speaks for a label ({@link ArtworkClassifier#why}). Costs O(examples · dimensions) a pass and
 * label. Immutable and thread-safe.
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
    double[] weights =
        HingeMachines.penalty(regularization.orElseThrow())
            .weights(examples.weights())
            .seed(effort.seed())
            .threads(effort.threads())
            .cancellation(effort.cancellation())
            .fit(examples.rows(), examples.targets(), examples.classes());
    return new LinearScores(weights, examples.classes(), false);
  }

  @Override
  public String toString() {
    return "linear SVM"
        + (regularization.isPresent() ? ", regularization " + regularization.getAsDouble() : "");
  }
}
