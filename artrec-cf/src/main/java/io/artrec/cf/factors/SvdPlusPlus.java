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
import java.util.Optional;
import java.util.Set;

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
 * no training; a visitor who rated nothing is known by the {@code y} of what they saw. Predictions
 * are not clipped to the scale, which would make ties.
 *
 * <p>Training O(ratings · factors) an epoch, on one thread; 4 · factors bytes a visitor, 8 ·
 * factors a work. An answer O(history · factors² + factors³ + works · factors). The same seed gives
 * the same result.
 *
 * <p>With a validation slice, a share of the ratings of up to 400 visitors is held out first to
 * find the number of epochs after which the error on it is least, then as many epochs are trained
 * on everything.
 *
 * @param factors how many factors, 1 or more
 * @param epochs how often training passes over the ratings at most, 1 or more
 * @param learningRate the first epoch's step length, above 0
 * @param decay what the step length is multiplied by after each epoch, above 0 and at most 1
 * @param regularization {@code λ}, 0 or more
 * @param biasRegularization {@code β}, 0 or more
 * @param impliedRegularization {@code λ_y}, 0 or more
 * @param shrinkage {@code s}, 0 or more: what holds visitors and works with few ratings to the mean
 * @param validation the share of ratings held out to stop early, 0 (never stop early) to 0.5
 * @param feedback what counts as a rating
 */
public record SvdPlusPlus(
    int factors,
    int epochs,
    double learningRate,
    double decay,
    double regularization,
    double biasRegularization,
    double impliedRegularization,
    double shrinkage,
    double validation,
    Feedback feedback)
    implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "svd-plus-plus";

  /** Validates the hyper-parameters. */
  public SvdPlusPlus {
    Checks.finite(NAME, "impliedRegularization", impliedRegularization, 0);
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
    Checks.oneOf(NAME, feedback, Feedback.RATING, Feedback.PREFERENCE);
  }

  /**
   * Returns SVD++.
   *
   * @param factors how many factors, 1 or more; 20 to 200 are usual
   * @return the strategy
   */
  public static SvdPlusPlus factors(int factors) {
    return new SvdPlusPlus(factors, 60, 0.02, 0.97, 0.05, 0.02, 0.01, 6, 0.1, Feedback.RATING);
  }

  /**
   * Returns this strategy with another number of epochs.
   *
   * @param count how often training passes over the ratings at most, 1 or more
   * @return the changed strategy
   */
  public SvdPlusPlus epochs(int count) {
    return new SvdPlusPlus(
        factors,
        count,
        learningRate,
        decay,
        regularization,
        biasRegularization,
        impliedRegularization,
        shrinkage,
        validation,
        feedback);
  }

  /**
   * Returns this strategy with another learning rate.
   *
   * @param value how long the first epoch's steps are, above 0
   * @return the changed strategy
   */
  public SvdPlusPlus learningRate(double value) {
    return new SvdPlusPlus(
        factors,
        epochs,
        value,
        decay,
        regularization,
        biasRegularization,
        impliedRegularization,
        shrinkage,
        validation,
        feedback);
  }

  /**
   * Returns this strategy with another decay of the learning rate.
   *
   * @param value how much of the step length is left after each epoch, above 0 and at most 1
   * @return the changed strategy
   */
  public SvdPlusPlus decay(double value) {
    return new SvdPlusPlus(
        factors,
        epochs,
        learningRate,
        value,
        regularization,
        biasRegularization,
        impliedRegularization,
        shrinkage,
        validation,
        feedback);
  }

  /**
   * Returns this strategy with another regularisation of factors.
   *
   * @param value how strongly factors are held to 0, 0 or more
   * @return the changed strategy
   */
  public SvdPlusPlus regularization(double value) {
    return new SvdPlusPlus(
        factors,
        epochs,
        learningRate,
        decay,
        value,
        biasRegularization,
        impliedRegularization,
        shrinkage,
        validation,
        feedback);
  }

  /**
   * Returns this strategy with another regularisation of biases.
   *
   * @param value how strongly biases are held to 0, 0 or more
   * @return the changed strategy
   */
  public SvdPlusPlus biasRegularization(double value) {
    return new SvdPlusPlus(
        factors,
        epochs,
        learningRate,
        decay,
        regularization,
        value,
        impliedRegularization,
        shrinkage,
        validation,
        feedback);
  }

  /**
   * Returns this strategy with another regularisation of what works imply.
   *
   * @param value how strongly {@code y} is held to 0, 0 or more
   * @return the changed strategy
   */
  public SvdPlusPlus impliedRegularization(double value) {
    return new SvdPlusPlus(
        factors,
        epochs,
        learningRate,
        decay,
        regularization,
        biasRegularization,
        value,
        shrinkage,
        validation,
        feedback);
  }

  /**
   * Returns this strategy with another shrinkage.
   *
   * @param value how strongly visitors and works with few ratings are held to the mean, 0 or more
   * @return the changed strategy
   */
  public SvdPlusPlus shrinkage(double value) {
    return new SvdPlusPlus(
        factors,
        epochs,
        learningRate,
        decay,
        regularization,
        biasRegularization,
        impliedRegularization,
        value,
        validation,
        feedback);
  }

  /**
   * Returns this strategy with another validation slice.
   *
   * @param value how large a share of ratings is held out to stop early, 0 for none to 0.5
   * @return the changed strategy
   */
  public SvdPlusPlus validation(double value) {
    return new SvdPlusPlus(
        factors,
        epochs,
        learningRate,
        decay,
        regularization,
        biasRegularization,
        impliedRegularization,
        shrinkage,
        value,
        feedback);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning how behaviour becomes ratings
   * @return the changed strategy
   */
  public SvdPlusPlus feedback(Feedback meaning) {
    return new SvdPlusPlus(
        factors,
        epochs,
        learningRate,
        decay,
        regularization,
        biasRegularization,
        impliedRegularization,
        shrinkage,
        validation,
        meaning);
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code factors}, {@code epochs}, {@code learningRate}, {@code decay}, {@code
   *     regularization}, {@code biasRegularization}, {@code impliedRegularization}, {@code
   *     shrinkage}, {@code validation}, {@code feedback}; what is left out is as {@link
   *     #factors(int) factors(100)} has it
   * @return the strategy
   */
  public static SvdPlusPlus parse(Parameters from) {
    from.only(
        NAME,
        "factors",
        "epochs",
        "learningRate",
        "decay",
        "regularization",
        "biasRegularization",
        "impliedRegularization",
        "shrinkage",
        "validation",
        "feedback");
    SvdPlusPlus standard = factors(100);
    return new SvdPlusPlus(
        from.getInt("factors", standard.factors),
        from.getInt("epochs", standard.epochs),
        from.getDouble("learningRate", standard.learningRate),
        from.getDouble("decay", standard.decay),
        from.getDouble("regularization", standard.regularization),
        from.getDouble("biasRegularization", standard.biasRegularization),
        from.getDouble("impliedRegularization", standard.impliedRegularization),
        from.getDouble("shrinkage", standard.shrinkage),
        from.getDouble("validation", standard.validation),
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
        .with("impliedRegularization", impliedRegularization)
        .with("shrinkage", shrinkage)
        .with("validation", validation)
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
    RatingSettings.checkMemory(NAME, context, factors, 2);
    RatingData data = RatingData.ofHistories(context, feedback);
    RatingFactors model =
        RatingLearner.train(
            context,
            NAME,
            data,
            epochs,
            validation,
            earlier,
            part -> new SvdPlusPlusSgd(context, this, part));
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
    SvdPlusPlus strategy = parse(Parameters.parse(in.getString("parameters")));
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
