package io.artrec.strategy;

import io.artrec.model.StateWriter;
import java.util.Arrays;

/**
 * A trained strategy. Immutable and thread-safe.
 *
 * <p>Promises, checked by {@code StrategyContract} of artrec-testkit: it answers for a visitor
 * training never saw, from the history in the query; a candidate's score does not depend on which
 * other candidates are asked for, unless {@link #isRelative()}; contributions add up to the score
 * to 1e-6; what {@link #save} wrote and {@link StrategyReader} read scores bit-equal.
 */
public interface Scorer {
  /**
   * Returns the strategy that trained this scorer.
   *
   * @return the strategy
   */
  Strategy strategy();

  /**
   * Scores candidates. Those it cannot say anything about stay unset.
   *
   * @param query who is asking
   * @param candidates what to score
   * @return their scores, which also tell the contributions behind them
   */
  Scores score(Query query, Candidates candidates);

  /**
   * Tells whether scores depend on the set of candidates, as those of blends that bring scores to
   * one scale do.
   *
   * @return true when they do
   */
  default boolean isRelative() {
    return false;
  }

  /**
   * Proposes the best of a large catalogue. The default scores everything; strategies with an index
   * do better. A blend proposes what its parts propose, {@code n} for each.
   *
   * @param query who is asking
   * @param catalogSize the number of artworks
   * @param n how many to propose
   * @return at most {@code n} candidates, of a blend that many for each part
   */
  default Candidates propose(Query query, int catalogSize, int n) {
    int[] best = score(query, Candidates.all(catalogSize)).best(n);
    Arrays.sort(best);
    return Candidates.of(best);
  }

  /**
   * Writes configuration and trained state.
   *
   * @param out receives them
   */
  void save(StateWriter out);
}
