package io.artrec.answering.internal;

import io.artrec.explain.Explanation;
import io.artrec.strategy.Scores;

/**
 * A chosen work.
 *
 * @param scores whose scores rank it
 * @param position where it stands in them
 * @param occasion why it is there
 */
public record Pick(Scores scores, int position, Explanation.Occasion occasion) {
  /** Its catalogue index. */
  public int artwork() {
    return scores.candidates().artwork(position);
  }

  /** Its score. */
  public double score() {
    return scores.value(position);
  }
}
