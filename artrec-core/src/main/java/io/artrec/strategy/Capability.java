package io.artrec.strategy;

/** What a strategy can do beyond putting works in an order. More may follow. */
public enum Capability {
  /**
   * Scores are predicted ratings, on the scale of the ratings learned from, so that errors of
   * prediction can be measured.
   */
  PREDICTS_RATINGS,
  /**
   * What askers say in words, {@link Query#wish}, is read: free text search. A request with a wish
   * is refused when no strategy of the recommender can.
   */
  TEXT_QUERY
}
