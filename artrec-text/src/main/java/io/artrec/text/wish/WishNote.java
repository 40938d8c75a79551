package io.artrec.text.wish;

import java.util.Locale;
import java.util.Objects;

/**
 * Something that the asker must be told about what became of a wish. Immutable.
 *
 * @param kind what it is
 * @param words in which it is said: what the note is about in English, and in Chinese
 */
public record WishNote(Kind kind, Words words) {
  /** What is to be told. */
  public enum Kind {
    /** The records do not say what would be needed: "prices are not known here". */
    NOT_KNOWN,
    /** Who or what is wished for is not here. */
    NOT_HERE,
    /** A difference was wished for, and there is no earlier answer. */
    NO_EARLIER_ANSWER,
    /** No work shows everything; works that show any of it are taken. */
    ANY_OF_SEVERAL,
    /** Words were not understood. */
    NOT_UNDERSTOOD,
    /** No work fits. */
    NOTHING_FITS
  }

  /**
   * A sentence in two languages.
   *
   * @param english the sentence in English, without its end mark
   * @param chinese the sentence in Chinese, without its end mark
   */
  public record Words(String english, String chinese) {
    /** Validates the parts. */
    public Words {
      Objects.requireNonNull(english, "english");
      Objects.requireNonNull(chinese, "chinese");
    }
  }

  /** Validates the parts. */
  public WishNote {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(words, "words");
  }

  static WishNote of(Kind kind, String english, String chinese) {
    return new WishNote(kind, new Words(english, chinese));
  }

  /**
   * {@return the sentence, for instance {@code prices are not known here}}
   *
   * @param language Chinese for {@code zh}, else English
   */
  public String words(Locale language) {
    return language.getLanguage().equals("zh") ? words.chinese() : words.english();
  }
}
