package io.artrec.text.sentiment;

import java.util.List;

/**
 * Tells how much a text is for or against what it speaks of. Implementations are immutable,
 * thread-safe and deterministic.
 *
 * <p>Extension point: {@link LexiconSentiment} and {@link BlendedSentiment} are here, what learns
 * from examples comes with artrec-llm.
 */
public interface SentimentAnalyzer {
  /**
   * Returns the stable identity of what is judged by, for reports.
   *
   * @return lower-case letters, digits and hyphens, for instance {@code lexicon-en}
   */
  String name();

  /**
   * Judges a text.
   *
   * @param text any text; one that says nothing (blank, or without anything this analyzer reads) is
   *     neutral
   * @return its sentiment
   */
  Sentiment analyze(String text);

  /**
   * Judges many texts; implementations that gain by batches override it.
   *
   * @param texts the texts
   * @return one sentiment for each, in order, as {@link #analyze} gives it
   */
  default List<Sentiment> analyzeAll(List<String> texts) {
    return texts.stream().map(this::analyze).toList();
  }
}
