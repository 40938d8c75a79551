package io.artrec.text.wish;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * Numbers from one to another, both included; either side may be open.
 *
 * @param from the least, or empty
 * @param to the most, or empty
 */
public record WishRange(OptionalDouble from, OptionalDouble to) {
  /** Validates the order. */
  public WishRange {
    if (from.isEmpty() && to.isEmpty()) {
      throw new IllegalArgumentException("a range of a wish is open on both sides; expected one");
    }
    if (from.isPresent() && to.isPresent() && from.getAsDouble() > to.getAsDouble()) {
      throw new IllegalArgumentException(
          "range of a wish from "
              + from.getAsDouble()
              + " to "
              + to.getAsDouble()
              + ", expected the lesser number first");
    }
  }

  static WishRange between(double one, double other) {
    return new WishRange(
        OptionalDouble.of(Math.min(one, other)), OptionalDouble.of(Math.max(one, other)));
  }

  static WishRange atMost(double to) {
    return new WishRange(OptionalDouble.empty(), OptionalDouble.of(to));
  }

  static WishRange atLeast(double from) {
    return new WishRange(OptionalDouble.of(from), OptionalDouble.empty());
  }

  /** Whether one side is open. */
  boolean isOpen() {
    return from.isEmpty() || to.isEmpty();
  }

  /** What is beyond the open range, a step away. */
  WishRange inverted(double step) {
    return from.isPresent() ? atMost(from.getAsDouble() - step) : atLeast(to.orElseThrow() + step);
  }

  /** The least number, or negative infinity. */
  double least() {
    return from.orElse(Double.NEGATIVE_INFINITY);
  }

  /** The greatest number, or infinity. */
  double most() {
    return to.orElse(Double.POSITIVE_INFINITY);
  }

  /**
   * Tells whether a number is in the range.
   *
   * @param number the number
   * @return whether it is neither below nor above
   */
  public boolean contains(double number) {
    return number >= least() && number <= most();
  }

  /** A number without needless digits, to two places. */
  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(Math.round(value * 100)).movePointLeft(2);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /**
   * {@return the range as it stands in files, for instance {@code 1880..}, {@code ..60.5} or {@code
   * 3..3}}
   */
  @Override
  public String toString() {
    return (from.isPresent() ? number(from.getAsDouble()) : "")
        + ".."
        + (to.isPresent() ? number(to.getAsDouble()) : "");
  }
}
