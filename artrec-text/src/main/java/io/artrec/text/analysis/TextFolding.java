package io.artrec.text.analysis;

/** Characters as a dictionary compares them. */
final class TextFolding {
  private TextFolding() {}

  /** Lower case character by character, so that offsets stay. */
  static char[] lowerCase(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = Character.toLowerCase(chars[i]);
    }
    return chars;
  }

  /**
   * Tells whether a word may begin or end at an offset: not inside a run of letters and digits of
   * alphabets, and not inside a surrogate pair.
   */
  static boolean isBreak(char[] text, int offset) {
    if (offset <= 0 || offset >= text.length) {
      return true;
    }
    char before = text[offset - 1];
    char after = text[offset];
    return !(isAlphabetic(before) && isAlphabetic(after))
        && !Character.isSurrogatePair(before, after);
  }

  private static boolean isAlphabetic(char c) {
    return c < 0x2E80 && Character.isLetterOrDigit(c);
  }
}
