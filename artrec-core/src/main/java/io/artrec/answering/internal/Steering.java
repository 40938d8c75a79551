package io.artrec.answering.internal;

import io.artrec.behavior.ExplicitPreferences;

/**
 * What moves an asker's answers beside their taste.
 *
 * @param preferences what they follow and block
 */
public record Steering(ExplicitPreferences preferences) {
  private static final Steering NONE = new Steering(ExplicitPreferences.none());

  /** Of somebody whose answers follow taste alone. */
  public static Steering none() {
    return NONE;
  }

  /** Whether scores stay as they are. */
  boolean leavesScores() {
    return preferences.followed().isEmpty();
  }

  /** Whether answers follow taste alone. */
  public boolean isNone() {
    return leavesScores() && preferences.blocked().isEmpty();
  }
}
