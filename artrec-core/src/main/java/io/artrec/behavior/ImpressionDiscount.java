package io.artrec.behavior;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How works fade that a visitor is shown again and again and does nothing with. Of {@code k}
 * impressions of a work since the visitor's last event with it, its score keeps the share {@code
 * 2^(-k / half)} of what it lies above the lowest score of the answer. An impression of age {@code
 * a} counts {@code 2^(-a / recovery)}, so that a work comes back after a while; one without a time,
 * or in the future, counts as new. Immutable and thread-safe.
 *
 * <p>This is the exponential one of the discounts by number and age of impressions in P. Lee, L. V.
 * S. Lakshmanan, M. Tiwari and S. Shah, Modeling Impression Discounting in Large-scale Recommender
 * Systems, KDD 2014. Their rates were learned from one service's clicks; learn yours where you can.
 */
public final class ImpressionDiscount {
  private static final ImpressionDiscount NONE =
      new ImpressionDiscount(Double.POSITIVE_INFINITY, Optional.empty());
  private static final ImpressionDiscount STANDARD =
      new ImpressionDiscount(5, Optional.of(Duration.ofDays(30)));

  private final double half;
  private final Optional<Duration> recovery;

  private ImpressionDiscount(double half, Optional<Duration> recovery) {
    this.half = half;
    this.recovery = recovery;
  }

  /** {@return the usual rule: half after 5 impressions, of which each counts half after 30 days} */
  public static ImpressionDiscount standard() {
    return STANDARD;
  }

  /**
   * Returns the rule by which nothing fades.
   *
   * @return no discount
   */
  public static ImpressionDiscount none() {
    return NONE;
  }

  /**
   * {@return a rule by which works never come back by time alone}
   *
   * @param impressions after how many a work keeps half, above 0
   */
  public static ImpressionDiscount halfAfter(double impressions) {
    if (!(impressions > 0) || !Double.isFinite(impressions)) {
      throw new IllegalArgumentException(
          "a work fades by half after " + impressions + " impressions, expected more than 0");
    }
    return new ImpressionDiscount(impressions, Optional.empty());
  }

  /**
   * {@return this rule with impressions that count less with age}
   *
   * @param halfLife the age at which an impression counts half, 1 ms or more
   */
  public ImpressionDiscount recovering(Duration halfLife) {
    if (halfLife.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "impressions count half after " + halfLife + ", expected one millisecond or more");
    }
    return new ImpressionDiscount(half, Optional.of(halfLife));
  }

  /**
   * Returns after how many impressions a work keeps half.
   *
   * @return above 0; infinite where nothing fades
   */
  public double half() {
    return half;
  }

  /**
   * Returns the age at which an impression counts half.
   *
   * @return empty when impressions count for good
   */
  public Optional<Duration> recovery() {
    return recovery;
  }

  /**
   * Tells whether nothing fades.
   *
   * @return true for {@link #none()}
   */
  public boolean isNone() {
    return half == Double.POSITIVE_INFINITY;
  }

  /**
   * Returns what an impression counts.
   *
   * @param shownMillis when it was, in milliseconds since 1970-01-01T00:00Z, or {@link
   *     Interactions#NO_TIME}
   * @param nowMillis the time from which its age is counted
   * @return 1 for a new one, towards 0 with age
   */
  public double weight(long shownMillis, long nowMillis) {
    if (recovery.isEmpty() || shownMillis == Interactions.NO_TIME || shownMillis >= nowMillis) {
      return 1;
    }
    double age = (double) nowMillis - (double) shownMillis;
    return Math.pow(2, -age / recovery.get().toMillis());
  }

  /**
   * Returns what a work keeps.
   *
   * @param impressions what its impressions count, added up, 0 or more
   * @return 1 without any, towards 0
   */
  public double kept(double impressions) {
    return Math.pow(2, -impressions / half);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ImpressionDiscount that
        && Double.compare(half, that.half) == 0
        && recovery.equals(that.recovery);
  }

  @Override
  public int hashCode() {
    return Objects.hash(half, recovery);
  }

  @Override
  public String toString() {
    return isNone()
        ? "no discount"
        : "half after "
            + half
            + " impressions"
            + recovery.map(time -> ", each half after " + time).orElse("");
  }
}
