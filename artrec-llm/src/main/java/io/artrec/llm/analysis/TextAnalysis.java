package io.artrec.llm.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Turns a text into terms: tokenised, lower-cased, without stop words, stemmed where the language
 * has stems. Thread-safe.
 *
 * <p>Texts longer than {@value #MOST_CHARACTERS} characters are cut there; terms longer than
 * {@value #MOST_TERM_CHARACTERS} are left out. Control characters and marks of writing direction
 * count as spaces.
 */
public final class TextAnalysis {
  private static final Pattern CONTROLS =
      Pattern.compile("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

  /** The most characters of one text that are looked at. */
  public static final int MOST_CHARACTERS = 1_000_000;

  /** The most characters a term may have. */
  public static final int MOST_TERM_CHARACTERS = 64;

  private final String name;
  private final Analyzer analyzer;

  private TextAnalysis(String name, Analyzer analyzer) {
    this.name = Objects.requireNonNull(name, "name");
    this.analyzer = Objects.requireNonNull(analyzer, "analyzer");
  }

  /**
   * Returns English: possessives and stop words removed, Porter stems.
   *
   * @return the analysis {@code en}
   */
  public static TextAnalysis english() {
    return new TextAnalysis("en", new EnglishAnalyzer());
  }

  /**
   * Returns simplified Chinese: segmented by a hidden Markov model, with English words among it
   * stemmed; punctuation removed.
   *
   * @return the analysis {@code zh}
   */
  public static TextAnalysis chinese() {
    return new TextAnalysis("zh", new SmartChineseAnalyzer());
  }

  /**
   * Returns another Lucene analyzer.
   *
   * @param name a stable name; analyses of one name must give the same terms
   * @param analyzer the analyzer, thread-safe
   * @return the analysis
   */
  public static TextAnalysis of(String name, Analyzer analyzer) {
    return new TextAnalysis(name, analyzer);
  }

  /**
   * Returns the stable name.
   *
   * @return for instance {@code en}
   */
  public String name() {
    return name;
  }

  /**
   * Analyses a text.
   *
   * @param text any text
   * @return its terms in order, repeated ones included
   */
  public List<String> terms(String text) {
    String cut = text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    String clean = CONTROLS.matcher(cut).replaceAll(" ");
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("text", clean)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (term.length() > 0 && term.length() <= MOST_TERM_CHARACTERS) {
          terms.add(term.toString());
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot fail to be read", e);
    }
    return terms;
  }
}
