package io.artrec.answering.internal;

import io.artrec.behavior.ExplicitPreferences;

/**
 * What moves an asker's answers beside their taste.
 *
 * @param preferences what they follow and block
 * @param exposure what they were shown
 */
public record Steering(ExplicitPreferences preferences, Exposure exposure) {
  private static final Steering NONE = new Steering(ExplicitPreferences.none(), Exposure.none());

  /** Of somebody whose answers follow taste alone. */
  public static Steering none() {
    return NONE;
  }

  /** Whether scores stay as they are. */
  boolean leavesScores() {
    return preferences.followed().isEmpty() && exposure.isEmpty();
  }

  /** Whether answers follow taste alone. */
  public boolean isNone() {
    return leavesScores() && preferences.blocked().isEmpty();
  }
}
