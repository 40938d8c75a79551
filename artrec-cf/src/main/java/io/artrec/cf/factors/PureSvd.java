package io.artrec.cf.factors;

import io.artrec.cf.data.BehaviorChange;
import io.artrec.cf.data.Checks;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.MemoryNeed;
import io.artrec.cf.data.SparseMatrix;
import io.artrec.cf.data.Workers;
import io.artrec.model.StateReader;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReaders;
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
 *
 * @param factors how many directions, 1 or more; no more are used than the matrix has
 * @param oversampling how many more are carried along in training, 0 or more
 * @param iterations how often they are multiplied by the matrix and its transpose at most, 1 or
 *     more
 * @param feedback what behaviour counts
 */
public record PureSvd(int factors, int oversampling, int iterations, Feedback feedback)
    implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "pure-svd";

  private static final int LEAST_OVERSAMPLING = 20;
  private static final int MOST_ITERATIONS = 200;

  /** Validates the hyper-parameters. */
  public PureSvd {
    Checks.atLeast(NAME, "factors", factors, 1);
    Checks.atLeast(NAME, "oversampling", oversampling, 0);
    Checks.atLeast(NAME, "iterations", iterations, 1);
    Checks.oneOf(NAME, feedback, Feedback.PREFERENCE, Feedback.POSITIVE, Feedback.ANY);
  }

  /**
   * Returns the method with an oversampling as large as the factors, but at least 20, and at most
   * 200 iterations.
   *
   * @param factors how many directions, 1 or more; 10 to 100 are usual
   * @return the strategy
   */
  public static PureSvd factors(int factors) {
    return new PureSvd(factors, oversamplingFor(factors), MOST_ITERATIONS, Feedback.PREFERENCE);
  }

  private static int oversamplingFor(int factors) {
    return Math.max(LEAST_OVERSAMPLING, factors);
  }

  /**
   * Returns this strategy with another oversampling.
   *
   * @param more how many more directions are carried along, 0 or more
   * @return the changed strategy
   */
  public PureSvd oversampling(int more) {
    return new PureSvd(factors, more, iterations, feedback);
  }

  /**
   * Returns this strategy with another limit of iterations.
   *
   * @param count how often the directions are multiplied at most, 1 or more
   * @return the changed strategy
   */
  public PureSvd iterations(int count) {
    return new PureSvd(factors, oversampling, count, feedback);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning what behaviour counts
   * @return the changed strategy
   */
  public PureSvd feedback(Feedback meaning) {
    return new PureSvd(factors, oversampling, iterations, meaning);
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code factors} (50 when left out), {@code oversampling}, {@code iterations},
   *     {@code feedback}; what else is left out is as {@link #factors(int)} has it
   * @return the strategy
   */
  public static PureSvd parse(Parameters from) {
    from.only(NAME, "factors", "oversampling", "iterations", "feedback");
    PureSvd standard = factors(from.getInt("factors", 50));
    return new PureSvd(
        standard.factors,
        from.getInt("oversampling", standard.oversampling),
        from.getInt("iterations", standard.iterations),
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
        .with("oversampling", oversampling)
        .with("iterations", iterations)
        .with("feedback", feedback);
  }

  @Override
  public String name() {
    return NAME;
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
        (long) factors + Math.max(1, oversampling),
        context.dataset().size());
    SparseMatrix behavior = feedback.matrix(context);
    RandomizedSvd svd = new RandomizedSvd(context, "training " + NAME, behavior);
    double[][] directions =
        svd.right(factors, oversampling, iterations, context.seed(), near).vectors();
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
    Workers.run(
        context,
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

  /**
   * Reads a scorer from a model file.
   *
   * @param in what the scorer saved
   * @param context not needed
   * @param readers not needed
   * @return the scorer
   */
  public static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    return PureSvdScorer.read(
        in, parse(Parameters.parse(in.getString("parameters"))), context.catalog().size());
  }

  @Override
  public String toString() {
    return NAME + ":" + parameters();
  }
}
