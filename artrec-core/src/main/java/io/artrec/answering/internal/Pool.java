package io.artrec.answering.internal;

import io.artrec.explain.Explanation;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.RandomOrder;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** The best of the eligible works, and after them, where they are too few, what fills up. */
final class Pool {
  private final Eligibility eligibility;
  private final int size;
  private final List<Pick> picks = new ArrayList<>();

  /**
   * Starts empty.
   *
   * @param eligibility which works may come in; each does once
   * @param size how many picks are wanted
   */
  Pool(Eligibility eligibility, int size) {
    this.eligibility = eligibility;
    this.size = size;
  }

  /**
   * Takes the best works, as many as there is room for.
   *
   * @param byChance whether the scores are an even draw over all works
   */
  void take(Scores scores, Explanation.Occasion occasion, boolean byChance) {
    OptionalDouble propensity =
        byChance && eligibility.isKnown()
            ? OptionalDouble.of(1.0 / Math.max(1, eligibility.works().cardinality()))
            : OptionalDouble.empty();
    eligibility.take(
        scores,
        size - picks.size(),
        byChance,
        position -> picks.add(new Pick(scores, position, occasion, propensity)));
  }

  /**
   * Fills up with what fall-backs score, one after the other, but nothing that is disliked, unless
   * there is nothing else.
   *
   * @param steered moves scores that are not left to chance
   */
  void fill(
      Scorers scorers,
      Query asker,
      Candidates all,
      Explanation.Occasion occasion,
      UnaryOperator<Scores> steered) {
    BitSet disliked = eligibility.leaveOut(scorers.disliked());
    fillFrom(scorers.fallbacks(), asker, all, occasion, steered);
    if (picks.isEmpty() && !disliked.isEmpty()) {
      eligibility.works().or(disliked);
      fillFrom(scorers.fallbacks(), asker, all, occasion, steered);
    }
  }

  private void fillFrom(
      List<Scorer> fallbacks,
      Query asker,
      Candidates all,
      Explanation.Occasion occasion,
      UnaryOperator<Scores> steered) {
    for (Scorer fallback : fallbacks) {
      if (picks.size() < size) {
        Scores scores = fallback.score(asker, all);
        boolean byChance = isChance(fallback);
        take(byChance ? scores : steered.apply(scores), occasion, byChance);
      }
    }
  }

  static boolean isChance(Scorer scorer) {
    return scorer.strategy() instanceof RandomOrder;
  }

  /** What came in, best first. */
  List<Pick> picks() {
    return picks;
  }
}
