package io.artrec.cf.factors;

import io.artrec.cf.data.BehaviorChange;
import io.artrec.cf.data.Checks;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.MemoryNeed;
import io.artrec.cf.data.SparseMatrix;
import io.artrec.kernel.Kernels;
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
 * Non-negative matrix factorisation: visitors and works are mixtures of themes, which only add up.
 * Immutable and thread-safe.
 *
 * <p>Lee, Seung, Algorithms for non-negative matrix factorization, NIPS 2000; solved by coordinate
 * descent as in Cichocki, Phan, Fast local algorithms for large scale nonnegative matrix and tensor
 * factorizations, IEICE Transactions 2009, and Hsieh, Dhillon, Fast coordinate descent methods with
 * variable selection for non-negative matrix factorization, KDD 2011. It ranks, and minimises over
 * {@code p, q ≥ 0}
 *
 * <p>{@code Σ_all (v − p_u·q_i)² + Σ_u ((λn_u + s) |p_u|² + 2κ Σ_f p_uf) + Σ_i ((λn_i + s) |q_i|² +
 * 2κ Σ_f q_if)}
 *
 * <p>with {@code v} the entry, 0 where there is none, of visitors with {@code n_u} and works with
 * {@code n_i} entries. Training, per epoch, O(entries · factors + (visitors + works) · factors²).
 *
 * <p>With feedback {@code rating} it predicts ratings instead, as {@code μ + σ (b_u + b_i +
 * p_u·q_i)}: the sum is over observed ratings, standardised, alone, as in Luo, Zhou, Xia, Zhu, An
 * efficient non-negative matrix-factorization-based approach to collaborative filtering for
 * recommender systems, IEEE Transactions on Industrial Informatics 2014, and biases, which may be
 * negative, are held as in {@link BiasedMf}. Each row is solved exactly: O(ratings · factors² +
 * (visitors + works) · factors³) at most.
 *
 * <p>Penalties beyond what the entries add up to leave no theme at all, and nothing is scored.
 *
 * <p>4 · factors bytes a visitor and a work. The result does not depend on the number of threads;
 * of the ranking method it differs in float rounding between {@link Kernels}.
 *
 * <p>Whoever asks, trained visitors too, gets the factors that minimise the same sum over the
 * history in the question, so new visitors and new events need no training. The score is a sum over
 * the known works (their contributions), because the solution is linear in them as long as the same
 * factors are above 0. An answer O(history · factors + factors³ + works · factors), for ratings
 * O(history · factors² + factors³ + works · factors). They speak for others after a refresh, which
 * solves for all visitors, then for the works concerned; forgetting trains.
 *
 * <p>With a validation slice, a share of the entries of up to 400 visitors is held out first to
 * find the number of epochs after which their nDCG is highest, or the error of ratings least; then
 * as many epochs are trained on everything.
 *
 * @param factors how many themes, 1 or more
 * @param epochs how often both sides are improved at most, 1 or more
 * @param regularization {@code λ}, 0 or more
 * @param biasRegularization {@code β} of {@link BiasedMf}, 0 or more; of no meaning to ranking
 * @param shrinkage {@code s}, 0 or more
 * @param l1 {@code κ}, 0 or more: the larger, the fewer themes a visitor or work has
 * @param validation the share of entries held out to stop early, 0 (never stop early) to 0.5
 * @param feedback what behaviour counts
 */
