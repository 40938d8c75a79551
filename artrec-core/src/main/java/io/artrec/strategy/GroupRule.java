package io.artrec.strategy;

/**
 * How the tastes of several visitors become one list (Masthoff, Group Recommender Systems, 2011).
 * Each member's scores are first brought to the range from 0 to 1.
 */
public enum GroupRule {
  /** The mean of the members' scores. */
  AVERAGE,
  /** The score of the member who likes the work least. */
  LEAST_MISERY,
  /** The score of the member who likes the work most. */
  MOST_PLEASURE,
  /**
   * Members take turns; each takes the best work left that may be shown, in their order in the
   * request.
   */
  FAIR_ROTATION
}
