package io.artrec.cf.mf;

import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.internal.BehaviorChange;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.factors.FactorStrategy;
import io.artrec.cf.factors.internal.RankingValidation;
import io.artrec.kernel.internal.Kernels;
import io.artrec.model.StateReader;
import io.artrec.strategy.Capability;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.StrategyMethod;
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
 */
public final class Nmf extends FactorStrategy<Nmf> {
  static final String NAME = "nmf";

  private static final Hyperparameter<Feedback> MEANING =
      Hyperparameter.choice(
              "feedback",
              Feedback.PREFERENCE,
              Feedback.PREFERENCE,
              Feedback.POSITIVE,
              Feedback.ANY,
              Feedback.RATING)
          .meaning("what behaviour counts; with `rating` it predicts ratings");

  private static final Hyperparameter<Double> REGULARIZATION_OF_SUMS =
      Hyperparameter.number("regularization", 0.1, Range.atLeast(0).triedByMagnitude(0.005, 0.5))
          .meaning("`λ`, how strongly factors are held to 0");

  private static final Hyperparameter<Double> BIAS_REGULARIZATION =
      Hyperparameter.number("biasRegularization", 0, Range.atLeast(0))
          .meaning("`β` of biased MF, how strongly biases are held to 0; of no meaning to ranking");

  private static final Hyperparameter<Double> SHRINKAGE =
      Hyperparameter.number("shrinkage", 1, Range.atLeast(0).tried(0, 10))
          .meaning("`s`, how strongly all visitors and works are held to 0");

  private static final Hyperparameter<Double> L1 =
      Hyperparameter.number("l1", 0, Range.atLeast(0))
          .meaning("`κ`, the larger, the fewer themes a visitor or work has");

  /** The method by name. */
  public static final StrategyMethod<Nmf> METHOD =
      StrategyMethod.of(
          Hyperparameters.of(
              NAME,
              ofRatings(
                  FACTORS.meaning("how many themes; 20 to 100 are usual, of ratings 5 to 50"), 20),
              EPOCHS.meaning("how often both sides are improved at most"),
              ofRatings(REGULARIZATION_OF_SUMS, 0.05),
              ofRatings(BIAS_REGULARIZATION, 0.02),
              ofRatings(SHRINKAGE, 2.0),
              L1,
              ofRatings(
                  VALIDATION.meaning(
                      "the share of entries held out to stop early; 0 never stops early"),
                  0.1),
              MEANING),
          Nmf::new,
          Nmf::read);

  private Nmf(Hyperparameters values) {
    super(METHOD, values);
  }

  private static <T> Hyperparameter<T> ofRatings(Hyperparameter<T> row, T value) {
    return row.standardIf(values -> values.get(MEANING) == Feedback.RATING, value, "of ratings");
  }

  /**
   * {@return the method that ranks, with so many themes}
   *
   * @param factors length of the vectors
   */
  public static Nmf factors(int factors) {
    return METHOD.with(FACTORS, factors);
  }

  /**
   * {@return the method that predicts ratings, with so many themes}
   *
   * @param factors how many themes
   */
  public static Nmf ratings(int factors) {
    return METHOD.of(
        METHOD.hyperparameters().with(MEANING, Feedback.RATING).with(FACTORS, factors));
  }

  /**
   * {@return this strategy with another regularisation of biases}
   *
   * @param value how strongly biases are held to 0
   */
  public Nmf biasRegularization(double value) {
    return with(BIAS_REGULARIZATION, value);
  }

  /** {@return how strongly biases are held to 0} */
  public double biasRegularization() {
    return get(BIAS_REGULARIZATION);
  }

  /**
   * {@return this strategy with another shrinkage}
   *
   * @param value how strongly all visitors and works are held to 0
   */
  public Nmf shrinkage(double value) {
    return with(SHRINKAGE, value);
  }

  /** {@return how strongly all visitors and works are held to 0} */
  public double shrinkage() {
    return get(SHRINKAGE);
  }

  /**
   * {@return this strategy with another penalty of many themes}
   *
   * @param kappa the penalty of many themes
   */
  public Nmf l1(double kappa) {
    return with(L1, kappa);
  }

  /** {@return the penalty of many themes} */
  public double l1() {
    return get(L1);
  }

  private boolean predictsRatings() {
    return feedback() == Feedback.RATING;
  }

  Penalties penalties() {
    return new Penalties(regularization(), biasRegularization(), shrinkage(), l1(), true);
  }

  @Override
  public Set<Capability> capabilities() {
    return predictsRatings() ? Set.of(Capability.PREDICTS_RATINGS) : Set.of();
  }

  @Override
  public Scorer train(TrainingContext context) {
    return predictsRatings() ? trainRatings(context, Optional.empty()) : trainRanking(context);
  }

  /**
   * Trains for all epochs from where the earlier scorer's works stand. Held-out works would be
   * known to it, so nothing is validated.
   */
  @Override
  public Scorer train(TrainingContext context, Scorer earlier) {
    if (predictsRatings()) {
      int works = context.catalog().size();
      return trainRatings(context, RatingStart.of(earlier, NAME, factors(), works));
    }
    if (!(earlier instanceof NmfScorer start) || !start.fits(factors(), context.catalog().size())) {
      return train(context);
    }
    checkMemory(context);
    NmfTraining training =
        new NmfTraining(this, FeedbackEntries.matrix(feedback(), context), Kernels.best(), context);
    training.startFrom(start.artworkFactors());
    return learned(context, training, epochs());
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
    RatingLearner.checkMemory(NAME, context, factors(), 1);
    RatingFactors model =
        RatingLearner.train(
            context,
            NAME,
            RatingData.ofRatings(context, feedback()),
            epochs(),
            validation(),
            earlier,
            part -> new BiasedMfAls(context, NAME, factors(), penalties(), part));
    return new RatingFactorsScorer(this, model);
  }

  private void checkMemory(TrainingContext context) {
    double rows = (double) context.dataset().userCount() + context.catalog().size();
    int stride = Kernels.best().stride(factors());
    double bytes =
        4.0 * (stride + factors()) * rows
            + (validation() > 0 ? 52.0 : 28.0) * context.dataset().size()
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
    SparseMatrix behavior = FeedbackEntries.matrix(feedback(), context);
    int count =
        RankingValidation.bestCount(
            context,
            NAME,
            behavior,
            epochs(),
            validation(),
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

  private static Scorer read(StateReader in, TrainingContext context, Nmf strategy) {
    int works = context.catalog().size();
    return strategy.predictsRatings()
        ? new RatingFactorsScorer(strategy, RatingFactors.read(in, strategy.penalties(), works))
        : NmfScorer.read(in, strategy, works);
  }
}
