package io.artrec.classification;

import io.artrec.classification.internal.SoftmaxRegression;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Multinomial logistic regression, {@link SoftmaxRegression}, on all features beside each other:
 * {@code P(label | x) = softmax(W·x + b)}. Says which feature speaks for a label ({@link
 * ArtworkClassifier#why}). The first to try: with few examples hardly anything is better.
 *
 * <p>Costs O(examples · labels · dimensions) a step, some 50 to 200 steps. Immutable and
 * thread-safe.
 */
public final class LogisticRegression extends Learner {
  private static final double[] PENALTIES = {0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3};

  private final OptionalDouble regularization;

  private LogisticRegression(OptionalDouble regularization) {
    this.regularization = regularization;
  }

  /**
   * {@return the learner with its penalty chosen among 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1 and
   * 0.3, by log loss on works held out}
   */
  public static LogisticRegression standard() {
    return new LogisticRegression(OptionalDouble.empty());
  }

  /**
   * {@return this learner with a penalty of its own}
   *
   * @param lambda the λ of {@code mean loss + λ/2·‖W‖²}, above 0, finite; more for few examples
   */
  public LogisticRegression regularization(double lambda) {
    LinearSvm.requirePositive(lambda);
    return new LogisticRegression(OptionalDouble.of(lambda));
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
        SoftmaxRegression.standard()
            .penalty(regularization.orElseThrow())
            .weights(examples.weights())
            .threads(effort.threads())
            .cancellation(effort.cancellation())
            .fit(examples.rows(), examples.targets(), examples.classes());
    return new LinearScores(weights, examples.classes(), true);
  }

  @Override
  public String toString() {
    return "logistic regression"
        + (regularization.isPresent() ? ", regularization " + regularization.getAsDouble() : "");
  }
}
