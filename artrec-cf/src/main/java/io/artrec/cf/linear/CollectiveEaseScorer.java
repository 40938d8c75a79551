package io.artrec.cf.linear;

import io.artrec.cf.data.internal.BehaviorChange;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import java.util.Optional;

/** The trained {@link CollectiveEase}. */
final class CollectiveEaseScorer implements Scorer {
  private final CollectiveEase strategy;
  private final LevelGram levels;
  private final GrownWeights weights;

  CollectiveEaseScorer(CollectiveEase strategy, LevelGram levels, GrownWeights weights) {
    this.strategy = strategy;
    this.levels = levels;
    this.weights = weights;
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  /** What work {@code i} says for work {@code j}. */
  double weight(int i, int j) {
    return weights.weight(i, j);
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    SparseVector known = FeedbackEntries.of(strategy.feedback(), query);
    return InverseWeights.scores(known, weights.scores(known), candidates)
        .explainedBy(position -> weights.contributions(known, candidates.artwork(position)));
  }

  /** Empty where a work is new, or a record says something else. */
  @Override
  public Optional<Scorer> updated(TrainingContext before, TrainingContext after) {
    LevelGram fresh = LevelGram.of(after.catalog(), strategy.on());
    if (!levels.isSame(fresh)) {
      return Optional.empty();
    }
    int works = after.catalog().size();
    return BehaviorChange.between(strategy.feedback(), before, after)
        .flatMap(
            change -> weights.trained().updated(change, after, works, strategy.regularization()))
        .map(changed -> new CollectiveEaseScorer(strategy, fresh, GrownWeights.of(changed)));
  }

  /**
   * Gives works that training did not see weights by their attributes, as records say them now;
   * those of the others stay.
   */
  @Override
  public Scorer grown(TrainingContext before, TrainingContext after) {
    return after.catalog().size() == weights.trained().works()
        ? this
        : new CollectiveEaseScorer(
            strategy, levels, GrownWeights.of(strategy, weights.trained(), levels, after));
  }

  @Override
  public void save(StateWriter out) {
    strategy.save(out);
    weights.save(out);
    levels.save(out);
  }
}
