package io.artrec.text.sentiment;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Judges by word lists and rules; needs no training, no model and no engine.
 *
 * <p>The lists are the project's own: some 4,600 English and 3,500 Chinese words and phrases, of
 * general reviews (films, books, hotels, goods) and of art, each with an intensity of −4 to 4 (1
 * slight, 2 clear, 3 strong, 4 extreme), besides emoji and emoticons. English inflections are
 * undone by rule; the longest phrase counts. Then, in this order:
 *
 * <ol>
 *   <li>a word of degree just before scales the opinion (<i>very</i>, <i>slightly</i>, 很, 稍); too
 *       much of a good thing is bad, less of a bad thing good;
 *   <li>a negator up to four words before, in the same clause, turns it round and weakens it
 *       (<i>not good</i> is bad, <i>not bad</i> mildly good; two negators cancel; <i>not only</i>
 *       is none; <i>far from</i>, blame itself, is none where it denies one);
 *   <li>what would or should be, or tries to be, is not (<i>could have been great</i>, 要是);
 *   <li>what comes before <i>but</i> counts half and what follows 1.3 times; a clause of
 *       <i>although</i> counts half;
 *   <li>capitals among small letters count 1.3 times, exclamation marks up to 1.45, questions 0.6.
 * </ol>
 *
 * <p>With {@code s} the sum over {@code n} opinions and {@code x = s / √n}, the intensity is {@code
 * x / √(x² + 15)}: 0.46 for a single <i>good</i>, 0.72 for <i>masterpiece</i>. The label follows
 * from the intensity as in {@link Sentiment#of}. A text without a listed word is neutral.
 *
 * <p>The approach of lists with rules of valence shifting: Polanyi and Zaenen, Contextual valence
 * shifters (2006); Taboada and others, Lexicon-based methods for sentiment analysis (2011).
 *
 * <p>Immutable and thread-safe; O(characters).
 */
public final class LexiconSentiment implements SentimentAnalyzer {
  private static final double SOFTNESS = 15;
  private static final double MOST = 4;

  /**
   * What one phrase of a text counts.
   *
   * @param words the phrase, in lower case
   * @param weight below 0 against, above 0 for, after all rules
   */
  public record Opinion(String words, double weight) {}

  private final String name;
  private final Wordlist list;

  private LexiconSentiment(String name, Wordlist list) {
    this.name = name;
    this.list = list;
  }

  /**
   * Returns English.
   *
   * @return the analyzer {@code lexicon-en}
   */
  public static LexiconSentiment english() {
    return new LexiconSentiment("lexicon-en", Wordlist.english());
  }

  /**
   * Returns simplified Chinese; English words among it are read, too.
   *
   * @return the analyzer {@code lexicon-zh}
   */
  public static LexiconSentiment chinese() {
    return new LexiconSentiment("lexicon-zh", Wordlist.chinese());
  }

  /**
   * {@return this analyzer with more or other words, of the same name}
   *
   * @param opinions words or phrases with their intensities, −4 to 4; 0 takes a word's opinion away
   */
  public LexiconSentiment with(Map<String, Double> opinions) {
    opinions.forEach(
        (word, value) -> {
          if (word.isBlank()) {
            throw new IllegalArgumentException("a word for the sentiment lexicon is blank");
          }
          if (!(Math.abs(value) <= MOST)) {
            throw new IllegalArgumentException(
                String.format(
                    Locale.ROOT,
                    "intensity of '%s' in the sentiment lexicon is %s, expected -4 to 4",
                    word,
                    value));
          }
        });
    return new LexiconSentiment(name, list.with(opinions));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Sentiment analyze(String text) {
    return Sentiment.of(
        intensity(opinions(text).stream().map(LexiconSentiment.Opinion::weight).toList()));
  }

  /**
   * Returns what the judgement rests on.
   *
   * @param text any text
   * @return the phrases that count, in order of the text; empty when none is listed
   */
  public List<Opinion> opinions(String text) {
    return List.copyOf(Judgement.of(Units.of(text, list)));
  }

  static double intensity(List<Double> weights) {
    if (weights.isEmpty()) {
      return 0;
    }
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double x = sum / Math.sqrt(weights.size());
    return x / Math.sqrt(x * x + SOFTNESS);
  }
}
