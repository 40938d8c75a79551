package io.artrec.examples.gallery.html;

/** A piece of a page: a text or an element. There is no way to make one of markup. */
public interface Html {
  /**
   * Writes this as HTML.
   *
   * @param out where to
   */
  void write(StringBuilder out);

  /**
   * Makes a text of any characters, which mean themselves.
   *
   * @param text the text
   * @return the piece
   */
  static Html text(String text) {
    return out -> Escaping.text(text, out);
  }
}
