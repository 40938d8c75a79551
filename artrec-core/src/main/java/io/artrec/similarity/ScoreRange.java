package io.artrec.similarity;

import java.util.OptionalDouble;

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

  /**
   * Returns a value as a share of the highest.
   *
   * @param value a value of this range
   * @return 1 for the highest; empty when there is none above 0
   */
  public OptionalDouble share(double value) {
    return max > 0 && max < Double.POSITIVE_INFINITY
        ? OptionalDouble.of(value / max)
        : OptionalDouble.empty();
  }

  /** Validates the order. */
  public ScoreRange {
    if (!(min < max)) {
      throw new IllegalArgumentException(
          "range from " + min + " to " + max + ", expected min < max");
    }
  }
}
