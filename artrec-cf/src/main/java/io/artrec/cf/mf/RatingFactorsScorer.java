package io.artrec.cf.mf;

import io.artrec.behavior.Preferences;
import io.artrec.cf.data.BehaviorStrategy;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.internal.BehaviorChange;
import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
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
 * The trained {@link BiasedMf}, {@link SvdPlusPlus} or {@link Nmf} of ratings. The visitor's
 * solution is linear in their ratings: with {@code A} the matrix of its normal equations, {@code
 * x_i = (1, q_i)} and {@code v = A^-1 x_i}, the score is {@code b_i + Σ_j v·x_j (r_j − b_j) + (λn +
 * s)|N|^-½ Σ_j v·(0, y_j)}, which are the contributions. Works that nobody rated have the visitor's
 * mean, which is linear in the ratings, too. Where factors are not negative, {@code A} is that of
 * the factors above 0, and {@code −κ Σ v} is one contribution more.
 */
final class RatingFactorsScorer implements Scorer {
  private final BehaviorStrategy<?> strategy;
  private final Feedback feedback;
  private final RatingFactors model;

  RatingFactorsScorer(BehaviorStrategy<?> strategy, RatingFactors model) {
    this.strategy = strategy;
    this.feedback = strategy.feedback();
    this.model = model;
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  @Override
  public Optional<Scorer> refreshed(TrainingContext before, TrainingContext after) {
    if (model.works() == 0) {
      return Optional.empty();
    }
    return BehaviorChange.between(feedback, before, after)
        .map(
            change ->
                new RatingFactorsScorer(
                    strategy, RatingRefresh.refreshed(model, change, after, strategy.name())));
  }

  RatingFactors model() {
    return model;
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    Scores scores = new Scores(candidates);
    if (!model.isLearned()) {
      return scores;
    }
    SparseVector ratings = FeedbackEntries.of(feedback, query);
    float[] standardized = new float[ratings.size()];
    for (int k = 0; k < standardized.length; k++) {
      standardized[k] = (float) ((ratings.values()[k] - model.mean()) / model.deviation());
    }
    SparseVector known = new SparseVector(ratings.indices(), standardized);
    int[] acted = artworksOf(query.preferences());
    double[] prior = new double[model.factors()];
    model.addPrior(acted, 0, acted.length, prior);
    RidgeSystem system = model.penalties().system(model.factors());
    double[] visitor = new double[system.size()];
    model.solve(known.indices(), standardized, 0, known.size(), prior, system, visitor);
    double unrated = model.known().predict(known);
    for (int position = 0; position < candidates.size(); position++) {
      int work = candidates.artwork(position);
      double predicted = model.known().isUnrated(work) ? unrated : model.predict(visitor, work);
      scores.set(position, model.mean() + model.deviation() * predicted);
    }
    return scores.explainedBy(
        position ->
            contributions(query.preferences(), known, system, candidates.artwork(position)));
  }

  private static int[] artworksOf(Preferences preferences) {
    int[] works = new int[preferences.size()];
    for (int i = 0; i < works.length; i++) {
      works[i] = preferences.artwork(i);
    }
    return works;
  }

  private List<Contribution> contributions(
      Preferences preferences, SparseVector known, RidgeSystem system, int artwork) {
    if (model.known().isUnrated(artwork)) {
      return contributions(preferences, known);
    }
    double[] v = new double[system.size()];
    v[0] = 1;
    for (int j = 1; j < v.length; j++) {
      v[j] = model.vectors()[artwork * model.factors() + j - 1];
    }
    system.solve(v);
    List<Contribution> contributions = new ArrayList<>();
    String name = strategy.name();
    contributions.add(new Contribution(name, new Cause.Offset("mean rating"), model.mean()));
    contributions.add(
        new Contribution(
            name,
            new Cause.Offset("bias of the work"),
            model.deviation() * model.biases()[artwork]));
    if (model.penalties().l1() > 0) {
      double held = 0;
      for (int j = 1; j < v.length; j++) {
        held -= model.penalties().l1() * v[j];
      }
      contributions.add(
          new Contribution(name, new Cause.Offset("sparsity"), model.deviation() * held));
    }
    double prior =
        model.penalties().ofFactors(known.size()) / Math.sqrt(Math.max(1, preferences.size()));
    boolean implies = model.implied().length > 0;
    for (int i = 0; i < preferences.size(); i++) {
      int source = preferences.artwork(i);
      int at = Arrays.binarySearch(known.indices(), source);
      if (at >= 0 || implies) {
        double amount = implies ? prior * product(v, model.implied(), source) : 0;
        if (at >= 0) {
          double above = known.values()[at] - model.biases()[source];
          amount += (v[0] + product(v, model.vectors(), source)) * above;
        }
        contributions.add(
            new Contribution(
                name,
                new Cause.KnownArtwork(source, preferences.weight(i)),
                model.deviation() * amount));
      }
    }
    return contributions;
  }

  /** Of any work that nobody rated. */
  private List<Contribution> contributions(Preferences preferences, SparseVector known) {
    String name = strategy.name();
    List<Contribution> contributions = new ArrayList<>();
    contributions.add(new Contribution(name, new Cause.Offset("mean rating"), model.mean()));
    for (int i = 0; i < preferences.size(); i++) {
      int source = preferences.artwork(i);
      int place = Arrays.binarySearch(known.indices(), source);
      if (place >= 0) {
        contributions.add(
            new Contribution(
                name,
                new Cause.KnownArtwork(source, preferences.weight(i)),
                model.deviation() * model.known().share(known, place)));
      }
    }
    return contributions;
  }

  private double product(double[] v, float[] rows, int work) {
    double sum = 0;
    for (int j = 1; j < v.length; j++) {
      sum += v[j] * rows[work * model.factors() + j - 1];
    }
    return sum;
  }

  @Override
  public void save(StateWriter out) {
    strategy.save(out);
    model.save(out);
  }
}
