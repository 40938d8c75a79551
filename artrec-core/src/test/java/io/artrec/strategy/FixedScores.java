package io.artrec.strategy;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.model.StateWriter;
import java.util.Arrays;
import java.util.List;

/** Scores written down by hand, by catalogue index; NaN for a work without one. */
final class FixedScores implements Strategy {
  private final String name;
  private final double[] values;

  FixedScores(String name, double... values) {
    this.name = name;
    this.values = values;
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
