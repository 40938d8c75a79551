package io.artrec.llm.sentiment;

import io.artrec.text.analysis.TextAnalysis;
import java.util.Locale;

/** Words that turn an opinion round, each with an opinion of its language. */
final class Negations {
  private static final String[][] PAIRS = {
    {"not", "good"},
    {"不", "好"},
    {"pas", "beau"},
    {"nicht", "gut"},
    {"niet", "goed"},
    {"non", "bello"},
    {"no", "bueno"},
    {"não", "bom"},
    {"не", "хорошо"},
  };

  private Negations() {}

  /**
   * Gives back an analysis that keeps words of negation.
   *
   * @throws IllegalArgumentException when it reads an opinion, but drops what turns it round
   */
  static TextAnalysis required(TextAnalysis analysis) {
    for (String[] pair : PAIRS) {
      if (analysis.terms(pair[0]).isEmpty() && !analysis.terms(pair[1]).isEmpty()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "analysis '%s' drops '%s', so that \"%s %s\" reads as \"%s\"; pass one that keeps all"
                    + " words, such as OpinionTerms.englishWords() or WordVectors.plainWords()",
                analysis.name(),
                pair[0],
                pair[0],
                pair[1],
                pair[1]));
      }
    }
    return analysis;
  }
}
