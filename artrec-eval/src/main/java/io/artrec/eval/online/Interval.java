package io.artrec.eval.online;

import java.util.Locale;

/**
 * A closed interval of numbers. Immutable.
 *
 * @param low the lower end, finite
 * @param high the upper end, finite, not below {@code low}
 */
public record Interval(double low, double high) {
  /** Validates. */
  public Interval {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "interval from %s to %s: expected finite ends, the lower first",
              low,
              high));
    }
  }

  /**
   * Tells whether a number lies inside, ends included.
   *
   * @param value the number
   * @return true for one inside
   */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** {@return the length, 0 or more} */
  public double width() {
    return high - low;
  }
}
