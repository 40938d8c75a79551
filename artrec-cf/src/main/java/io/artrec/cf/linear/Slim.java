package io.artrec.cf.linear;

import io.artrec.cf.data.BehaviorChange;
import io.artrec.cf.data.Checks;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.ItemWeightsScorer;
import io.artrec.cf.data.MemoryNeed;
import io.artrec.cf.data.SparseMatrix;
import io.artrec.model.StateReader;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReaders;
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
 *
 * @param l1 the weight of the sum of magnitudes, 0 or more: where entries are 1, the visitors two
 *     works must share before one speaks for the other; with entries of 0.1, as for views, a
 *     hundredth of that
 * @param l2 the weight of half the sum of squares, 0 or more
 * @param neighbors how many weights each work keeps, 1 or more
 * @param candidates how many works, those most alike by cosine, a regression looks at; 0 for all
 * @param negative whether weights may be below 0
 * @param epochs how many sweeps a regression takes at most, 1 or more
 * @param tolerance a regression ends when no weight would move more, above 0
 * @param feedback what behaviour counts
 */
public record Slim(
    double l1,
    double l2,
    int neighbors,
    int candidates,
    boolean negative,
    int epochs,
    double tolerance,
    Feedback feedback)
    implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "slim";

  private static final SparseMatrix NO_WEIGHTS =
      new SparseMatrix(0, new int[1], new int[0], new float[0]);

  /** Validates the hyper-parameters. */
  public Slim {
    Checks.finite(NAME, "l1", l1, 0);
    Checks.finite(NAME, "l2", l2, 0);
    Checks.atLeast(NAME, "neighbors", neighbors, 1);
    Checks.atLeast(NAME, "candidates", candidates, 0);
    Checks.atLeast(NAME, "epochs", epochs, 1);
    Checks.above(NAME, "tolerance", tolerance, 0);
    Checks.oneOf(NAME, feedback, Feedback.PREFERENCE, Feedback.POSITIVE, Feedback.ANY);
  }

  /**
   * Returns SLIM over all works, without negative weights, keeping 200 of a work, with at most 100
   * epochs and tolerance 0.0001.
   *
   * @param l1 the weight of the sum of magnitudes, 0 or more; more makes weights fewer
   * @param l2 the weight of half the sum of squares, 0 or more; more makes weights more even
   * @return the strategy
   */
  public static Slim regularization(double l1, double l2) {
    return new Slim(l1, l2, 200, 0, false, 100, 1e-4, Feedback.PREFERENCE);
  }

  /**
   * Returns this strategy with another number of weights.
   *
   * @param most how many weights each work keeps, 1 or more
   * @return the changed strategy
   */
  public Slim neighbors(int most) {
    return new Slim(l1, l2, most, candidates, negative, epochs, tolerance, feedback);
  }

  /**
   * Returns this strategy with regressions that look at the most similar works only.
   *
   * @param most how many works, 0 for all
   * @return the changed strategy
   */
  public Slim candidates(int most) {
    return new Slim(l1, l2, neighbors, most, negative, epochs, tolerance, feedback);
  }

  /**
   * Returns this strategy with or without weights below 0.
   *
   * @param allowed whether weights may be below 0
   * @return the changed strategy
   */
  public Slim negative(boolean allowed) {
    return new Slim(l1, l2, neighbors, candidates, allowed, epochs, tolerance, feedback);
  }

  /**
   * Returns this strategy with another number of epochs.
   *
   * @param most how many sweeps a regression takes at most, 1 or more
   * @return the changed strategy
   */
  public Slim epochs(int most) {
    return new Slim(l1, l2, neighbors, candidates, negative, most, tolerance, feedback);
  }

  /**
   * Returns this strategy with another tolerance.
   *
   * @param least a regression ends when no weight would move more, above 0
   * @return the changed strategy
   */
  public Slim tolerance(double least) {
    return new Slim(l1, l2, neighbors, candidates, negative, epochs, least, feedback);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning what behaviour counts
   * @return the changed strategy
   */
  public Slim feedback(Feedback meaning) {
    return new Slim(l1, l2, neighbors, candidates, negative, epochs, tolerance, meaning);
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code l1} (1 when left out), {@code l2} (50), {@code neighbors}, {@code
   *     candidates}, {@code negative}, {@code epochs}, {@code tolerance}, {@code feedback}; what
   *     else is left out is as {@link #regularization(double, double)} has it
   * @return the strategy
   */
  public static Slim parse(Parameters from) {
    Slim standard = regularization(1, 50);
    from.only(
        NAME, "l1", "l2", "neighbors", "candidates", "negative", "epochs", "tolerance", "feedback");
    return new Slim(
        from.getDouble("l1", standard.l1),
        from.getDouble("l2", standard.l2),
        from.getInt("neighbors", standard.neighbors),
        from.getInt("candidates", standard.candidates),
        from.getBoolean("negative", standard.negative),
        from.getInt("epochs", standard.epochs),
        from.getDouble("tolerance", standard.tolerance),
        from.getEnum("feedback", standard.feedback));
  }

  /**
   * Returns the hyper-parameters as text.
   *
   * @return what {@link #parse} reads
   */
  public Parameters parameters() {
    return Parameters.none()
        .with("l1", l1)
        .with("l2", l2)
        .with("neighbors", neighbors)
        .with("candidates", candidates)
        .with("negative", negative)
        .with("epochs", epochs)
        .with("tolerance", tolerance)
        .with("feedback", feedback);
  }

  @Override
  public String name() {
    return NAME;
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
    return feedback.matrix(context);
  }

  /** Refuses, before allocation, behaviour that does not fit. */
  static void checkMemory(double events) {
    MemoryNeed.check(NAME, 32 * events, "train on fewer events");
  }

  private ItemWeightsScorer scorer(SlimTraining training) {
    return new ItemWeightsScorer(
        this, parameters(), feedback, training.weights(), new Refresh(this));
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
      return BehaviorChange.between(slim.feedback, before, after)
          .map(change -> new SlimTraining(slim, change.after(), weights, after, denseBytes()))
          .map(SlimTraining::weights);
    }
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
    Slim strategy = parse(Parameters.parse(in.getString("parameters")));
    return ItemWeightsScorer.read(
        in,
        context.catalog().size(),
        strategy,
        strategy.parameters(),
        strategy.feedback,
        new Refresh(strategy));
  }

  @Override
  public String toString() {
    return NAME + ":" + parameters();
  }
}
