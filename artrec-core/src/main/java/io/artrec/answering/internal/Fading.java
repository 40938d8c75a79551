package io.artrec.answering.internal;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Scores;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes works back that somebody was shown without doing anything with them, by the recommender's
 * {@link io.artrec.behavior.ImpressionDiscount}: of what a score lies above the lowest, a share
 * stays.
 */
final class Fading {
  /** What contributions come from. */
  static final String NAME = "impressions";

  private Fading() {}

  /** Scores after what was shown. */
  static Scores faded(Scores scores, Exposure exposure) {
    Candidates candidates = scores.candidates();
    double lowest = Span.of(scores).lowest();
    Scores faded = new Scores(candidates);
    scores.draw().ifPresent(faded::drawn);
    for (int position = 0; position < candidates.size(); position++) {
      if (scores.isScored(position)) {
        double above = scores.value(position) - lowest;
        double gone = above * (1 - exposure.kept(candidates.artwork(position)));
        faded.set(position, scores.value(position) - gone);
      }
    }
    return faded.explainedBy(
        position -> {
          List<Contribution> parts = new ArrayList<>(scores.contributions(position));
          int times = exposure.times(candidates.artwork(position));
          if (times > 0) {
            double gone = faded.value(position) - scores.value(position);
            parts.add(new Contribution(NAME, new Cause.Shown(times), gone));
          }
          return parts;
        });
  }
}
