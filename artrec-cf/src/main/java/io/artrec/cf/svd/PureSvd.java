package io.artrec.cf.svd;

import io.artrec.cf.data.BehaviorStrategy;
import io.artrec.cf.data.internal.BehaviorChange;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.model.StateReader;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;
import java.util.Arrays;

/**
 * Projects a visitor's vector on the first singular directions of the matrix of visitors by works,
 * entries that are not there being 0. Immutable and thread-safe.
 *
 * <p>Cremonesi, Koren, Turrin, Performance of recommender algorithms on top-N recommendation tasks,
 * RecSys 2010; the decomposition after Halko, Martinsson, Tropp, Finding structure with randomness:
 * probabilistic algorithms for constructing approximate matrix decompositions, SIAM Review 2011,
 * with polynomials after Rutishauser, Simultaneous iteration method for symmetric matrices,
 * Numerische Mathematik 1970.
 *
 * <p>With {@code X ≈ UΣVᵀ}, the score is {@code x·V·Vᵀ}. Directions are multiplied by {@code XᵀX}
 * until the first {@code factors} have settled: until what they span is at an angle of about 1e-7
 * at most to what the exact ones span, which takes some twenty multiplications, and more the less
 * the singular values differ. When {@code iterations} are not enough, a warning is logged that says
 * by how much. Where singular values are equal on both sides of the cut, which of their directions
 * are kept is arbitrary, but the same for the same seed.
 *
 * <p>Trained in double precision, with {@code l = factors + oversampling}, at least {@code factors
 * + 1}, in O(multiplications · (entries · l + s · l²) + (visitors + works) · l²) time and 8 · l ·
 * (5 · s + 2 · (visitors + works)) bytes, {@code s} the fewer of visitors and works; kept are 4 ·
 * factors bytes a work. The result does not depend on the number of threads.
 *
 * <p>An answer costs O((history + works) · factors). A trained visitor and a stranger with the same
 * history get the same answer, and new events count at once. What a direction cannot tell is not
 * guessed: works that nobody had to do with stay unscored, as do those whose vector is at a right
 * angle (to 1e-6) to the visitor's, which are all unknown works when there are as many factors as
 * the matrix has rank: the projection then gives the history back. New events, visitors and works
 * speak for others after a refresh, which places the works concerned by the directions as they
 * stand, in O(entries · factors); forgetting trains.
 */
public final class PureSvd extends BehaviorStrategy<PureSvd> {
  static final String NAME = "pure-svd";

  private static final int LEAST_OVERSAMPLING = 20;

  private static final Hyperparameter<Integer> FACTORS =
      Hyperparameter.whole("factors", 50, Range.atLeast(1).triedByMagnitude(10, 200))
          .meaning("how many directions; no more are used than the matrix has");

  private static final Hyperparameter<Integer> OVERSAMPLING =
      Hyperparameter.whole("oversampling", LEAST_OVERSAMPLING, Range.atLeast(0))
          .meaning("how many more are carried along in training")
          .standard(
              values -> Math.max(LEAST_OVERSAMPLING, values.get(FACTORS)),
              "as `factors`, at least " + LEAST_OVERSAMPLING);

  private static final Hyperparameter<Integer> ITERATIONS =
      Hyperparameter.whole("iterations", 200, Range.atLeast(1))
          .meaning("how often they are multiplied by the matrix and its transpose at most");

  /** The method by name. */
  public static final StrategyMethod<PureSvd> METHOD =
      StrategyMethod.of(
          Hyperparameters.of(NAME, FACTORS, OVERSAMPLING, ITERATIONS, RANKING),
          PureSvd::new,
          PureSvd::read);

  private PureSvd(Hyperparameters values) {
    super(METHOD, values);
  }

  /**
   * {@return the method with so many directions}
   *
   * @param factors how many directions
   */
  public static PureSvd factors(int factors) {
    return METHOD.with(FACTORS, factors);
  }

  /** {@return how many directions} */
  public int factors() {
    return get(FACTORS);
  }

