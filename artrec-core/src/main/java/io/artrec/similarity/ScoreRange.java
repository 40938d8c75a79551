package io.artrec.similarity;

/**
 * The values a similarity or score can take.
 *
 * @param min the lowest, may be negative infinity
 * @param max the highest, may be positive infinity
 */
public record ScoreRange(double min, double max) {
  /** From minus one to one. */
  public static final ScoreRange SIGNED_UNIT = new ScoreRange(-1, 1);

  /** From zero to one. */
  public static final ScoreRange UNIT = new ScoreRange(0, 1);

  /** Any number. */
  public static final ScoreRange UNBOUNDED =
      new ScoreRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Validates the order. */
  public ScoreRange {
    if (!(min < max)) {
      throw new IllegalArgumentException(
          "range from " + min + " to " + max + ", expected min < max");
    }
  }
}
