package io.artrec.cf.data.internal;

import io.artrec.cf.data.BehaviorStrategy;
import io.artrec.cf.data.Feedback;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The scorer of every method that learns weights between works: with {@code x} the visitor's
 * vector, the score of a work {@code j} is {@code Σ_i x_i · w_ij}. It knows visitors by their
 * history alone. Works that no work of the history points to stay unscored. Immutable and
 * thread-safe. O(Σ length of the rows of the history's works) and 8 bytes a work per answer.
 */
public final class ItemWeightsScorer implements Scorer {
  private final BehaviorStrategy<?> strategy;
  private final Feedback feedback;
  private final SparseMatrix weights;
  private final Update update;

  /** Brings weights to changed behaviour. */
  @FunctionalInterface
  public interface Update {
    /**
     * Computes what training on {@code after} would.
     *
     * @param weights what training on {@code before} gave
     * @param before what was trained on
     * @param after what it became
     * @return the new weights; empty when only training gives them
     */
    Optional<SparseMatrix> weights(
        SparseMatrix weights, TrainingContext before, TrainingContext after);

    /**
     * Computes quickly what comes close to training on {@code after}; as {@link #weights} unless
     * overridden.
     *
     * @param weights what training on {@code before} gave
     * @param before what was trained on
     * @param after what it became
     * @return the new weights; empty when only training gives them
     */
    default Optional<SparseMatrix> refreshed(
        SparseMatrix weights, TrainingContext before, TrainingContext after) {
      return weights(weights, before, after);
    }
  }

  /**
   * Creates a scorer.
   *
   * @param strategy what trained it
   * @param weights row {@code i} holds what work {@code i} says for others
   * @param update brings the weights to changed behaviour
   */
  public ItemWeightsScorer(BehaviorStrategy<?> strategy, SparseMatrix weights, Update update) {
    this.strategy = strategy;
    this.feedback = strategy.feedback();
    this.weights = weights;
    this.update = update;
  }

  /**
   * Reads what {@link #save} wrote after the hyper-parameters.
   *
   * @param in the saved state
   * @param context the catalogue
   * @param strategy what trained it
   * @param update brings the weights to changed behaviour
   * @return the scorer
   */
  public static ItemWeightsScorer read(
      StateReader in, TrainingContext context, BehaviorStrategy<?> strategy, Update update) {
    int works = context.catalog().size();
    SparseMatrix weights = SparseMatrix.read(in, works, "weights");
    if (weights.rows() != works) {
      throw new ModelFileException(
          "the model holds weights of " + weights.rows() + " works, expected " + works);
    }
    return new ItemWeightsScorer(strategy, weights, update);
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  /**
   * Returns the weights between works.
   *
   * @return row {@code i}, column {@code j}: what work {@code i} says for work {@code j}
   */
  public SparseMatrix weights() {
    return weights;
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    SparseVector known = FeedbackEntries.of(feedback, query);
    double[] sums = new double[weights.columns()];
    boolean[] reached = new boolean[sums.length];
    int[] indices = weights.indices();
    float[] values = weights.values();
    for (int k = 0; k < known.size(); k++) {
      double x = known.values()[k];
      int end = weights.end(known.indices()[k]);
      for (int p = weights.begin(known.indices()[k]); p < end; p++) {
        sums[indices[p]] += x * values[p];
        reached[indices[p]] = true;
      }
    }
    Scores scores = new Scores(candidates);
    for (int position = 0; position < candidates.size(); position++) {
      int artwork = candidates.artwork(position);
      if (reached[artwork]) {
        scores.set(position, sums[artwork]);
      }
    }
    return scores.explainedBy(position -> contributions(known, candidates.artwork(position)));
  }

  private List<Contribution> contributions(SparseVector known, int artwork) {
    List<Contribution> contributions = new ArrayList<>();
    for (int k = 0; k < known.size(); k++) {
      int source = known.indices()[k];
      int at =
          Arrays.binarySearch(
              weights.indices(), weights.begin(source), weights.end(source), artwork);
      if (at >= 0) {
        double x = known.values()[k];
        contributions.add(
            new Contribution(
                strategy.name(), new Cause.KnownArtwork(source, x), x * weights.values()[at]));
      }
    }
    return contributions;
  }

  @Override
  public Optional<Scorer> updated(TrainingContext before, TrainingContext after) {
    return update.weights(weights, before, after).map(this::with);
  }

  @Override
  public Optional<Scorer> refreshed(TrainingContext before, TrainingContext after) {
    return update.refreshed(weights, before, after).map(this::with);
  }

  private Scorer with(SparseMatrix changed) {
    return new ItemWeightsScorer(strategy, changed, update);
  }

  @Override
  public void save(StateWriter out) {
    strategy.save(out);
    out.putInts("offsets", weights.offsets());
    out.putInts("indices", weights.indices());
    out.putFloats("weights", weights.values());
  }
}
