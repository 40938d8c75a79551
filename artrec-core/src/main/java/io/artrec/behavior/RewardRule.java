package io.artrec.behavior;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is worth that was shown, from 0 to 1: the most that any one event was worth which
 * it led to. An event belongs to the last answer shown to its visitor, not after it and at most the
 * {@link #window} before it, that held its work. What led to nothing in the window is worth 0.
 * Immutable and thread-safe.
 *
 * <p>Worth by kind in the standard rule, chosen and not measured:
 *
 * <table>
 * <caption>What events are worth</caption>
 * <tr><td>purchase, favorite, share</td><td>1</td></tr>
 * <tr><td>comment, click, view</td><td>0.5</td></tr>
 * <tr><td>rating</td><td>its place on the rating scale, from 0 to 1</td></tr>
 * <tr><td>dislike, skip, unfavorite, impression</td><td>0</td></tr>
 * </table>
 */
public final class RewardRule {
  private static final RewardRule STANDARD =
      new RewardRule(Duration.ofMinutes(30), Optional.empty(), standardWorth());

  private final Duration window;
  private final Optional<Duration> halfLife;
  private final Map<InteractionKind, Double> worth;

  private RewardRule(
      Duration window, Optional<Duration> halfLife, Map<InteractionKind, Double> worth) {
    this.window = window;
    this.halfLife = halfLife;
    this.worth = worth;
  }

  private static Map<InteractionKind, Double> standardWorth() {
    Map<InteractionKind, Double> worth = new EnumMap<>(InteractionKind.class);
    for (InteractionKind kind : InteractionKind.values()) {
      worth.put(
          kind,
          switch (kind) {
            case PURCHASE, FAVORITE, SHARE, RATING -> 1.0;
            case COMMENT, CLICK, VIEW -> 0.5;
            case DISLIKE, SKIP, UNFAVORITE, IMPRESSION -> 0.0;
          });
    }
    return worth;
  }

  /**
   * {@return the usual rule: the table above, a window of 30 minutes, and answers count the same
   * however old they are}
   */
  public static RewardRule standard() {
    return STANDARD;
  }

  /**
   * {@return this rule with another window} An answer counts once its window is over, so a longer
   * one learns later.
   *
   * @param time how long after an answer something may have come of it, one second to 36,500 days
   * @throws IllegalArgumentException when answers would count for nothing by then: their half-life,
   *     if set, is at least a thirtieth of the window
   */
  public RewardRule window(Duration time) {
    return new RewardRule(checked("window of rewards", time), halfLife, worth).learning();
  }

  /**
   * {@return this rule with answers that count less the older they are, so that an arm can come
   * back when tastes change (discounting, after Garivier and Moulines, "On upper-confidence bound
   * policies for switching bandit problems", ALT 2011): one of age {@code a} counts {@code 2^(-a /
   * halfLife)}, to a sixteenth of the half-life}
   *
   * @param time after what time an answer counts half, one second to 36,500 days and at least a
   *     thirtieth of the window, after which an answer counts first
   */
  public RewardRule halfLife(Duration time) {
    Duration half = checked("half-life of rewards", time);
    return new RewardRule(window, Optional.of(half), worth).learning();
  }

  /** This rule, unless answers count for nothing before they count at all. */
  private RewardRule learning() {
    Duration least = window.dividedBy(30);
    if (halfLife.isPresent() && halfLife.get().compareTo(least) < 0) {
      throw new IllegalArgumentException(
          "the half-life of rewards is "
              + halfLife.get()
              + " with a window of "
              + window
              + ", after which answers would count for nothing; expected "
              + least
              + " or more; for a shorter one set a shorter window first");
    }
    return this;
  }

  private static Duration checked(String what, Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(Duration.ofDays(36_500)) > 0) {
      throw new IllegalArgumentException(
          "the " + what + " is " + time + ", expected one second to 36,500 days");
    }
    return Duration.ofMillis(time.toMillis());
  }

  /**
   * {@return this rule with another worth of a kind of event}
   *
   * @param kind the kind; of {@link InteractionKind#RATING}, what the best rating is worth
   * @param value 0 to 1
   */
  public RewardRule worth(InteractionKind kind, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "the worth of a " + kind.code() + " is " + value + ", expected 0 to 1");
    }
    Map<InteractionKind, Double> changed = new EnumMap<>(worth);
    changed.put(kind, value);
    return new RewardRule(window, halfLife, changed);
  }

  /**
   * Returns how long after an answer something may have come of it.
   *
   * @return the window, to the millisecond
   */
  public Duration window() {
    return window;
  }

  /**
   * Returns after what time an answer counts half.
   *
   * @return the half-life; empty when all count the same
   */
  public Optional<Duration> halfLife() {
    return halfLife;
  }

  /**
   * {@return what a kind of event is worth, 0 to 1; of ratings what the best is worth}
   *
   * @param kind the kind
   */
  public double worth(InteractionKind kind) {
    return Objects.requireNonNull(worth.get(kind));
  }

  /**
   * {@return what an event is worth, 0 to 1}
   *
   * @param event the event
   * @param model whose rating scale counts
   */
  public double worth(Interaction event, PreferenceModel model) {
    if (event.kind() != InteractionKind.RATING) {
      return worth(event.kind());
    }
    double range = model.ratingMax() - model.ratingMin();
    double share = (model.onScale(event).value() - model.ratingMin()) / range;
    return worth(event.kind()) * Math.max(0, Math.min(1, share));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RewardRule that
        && window.equals(that.window)
        && halfLife.equals(that.halfLife)
        && worth.equals(that.worth);
  }

  @Override
  public int hashCode() {
    return Objects.hash(window, halfLife, worth);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "within %s, %s, worth %s",
        window,
        halfLife.map(time -> "half after " + time).orElse("whatever the age"),
        worth);
  }
}
