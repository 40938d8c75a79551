package io.artrec.answering.internal;

import io.artrec.strategy.Scores;

/**
 * The range that scores lie in, which what moves them is measured by.
 *
 * @param lowest the lowest score
 * @param width the distance to the highest; of scores that are all equal their amount, or 1 where
 *     that is 0 or there are none
 */
record Span(double lowest, double width) {
  /** Differences this small beside the scores are what single precision makes of equal ones. */
  private static final double ROUNDING = 1e-6;

  static Span of(Scores scores) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int position = 0; position < scores.candidates().size(); position++) {
      if (scores.isScored(position)) {
        min = Math.min(min, scores.value(position));
        max = Math.max(max, scores.value(position));
      }
    }
    if (min > max) {
      return new Span(0, 1);
    }
    double amount = Math.max(Math.abs(min), Math.abs(max));
    if (max - min > ROUNDING * amount) {
      return new Span(min, max - min);
    }
    return new Span(min, amount > 0 ? amount : 1);
  }
}
