package io.artrec.strategy;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.model.StateWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Scores written down by hand, by catalogue index; NaN for a work without one. */
final class FixedScores implements Strategy {
  private final String name;
  private final double[] values;
  private final Set<Capability> capabilities;

  FixedScores(String name, double... values) {
    this(name, values, Set.of());
  }

  private FixedScores(String name, double[] values, Set<Capability> capabilities) {
    this.name = name;
    this.values = values;
    this.capabilities = capabilities;
  }

  /** The same as predicted ratings. */
  FixedScores asRatings() {
    return new FixedScores(name, values, Set.of(Capability.PREDICTS_RATINGS));
  }

  /** The same, which says that it answers words. */
  FixedScores readingWords() {
    return new FixedScores(name, values, Set.of(Capability.TEXT_QUERY));
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return name + Arrays.toString(values);
  }

  @Override
  public Scorer train(TrainingContext context) {
    Strategy strategy = this;
    return new Scorer() {
      @Override
      public Strategy strategy() {
        return strategy;
      }

      @Override
      public Scores score(Query query, Candidates candidates) {
        Scores scores = new Scores(candidates);
        for (int position = 0; position < candidates.size(); position++) {
          double value = values[candidates.artwork(position)];
          if (!Double.isNaN(value)) {
            scores.set(position, value);
          }
        }
        return scores.explainedBy(
            position ->
                List.of(
                    new Contribution(name, new Cause.FeatureMatch(name), scores.value(position))));
      }

      @Override
      public void save(StateWriter out) {
        out.putDoubles("values", values);
      }
    };
  }
}
