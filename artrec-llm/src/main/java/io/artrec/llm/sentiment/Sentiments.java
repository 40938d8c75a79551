package io.artrec.llm.sentiment;

import io.artrec.llm.embedding.SentenceEncoder;

/**
 * Analyzers that are ready without any labels of yours.
 *
 * <p>With a sentence encoder the answer is a blend: 0.6 of the word lists and 0.4 of a head trained
 * on the project's own examples when this is called, which takes one encoding of some 500 short
 * texts. With enough labels of your own, train {@link NeuralSentiment} or {@link LearnedSentiment}
 * on them, and blend by {@link BlendedSentiment}.
 */
public final class Sentiments {
  private static final double LEXICON_SHARE = 0.6;

  private Sentiments() {}

  /**
   * Returns English by word lists; needs no model and no engine.
   *
   * @return the analyzer
   */
  public static SentimentAnalyzer english() {
    return LexiconSentiment.english();
  }

  /**
   * Returns English by word lists and by meaning.
   *
   * @param encoder encodes English, for instance MiniLM
   * @return the blend
   */
  public static SentimentAnalyzer english(SentenceEncoder encoder) {
    return BlendedSentiment.of(
        LexiconSentiment.english(),
        NeuralSentiment.trainer(encoder).train(SentimentExample.english()),
        LEXICON_SHARE);
  }

  /**
   * Returns simplified Chinese by word lists; needs no model and no engine.
   *
   * @return the analyzer
   */
  public static SentimentAnalyzer chinese() {
    return LexiconSentiment.chinese();
  }

  /**
   * Returns simplified Chinese by word lists and by meaning.
   *
   * @param encoder encodes Chinese, for instance BGE small
   * @return the blend
   */
  public static SentimentAnalyzer chinese(SentenceEncoder encoder) {
    return BlendedSentiment.of(
        LexiconSentiment.chinese(),
        NeuralSentiment.trainer(encoder).train(SentimentExample.chinese()),
        LEXICON_SHARE);
  }
}
