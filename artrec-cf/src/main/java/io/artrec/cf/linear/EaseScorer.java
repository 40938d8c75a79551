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

/** The trained {@link Ease}. */
final class EaseScorer implements Scorer {
  private final Ease strategy;
  private final InverseWeights weights;

  EaseScorer(Ease strategy, InverseWeights weights) {
    this.strategy = strategy;
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

  @Override
  public Optional<Scorer> updated(TrainingContext before, TrainingContext after) {
    return BehaviorChange.between(strategy.feedback(), before, after)
        .flatMap(
            change ->
                weights.updated(change, after, after.catalog().size(), strategy.regularization()))
        .map(changed -> new EaseScorer(strategy, changed));
  }

  @Override
  public void save(StateWriter out) {
    strategy.save(out);
    weights.save(out);
  }
}
