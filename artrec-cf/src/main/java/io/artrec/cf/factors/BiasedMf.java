package io.artrec.cf.factors;

import io.artrec.cf.data.Checks;
import io.artrec.cf.data.Feedback;
import io.artrec.model.StateReader;
import io.artrec.strategy.Capability;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
 * nobody rated have {@code b_i} and {@code q_i} of about 0. Predictions are not clipped to the
 * scale, which would make ties.
 *
 * <p>Training by gradient descent O(ratings · factors) an epoch, by least squares O(ratings ·
 * factors² + (visitors + works) · factors³); 4 · factors bytes a visitor and a work. An answer
 * O(history · factors² + factors³ + works · factors). The same seed gives the same result at any
 * number of threads; up to 8 are used by gradient descent.
 *
 * <p>With a validation slice, a share of the ratings of up to 400 visitors is held out first to
 * find the number of epochs after which the error on it is least, then as many epochs are trained
 * on everything.
 *
 * @param factors how many factors, 1 or more
 * @param epochs how often training passes over the ratings at most, 1 or more
 * @param learningRate the first epoch's step length, above 0; of no meaning to least squares
 * @param decay what the step length is multiplied by after each epoch, above 0 and at most 1
 * @param regularization {@code λ}, 0 or more
 * @param biasRegularization {@code β}, 0 or more
 * @param shrinkage {@code s}, 0 or more: what holds visitors and works with few ratings to the mean
 * @param validation the share of ratings held out to stop early, 0 (never stop early) to 0.5
 * @param solver how the sum is minimised
 * @param feedback what counts as a rating
 */
