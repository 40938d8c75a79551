package io.artrec.cf.mf;

import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;

/**
 * Predicts ratings from biases and factors like {@link BiasedMf}, and from which works a visitor
 * chose to have to do with at all. Immutable and thread-safe.
 *
 * <p>Koren, Factorization meets the neighborhood: a multifaceted collaborative filtering model, KDD
 * 2008.
 *
 * <p>{@code r̂ = μ + σ (b_u + b_i + q_i·(p_u + |N_u|^-½ Σ_{j ∈ N_u} y_j))}, with {@code N_u} all
 * works of the visitor's history, rated or not, and {@code μ} and {@code σ} mean and standard
 * deviation of the ratings, so that hyper-parameters mean the same on every scale. Training
 * minimises squared errors by stochastic gradient descent, with {@code βn + s} times the square of
 * a bias, {@code λn + s} times that of {@code p_u} and {@code q_i}, with {@code n} the ratings of
 * visitor or work, and {@code λ_y} at each step for {@code y_j}. Only works' biases, {@code q} and
 * {@code y} are kept. Whoever asks, trained visitors too, gets the {@code b_u} and {@code p_u} that
 * are best for the history in the question, by one ridge solve, so new visitors and new events need
 * no training; a visitor who rated nothing is known by the {@code y} of what they saw. Works that
 * nobody rated are predicted by means, as by {@link io.artrec.cf.rating.BiasBaseline}. Predictions
 * are not clipped to the scale, which would make ties.
 *
 * <p>Training O(ratings · factors) an epoch, on one thread; 4 · factors bytes a visitor, 8 ·
 * factors a work. An answer O(history · factors² + factors³ + works · factors). The same seed gives
 * the same result.
 *
 * <p>With a validation slice, a share of the ratings of up to 400 visitors is held out first to
 * find the number of epochs after which the error on it is least, then as many epochs are trained
 * on everything.
 */
public final class SvdPlusPlus extends RatingFactorStrategy<SvdPlusPlus> {
  static final String NAME = "svd-plus-plus";

  private static final Hyperparameter<Double> IMPLIED_REGULARIZATION =
      Hyperparameter.number(
              "impliedRegularization", 0.01, Range.atLeast(0).triedByMagnitude(0.001, 0.1))
          .meaning("`λ_y`, how strongly what works imply is held to 0");

  /** The method by name. */
  public static final StrategyMethod<SvdPlusPlus> METHOD =
      StrategyMethod.of(
          Hyperparameters.of(
              NAME,
              FACTORS_OF_RATINGS,
              EPOCHS_OF_RATINGS,
              LEARNING_RATE,
              DECAY,
              REGULARIZATION_OF_RATINGS.standard(0.05),
              BIAS_REGULARIZATION,
              IMPLIED_REGULARIZATION,
              SHRINKAGE.standard(6.0),
              VALIDATION_OF_RATINGS,
              RATING),
          SvdPlusPlus::new,
          RatingFactorStrategy::read);

  private SvdPlusPlus(Hyperparameters values) {
    super(METHOD, values);
  }

  /**
   * {@return SVD++ with vectors of a length}
   *
   * @param factors length of the vectors
   */
  public static SvdPlusPlus factors(int factors) {
    return METHOD.with(FACTORS, factors);
  }

  /**
   * {@return this strategy with another regularisation of what works imply}
   *
   * @param value how strongly what works imply is held to 0
   */
  public SvdPlusPlus impliedRegularization(double value) {
    return with(IMPLIED_REGULARIZATION, value);
  }

  /** {@return how strongly what works imply is held to 0} */
  public double impliedRegularization() {
    return get(IMPLIED_REGULARIZATION);
  }

  @Override
  int rowsPerWork() {
    return 2;
  }

  @Override
  RatingData data(TrainingContext context) {
    return RatingData.ofHistories(context, feedback());
  }

  @Override
  RatingLearner learner(TrainingContext context, RatingData data) {
    return new SvdPlusPlusSgd(context, this, data);
  }
}
