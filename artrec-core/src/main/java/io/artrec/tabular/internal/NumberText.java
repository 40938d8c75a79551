package io.artrec.tabular.internal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Reads numbers as files write them: digits, a point, an exponent; a decimal comma and groups of
 * three digits where they cannot be mistaken for each other.
 */
public final class NumberText {
  private static final int LONGEST = 60;

  /** {@code 4,5} and {@code 1.200,50}; three digits behind the comma only after a point. */
  private static final Pattern COMMA =
      Pattern.compile("[+-]?(?:\\d{1,3}(?:\\.\\d{3})+,\\d+|\\d+,(?:\\d{1,2}|\\d{4,}))");

  /** {@code 1,200.50} and {@code 1,234,567}. */
  private static final Pattern GROUPS =
      Pattern.compile("[+-]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+|,\\d{3})");

  private NumberText() {}

  /**
   * Reads a number.
   *
   * @param text the text, space around it allowed
   * @return the number, or empty when the text is none or not finite: {@code NaN}, {@code
   *     Infinity}, {@code 1e999}, {@code 0x10} and {@code 1,200}, which may be 1.2 or 1200, are
   *     none; {@code 4,5} and {@code 1.200,50} are 4.5 and 1200.5
   */
  public static OptionalDouble parse(String text) {
    String stripped = withPoint(text.strip());
    if (stripped.isEmpty() || stripped.length() > LONGEST) {
      return OptionalDouble.empty();
    }
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        return OptionalDouble.empty();
      }
    }
    try {
      double number = Double.parseDouble(stripped);
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /**
   * Reads a number with all the digits that are written.
   *
   * @param text the text, space around it allowed
   * @return the number, or empty when {@link #parse} gives none
   */
  public static Optional<BigDecimal> decimal(String text) {
    return parse(text).isEmpty()
        ? Optional.empty()
        : Optional.of(new BigDecimal(withPoint(text.strip())));
  }

  /**
   * Turns a decimal comma to a point and takes separators of thousands out, if it is clear which.
   */
  private static String withPoint(String text) {
    if (text.length() > LONGEST || text.indexOf(',') < 0) {
      return text;
    }
    if (COMMA.matcher(text).matches()) {
      return text.replace(".", "").replace(',', '.');
    }
    return GROUPS.matcher(text).matches() ? text.replace(",", "") : text;
  }
}
