package io.artrec.cf.linear;

import io.artrec.cf.data.BehaviorStrategy;
import io.artrec.cf.data.internal.BehaviorChange;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.ItemWeightsScorer;
import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.model.StateReader;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;
import java.util.Optional;

/**
 * Predicts each column of the matrix of visitors by works from few others: sparse linear methods.
 * Immutable and thread-safe.
 *
 * <p>Ning, Karypis, SLIM: sparse linear methods for top-N recommender systems, ICDM 2011.
 *
 * <p>With {@code a_j} the column of work {@code j}, its weights minimise {@code ½|a_j − Aw|² + ½ l2
 * |w|² + l1 |w|₁} over {@code w_j = 0} and, unless {@code negative}, {@code w ≥ 0}, by coordinate
 * descent on inner products of columns. Of each work the {@code neighbors} largest weights are
 * kept. The score of {@code j} is {@code Σ_i x_i · w_ij} over the history. New visitors and new
 * events need no training to be answered; they speak for others after a refresh, in which each
 * regression begins where it ended; forgetting trains.
 *
 * <p>With {@code n} the works whose inner product with some other can exceed {@code l1}, {@code c}
 * those of them, or {@code candidates}, that a regression looks at, and {@code s} those it works
 * with: training O(Σ_u n_u² + n · epochs · s² + n · s · c) time at most, usually much less, and 4 ·
 * n² bytes for the inner products. Where these do not fit half the heap and {@code candidates} is
 * set (the fsSLIM of the paper), they are computed for each work in 4 · c² bytes a thread, which
 * takes longer. Kept are 8 · neighbors bytes a work. The result does not depend on the number of
 * threads.
 */
public final class Slim extends BehaviorStrategy<Slim> {
  static final String NAME = "slim";

  private static final Hyperparameter<Double> L1 =
      Hyperparameter.number("l1", 1, Range.atLeast(0).triedByMagnitude(0.01, 10))
          .meaning(
              "the weight of the sum of magnitudes: where entries are 1, the visitors two works"
                  + " must share before one speaks for the other; with entries of 0.1, as for"
                  + " views, a hundredth of that");

  private static final Hyperparameter<Double> L2 =
      Hyperparameter.number("l2", 50, Range.atLeast(0).triedByMagnitude(1, 500))
          .meaning("the weight of half the sum of squares; more makes weights more even");

  private static final Hyperparameter<Integer> NEIGHBORS =
      Hyperparameter.whole("neighbors", 200, Range.atLeast(1).triedByMagnitude(20, 500))
          .meaning("how many weights each work keeps");

  private static final Hyperparameter<Integer> CANDIDATES =
      Hyperparameter.whole("candidates", 0, Range.atLeast(0))
          .meaning("how many works, those most alike by cosine, a regression looks at; 0 for all");

  private static final Hyperparameter<Boolean> NEGATIVE =
      Hyperparameter.yesNo("negative", false).meaning("whether weights may be below 0");

  private static final Hyperparameter<Integer> EPOCHS =
      Hyperparameter.whole("epochs", 100, Range.atLeast(1))
          .meaning("how many sweeps a regression takes at most");

  private static final Hyperparameter<Double> TOLERANCE =
      Hyperparameter.number("tolerance", 1e-4, Range.above(0))
          .meaning("a regression ends when no weight would move more");

  /** The method by name. */
  public static final StrategyMethod<Slim> METHOD =
      StrategyMethod.of(
          Hyperparameters.of(
              NAME, L1, L2, NEIGHBORS, CANDIDATES, NEGATIVE, EPOCHS, TOLERANCE, RANKING),
          Slim::new,
          Slim::read);

  private static final SparseMatrix NO_WEIGHTS =
      new SparseMatrix(0, new int[1], new int[0], new float[0]);

  private Slim(Hyperparameters values) {
    super(METHOD, values);
  }

  /**
   * {@return SLIM over all works, without negative weights}
   *
   * @param l1 the weight of the sum of magnitudes; more makes weights fewer
   * @param l2 the weight of half the sum of squares; more makes weights more even
   */
  public static Slim regularization(double l1, double l2) {
    return METHOD.with(L1, l1).with(L2, l2);
  }

