package io.artrec.cleaning;

/** Over which ratings a figure such as a mean is taken. */
public enum RatingScope {
  /** All ratings together. */
  OVERALL,
  /** The ratings of each visitor by themselves. */
  VISITOR
}
