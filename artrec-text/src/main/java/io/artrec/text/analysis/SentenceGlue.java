package io.artrec.text.analysis;

/**
 * Finds where two sentences, or a heading and what it heads, stand without a space between them, as
 * in {@code a white dress.The artist} or {@code Medium:Oil}: museums' texts lose line breaks so.
 */
final class SentenceGlue {
  private static final String MARKS = ".!?:";
  private static final String CLOSING = "\"'”’»)]}";
  private static final String OF_NAMES = "./@_:\\";
  private static final int LONGEST_WORD = 40;
  private static final int SHORTEST_YEAR = 3;

  private SentenceGlue() {}

  /** Puts a space where one is missing; returns the same text when none is. */
  static String parted(String text) {
    StringBuilder parted = null;
    int copied = 0;
    for (int i = 0; i < text.length() - 1; i++) {
      if (MARKS.indexOf(text.charAt(i)) >= 0) {
        int end = i + 1 < text.length() && CLOSING.indexOf(text.charAt(i + 1)) >= 0 ? i + 2 : i + 1;
        boolean abbreviates =
            text.charAt(i) == '.' && SentenceSplitter.standard().isAbbreviation(text, 0, i, end);
        if (!abbreviates && joins(text, 0, i, end)) {
          parted = parted == null ? new StringBuilder(text.length() + 16) : parted;
          parted.append(text, copied, end).append(' ');
          copied = end;
        }
      }
    }
    return parted == null ? text : parted.append(text, copied, text.length()).toString();
  }

  /**
   * Tells whether a mark joins two sentences: before it a word in small letters, which may begin
   * with a capital, a year, or something closed; behind it a word with a capital. Names of files
   * and sites, initials and acronyms are left alone. O(1).
   *
   * @param start where to look no further back
   * @param mark where the mark stands
   * @param end behind the mark and what it closes
   */
  static boolean joins(CharSequence text, int start, int mark, int end) {
    return beginsSentence(text, end) && mark > start && endsSentence(text, start, mark);
  }

  private static boolean beginsSentence(CharSequence text, int at) {
    if (at >= text.length() || !Character.isUpperCase(Character.codePointAt(text, at))) {
      return false;
    }
    int second = at + Character.charCount(Character.codePointAt(text, at));
    if (second >= text.length()) {
      return false;
    }
    char first = text.charAt(at);
    int next = Character.codePointAt(text, second);
    return Character.isLowerCase(next)
        || ((first == 'A' || first == 'I') && Character.isWhitespace(next));
  }

  private static boolean endsSentence(CharSequence text, int start, int mark) {
    char last = text.charAt(mark - 1);
    if (CLOSING.indexOf(last) >= 0) {
      return mark - 2 >= start && Character.isLetterOrDigit(text.charAt(mark - 2));
    }
    int from = mark;
    int digits = 0;
    boolean small = true;
    while (from > start
        && mark - from <= LONGEST_WORD
        && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
      char c = text.charAt(from);
      digits += Character.isDigit(c) ? 1 : 0;
      boolean first = from == start || !Character.isLetterOrDigit(text.charAt(from - 1));
      small &= Character.isLowerCase(c) || (first && Character.isUpperCase(c));
    }
    int length = mark - from;
    boolean alone = from == start || OF_NAMES.indexOf(text.charAt(from - 1)) < 0;
    boolean year = digits == length && length >= SHORTEST_YEAR;
    return alone && length <= LONGEST_WORD && (year || (length > 1 && small));
  }
}
