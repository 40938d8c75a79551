package io.artrec.examples;

import java.io.PrintStream;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Prints text wrapped to 80 columns; Chinese characters take two. */
final class Page {
  static final int WIDTH = 80;

  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

  private final PrintStream out;

  Page(PrintStream out) {
    this.out = out;
  }

  void title(String text) {
    String plain = cut(plain(text), WIDTH);
    out.println();
    out.println(plain);
    out.println("-".repeat(columns(plain)));
  }

  /**
   * Prints a paragraph, every line indented; breaks at spaces, and in Chinese after any character.
   * A word longer than a line is cut.
   */
  void text(int indent, String paragraph) {
    String margin = " ".repeat(indent);
    StringBuilder line = new StringBuilder();
    String plain = plain(paragraph);
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(plain);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      String piece = cut(plain.substring(from, to), WIDTH - indent);
      if (line.length() > 0 && indent + columns(line + piece.stripTrailing()) > WIDTH) {
        out.println(margin + line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(piece);
      from = to;
    }
    out.println(margin + line.toString().stripTrailing());
  }

  void line(String text) {
    out.println(plain(text));
  }

  /** Turns line ends, tabs and other control characters, which files may hold, to spaces. */
  private static String plain(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }

  /** Cuts a text to a number of columns, with an ellipsis when something is lost. */
  static String cut(String text, int most) {
    if (columns(text) <= most) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int code = text.codePointAt(i);
      int width = columns(code);
      if (used + width > most - 3) {
        break;
      }
      kept.appendCodePoint(code);
      used += width;
      i += Character.charCount(code);
    }
    return kept + "...";
  }

  /** Pads a text with spaces to a number of columns. */
  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - columns(text)));
  }

  static int columns(String text) {
    return text.codePoints().map(Page::columns).sum();
  }

  private static int columns(int code) {
    Character.UnicodeScript script = Character.UnicodeScript.of(code);
    boolean wide =
        script == Character.UnicodeScript.HAN
            || script == Character.UnicodeScript.HIRAGANA
            || script == Character.UnicodeScript.KATAKANA
            || script == Character.UnicodeScript.HANGUL
            || (code >= 0x3000 && code <= 0x303F)
            || (code >= 0xFF00 && code <= 0xFF60);
    return wide ? 2 : Character.getType(code) == Character.NON_SPACING_MARK ? 0 : 1;
  }
}
