package io.artrec.text.mood;

import java.util.Locale;

/**
 * A place in the plane of feelings: how pleasant and how stirred. Calm is pleasant and still, joy
 * pleasant and stirred, fear unpleasant and stirred, sadness unpleasant and still (J. A. Russell, A
 * circumplex model of affect, Journal of Personality and Social Psychology 39, 1980). Immutable.
 *
 * @param valence −1 unpleasant to 1 pleasant
 * @param arousal −1 still to 1 stirred
 */
public record Affect(double valence, double arousal) {
  /** Neither pleasant nor unpleasant, neither still nor stirred. */
  public static final Affect NEUTRAL = new Affect(0, 0);

  /** Validates the parts. */
  public Affect {
    check("valence", valence);
    check("arousal", arousal);
  }

  private static void check(String name, double value) {
    if (!(Math.abs(value) <= 1)) {
      throw new IllegalArgumentException(name + " is " + value + ", expected -1 to 1");
    }
  }

  /**
   * Returns a feeling whose parts are brought to the range where they leave it.
   *
   * @param valence any number but NaN
   * @param arousal any number but NaN
   * @return the nearest feeling
   */
  public static Affect clamped(double valence, double arousal) {
    return new Affect(clamp(valence), clamp(arousal));
  }

  private static double clamp(double value) {
    return Math.max(-1, Math.min(1, value));
  }

  /**
   * Returns how far two feelings are apart.
   *
   * @param other another feeling
   * @return the Euclidean distance, 0 to 2√2
   */
  public double distance(Affect other) {
    return Math.hypot(valence - other.valence, arousal - other.arousal);
  }

  /**
   * Returns a feeling on the straight line to another.
   *
   * @param other where the line ends
   * @param share how much of the way, 0 to 1
   * @return the feeling there
   */
  public Affect towards(Affect other, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "share of the way from " + this + " to " + other + " is " + share + ", expected 0 to 1");
    }
    return clamped(
        valence + share * (other.valence - valence), arousal + share * (other.arousal - arousal));
  }

  /**
   * Describes the feeling.
   *
   * @return for instance {@code valence +0.50, arousal -0.75}
   */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "valence %+.2f, arousal %+.2f", valence, arousal);
  }
}
