package io.artrec.eval.online;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One work shown to one visitor, and what came of it. Immutable. What a visitor did is an {@link
 * io.artrec.behavior.Interaction}; this is the occasion to do it. {@link Attribution} joins the
 * two, so an application may log impressions bare and interactions as ever.
 *
 * @param visitor the visitor's id, not blank
 * @param work the artwork's id, not blank
 * @param variant which recommender or variant chose it, not blank
 * @param place where in the list, 1 the first
 * @param time when
 * @param propensity the probability with which the variant showed this work here; above 0, at most
 *     1; empty where it is not known
 * @param clicked whether the visitor opened it
 * @param converted whether it led to what the application is after: a purchase, a favourite
 * @param dwell how long the visitor stayed with it; empty where it was not measured
 */
public record Impression(
    String visitor,
    String work,
    String variant,
    int place,
    Instant time,
    OptionalDouble propensity,
    boolean clicked,
    boolean converted,
    Optional<Duration> dwell) {
  /** Validates. */
  public Impression {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(propensity, "propensity");
    Objects.requireNonNull(dwell, "dwell");
    check(visitor, work, variant, place);
    propensity.ifPresent(value -> checkPropensity(visitor, work, value));
    dwell.ifPresent(length -> checkDwell(visitor, work, seconds(length)));
  }

  /**
   * {@return an impression nothing is known to have come of, without propensity, click, conversion
   * and dwell}
   *
   * @param visitor the visitor's id
   * @param work the artwork's id
   * @param variant which variant chose it
   * @param place where in the list, 1 the first
   * @param time when
   */
  public static Impression shown(
      String visitor, String work, String variant, int place, Instant time) {
    return new Impression(
        visitor,
        work,
        variant,
        place,
        time,
        OptionalDouble.empty(),
        false,
        false,
        Optional.empty());
  }

  /** {@return this impression, clicked} */
  public Impression withClick() {
    return new Impression(visitor, work, variant, place, time, propensity, true, converted, dwell);
  }

  /** {@return this impression, converted} */
  public Impression withConversion() {
    return new Impression(visitor, work, variant, place, time, propensity, clicked, true, dwell);
  }

  /**
   * {@return this impression with a time of stay}
   *
   * @param stay how long, not negative
   */
  public Impression withDwell(Duration stay) {
    return new Impression(
        visitor, work, variant, place, time, propensity, clicked, converted, Optional.of(stay));
  }

  /**
   * {@return this impression with the probability it had}
   *
   * @param probability above 0, at most 1
   */
  public Impression withPropensity(double probability) {
    return new Impression(
        visitor,
        work,
        variant,
        place,
        time,
        OptionalDouble.of(probability),
        clicked,
        converted,
        dwell);
  }

  static double seconds(Duration length) {
    return length.getSeconds() + length.getNano() / 1e9;
  }

  static void check(String visitor, String work, String variant, int place) {
    if (visitor.isBlank() || work.isBlank() || variant.isBlank() || place < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "impression of work '%s' for visitor '%s' by variant '%s' at place %d: the three names"
                  + " must be non-blank, places count from 1",
              work,
              visitor,
              variant,
              place));
    }
  }

  static void checkPropensity(String visitor, String work, double propensity) {
    if (!(propensity > 0 && propensity <= 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "propensity of work '%s' for visitor '%s' is %s, expected above 0 and at most 1: what"
                  + " was shown had a chance; leave it out where it is unknown",
              work,
              visitor,
              propensity));
    }
  }

  static void checkDwell(String visitor, String work, double seconds) {
    if (!(seconds >= 0 && seconds <= Float.MAX_VALUE)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "dwell of visitor '%s' with work '%s' is %s s, expected 0 or more",
              visitor,
              work,
              seconds));
    }
  }
}
