package io.artrec.elicitation;

/** What somebody says of two works. */
public enum PairChoice {
  /** They prefer the first. */
  FIRST,
  /** They prefer the second. */
  SECOND,
  /** They like both: each more than a work of the collection usually is. */
  BOTH,
  /** They like neither: each less than a work of the collection usually is. */
  NEITHER,
  /** They say nothing, from which nothing follows. */
  SKIP
}
