package io.artrec.eval.search;

/** What a search says of its winner beside the incumbent. */
public enum SearchVerdict {
  /** A finalist is better than the incumbent by more than chance. */
  BETTER,
  /** Nothing that was tried is surely better than what there is: keep it. */
  NO_BETTER,
  /** The incumbent gave no value, or the budget ended before finalists were compared. */
  UNTESTED
}
