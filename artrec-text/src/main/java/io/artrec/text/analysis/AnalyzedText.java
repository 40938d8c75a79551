package io.artrec.text.analysis;

import java.util.List;
import java.util.Objects;

/**
 * A text and where its terms stand.
 *
 * @param text the cleaned text that offsets count in
 * @param tokens its terms in order; stop words are not among them
 */
public record AnalyzedText(String text, List<Token> tokens) {
  /**
   * One occurrence of a term.
   *
   * @param term the term, as {@link TextAnalysis#terms} gives it: folded and stemmed
   * @param start where its first character stands in the text
   * @param end after its last character
   * @param position counts words, stop words included: terms whose positions differ by one are
   *     neighbours, but for punctuation between them
   */
  public record Token(String term, int start, int end, int position) {
    /** Validates the parts. */
    public Token {
      Objects.requireNonNull(term, "term");
      if (start < 0 || end < start) {
        throw new IllegalArgumentException(
            "token '" + term + "' from " + start + " to " + end + ", expected 0 <= start <= end");
      }
    }
  }

  /** Validates the parts. */
  public AnalyzedText {
    Objects.requireNonNull(text, "text");
    tokens = List.copyOf(tokens);
  }

  /**
   * Returns a token's words as written.
   *
   * @param token one of the tokens
   * @return its part of the text
   */
  public String surface(Token token) {
    return text.substring(token.start(), token.end());
  }
}
