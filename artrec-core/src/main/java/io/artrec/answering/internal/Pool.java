package io.artrec.answering.internal;

import io.artrec.explain.Explanation;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import java.util.ArrayList;
import java.util.List;

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

  /** Takes the best works, as many as there is room for. */
  void take(Scores scores, Explanation.Occasion occasion) {
    eligibility.take(
        scores, size - picks.size(), position -> picks.add(new Pick(scores, position, occasion)));
  }

  /** Fills up with what fall-backs score, one after the other. */
  void fill(List<Scorer> fallbacks, Query asker, Candidates all, Explanation.Occasion occasion) {
    for (Scorer fallback : fallbacks) {
      if (picks.size() < size) {
        take(fallback.score(asker, all), occasion);
      }
    }
  }

  /** What came in, best first. */
  List<Pick> picks() {
    return picks;
  }
}
