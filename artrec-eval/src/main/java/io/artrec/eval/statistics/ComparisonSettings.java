package io.artrec.eval.statistics;

import java.util.Objects;

/**
 * How recommenders are compared.
 *
 * @param test the test
 * @param interval how the interval of the mean difference is made
 * @param level its confidence, between 0 and 1; 1 − level is also the share of false alarms that
 *     {@link ComparisonTable.Row#verdict} accepts
 * @param correction how p-values are adjusted for the number of recommenders
 * @param resampling how often to draw, where something is drawn
 */
public record ComparisonSettings(
    SignificanceTest test,
    IntervalMethod interval,
    double level,
    Correction correction,
    Resampling resampling) {
  /** Validates. */
  public ComparisonSettings {
    Objects.requireNonNull(test, "test");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(correction, "correction");
    Objects.requireNonNull(resampling, "resampling");
    ConfidenceInterval.requireLevel(level);
  }

  /**
   * {@return the permutation test, BCa intervals of 95 % and Holm's correction, 9,999 resamples on
   * one thread: about 4 s a recommender for 100,000 visitors} {@link SignificanceTest#PAIRED_T}
   * with {@link IntervalMethod#T} takes milliseconds and differs little at that size.
   *
   * @param seed decides the draws
   */
  public static ComparisonSettings standard(long seed) {
    return new ComparisonSettings(
        SignificanceTest.PERMUTATION,
        IntervalMethod.BCA,
        .95,
        Correction.HOLM,
        Resampling.seeded(seed));
  }

  /**
   * {@return these settings with another test}
   *
   * @param other the test
   */
  public ComparisonSettings withTest(SignificanceTest other) {
    return new ComparisonSettings(other, interval, level, correction, resampling);
  }

  /**
   * {@return these settings with another interval}
   *
   * @param other how it is made
   */
  public ComparisonSettings withInterval(IntervalMethod other) {
    return new ComparisonSettings(test, other, level, correction, resampling);
  }

  /**
   * {@return these settings with another level}
   *
   * @param other between 0 and 1
   */
  public ComparisonSettings withLevel(double other) {
    return new ComparisonSettings(test, interval, other, correction, resampling);
  }

  /**
   * {@return these settings with another correction}
   *
   * @param other how p-values are adjusted
   */
  public ComparisonSettings withCorrection(Correction other) {
    return new ComparisonSettings(test, interval, level, other, resampling);
  }

  /**
   * {@return these settings with other resampling}
   *
   * @param other how often to draw
   */
  public ComparisonSettings withResampling(Resampling other) {
    return new ComparisonSettings(test, interval, level, correction, other);
  }
}
