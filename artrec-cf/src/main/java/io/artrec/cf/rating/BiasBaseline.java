package io.artrec.cf.rating;

import io.artrec.cf.data.BehaviorStrategy;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Capability;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Query;
import io.artrec.strategy.Range;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;
import java.util.Set;

/**
 * Predicts ratings from means alone: what every other method must beat. Immutable and thread-safe.
 *
 * <p>Funk, Netflix update: try this at home, 2006; Koren, Factor in the neighbors: scalable and
 * accurate collaborative filtering, ACM TKDD 2010, section 2.1.
 *
 * <p>{@code r̂ = μ + b_i + b_u} with {@code μ} the mean of all ratings, {@code b_i = Σ (r − μ) /
 * (n_i + damping)} over the work's ratings, then {@code b_u = Σ (r − μ − b_i) / (n_u + damping)}
 * over the ratings of whoever asks. With more {@code iterations}, {@code b_i} is then computed
 * again from {@code r − μ − b_u}, and so on by turns. Works and visitors without ratings have no
 * bias. Without any rating to learn from nothing is scored. Training O(ratings) an iteration, 8
 * bytes a work; an answer O(history + works). New visitors and new events need no training.
 */
public final class BiasBaseline extends BehaviorStrategy<BiasBaseline> {
  static final String NAME = "bias";
  static final double DAMPING = 5;

  private static final Hyperparameter<Double> DAMPING_OF_SIDES =
      Hyperparameter.number("damping", DAMPING, Range.atLeast(0).triedByMagnitude(1, 50))
          .meaning(
              "how many ratings of 0 above the mean are added to each side; 3 to 25 are usual");

  private static final Hyperparameter<Integer> ITERATIONS =
      Hyperparameter.whole("iterations", 1, Range.atLeast(1).tried(1, 10))
          .writtenIf(values -> values.get(BiasBaseline.ITERATIONS) > 1)
          .meaning(
              "how often works' biases are computed, from the second time on from what visitors' leave");

  /** The method by name. */
  public static final StrategyMethod<BiasBaseline> METHOD =
      StrategyMethod.of(
          Hyperparameters.of(NAME, DAMPING_OF_SIDES, ITERATIONS, RATING),
          BiasBaseline::new,
          BiasBaseline::read);

  private BiasBaseline(Hyperparameters values) {
    super(METHOD, values);
  }

  /**
   * {@return means and biases of ratings, held to 0 where ratings are few}
   *
   * @param damping how many ratings of 0 above the mean are added to each side
   */
  public static BiasBaseline damping(double damping) {
    return METHOD.with(DAMPING_OF_SIDES, damping);
  }

  /** {@return how many ratings of 0 above the mean are added to each side} */
  public double damping() {
    return get(DAMPING_OF_SIDES);
  }

  /**
   * {@return this strategy with biases computed by turns}
   *
   * @param count how often works' biases are computed, 1 or more; some ten settle them
   */
  public BiasBaseline iterations(int count) {
    return with(ITERATIONS, count);
  }

  /** {@return how often works' biases are computed} */
  public int iterations() {
    return get(ITERATIONS);
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.PREDICTS_RATINGS);
  }

  @Override
  public Scorer train(TrainingContext context) {
    checkMemory(context.dataset().size(), context.catalog().size());
    return new Trained(
        this,
        Centers.baseline(
            damping(),
            iterations(),
            FeedbackEntries.matrix(feedback(), context),
            context.workers()));
  }

  /** Refuses, before allocation, ratings that do not fit. */
  static void checkMemory(double events, double works) {
    MemoryNeed.check(NAME, 16 * events + 24 * works, "train on fewer events");
  }

  private static Scorer read(StateReader in, TrainingContext context, BiasBaseline strategy) {
    int works = context.catalog().size();
    return new Trained(strategy, Centers.read(in, Centering.BASELINE, strategy.damping(), works));
  }

  /** Means and biases. */
  record Trained(BiasBaseline strategy, Centers centers) implements Scorer {
    @Override
    public Scores score(Query query, Candidates candidates) {
      Scores scores = new Scores(candidates);
      if (centers.isEmpty()) {
        return scores;
      }
      SparseVector own = FeedbackEntries.of(strategy.feedback(), query);
      double user = centers.user(own);
      for (int position = 0; position < candidates.size(); position++) {
        scores.set(position, centers.center(user, candidates.artwork(position)));
      }
      return scores.explainedBy(
          position -> {
            Reasons reasons = new Reasons(NAME, query.preferences());
            centers.explain(reasons, user, candidates.artwork(position), own.size() > 0);
            return reasons.list();
          });
    }

    @Override
    public void save(StateWriter out) {
      strategy.save(out);
      centers.save(out);
    }
  }
}