  /** {@return the weight of the sum of magnitudes} */
  public double l1() {
    return get(L1);
  }

  /** {@return the weight of half the sum of squares} */
  public double l2() {
    return get(L2);
  }

  /**
   * {@return this strategy with so many weights a work}
   *
   * @param most how many weights each work keeps
   */
  public Slim neighbors(int most) {
    return with(NEIGHBORS, most);
  }

  /** {@return how many weights each work keeps} */
  public int neighbors() {
    return get(NEIGHBORS);
  }

  /**
   * {@return this strategy with regressions that look at the most similar works only}
   *
   * @param most how many works a regression looks at, 0 for all
   */
  public Slim candidates(int most) {
    return with(CANDIDATES, most);
  }

  /** {@return how many works a regression looks at, 0 for all} */
  public int candidates() {
    return get(CANDIDATES);
  }

  /**
   * {@return this strategy with or without weights below 0}
   *
   * @param allowed whether weights may be below 0
   */
  public Slim negative(boolean allowed) {
    return with(NEGATIVE, allowed);
  }

  /** {@return whether weights may be below 0} */
  public boolean negative() {
    return get(NEGATIVE);
  }

  /**
   * {@return this strategy with so many sweeps at most}
   *
   * @param most how many sweeps a regression takes at most
   */
  public Slim epochs(int most) {
    return with(EPOCHS, most);
  }

  /** {@return how many sweeps a regression takes at most} */
  public int epochs() {
    return get(EPOCHS);
  }

  /**
   * {@return this strategy with regressions that end when no weight would move more}
   *
   * @param least what no weight would move more than when a regression ends
   */
  public Slim tolerance(double least) {
    return with(TOLERANCE, least);
  }

  /** {@return what no weight would move more than when a regression ends} */
  public double tolerance() {
    return get(TOLERANCE);
  }

  @Override
  public Scorer train(TrainingContext context) {
    return train(context, denseBytes());
  }

  private static double denseBytes() {
    return Runtime.getRuntime().maxMemory() / 2.0;
  }

  /** Begins each regression where the earlier scorer's ended, which saves sweeps. */
  @Override
  public Scorer train(TrainingContext context, Scorer earlier) {
    if (!(earlier instanceof ItemWeightsScorer start)
        || !start.strategy().name().equals(NAME)
        || start.weights().rows() > context.catalog().size()) {
      return train(context);
    }
    SparseMatrix behavior = read(context);
    return scorer(new SlimTraining(this, behavior, start.weights(), context, denseBytes()));
  }

  /**
   * Trains.
   *
   * @param denseBytes how large a table of all inner products may be
   */
  ItemWeightsScorer train(TrainingContext context, double denseBytes) {
    return scorer(new SlimTraining(this, read(context), NO_WEIGHTS, context, denseBytes));
  }

  private SparseMatrix read(TrainingContext context) {
    checkMemory(context.dataset().size());
    return FeedbackEntries.matrix(feedback(), context);
  }

  /** Refuses, before allocation, behaviour that does not fit. */
  static void checkMemory(double events) {
    MemoryNeed.check(NAME, 32 * events, "train on fewer events");
  }

  private ItemWeightsScorer scorer(SlimTraining training) {
    return new ItemWeightsScorer(this, training.weights(), new Refresh(this));
  }

  /** Trains from the weights there are. */
  private record Refresh(Slim slim) implements ItemWeightsScorer.Update {
    @Override
    public Optional<SparseMatrix> weights(
        SparseMatrix weights, TrainingContext before, TrainingContext after) {
      return Optional.empty();
    }

    @Override
    public Optional<SparseMatrix> refreshed(
        SparseMatrix weights, TrainingContext before, TrainingContext after) {
      return BehaviorChange.between(slim.feedback(), before, after)
          .map(change -> new SlimTraining(slim, change.after(), weights, after, denseBytes()))
          .map(SlimTraining::weights);
    }
  }

  private static Scorer read(StateReader in, TrainingContext context, Slim strategy) {
    return ItemWeightsScorer.read(in, context, strategy, new Refresh(strategy));
  }
}
