package io.artrec.cf.rating;

import io.artrec.cf.data.Checks;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.MemoryNeed;
import io.artrec.cf.data.SparseVector;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Capability;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReaders;
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
 * over the ratings of whoever asks. Works and visitors without ratings have no bias. Without any
 * rating to learn from nothing is scored. Training O(ratings), 8 bytes a work; an answer O(history
 * + works). New visitors and new events need no training.
 *
 * @param damping how many ratings of 0 above the mean are added to each side, 0 or more
 * @param feedback what counts as a rating
 */
public record BiasBaseline(double damping, Feedback feedback) implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "bias";

  static final double DAMPING = 5;

  /** Validates the hyper-parameters. */
  public BiasBaseline {
    Checks.finite(NAME, "damping", damping, 0);
    Checks.oneOf(NAME, feedback, Feedback.RATING, Feedback.PREFERENCE);
  }

  /**
   * Returns means and biases of ratings.
   *
   * @param damping what holds biases of few ratings to 0, 0 or more; 3 to 25 are usual
   * @return the strategy
   */
  public static BiasBaseline damping(double damping) {
    return new BiasBaseline(damping, Feedback.RATING);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning how behaviour becomes ratings
   * @return the changed strategy
   */
  public BiasBaseline feedback(Feedback meaning) {
    return new BiasBaseline(damping, meaning);
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code damping}, {@code feedback}; what is left out is as {@link #damping(double)
   *     damping(5)} has it
   * @return the strategy
   */
  public static BiasBaseline parse(Parameters from) {
    from.only(NAME, "damping", "feedback");
    return new BiasBaseline(
        from.getDouble("damping", DAMPING), from.getEnum("feedback", Feedback.RATING));
  }

  /**
   * Returns the hyper-parameters as text.
   *
   * @return what {@link #parse} reads
   */
  public Parameters parameters() {
    return Parameters.none().with("damping", damping).with("feedback", feedback);
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
    checkMemory(context.dataset().size(), context.catalog().size());
    return new Trained(this, Centers.of(Centering.BASELINE, damping, feedback.matrix(context)));
  }

  /** Refuses, before allocation, ratings that do not fit. */
  static void checkMemory(double events, double works) {
    MemoryNeed.check(NAME, 16 * events + 24 * works, "train on fewer events");
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
    BiasBaseline strategy = parse(Parameters.parse(in.getString("parameters")));
    return new Trained(
        strategy, Centers.read(in, Centering.BASELINE, strategy.damping, context.catalog().size()));
  }

  @Override
  public String toString() {
    return NAME + ":" + parameters();
  }

  /** Means and biases. */
  record Trained(BiasBaseline strategy, Centers centers) implements Scorer {
    @Override
    public Scores score(Query query, Candidates candidates) {
      Scores scores = new Scores(candidates);
      if (centers.isEmpty()) {
        return scores;
      }
      SparseVector own = strategy.feedback.of(query);
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
      out.putString("parameters", strategy.parameters().toString());
      centers.save(out);
    }
  }
}
