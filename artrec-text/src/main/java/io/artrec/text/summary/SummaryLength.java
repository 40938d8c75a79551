package io.artrec.text.summary;

/**
 * How long a summary may be.
 *
 * @param sentences the most sentences
 * @param characters the most characters, spaces between sentences included
 */
public record SummaryLength(int sentences, int characters) {
  /** Validates the parts. */
  public SummaryLength {
    if (sentences < 1) {
      throw new IllegalArgumentException("sentences is " + sentences + ", expected 1 or more");
    }
    if (characters < 1) {
      throw new IllegalArgumentException("characters is " + characters + ", expected 1 or more");
    }
  }

  /**
   * {@return a length in sentences}
   *
   * @param most 1 or more
   */
  public static SummaryLength ofSentences(int most) {
    return new SummaryLength(most, Integer.MAX_VALUE);
  }

  /**
   * {@return a length in characters}
   *
   * @param most 1 or more
   */
  public static SummaryLength ofCharacters(int most) {
    return new SummaryLength(Integer.MAX_VALUE, most);
  }
}