public record Nmf(
    int factors,
    int epochs,
    double regularization,
    double biasRegularization,
    double shrinkage,
    double l1,
    double validation,
    Feedback feedback)
    implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "nmf";

  /** Validates the hyper-parameters. */
  public Nmf {
    Checks.atLeast(NAME, "factors", factors, 1);
    Checks.atLeast(NAME, "epochs", epochs, 1);
    Checks.finite(NAME, "regularization", regularization, 0);
    Checks.finite(NAME, "biasRegularization", biasRegularization, 0);
    Checks.finite(NAME, "shrinkage", shrinkage, 0);
    Checks.finite(NAME, "l1", l1, 0);
    RatingSettings.checkValidation(NAME, validation);
    Checks.oneOf(
        NAME, feedback, Feedback.PREFERENCE, Feedback.POSITIVE, Feedback.ANY, Feedback.RATING);
  }

  /**
   * Returns the method that ranks.
   *
   * @param factors how many themes, 1 or more; 20 to 100 are usual
   * @return the strategy
   */
  public static Nmf factors(int factors) {
    return new Nmf(factors, 30, 0.1, 0, 1, 0, 0, Feedback.PREFERENCE);
  }

  /**
   * Returns the method that predicts ratings.
   *
   * @param factors how many themes, 1 or more; 5 to 50 are usual
   * @return the strategy
   */
  public static Nmf ratings(int factors) {
    return new Nmf(factors, 30, 0.05, 0.02, 2, 0, 0.1, Feedback.RATING);
  }

  /**
   * Returns this strategy with another number of epochs.
   *
   * @param count how often both sides are improved at most, 1 or more
   * @return the changed strategy
   */
  public Nmf epochs(int count) {
    return with("epochs", count);
  }

  /**
   * Returns this strategy with another regularisation of factors.
   *
   * @param lambda {@code λ}, 0 or more
   * @return the changed strategy
   */
  public Nmf regularization(double lambda) {
    return with("regularization", lambda);
  }

  /**
   * Returns this strategy with another regularisation of biases.
   *
   * @param value how strongly biases are held to 0, 0 or more
   * @return the changed strategy
   */
  public Nmf biasRegularization(double value) {
    return with("biasRegularization", value);
  }

  /**
   * Returns this strategy with another shrinkage.
   *
   * @param value how strongly all visitors and works are held to 0, 0 or more
   * @return the changed strategy
   */
  public Nmf shrinkage(double value) {
    return with("shrinkage", value);
  }

  /**
   * Returns this strategy with another penalty of many themes.
   *
   * @param kappa {@code κ}, 0 or more
   * @return the changed strategy
   */
  public Nmf l1(double kappa) {
    return with("l1", kappa);
  }

  /**
   * Returns this strategy with another validation slice.
   *
   * @param share how large a share of entries is held out to stop early, 0 for none to 0.5
   * @return the changed strategy
   */
  public Nmf validation(double share) {
    return with("validation", share);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning what behaviour counts
   * @return the changed strategy
   */
  public Nmf feedback(Feedback meaning) {
    return with("feedback", meaning);
  }

  private Nmf with(String key, Object value) {
    return parse(parameters().with(key, value));
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code factors}, {@code epochs}, {@code regularization}, {@code
   *     biasRegularization}, {@code shrinkage}, {@code l1}, {@code validation}, {@code feedback};
   *     what is left out is as {@link #factors(int) factors(64)} has it, or {@link #ratings(int)
   *     ratings(20)} with feedback {@code rating}
   * @return the strategy
   */
  public static Nmf parse(Parameters from) {
    from.only(
        NAME,
        "factors",
        "epochs",
        "regularization",
        "biasRegularization",
        "shrinkage",
        "l1",
        "validation",
        "feedback");
    Feedback meaning = from.getEnum("feedback", Feedback.PREFERENCE);
    Nmf standard = meaning == Feedback.RATING ? ratings(20) : factors(64);
    return new Nmf(
        from.getInt("factors", standard.factors),
        from.getInt("epochs", standard.epochs),
        from.getDouble("regularization", standard.regularization),
        from.getDouble("biasRegularization", standard.biasRegularization),
        from.getDouble("shrinkage", standard.shrinkage),
        from.getDouble("l1", standard.l1),
        from.getDouble("validation", standard.validation),
        meaning);
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
        .with("regularization", regularization)
        .with("biasRegularization", biasRegularization)
        .with("shrinkage", shrinkage)
        .with("l1", l1)
        .with("validation", validation)
        .with("feedback", feedback);
  }

  Penalties penalties() {
    return new Penalties(regularization, biasRegularization, shrinkage, l1, true);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Capability> capabilities() {
    return feedback == Feedback.RATING ? Set.of(Capability.PREDICTS_RATINGS) : Set.of();
  }

  @Override
  public Scorer train(TrainingContext context) {
    return feedback == Feedback.RATING
        ? trainRatings(context, Optional.empty())
        : trainRanking(context);
  }

  /**
   * Trains for all epochs from where the earlier scorer's works stand. Held-out works would be
   * known to it, so nothing is validated.
   */
  @Override
  public Scorer train(TrainingContext context, Scorer earlier) {
    if (feedback == Feedback.RATING) {
      int works = context.catalog().size();
      return trainRatings(context, RatingStart.of(earlier, NAME, factors, works));
    }
    if (!(earlier instanceof NmfScorer start) || !start.fits(factors, context.catalog().size())) {
      return train(context);
    }
    checkMemory(context);
    NmfTraining training = new NmfTraining(this, feedback.matrix(context), Kernels.best(), context);
    training.startFrom(start.artworkFactors());
    return learned(context, training, epochs);
  }

  /** Solves for all visitors by the works as they stand, then for the works that changed. */
  Scorer refreshed(NmfScorer scorer, BehaviorChange change, TrainingContext context) {
    checkMemory(context);
    NmfTraining training = new NmfTraining(this, change.after(), Kernels.best(), context);
    training.startFrom(scorer.artworkFactors());
    training.refresh(change.touched());
    return training.scorer();
  }

  private Scorer trainRatings(TrainingContext context, Optional<RatingFactors> earlier) {
    RatingSettings.checkMemory(NAME, context, factors, 1);
    RatingFactors model =
        RatingLearner.train(
            context,
            NAME,
            RatingData.ofRatings(context, feedback),
            epochs,
            validation,
            earlier,
            part -> new BiasedMfAls(context, NAME, factors, penalties(), part));
    return new RatingFactorsScorer(this, parameters(), feedback, model);
  }

  private void checkMemory(TrainingContext context) {
    double rows = (double) context.dataset().userCount() + context.catalog().size();
    int stride = Kernels.best().stride(factors);
    double bytes =
        4.0 * (stride + factors) * rows
            + (validation > 0 ? 52.0 : 28.0) * context.dataset().size()
            + 32.0 * stride * stride;
    MemoryNeed.check(NAME, bytes, "lower factors");
    MemoryNeed.checkCells(
        NAME,
        Math.max(context.dataset().userCount(), context.catalog().size()),
        stride,
        "lower factors");
  }

  private Scorer trainRanking(TrainingContext context) {
    checkMemory(context);
    SparseMatrix behavior = feedback.matrix(context);
    int count =
        RankingValidation.bestCount(
            context,
            NAME,
            behavior,
            epochs,
            validation,
            kept -> new NmfTraining(this, kept, Kernels.best(), context));
    return learned(context, new NmfTraining(this, behavior, Kernels.best(), context), count);
  }

  private static Scorer learned(TrainingContext context, NmfTraining training, int count) {
    String stage = "training " + NAME;
    for (int epoch = 0; epoch < count; epoch++) {
      context.cancellation().check(stage);
      training.learn(epoch);
      context.progress().update(stage, epoch + 1, count);
    }
    return training.scorer();
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
    Nmf strategy = parse(Parameters.parse(in.getString("parameters")));
    return strategy.feedback == Feedback.RATING
        ? new RatingFactorsScorer(
            strategy,
            strategy.parameters(),
            strategy.feedback,
            RatingFactors.read(in, strategy.penalties(), context.catalog().size()))
        : NmfScorer.read(in, strategy, context.catalog().size());
  }

  @Override
  public String toString() {
    return NAME + ":" + parameters();
  }
}
