package io.artrec.answering.internal;

import io.artrec.behavior.ExplicitPreferences;
import io.artrec.behavior.InterestProfile;

/**
 * What moves an asker's answers beside their taste.
 *
 * @param preferences what they follow and block
 * @param interests what they are interested in
 * @param exposure what they were shown
 */
public record Steering(
    ExplicitPreferences preferences, InterestProfile interests, Exposure exposure) {
  private static final Steering NONE =
      new Steering(ExplicitPreferences.none(), InterestProfile.none(), Exposure.none());

  /** {@return that of somebody whose answers follow taste alone} */
  public static Steering none() {
    return NONE;
  }

  /** Whether scores stay as they are. */
  boolean leavesScores() {
    return !leans() && exposure.isEmpty();
  }

  /** Whether traits of works move scores. */
  boolean leans() {
    return !preferences.followed().isEmpty() || !interests.weights().isEmpty();
  }

  /** {@return whether anything is known that works are wanted for} */
  public boolean wantsSome() {
    return !preferences.followed().isEmpty()
        || interests.weights().values().stream().anyMatch(weight -> weight > 0);
  }

  /** {@return whether answers follow taste alone} */
  public boolean isNone() {
    return leavesScores() && preferences.blocked().isEmpty();
  }
}
