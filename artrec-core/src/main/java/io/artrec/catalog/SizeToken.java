package io.artrec.catalog;

/**
 * A piece of a size in words.
 *
 * @param kind what it is
 * @param value the number, where it is one
 * @param word the word in lower case, where it is one
 */
record SizeToken(Kind kind, double value, String word) {
  /** The kinds of pieces. */
  enum Kind {
    NUMBER,
    /**
     * A number of which the unit says whether three digits are thousands or decimals: {@code
     * 1,250}, {@code 1.250}; its value is the one with decimals, its word the sign.
     */
    THOUSANDS,
    /** Digits that are no number: a fraction over 0, two points. */
    UNREADABLE,
    TIMES,
    UNIT,
    WORD,
    OPEN,
    CLOSE,
    COMMA,
    DASH,
    /** A slash or sign of equality between two ways to write a size. */
    EQUALS,
    /** What ends a clause: a semicolon, a line's end, the end of the text. */
    END
  }

  static SizeToken of(Kind kind) {
    return new SizeToken(kind, 0, "");
  }

  static SizeToken word(Kind kind, String word) {
    return new SizeToken(kind, 0, word);
  }

  static SizeToken number(Kind kind, double value) {
    return new SizeToken(kind, value, "");
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /** Whether a side may begin here. */
  boolean isNumeric() {
    return kind == Kind.NUMBER || kind == Kind.THOUSANDS || kind == Kind.UNREADABLE;
  }
}
