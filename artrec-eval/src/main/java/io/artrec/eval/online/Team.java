package io.artrec.eval.online;

/** Whose pick a work in a merged list is. */
public enum Team {
  /** The first recommender's. */
  FIRST,
  /** The second recommender's. */
  SECOND,
  /** Nobody's: both had it at this place, or one recommender had nothing left to pick. */
  NONE
}
