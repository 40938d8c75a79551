package io.artrec.words.internal;

import java.util.List;

/** English ordinal numbers in words. */
public final class EnglishOrdinals {
  /** {@code first} to {@code twenty-first}, which is as far as centuries go. */
  public static final List<String> WORDS =
      List.of(
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth",
          "thirteenth",
          "fourteenth",
          "fifteenth",
          "sixteenth",
          "seventeenth",
          "eighteenth",
          "nineteenth",
          "twentieth",
          "twenty-first");

  private EnglishOrdinals() {}

  /**
   * {@return the number that an ordinal says, 1 for {@code first}; 0 for any other word}
   *
   * @param word in lower case
   */
  public static int number(String word) {
    return WORDS.indexOf(word) + 1;
  }
}
