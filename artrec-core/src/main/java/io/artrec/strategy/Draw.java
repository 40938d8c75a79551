package io.artrec.strategy;

import java.util.Objects;

/**
 * What a strategy drew by chance for a whole answer: one of several ways to score. What evaluates
 * answers from logs weighs them by its probability.
 *
 * @param arm the name of what was drawn
 * @param probability with which it was, above 0 and at most 1
 */
public record Draw(String arm, double probability) {
  /** Validates the parts. */
  public Draw {
    Objects.requireNonNull(arm, "arm");
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability of '" + arm + "' is " + probability + ", expected above 0 and at most 1");
    }
  }
}
