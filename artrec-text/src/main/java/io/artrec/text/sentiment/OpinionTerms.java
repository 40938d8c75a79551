package io.artrec.text.sentiment;

import io.artrec.text.analysis.TextAnalysis;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words, and pairs of neighbouring words, as terms to learn opinions from. Unlike for search
 * nothing is dropped: <i>not</i> and <i>very</i> are what opinions are made of.
 */
public final class OpinionTerms {
  private static final TextAnalysis ENGLISH = TextAnalysis.of("opinion-en", new English(true));
  private static final TextAnalysis CHINESE = TextAnalysis.of("opinion-zh", new Chinese(true));
  private static final TextAnalysis ENGLISH_WORDS =
      TextAnalysis.of("opinion-words-en", new English(false));
  private static final TextAnalysis CHINESE_WORDS =
      TextAnalysis.of("opinion-words-zh", new Chinese(false));

  private OpinionTerms() {}

  /**
   * Returns English: words in lower case, Porter stems, alone and in pairs.
   *
   * @return the analysis {@code opinion-en}
   */
  public static TextAnalysis english() {
    return ENGLISH;
  }

  /**
   * Returns simplified Chinese: words of the hidden Markov segmenter, alone and in pairs, without
   * punctuation.
   *
   * @return the analysis {@code opinion-zh}
   */
  public static TextAnalysis chinese() {
    return CHINESE;
  }

  /**
   * Returns English for what reads words in their order: as {@link #english()}, without pairs.
   *
   * @return the analysis {@code opinion-words-en}
   */
  public static TextAnalysis englishWords() {
    return ENGLISH_WORDS;
  }

  /**
   * Returns simplified Chinese for what reads words in their order: as {@link #chinese()}, without
   * pairs.
   *
   * @return the analysis {@code opinion-words-zh}
   */
  public static TextAnalysis chineseWords() {
    return CHINESE_WORDS;
  }

  private static TokenStream pairs(TokenStream words) {
    ShingleFilter pairs = new ShingleFilter(words, 2, 2);
    pairs.setOutputUnigrams(true);
    return pairs;
  }

  private static final class English extends Analyzer {
    private final boolean pairs;

    English(boolean pairs) {
      this.pairs = pairs;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      TokenStream stems = new PorterStemFilter(new LowerCaseFilter(words));
      return new TokenStreamComponents(words, pairs ? pairs(stems) : stems);
    }
  }

  private static final class Chinese extends Analyzer {
    private final boolean pairs;

    Chinese(boolean pairs) {
      this.pairs = pairs;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new HMMChineseTokenizer();
      CharArraySet punctuation = new CharArraySet(1, false);
      punctuation.add(","); // what the segmenter makes of any punctuation
      TokenStream kept = new StopFilter(new LowerCaseFilter(words), punctuation);
      return new TokenStreamComponents(words, pairs ? pairs(kept) : kept);
    }
  }
}
