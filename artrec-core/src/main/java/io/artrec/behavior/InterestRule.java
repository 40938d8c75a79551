package io.artrec.behavior;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How interests fade and how much of them a visitor's profile takes. An interest of weight {@code
 * w} whose evidence is of age {@code a} counts {@code w · 2^(-a / halfLife)}; stated ones do not
 * fade. What is learned changes a profile by no more than {@link #perDay} in a day (UTC), added up
 * over its traits, and a profile holds no more than {@link #most} interests, so that neither many
 * comments nor one with bad intentions turns it over. What merging two visitors brings from one to
 * the other is not counted. Immutable and thread-safe.
 */
public final class InterestRule {
  private static final InterestRule STANDARD = new InterestRule(Duration.ofDays(180), 64, 2);

  private final Duration halfLife;
  private final int most;
  private final double perDay;

  private InterestRule(Duration halfLife, int most, double perDay) {
    this.halfLife = halfLife;
    this.most = most;
    this.perDay = perDay;
  }

  /**
   * {@return the usual rule: half after 180 days, at most 64 interests, a change of at most 2 a
   * day} The numbers are chosen, not measured.
   */
  public static InterestRule standard() {
    return STANDARD;
  }

  /**
   * {@return this rule with another time after which interests count half}
   *
   * @param time one second or more
   */
  public InterestRule halfLife(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(Duration.ofDays(36_500)) > 0) {
      throw new IllegalArgumentException(
          "the half-life of interests is " + time + ", expected one second to 36,500 days");
    }
    return new InterestRule(Duration.ofMillis(time.toMillis()), most, perDay);
  }

  /**
   * {@return this rule with another number of interests that a profile holds; the weakest go first}
   *
   * @param count 1 to 10,000
   */
  public InterestRule most(int count) {
    if (count < 1 || count > 10_000) {
      throw new IllegalArgumentException(
          "the most interests of a visitor are " + count + ", expected 1 to 10,000");
    }
    return new InterestRule(halfLife, count, perDay);
  }

  /**
   * {@return this rule with another bound on what is learned in a day}
   *
   * @param change the sum of changes of weights, 0 (nothing is learned) or more
   */
  public InterestRule perDay(double change) {
    if (!(change >= 0) || !Double.isFinite(change)) {
      throw new IllegalArgumentException(
          "interests change by " + change + " a day, expected 0 or more");
    }
    return new InterestRule(halfLife, most, change);
  }

  /**
   * Returns after what time interests count half.
   *
   * @return the half-life
   */
  public Duration halfLife() {
    return halfLife;
  }

  /** {@return how many interests a profile holds, 1 or more} */
  public int most() {
    return most;
  }

  /**
   * Returns how much is learned in a day.
   *
   * @return the sum of changes of weights
   */
  public double perDay() {
    return perDay;
  }

  /**
   * {@return what an interest counts, −1 to 1}
   *
   * @param interest the interest; without a time it counts as new
   * @param nowMillis when, in milliseconds since 1970-01-01T00:00Z
   */
  public double weight(Interest interest, long nowMillis) {
    long then = interest.time().map(Instant::toEpochMilli).orElse(nowMillis);
    if (interest.evidence() == Interest.Evidence.STATED || then >= nowMillis) {
      return interest.weight();
    }
    double age = (double) nowMillis - (double) then;
    return interest.weight() * Math.pow(2, -age / halfLife.toMillis());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InterestRule that
        && halfLife.equals(that.halfLife)
        && most == that.most
        && Double.compare(perDay, that.perDay) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(halfLife, most, perDay);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "half after %s, at most %d interests, a change of at most %s a day",
        halfLife,
        most,
        perDay);
  }
}
