package io.artrec.eval.report;

/** Writes markup that is well-formed as XML and as HTML; all text and attributes are escaped. */
final class Markup {
  private final StringBuilder out = new StringBuilder();

  /** Opens an element; attributes come as name, value, name, value. */
  Markup open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    return this;
  }

  Markup close(String tag) {
    out.append("</").append(tag).append('>');
    return this;
  }

  /** Writes an element without content: one that is void in HTML, or any of SVG. */
  Markup empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append(" />");
    return this;
  }

  Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  Markup text(String text) {
    out.append(escape(text));
    return this;
  }

  /** Writes a name, which may be broken into lines where its parts meet. */
  Markup name(String name) {
    out.append(escape(name).replaceAll("(?<=[,:])(?=\\S)|(?<=\\S)(?==)", "<wbr />"));
    return this;
  }

  /** Appends what is markup already. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  Markup line() {
    out.append('\n');
    return this;
  }

  private void start(String tag, String... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException(
          attributes.length + " strings as attributes of <" + tag + ">, expected pairs");
    }
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"").append(escape(attributes[i + 1]));
      out.append('"');
    }
  }

  /** Returns text as it may stand in an element or attribute; what XML forbids becomes U+FFFD. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\t', '\n', '\r' -> escaped.append("&#").append(c).append(';');
                default -> escaped.appendCodePoint(allowed(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean allowed(int c) {
    return c >= 0x20
        && !(c >= 0x7F && c < 0xA0)
        && !(c >= 0xD800 && c < 0xE000)
        && c != 0xFFFE
        && c != 0xFFFF;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
