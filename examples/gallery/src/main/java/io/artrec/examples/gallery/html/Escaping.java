package io.artrec.examples.gallery.html;

/** Characters that mean something in HTML, written so that they do not. */
final class Escaping {
  private Escaping() {}

  static void text(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(isAllowed(c) ? c : '\uFFFD');
      }
    }
  }

  /** Characters that HTML forbids even when they are escaped. */
  private static boolean isAllowed(char c) {
    return (c >= ' ' && c != '\u007F') || c == '\n' || c == '\t' || c == '\r';
  }
}