  /**
   * {@return this strategy with so many more directions carried along in training}
   *
   * @param more how many more directions are carried along in training
   */
  public PureSvd oversampling(int more) {
    return with(OVERSAMPLING, more);
  }

  /** {@return how many more directions are carried along in training} */
  public int oversampling() {
    return get(OVERSAMPLING);
  }

  /**
   * {@return this strategy with so many multiplications at most}
   *
   * @param count how often directions are multiplied at most
   */
  public PureSvd iterations(int count) {
    return with(ITERATIONS, count);
  }

  /** {@return how often directions are multiplied at most} */
  public int iterations() {
    return get(ITERATIONS);
  }

  @Override
  public Scorer train(TrainingContext context) {
    return train(context, new double[0][]);
  }

  /** Begins with the earlier scorer's directions, which saves multiplications. */
  @Override
  public Scorer train(TrainingContext context, Scorer earlier) {
    return earlier instanceof PureSvdScorer start && start.works() <= context.catalog().size()
        ? train(context, start.directions())
        : train(context);
  }

  private Scorer train(TrainingContext context, double[][] near) {
    check(
        context.dataset().userCount(),
        context.catalog().size(),
        (long) factors() + Math.max(1, oversampling()),
        context.dataset().size());
    SparseMatrix behavior = FeedbackEntries.matrix(feedback(), context);
    RandomizedSvd svd = new RandomizedSvd(context, "training " + NAME, behavior);
    double[][] directions =
        svd.right(factors(), oversampling(), iterations(), context.seed(), near).vectors();
    return scorer(directions, behavior.columns());
  }

  private PureSvdScorer scorer(double[][] directions, int works) {
    float[] kept = new float[directions.length * works];
    int at = 0;
    for (double[] direction : directions) {
      for (double value : direction) {
        kept[at++] = (float) value;
      }
    }
    return new PureSvdScorer(this, kept, works);
  }

  /**
   * Solves for the works that changed, with all directions and other works as they stand: {@code
   * v_j = Σ_u x_uj x_u·V / σ²}, by which an exact decomposition is at rest.
   */
  Scorer refreshed(double[][] directions, BehaviorChange change, TrainingContext context) {
    SparseMatrix behavior = change.after();
    SparseMatrix byWork = behavior.transposed();
    boolean[] changed = change.touched();
    double[][] solved = new double[directions.length][];
    context
        .workers()
        .run(
            "refreshing " + NAME,
            directions.length,
            (from, to) -> {
              for (int d = from; d < to; d++) {
                solved[d] = refreshed(directions[d], behavior, byWork, changed);
              }
            });
    return scorer(solved, behavior.columns());
  }

  private static double[] refreshed(
      double[] direction, SparseMatrix behavior, SparseMatrix byWork, boolean[] changed) {
    double[] solved = Arrays.copyOf(direction, behavior.columns());
    double[] users = new double[behavior.rows()];
    double square = 0;
    for (int user = 0; user < users.length; user++) {
      for (int p = behavior.begin(user); p < behavior.end(user); p++) {
        users[user] += behavior.values()[p] * solved[behavior.indices()[p]];
      }
      square += users[user] * users[user];
    }
    for (int work = 0; work < solved.length; work++) {
      if (changed[work] && square > 0) {
        double sum = 0;
        for (int p = byWork.begin(work); p < byWork.end(work); p++) {
          sum += byWork.values()[p] * users[byWork.indices()[p]];
        }
        solved[work] = sum / square;
      }
    }
    return solved;
  }

  /** Refuses, before allocation, tables that do not fit. */
  static void check(long users, long works, long wanted, long events) {
    long width = Math.min(wanted, Math.min(users, works));
    String remedy = "lower factors or oversampling";
    MemoryNeed.checkCells(NAME, Math.max(users, works), width, remedy);
    double cells = width * (5.0 * Math.min(users, works) + 2.0 * ((double) users + works));
    MemoryNeed.check(NAME, 8 * cells + 28.0 * events, remedy);
  }

  private static Scorer read(StateReader in, TrainingContext context, PureSvd strategy) {
    return PureSvdScorer.read(in, strategy, context.catalog().size());
  }
}
