package io.artrec.text.analysis;

/** Characters that nobody sees, and that would cut words or make two of one. */
final class Invisibles {
  private static final int ZERO_WIDTH_SPACE = 0x200B;
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;
  private static final int GRAPHEME_JOINER = 0x34F;

  /** From here on scripts have letters that change by joiners. */
  private static final int SHAPED_FROM = 0x590;

  private Invisibles() {}

  /**
   * Tells whether a character goes without a trace.
   *
   * @param c the character
   * @param before what was kept of the text before it
   * @param text the text
   * @param next where the text goes on behind it
   */
  static boolean isGone(int c, CharSequence before, String text, int next) {
    return switch (c) {
      case ZERO_WIDTH_SPACE -> before.length() == 0 || !isUnspaced(last(before));
      case NON_JOINER, JOINER ->
          before.length() == 0
              || next >= text.length()
              || (isUnshaped(last(before)) && isUnshaped(text.charAt(next)));
      case GRAPHEME_JOINER -> true;
      default -> isNoncharacter(c) || (Character.getType(c) == Character.FORMAT && !tells(c));
    };
  }

  private static char last(CharSequence text) {
    return text.charAt(text.length() - 1);
  }

  private static boolean isNoncharacter(int c) {
    return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
  }

  /** Signs that span the numbers after them, and the letters of flags. */
  private static boolean tells(int c) {
    return (c >= 0x600 && c <= 0x605)
        || c == 0x6DD
        || c == 0x70F
        || (c >= 0x890 && c <= 0x891)
        || c == 0x8E2
        || c == 0x110BD
        || c == 0x110CD
        || (c >= 0xE0020 && c <= 0xE007F);
  }

  /** Thai, Lao, Burmese and Khmer. */
  private static boolean isUnspaced(char c) {
    return (c >= 0xE00 && c <= 0xEFF)
        || (c >= 0x1000 && c <= 0x109F)
        || (c >= 0x1780 && c <= 0x17FF);
  }

  private static boolean isUnshaped(char c) {
    return c < SHAPED_FROM || Character.isWhitespace(c) || Character.isIdeographic(c);
  }
}
