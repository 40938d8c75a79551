package io.artrec.explain;

import java.util.Objects;

/**
 * One summand of a score.
 *
 * @param strategy the name of the strategy it comes from
 * @param cause what it is due to
 * @param amount how much of the score, finite, negative when it speaks against the work
 */
public record Contribution(String strategy, Cause cause, double amount) {
  /** Validates the parts. */
  public Contribution {
    Objects.requireNonNull(strategy, "strategy");
    Objects.requireNonNull(cause, "cause");
    if (!Double.isFinite(amount)) {
      throw new IllegalArgumentException(
          "contribution of strategy '" + strategy + "' is " + amount + ", expected finite");
    }
  }

  /**
   * Returns this contribution times a factor, for blends.
   *
   * @param factor the factor
   * @return the scaled contribution
   */
  public Contribution times(double factor) {
    return new Contribution(strategy, cause, amount * factor);
  }
}
