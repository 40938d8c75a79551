package io.artrec.eval.experiment;

/** How works are drawn among which tested ones are ranked. */
public enum NegativeDraw {
  /** Every work has the same chance. */
  UNIFORM,
  /** A work's chance is proportional to the number of visitors who knew it in training. */
  POPULARITY
}
