package io.artrec.strategy;

import io.artrec.explain.Contribution;
import io.artrec.model.StateWriter;
import java.util.Arrays;
import java.util.List;

/**
 * A trained strategy. Immutable and thread-safe.
 *
 * <p>Promises, checked by {@code StrategyContract} of artrec-testkit: it answers for a visitor
 * training never saw, from the history in the query; a candidate's score does not depend on which
 * other candidates are asked for, unless {@link #isRelative()}; {@link #contributions} add up to
 * the score to 1e-6; what {@link #save} wrote and {@link StrategyReader} read scores bit-equal.
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
   * @param scores receives the scores of its candidates
   */
  void score(Query query, Scores scores);

  /**
   * Breaks a score down.
   *
   * @param query who is asking
   * @param scores what {@link #score} filled for that query
   * @param position the position of a scored candidate
   * @return summands of the score, the largest amount first
   */
  List<Contribution> contributions(Query query, Scores scores, int position);

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
   * do better.
   *
   * @param query who is asking
   * @param catalogSize the number of artworks
   * @param n how many to propose
   * @return at most {@code n} candidates
   */
  default Candidates propose(Query query, int catalogSize, int n) {
    Scores scores = new Scores(Candidates.all(catalogSize));
    score(query, scores);
    int[] best = scores.best(n);
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