public record BiasedMf(
    int factors,
    int epochs,
    double learningRate,
    double decay,
    double regularization,
    double biasRegularization,
    double shrinkage,
    double validation,
    Solver solver,
    Feedback feedback)
    implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "biased-mf";

  /** How factors are found. */
  public enum Solver {
    /** Stochastic gradient descent. */
    SGD,
    /** Alternating least squares: costs more an epoch and needs fewer; has no learning rate. */
    ALS
  }

  /** Validates the hyper-parameters. */
  public BiasedMf {
    RatingSettings.check(
        NAME,
        factors,
        epochs,
        learningRate,
        decay,
        regularization,
        biasRegularization,
        shrinkage,
        validation);
    Objects.requireNonNull(solver, "solver");
    Checks.oneOf(NAME, feedback, Feedback.RATING, Feedback.PREFERENCE);
  }

  /**
   * Returns biased matrix factorisation by gradient descent.
   *
   * @param factors how many factors, 1 or more; 20 to 200 are usual
   * @return the strategy
   */
  public static BiasedMf factors(int factors) {
    return new BiasedMf(factors, 60, 0.02, 0.97, 0.06, 0.02, 4, 0.1, Solver.SGD, Feedback.RATING);
  }

  /**
   * Returns this strategy with another number of epochs.
   *
   * @param count how often training passes over the ratings at most, 1 or more
   * @return the changed strategy
   */
  public BiasedMf epochs(int count) {
    return new BiasedMf(
        factors,
        count,
        learningRate,
        decay,
        regularization,
        biasRegularization,
        shrinkage,
        validation,
        solver,
        feedback);
  }

  /**
   * Returns this strategy with another learning rate.
   *
   * @param value how long the first epoch's steps are, above 0
   * @return the changed strategy
   */
  public BiasedMf learningRate(double value) {
    return new BiasedMf(
        factors,
        epochs,
        value,
        decay,
        regularization,
        biasRegularization,
        shrinkage,
        validation,
        solver,
        feedback);
  }

  /**
   * Returns this strategy with another decay of the learning rate.
   *
   * @param value how much of the step length is left after each epoch, above 0 and at most 1
   * @return the changed strategy
   */
  public BiasedMf decay(double value) {
    return new BiasedMf(
        factors,
        epochs,
        learningRate,
        value,
        regularization,
        biasRegularization,
        shrinkage,
        validation,
        solver,
        feedback);
  }

  /**
   * Returns this strategy with another regularisation of factors.
   *
   * @param value how strongly factors are held to 0, 0 or more
   * @return the changed strategy
   */
  public BiasedMf regularization(double value) {
    return new BiasedMf(
        factors,
        epochs,
        learningRate,
        decay,
        value,
        biasRegularization,
        shrinkage,
        validation,
        solver,
        feedback);
  }

  /**
   * Returns this strategy with another regularisation of biases.
   *
   * @param value how strongly biases are held to 0, 0 or more
   * @return the changed strategy
   */
  public BiasedMf biasRegularization(double value) {
    return new BiasedMf(
        factors,
        epochs,
        learningRate,
        decay,
        regularization,
        value,
        shrinkage,
        validation,
        solver,
        feedback);
  }

  /**
   * Returns this strategy with another shrinkage.
   *
   * @param value how strongly visitors and works with few ratings are held to the mean, 0 or more
   * @return the changed strategy
   */
  public BiasedMf shrinkage(double value) {
    return new BiasedMf(
        factors,
        epochs,
        learningRate,
        decay,
        regularization,
        biasRegularization,
        value,
        validation,
        solver,
        feedback);
  }

  /**
   * Returns this strategy with another validation slice.
   *
   * @param value how large a share of ratings is held out to stop early, 0 for none to 0.5
   * @return the changed strategy
   */
  public BiasedMf validation(double value) {
    return new BiasedMf(
        factors,
        epochs,
        learningRate,
        decay,
        regularization,
        biasRegularization,
        shrinkage,
        value,
        solver,
        feedback);
  }

  /**
   * Returns this strategy with another solver.
   *
   * @param other how factors are found
   * @return the changed strategy
   */
  public BiasedMf solver(Solver other) {
    return new BiasedMf(
        factors,
        epochs,
        learningRate,
        decay,
        regularization,
        biasRegularization,
        shrinkage,
        validation,
        other,
        feedback);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning how behaviour becomes ratings
   * @return the changed strategy
   */
  public BiasedMf feedback(Feedback meaning) {
    return new BiasedMf(
        factors,
        epochs,
        learningRate,
        decay,
        regularization,
        biasRegularization,
        shrinkage,
        validation,
        solver,
        meaning);
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code factors}, {@code epochs}, {@code learningRate}, {@code decay}, {@code
   *     regularization}, {@code biasRegularization}, {@code shrinkage}, {@code validation}, {@code
   *     solver}, {@code feedback}; what is left out is as {@link #factors(int) factors(100)} has it
   * @return the strategy
   */
  public static BiasedMf parse(Parameters from) {
    from.only(
        NAME,
        "factors",
        "epochs",
        "learningRate",
        "decay",
        "regularization",
        "biasRegularization",
        "shrinkage",
        "validation",
        "solver",
        "feedback");
    BiasedMf standard = factors(100);
    return new BiasedMf(
        from.getInt("factors", standard.factors),
        from.getInt("epochs", standard.epochs),
        from.getDouble("learningRate", standard.learningRate),
        from.getDouble("decay", standard.decay),
        from.getDouble("regularization", standard.regularization),
        from.getDouble("biasRegularization", standard.biasRegularization),
        from.getDouble("shrinkage", standard.shrinkage),
        from.getDouble("validation", standard.validation),
        from.getEnum("solver", standard.solver),
        from.getEnum("feedback", standard.feedback));
  }

  /**
   * Returns the hyper-parameters as text.
   *
   * @return what {@link #parse} reads
   */
  public Parameters parameters() {
    return Parameters.none()
        .with("factors", factors)
        .with("epochs", epochs)
        .with("learningRate", learningRate)
        .with("decay", decay)
        .with("regularization", regularization)
        .with("biasRegularization", biasRegularization)
        .with("shrinkage", shrinkage)
        .with("validation", validation)
        .with("solver", solver)
        .with("feedback", feedback);
  }

  Penalties penalties() {
    return new Penalties(regularization, biasRegularization, shrinkage);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.PREDICTS_RATINGS);
  }

  @Override
  public Scorer train(TrainingContext context) {
    return train(context, Optional.empty());
  }

  /** Trains for all epochs from where the earlier scorer's works stand. */
  @Override
  public Scorer train(TrainingContext context, Scorer earlier) {
    return train(context, RatingStart.of(earlier, NAME, factors, context.catalog().size()));
  }

  private Scorer train(TrainingContext context, Optional<RatingFactors> earlier) {
    RatingSettings.checkMemory(NAME, context, factors, 1);
    RatingData data = RatingData.ofRatings(context, feedback);
    RatingFactors model =
        RatingLearner.train(
            context,
            NAME,
            data,
            epochs,
            validation,
            earlier,
            part ->
                solver == Solver.SGD
                    ? new BiasedMfSgd(context, this, part)
                    : new BiasedMfAls(context, this, part));
    return new RatingFactorsScorer(this, parameters(), feedback, model);
  }

  /**
   * Reads a scorer from a model file.
   *
   * @param in what the scorer saved
   * @param context not needed
   * @param readers not needed
   * @return the scorer
   */
  public static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    BiasedMf strategy = parse(Parameters.parse(in.getString("parameters")));
    return new RatingFactorsScorer(
        strategy,
        strategy.parameters(),
        strategy.feedback,
        RatingFactors.read(in, strategy.penalties(), context.catalog().size()));
  }

  @Override
  public String toString() {
    return NAME + ":" + parameters();
  }
}
