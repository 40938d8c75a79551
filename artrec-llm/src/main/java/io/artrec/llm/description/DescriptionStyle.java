package io.artrec.llm.description;

import java.util.Locale;
import java.util.Objects;

/**
 * How a description is to be: for a visitor, plain, in English, of up to 90 words unless set.
 * Immutable and thread-safe; refined by chained copies.
 */
public final class DescriptionStyle {
  /** The most words that may be asked for. */
  public static final int MOST_WORDS = 400;

  private final Audience audience;
  private final Tone tone;
  private final Locale language;
  private final int words;

  private DescriptionStyle(Audience audience, Tone tone, Locale language, int words) {
    this.audience = Objects.requireNonNull(audience, "audience");
    this.tone = Objects.requireNonNull(tone, "tone");
    this.language = Objects.requireNonNull(language, "language");
    this.words = words;
  }

  /**
   * Returns the usual style.
   *
   * @return for a visitor, plain, English, up to 90 words
   */
  public static DescriptionStyle standard() {
    return new DescriptionStyle(Audience.VISITOR, Tone.PLAIN, Locale.ENGLISH, 90);
  }

  /**
   * {@return this style for another audience}
   *
   * @param readers for whom the text is
   */
  public DescriptionStyle audience(Audience readers) {
    return new DescriptionStyle(readers, tone, language, words);
  }

  /**
   * {@return this style in another tone}
   *
   * @param spoken how it speaks
   */
  public DescriptionStyle tone(Tone spoken) {
    return new DescriptionStyle(audience, spoken, language, words);
  }

  /**
   * {@return this style in another language}
   *
   * @param written Chinese for {@code zh}, else English
   */
  public DescriptionStyle language(Locale written) {
    return new DescriptionStyle(audience, tone, written, words);
  }

  /**
   * {@return this style of another length} The sentence that says what the work is stays, however
   * short that is.
   *
   * @param most how many words at most, 10 to {@value #MOST_WORDS}; in Chinese twice as many
   *     characters
   */
  public DescriptionStyle words(int most) {
    if (most < 10 || most > MOST_WORDS) {
      throw new IllegalArgumentException(
          "a description of " + most + " words, expected 10 to " + MOST_WORDS);
    }
    return new DescriptionStyle(audience, tone, language, most);
  }

  /**
   * Returns for whom the text is.
   *
   * @return the audience
   */
  public Audience audience() {
    return audience;
  }

  /**
   * Returns how the text speaks.
   *
   * @return the tone
   */
  public Tone tone() {
    return tone;
  }

  /** {@return the language of the text} */
  public Locale language() {
    return language;
  }

  /**
   * Returns how long the text may be.
   *
   * @return the most words; in Chinese half of the most characters
   */
  public int words() {
    return words;
  }

  boolean isChinese() {
    return language.getLanguage().equals(Locale.CHINESE.getLanguage());
  }

  /** Whether a text is no longer than this allows. */
  boolean allows(String text) {
    return isChinese()
        ? text.codePoints().filter(Character::isLetterOrDigit).count() <= 2L * words
        : text.strip().split("\\s+", -1).length <= words;
  }

  @Override
  public String toString() {
    return audience + ", " + tone + ", " + language + ", up to " + words + " words";
  }
}
