package io.artrec.cf.content;

import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.feature.AttributeLevels;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The trained {@link AdditiveRatings}. */
final class AdditiveScorer implements Scorer {
  /** The share of the deviation of ratings from which an effect is told. */
  private static final double TOLD = 0.02;

  private final AdditiveRatings strategy;
  private final WorkTraits traits;
  private final WorkRows rows;
  private final AdditiveEffects effects;
  private final boolean learned;

  /** What each work's rating is without a visitor, in standardised ratings less the mean. */
  private final double[] predicted;

  AdditiveScorer(
      AdditiveRatings strategy, WorkTraits traits, WorkRows rows, AdditiveEffects effects) {
    this.strategy = strategy;
    this.traits = traits;
    this.rows = rows;
    this.effects = effects;
    learned = effects.isLearned();
    predicted = new double[rows.works()];
    for (int work = 0; work < predicted.length; work++) {
      predicted[work] = effects.works()[work] + rows.product(work, effects.shared(), 0);
    }
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  WorkTraits traits() {
    return traits;
  }

  AdditiveEffects effects() {
    return effects;
  }

  /** New works get the effects of what they are. */
  @Override
  public Scorer grown(TrainingContext before, TrainingContext after) {
    AdditiveEffects longer = effects.over(after.catalog().size());
    return new AdditiveScorer(strategy, traits, traits.rows(after, longer.counts()), longer);
  }

  /** All effects are solved for anew, with the levels and variances that there are. */
  @Override
  public Optional<Scorer> refreshed(TrainingContext before, TrainingContext after) {
    if (effects.deviation() == 0) {
      return Optional.empty();
    }
    SparseMatrix ratings = FeedbackEntries.matrix(strategy.feedback(), after);
    WorkRows fresh = traits.rows(after, AdditiveTraining.counts(ratings));
    AdditiveTraining training = new AdditiveTraining(after, ratings, fresh);
    return Optional.of(
        new AdditiveScorer(strategy, traits, fresh, training.effects(effects.variances())));
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    Scores scores = new Scores(candidates);
    if (!learned) {
      return scores;
    }
    VisitorEffects visitor =
        VisitorEffects.of(FeedbackEntries.of(strategy.feedback(), query), rows, predicted, effects);
    double[] own = new double[rows.width()];
    for (int k = 0; k < visitor.columns().length; k++) {
      own[visitor.columns()[k]] = visitor.effects()[k];
    }
    for (int position = 0; position < candidates.size(); position++) {
      int work = candidates.artwork(position);
      double standard = visitor.mean() + predicted[work] + rows.product(work, own, 0);
      scores.set(position, effects.mean() + effects.deviation() * standard);
    }
    return scores.explainedBy(
        position -> contributions(visitor.mean(), own, candidates.artwork(position)));
  }

  private List<Contribution> contributions(double visitor, double[] own, int work) {
    double unit = effects.deviation();
    List<Contribution> all = new ArrayList<>();
    add(all, new Cause.Offset("mean rating"), effects.mean());
    add(all, new Cause.Offset("bias of the visitor"), unit * visitor);
    add(all, new Cause.Offset("bias of the work"), unit * effects.works()[work]);
    AttributeLevels levels = traits.levels();
    int vectors = levels.size() + 2;
    double[] ofVectors = new double[traits.vectors().size()];
    for (int p = rows.starts()[work]; p < rows.starts()[work + 1]; p++) {
      int column = rows.columns()[p];
      double shared = unit * rows.values()[p] * effects.shared()[column];
      double owned = unit * rows.values()[p] * own[column];
      if (column < levels.size()) {
        String facet = levels.facets().get(levels.facet(column));
        String level = levels.value(column);
        add(all, new LevelCause(facet, level, false, isTold(shared)), shared);
        add(all, new LevelCause(facet, level, true, isTold(owned)), owned);
      } else if (column < vectors) {
        boolean years = column == levels.size();
        add(all, new Cause.Offset(years ? "years of creation" : "number of ratings"), shared);
        add(
            all,
            new Cause.Offset(
                years ? "the visitor's slope by years" : "the visitor's slope by ratings"),
            owned);
      } else {
        ofVectors[vector(column - vectors)] += shared + owned;
      }
    }
    for (int v = 0; v < ofVectors.length; v++) {
      add(all, new Cause.FeatureMatch(traits.vectors().get(v).name()), ofVectors[v]);
    }
    return all;
  }

  /** Whether an effect, in ratings, is large enough for a sentence. */
  private boolean isTold(double effect) {
    return effect >= TOLD * effects.deviation();
  }

  private int vector(int column) {
    int v = 0;
    int left = column;
    while (left >= traits.vectors().get(v).count()) {
      left -= traits.vectors().get(v++).count();
    }
    return v;
  }

  private static void add(List<Contribution> all, Cause cause, double amount) {
    if (amount != 0) {
      all.add(new Contribution(AdditiveRatings.NAME, cause, amount));
    }
  }

  @Override
  public void save(StateWriter out) {
    strategy.save(out);
    traits.save(out);
    effects.save(out);
  }
}
