package io.artrec.cf.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Checks of hyper-parameters, with one wording for all strategies. */
public final class Checks {
  private Checks() {}

  /**
   * Refuses a number below a bound.
   *
   * @param strategy whose parameter it is
   * @param name its name
   * @param value its value
   * @param least the least that is allowed
   * @throws IllegalArgumentException when it is less
   */
  public static void atLeast(String strategy, String name, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          name + " of " + strategy + " is " + value + ", expected " + least + " or more");
    }
  }

  /**
   * Refuses a number that is not finite or below a bound.
   *
   * @param strategy whose parameter it is
   * @param name its name
   * @param value its value
   * @param least the least that is allowed
   * @throws IllegalArgumentException when it is less or not finite
   */
  public static void finite(String strategy, String name, double value, double least) {
    if (!(value >= least) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          name
              + " of "
              + strategy
              + " is "
              + value
              + ", expected a number of "
              + text(least)
              + " or more");
    }
  }

  /**
   * Refuses a number that is not finite or not above a bound.
   *
   * @param strategy whose parameter it is
   * @param name its name
   * @param value its value
   * @param bound what it must exceed
   * @throws IllegalArgumentException when it does not or is not finite
   */
  public static void above(String strategy, String name, double value, double bound) {
    if (!(value > bound) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          name + " of " + strategy + " is " + value + ", expected a number above " + text(bound));
    }
  }

  /**
   * Refuses a meaning of behaviour that a method cannot be trained on.
   *
   * @param strategy whose parameter it is
   * @param feedback the value
   * @param allowed what is allowed
   * @throws IllegalArgumentException when it is none of these
   */
  public static void oneOf(String strategy, Feedback feedback, Feedback... allowed) {
    Objects.requireNonNull(feedback, "feedback");
    if (!Arrays.asList(allowed).contains(feedback)) {
      throw new IllegalArgumentException(
          Arrays.stream(allowed)
              .map(one -> one.name().toLowerCase(Locale.ROOT))
              .collect(
                  Collectors.joining(
                      ", ",
                      "feedback of "
                          + strategy
                          + " is "
                          + feedback.name().toLowerCase(Locale.ROOT)
                          + ", expected one of ",
                      "")));
    }
  }

  private static String text(double bound) {
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
  }
}
