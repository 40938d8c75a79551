package io.artrec.tabular;

import java.util.OptionalDouble;

/** Reads numbers as files write them: digits, a point, an exponent, and nothing else. */
public final class NumberText {
  private NumberText() {}

  /**
   * Reads a number.
   *
   * @param text the text, space around it allowed
   * @return the number, or empty when the text is none or not finite: {@code NaN}, {@code
   *     Infinity}, {@code 1e999}, {@code 1,200} and {@code 0x10} are none
   */
  public static OptionalDouble parse(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.length() > 60) {
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
}
