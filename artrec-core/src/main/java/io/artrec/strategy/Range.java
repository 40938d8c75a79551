package io.artrec.strategy;

import java.util.Optional;

/**
 * The numbers that a {@link Hyperparameter} may be, and those of them that a search should try.
 * Immutable and thread-safe.
 */
public final class Range {
  private final double least;
  private final boolean above;
  private final double most;
  private final String share;
  private final Optional<Hyperparameter.Span> tried;

  private Range(
      double least, boolean above, double most, String share, Optional<Hyperparameter.Span> tried) {
    this.least = least;
    this.above = above;
    this.most = most;
    this.share = share;
    this.tried = tried;
  }

  /**
   * Returns all numbers from one on.
   *
   * @param least the least
   * @return the range
   */
  public static Range atLeast(double least) {
    return new Range(least, false, Double.MAX_VALUE, "", Optional.empty());
  }

  /**
   * Returns all numbers above one.
   *
   * @param bound what the numbers exceed
   * @return the range
   */
  public static Range above(double bound) {
    return new Range(bound, true, Double.MAX_VALUE, "", Optional.empty());
  }

  /**
   * Returns shares of a whole.
   *
   * @param most the largest share, up to 1
   * @return the range from 0 to that
   */
  public static Range share(double most) {
    return new Range(0, false, most, "0 to " + text(most), Optional.empty());
  }

  /**
   * Returns shares of a whole, of which 0 says that there is none.
   *
   * @param most the largest share, up to 1
   * @return the range from 0 to that
   */
  public static Range shareOrNone(double most) {
    return new Range(0, false, most, "0 (none) to " + text(most), Optional.empty());
  }

  /**
   * {@return this range up to a number}
   *
   * @param bound the largest number
   */
  public Range atMost(double bound) {
    return new Range(least, above, bound, share, tried);
  }

  /**
   * {@return this range with what a search should try of it, each value as likely}
   *
   * @param from the least value to try
   * @param to the largest
   */
  public Range tried(double from, double to) {
    return trying(from, to, false);
  }

  /**
   * {@return this range with what a search should try of it, each order of magnitude as likely}
   *
   * @param from the least value to try, above 0
   * @param to the largest
   */
  public Range triedByMagnitude(double from, double to) {
    return trying(from, to, true);
  }

  private Range trying(double from, double to, boolean byMagnitude) {
    if (!(from < to) || !contains(from) || !contains(to) || (byMagnitude && !(from > 0))) {
      throw new IllegalArgumentException(
          "a search should try " + from + " to " + to + ", expected two numbers of: " + this);
    }
    Hyperparameter.Span span = new Hyperparameter.Span(from, to, byMagnitude);
    return new Range(least, above, most, share, Optional.of(span));
  }

  Optional<Hyperparameter.Span> tried() {
    return tried;
  }

  private boolean contains(double value) {
    return expected(value, false).isEmpty();
  }

  /** What was expected instead of a value that is out of range. */
  Optional<String> expected(double value, boolean whole) {
    boolean enough = above ? value > least : value >= least;
    if (!share.isEmpty()) {
      return enough && value <= most ? Optional.empty() : Optional.of("a share of " + share);
    }
    if (!enough || Double.isInfinite(value)) {
      String article = whole ? "" : above ? "a number " : "a number of ";
      return Optional.of(article + lower());
    }
    return value > most ? Optional.of("at most " + text(most)) : Optional.empty();
  }

  private String lower() {
    return above ? "above " + text(least) : text(least) + " or more";
  }

  private static String text(double bound) {
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
  }

  /** The range in words: {@code 1 or more}, {@code above 0, at most 1}, {@code 0 to 0.5}. */
  @Override
  public String toString() {
    return !share.isEmpty()
        ? share
        : lower() + (most < Double.MAX_VALUE ? ", at most " + text(most) : "");
  }
}
