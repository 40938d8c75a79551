package io.artrec.answering.internal;

import io.artrec.explain.Explanation;
import io.artrec.strategy.Scores;
import java.util.OptionalDouble;

/**
 * A chosen work.
 *
 * @param scores whose scores rank it
 * @param position where it stands in them
 * @param occasion why it is there
 * @param propensity the probability with which chance put it where it stands in the pool; empty
 *     where that is not chance's doing
 */
public record Pick(
    Scores scores, int position, Explanation.Occasion occasion, OptionalDouble propensity) {
  Pick(Scores scores, int position, Explanation.Occasion occasion) {
    this(scores, position, occasion, OptionalDouble.empty());
  }

  /** {@return its catalogue index} */
  public int artwork() {
    return scores.candidates().artwork(position);
  }

  /** {@return its score} */
  public double score() {
    return scores.value(position);
  }
}
