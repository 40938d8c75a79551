package io.artrec.llm.sentiment;

import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.text.sentiment.BlendedSentiment;
import io.artrec.text.sentiment.LexiconSentiment;
import io.artrec.text.sentiment.SentimentAnalyzer;

/**
 * Analyzers that are ready without any labels of yours.
 *
 * <p>With a sentence encoder the answer is a blend of the word lists and of a head trained on the
 * project's own examples when this is called, which takes one encoding of each of some 500 short
 * texts: 0.6 of the lists in English, 0.25 in Chinese, whose lists part words less surely. An
 * application that starts often saves the head once and loads it:
 *
 * <pre>{@code
 * NeuralSentiment.trainer(encoder).train(SentimentExample.english()).save(file);
 * SentimentAnalyzer sentiment =
 *     BlendedSentiment.of(LexiconSentiment.english(), NeuralSentiment.load(file, encoder), 0.6);
 * }</pre>
 *
 * <p>On 1,500 English sentences of reviews of goods, films and restaurants (half of those of
 * Kotzias and others, From group to individual labels using deep features, 2015; a few settings
 * were chosen by them, and the lists have grown since) the side was right for 88 % by word lists,
 * 85 % by the head on MiniLM, and 92 % by the blend, a neutral answer counted half. Irony and
 * understatement are beyond it: on sentences written to be hard it is right for some 60 %. With
 * enough labels of your own, train {@link NeuralSentiment} or {@link LearnedSentiment} on them, and
 * blend by {@link BlendedSentiment}.
 */
public final class Sentiments {
  private static final double ENGLISH_LISTS = 0.6;

  /** The least share within a standard error of the best one; see docs/decisions. */
  private static final double CHINESE_LISTS = 0.25;

  private Sentiments() {}

  /** {@return English by word lists; needs no model and no engine} */
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
        ENGLISH_LISTS);
  }

  /** {@return simplified Chinese by word lists; needs no model and no engine} */
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
        CHINESE_LISTS);
  }
}
