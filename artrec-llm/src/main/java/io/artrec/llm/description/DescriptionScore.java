package io.artrec.llm.description;

import io.artrec.text.analysis.TextAnalysis;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How much a description tells, and how.
 *
 * <p>Facts are the title, each artist, the date, each movement, genre, medium, technique, subject
 * and color, the size, where the work is, each sentence of the record's own description and each
 * remark, the last two in the language of the text alone. A value is told when all of its words but
 * function words stand in the text, by stem (Chinese: when it stands there as it is); an artist by
 * the last word of the name; the date by its first or last year; the size by a side in whole
 * centimetres; a sentence, a remark and a place by half of their words.
 *
 * @param coverage the facts told over all there are, 0 to 1; 0 where there is none
 * @param richness distinct content words over the root of all content words (Guiraud's index, P.
 *     Guiraud, Les caractères statistiques du vocabulaire, 1954), which hardly depends on length; 0
 *     or more, some 4 to 8 for a paragraph that does not repeat itself
 * @param density facts told for each 100 words (Chinese: each 200 letters), 0 or more
 */
public record DescriptionScore(double coverage, double richness, double density) {
  private static final int CHINESE_WORD = 2;

  /** Checks the values. */
  public DescriptionScore {
    if (!(coverage >= 0 && coverage <= 1 && richness >= 0 && density >= 0)) {
      throw new IllegalArgumentException(
          "coverage "
              + coverage
              + ", richness "
              + richness
              + ", density "
              + density
              + ", expected 0 to 1, and 0 or more");
    }
  }

  /**
   * Measures a text.
   *
   * @param text the text
   * @param work what there was to tell
   * @param language the language of the text
   * @return the score
   */
  public static DescriptionScore of(String text, ArtworkFacts work, Locale language) {
    ToldFact.Text prepared = ToldFact.Text.of(text);
    List<ToldFact> facts = ToldFact.all(work, language);
    long told = facts.stream().filter(fact -> fact.isIn(prepared)).count();
    boolean chinese = language.getLanguage().equals(Locale.CHINESE.getLanguage());
    TextAnalysis analysis = chinese ? TextAnalysis.chinese() : TextAnalysis.english();
    List<String> terms = analysis.terms(text);
    Set<String> distinct = new HashSet<>(terms);
    double words =
        chinese
            ? (double) text.codePoints().filter(Character::isLetterOrDigit).count() / CHINESE_WORD
            : text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
    return new DescriptionScore(
        facts.isEmpty() ? 0 : (double) told / facts.size(),
        terms.isEmpty() ? 0 : distinct.size() / Math.sqrt(terms.size()),
        words == 0 ? 0 : 100 * told / words);
  }
}
