package io.artrec.examples;

import java.io.PrintStream;
import java.text.BreakIterator;
import java.util.Locale;

/** Prints text wrapped to 80 columns; Chinese characters take two. */
final class Page {
  static final int WIDTH = 80;

  private final PrintStream out;

  Page(PrintStream out) {
    this.out = out;
  }

  void title(String text) {
    out.println();
    out.println(text);
    out.println("-".repeat(Math.min(WIDTH, columns(text))));
  }

  /**
   * Prints a paragraph, every line indented; breaks at spaces, and in Chinese after any character.
   */
  void text(int indent, String paragraph) {
    String margin = " ".repeat(indent);
    StringBuilder line = new StringBuilder();
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(paragraph);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      String piece = paragraph.substring(from, to);
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
    out.println(text);
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
