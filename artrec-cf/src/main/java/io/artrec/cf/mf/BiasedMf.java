package io.artrec.cf.mf;

import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;

/**
 * Predicts ratings from biases of visitor and work and the product of their factors. Immutable and
 * thread-safe.
 *
 * <p>Koren, Bell, Volinsky, Matrix factorization techniques for recommender systems, IEEE Computer
 * 42(8), 2009; by alternating least squares as in Zhou, Wilkinson, Schreiber, Pan, Large-scale
 * parallel collaborative filtering for the Netflix prize, AAIM 2008.
 *
 * <p>{@code r̂ = μ + σ (b_u + b_i + p_u·q_i)}, with {@code μ} and {@code σ} mean and standard
 * deviation of the ratings, so that hyper-parameters mean the same on every scale. Training
 * minimises {@code Σ (r − r̂)² / σ² + Σ_u ((βn_u + s) b_u² + (λn_u + s) |p_u|²) + Σ_i ((βn_i + s)
 * b_i² + (λn_i + s) |q_i|²)} over ratings, visitors with {@code n_u} and works with {@code n_i} of
 * them. Only works' biases and factors are kept. Whoever asks, trained visitors too, gets the
 * {@code b_u} and {@code p_u} that minimise the same sum over the history in the question, so new
 * visitors and new ratings need no training; without ratings the answer is {@code μ + σ b_i}. Works
 * nobody rated are predicted by means, as {@link io.artrec.cf.rating.BiasBaseline} does.
 * Predictions are not clipped to the scale, which would make ties.
 *
 * <p>Training by gradient descent O(ratings · factors) an epoch, by least squares O(ratings ·
 * factors² + (visitors + works) · factors³); 4 · factors bytes a visitor and a work. An answer
 * O(history · factors² + factors³ + works · factors). The same seed gives the same result at any
 * number of threads; up to 8 are used by gradient descent.
 *
 * <p>With a validation slice, a share of the ratings of up to 400 visitors is held out first to
 * find the number of epochs after which the error on it is least, then as many epochs are trained
 * on everything.
 */
public final class BiasedMf extends RatingFactorStrategy<BiasedMf> {
  static final String NAME = "biased-mf";

  /** How factors are found. */
  public enum Solver {
    /** Stochastic gradient descent. */
    SGD,
    /** Alternating least squares: costs more an epoch and needs fewer; has no learning rate. */
    ALS
  }

  private static final Hyperparameter<Solver> SOLVER =
      Hyperparameter.choice("solver", Solver.SGD).meaning("how the sum is minimised");

  /** The method by name. */
  public static final StrategyMethod<BiasedMf> METHOD =
      StrategyMethod.of(
          Hyperparameters.of(
              NAME,
              FACTORS_OF_RATINGS,
              EPOCHS_OF_RATINGS,
              LEARNING_RATE.meaning(
                  "the first epoch's step length; of no meaning to least squares"),
              DECAY,
              REGULARIZATION_OF_RATINGS,
              BIAS_REGULARIZATION,
              SHRINKAGE,
              VALIDATION_OF_RATINGS,
              SOLVER,
              RATING),
          BiasedMf::new,
          RatingFactorStrategy::read);

  private BiasedMf(Hyperparameters values) {
    super(METHOD, values);
  }

  /**
   * {@return biased matrix factorisation by gradient descent, with vectors of a length}
   *
   * @param factors length of the vectors
   */
  public static BiasedMf factors(int factors) {
    return METHOD.with(FACTORS, factors);
  }

  /**
   * {@return this strategy with another solver}
   *
   * @param other how the sum is minimised
   */
  public BiasedMf solver(Solver other) {
    return with(SOLVER, other);
  }

  /** {@return how the sum is minimised} */
  public Solver solver() {
    return get(SOLVER);
  }

  @Override
  int rowsPerWork() {
    return 1;
  }

  @Override
  RatingData data(TrainingContext context) {
    return RatingData.ofRatings(context, feedback());
  }

  @Override
  RatingLearner learner(TrainingContext context, RatingData data) {
    return solver() == Solver.SGD
        ? new BiasedMfSgd(context, this, data)
        : new BiasedMfAls(context, this, data);
  }
}
