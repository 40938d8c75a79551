package io.artrec.strategy;

import io.artrec.behavior.DrawnAnswer;
import java.util.Objects;

/**
 * What a strategy drew by chance for a whole answer: one of several ways to score. What evaluates
 * answers from logs weighs them by its probability.
 *
 * @param arm the name of what was drawn
 * @param probability with which it was, above 0 and at most 1
 * @param segment the group of askers whose experience decided the probability; {@value
 *     DrawnAnswer#ALL} where there is one for all
 */
public record Draw(String arm, double probability, String segment) {
  /** Validates the parts. */
  public Draw {
    Objects.requireNonNull(arm, "arm");
    Objects.requireNonNull(segment, "segment");
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "probability of '" + arm + "' is " + probability + ", expected above 0 and at most 1");
    }
  }

  /**
   * Creates one whose probability is the same for everybody.
   *
   * @param arm the name of what was drawn
   * @param probability with which it was, above 0 and at most 1
   */
  public Draw(String arm, double probability) {
    this(arm, probability, DrawnAnswer.ALL);
  }
}
