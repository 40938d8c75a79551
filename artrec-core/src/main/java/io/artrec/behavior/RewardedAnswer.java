package io.artrec.behavior;

import java.util.Locale;
import java.util.Objects;

/**
 * A drawn answer and what came of it, by a {@link RewardRule}.
 *
 * @param answer the answer
 * @param reward 0 to 1, to three decimals
 */
public record RewardedAnswer(DrawnAnswer answer, double reward) {
  /** Validates the parts. */
  public RewardedAnswer {
    Objects.requireNonNull(answer, "answer");
    if (!(reward >= 0 && reward <= 1)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "the reward of %s is %s, expected 0 to 1", answer, reward));
    }
  }
}
