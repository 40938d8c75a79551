package io.artrec.strategy;

import io.artrec.behavior.Dataset;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.model.StateWriter;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Predicts the mean rating of a work's group, and of all ratings where it has none: of works alone
 * as behaviour does, of their style as content does.
 */
final class LevelMeans implements Strategy {
  private final String name;
  private final IntUnaryOperator groupOf;
  private final boolean isRating;

  LevelMeans(String name, IntUnaryOperator groupOf) {
    this(name, groupOf, true);
  }

  private LevelMeans(String name, IntUnaryOperator groupOf, boolean isRating) {
    this.name = name;
    this.groupOf = groupOf;
    this.isRating = isRating;
  }

  /** The same, which does not say that its scores are ratings. */
  LevelMeans asScores() {
    return new LevelMeans(name, groupOf, false);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<Capability> capabilities() {
    return isRating ? Set.of(Capability.PREDICTS_RATINGS) : Set.of();
  }

  @Override
  public Scorer train(TrainingContext context) {
    Dataset dataset = context.dataset();
    double[] sums = new double[dataset.catalog().size()];
    int[] counts = new int[sums.length];
    double total = 0;
    for (int position = 0; position < dataset.size(); position++) {
      int group = groupOf.applyAsInt(dataset.artwork(position));
      sums[group] += dataset.value(position);
      counts[group]++;
      total += dataset.value(position);
    }
    double mean = total / Math.max(1, dataset.size());
    double[] means = new double[sums.length];
    for (int artwork = 0; artwork < means.length; artwork++) {
      int group = groupOf.applyAsInt(artwork);
      means[artwork] = counts[group] > 0 ? sums[group] / counts[group] : mean;
    }
    return new Means(this, means);
  }

  private static final class Means implements Scorer {
    private final LevelMeans strategy;
    private final double[] means;

    Means(LevelMeans strategy, double[] means) {
      this.strategy = strategy;
      this.means = means;
    }

    @Override
    public Strategy strategy() {
      return strategy;
    }

    @Override
    public Scores score(Query query, Candidates candidates) {
      Scores scores = new Scores(candidates);
      for (int position = 0; position < candidates.size(); position++) {
        scores.set(position, means[candidates.artwork(position)]);
      }
      return scores.explainedBy(
          position ->
              List.of(
                  new Contribution(
                      strategy.name(),
                      new Cause.FeatureMatch(strategy.name()),
                      scores.value(position))));
    }

    @Override
    public void save(StateWriter out) {
      out.putDoubles("means", means);
    }
  }
}
