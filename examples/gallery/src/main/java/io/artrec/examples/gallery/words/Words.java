package io.artrec.examples.gallery.words;

import java.util.List;
import java.util.Locale;

/** A language of the gallery. Implementations are immutable. */
public abstract class Words {
  Words() {}

  /**
   * Returns the language.
   *
   * @return for the library's words
   */
  public abstract Locale locale();

  /**
   * Returns the other language.
   *
   * @return to change to
   */
  public abstract Words other();

  /**
   * Returns what stands between two sentences.
   *
   * @return a space, or nothing
   */
  public abstract String gap();

  /**
   * Returns parts as a list in a sentence.
   *
   * @param parts the parts
   * @return the list
   */
  public abstract String list(List<String> parts);

  abstract String pattern(Text text);

  /**
   * Says something.
   *
   * @param text what
   * @param values what stands in its gaps
   * @return the words
   */
  public String say(Text text, Object... values) {
    return values.length == 0 ? pattern(text) : String.format(Locale.ROOT, pattern(text), values);
  }
}
