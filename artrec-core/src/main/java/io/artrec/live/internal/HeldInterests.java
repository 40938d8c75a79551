package io.artrec.live.internal;

import io.artrec.behavior.Interest;
import io.artrec.behavior.InterestRule;
import io.artrec.catalog.Trait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A visitor's interests as they are held: one for each trait and kind of evidence, and how much was
 * learned on the last day that something was. What is stated takes the place of all that was
 * learned about the same, and nothing more is learned about it. Immutable and thread-safe.
 *
 * @param interests the interests, each with its time, in the order of learning
 * @param day the last day on which something was learned, in days since 1970-01-01 UTC
 * @param learned by how much weights changed on that day
 */
public record HeldInterests(List<Interest> interests, long day, double learned) {
  private static final HeldInterests NONE = new HeldInterests(List.of(), 0, 0);
  private static final long DAY = 86_400_000L;

  /** Changes of weight that are not worth keeping. */
  private static final double LEAST = 1e-6;

  /** Copies. */
  public HeldInterests {
    interests = List.copyOf(interests);
  }

  /**
   * Returns those of somebody of whom nothing is known.
   *
   * @return no interests
   */
  public static HeldInterests none() {
    return NONE;
  }

  /**
   * Brings an interest to what may be learned of it now.
   *
   * @param interest what was found or stated; without a time, or from the future, it is of now
   * @param nowMillis when it is learned, in milliseconds since 1970-01-01T00:00Z
   * @param rule the bounds
   * @return what is to be kept, by {@link #with}; empty when that is nothing: it is held already,
   *     the day's change is used up, the visitor stated otherwise, what is held is from newer
   *     evidence, or others weigh more and there are as many as may be
   */
  public Optional<Interest> admitted(Interest interest, long nowMillis, InterestRule rule) {
    Instant now = Instant.ofEpochMilli(nowMillis);
    Interest dated = interest.at(interest.time().filter(now::isAfter).orElse(now));
    boolean stated = interest.evidence() == Interest.Evidence.STATED;
    if (stated) {
      boolean isHeld =
          interests.stream()
              .anyMatch(held -> isSame(held, dated) && held.weight() == dated.weight());
      return isHeld ? Optional.empty() : Optional.of(dated);
    }
    if (isStated(interest.trait()) || isOlder(dated)) {
      return Optional.empty();
    }
    double held = weight(dated, nowMillis, rule);
    double change = rule.weight(dated, nowMillis) - held;
    double left = Math.max(0, rule.perDay() - learnedOn(Math.floorDiv(nowMillis, DAY)));
    Interest kept = dated;
    if (Math.abs(change) > left) {
      double fading = rule.weight(dated.weighing(1), nowMillis);
      double weight = (held + Math.copySign(left, change)) / fading;
      kept = dated.weighing(Math.max(-1, Math.min(1, weight)));
    }
    if (Math.min(Math.abs(change), left) < LEAST
        || !with(kept, nowMillis, rule).interests.contains(kept)) {
      return Optional.empty();
    }
    return Optional.of(kept);
  }

  /**
   * {@return these with an interest, which takes the place of what is held of the same trait and
   * evidence; of too many the weakest that was learned goes, then the oldest that was stated}
   *
   * @param interest what {@link #admitted} gave, or what was kept elsewhere
   * @param nowMillis when it is or was learned
   * @param rule the bounds
   */
  public HeldInterests with(Interest interest, long nowMillis, InterestRule rule) {
    boolean stated = interest.evidence() == Interest.Evidence.STATED;
    if (!stated && isStated(interest.trait())) {
      return this;
    }
    List<Interest> after = new ArrayList<>(interests);
    after.removeIf(
        held -> isSame(held, interest) || (stated && held.trait().equals(interest.trait())));
    after.add(interest);
    while (after.size() > rule.most()) {
      after.remove(
          after.stream()
              .min(Comparator.comparingDouble(held -> standing(held, nowMillis, rule)))
              .orElseThrow());
    }
    if (stated) {
      return new HeldInterests(after, day, learned);
    }
    long today = Math.max(day, Math.floorDiv(nowMillis, DAY));
    double change = Math.abs(rule.weight(interest, nowMillis) - weight(interest, nowMillis, rule));
    return new HeldInterests(after, today, learnedOn(today) + change);
  }

  /** Statements stand above all that was learned. */
  private static double standing(Interest held, long nowMillis, InterestRule rule) {
    return held.evidence() == Interest.Evidence.STATED ? 2 : Math.abs(rule.weight(held, nowMillis));
  }

  /**
   * Returns these without some.
   *
   * @param gone which go
   * @return the others; these when none goes
   */
  public HeldInterests without(Predicate<Interest> gone) {
    List<Interest> left = interests.stream().filter(gone.negate()).toList();
    return left.size() == interests.size() ? this : new HeldInterests(left, day, learned);
  }

  private boolean isStated(Trait trait) {
    return interests.stream()
        .anyMatch(
            held -> held.evidence() == Interest.Evidence.STATED && held.trait().equals(trait));
  }

  /** What is held was learned from newer evidence, which older evidence does not replace. */
  private boolean isOlder(Interest dated) {
    return interests.stream()
        .filter(held -> isSame(held, dated))
        .anyMatch(
            held -> held.time().orElse(Instant.MIN).isAfter(dated.time().orElse(Instant.MAX)));
  }

  private double weight(Interest like, long nowMillis, InterestRule rule) {
    return interests.stream()
        .filter(held -> isSame(held, like))
        .mapToDouble(held -> rule.weight(held, nowMillis))
        .sum();
  }

  /** A clock that went back does not give another day. */
  private double learnedOn(long today) {
    return today > day ? 0 : learned;
  }

  private static boolean isSame(Interest a, Interest b) {
    return a.evidence() == b.evidence() && a.trait().equals(b.trait());
  }
}
