package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.Locale;

/**
 * How much a relevant work is worth by its grade; works that are not relevant are worth 0. Binary
 * gain asks only whether visitors like a work, the others how much, and need grades of 0 or more:
 * ratings of a scale with negative numbers are refused rather than cut off, as a cut would make all
 * of them equal unnoticed.
 */
public enum Gain {
  /** 1, whatever the grade. */
  BINARY("binary"),
  /** The grade itself (Järvelin and Kekäläinen, 2002). */
  RATING("rating"),
  /** {@code 2^grade − 1}, for grades up to 1,000 (Burges et al., 2005). */
  EXPONENTIAL("exponential");

  private static final double MOST = 1000;

  private final String id;

  Gain(String id) {
    this.id = id;
  }

  /**
   * Returns the gain's name within a metric's.
   *
   * @return the name of the variant, {@code exponential} say
   */
  public String id() {
    return id;
  }

  /**
   * {@return what a relevant work is worth, 0 or more, finite}
   *
   * @param grade the visitor's rating, or another measure of how much the visitor likes it
   * @throws IllegalArgumentException when a gain that depends on it meets a grade below 0, or the
   *     exponential one a grade above 1,000
   */
  public double of(double grade) {
    if (this == BINARY) {
      return 1;
    }
    if (!(grade >= 0) || (this == EXPONENTIAL && grade > MOST)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "grade of a relevant work is %s, expected 0 to %s for gain '%s'; shift the ratings,"
                  + " or use gain 'binary'",
              grade,
              this == EXPONENTIAL ? "1,000" : "any finite number",
              id));
    }
    return this == RATING ? grade : StrictMath.pow(2, grade) - 1;
  }

  static Gain of(MetricSpec spec) {
    Gain found = BINARY;
    for (Gain gain : values()) {
      found = spec.has(gain.id) ? gain : found;
    }
    return found;
  }
}
