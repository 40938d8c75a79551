package io.artrec.cf.rating;

/** What is taken from a rating before neighbours are asked, and given back to their answer. */
public enum Centering {
  /** Nothing: neighbours' ratings count as they are. */
  NONE,
  /** The mean of the visitor's ratings; of a visitor without ratings, the mean of all. */
  USER_MEAN,
  /** The mean of the work's ratings; of a work without ratings, the mean of all. */
  ARTWORK_MEAN,
  /** The prediction of {@link BiasBaseline} with a damping of 5. */
  BASELINE
}
