package io.artrec.text.topic;

import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.VocabularyLimits;
import java.util.Objects;

/**
 * What every way of learning topics needs to know. Immutable; refined by chained copies.
 *
 * @param topics how many topics are wanted, 1 to {@value #MOST_TOPICS}; fewer come about when the
 *     texts have fewer different terms, or when fewer texts have any
 * @param analysis turns texts into terms
 * @param limits which terms count
 * @param seed decides what is left to chance
 * @param threads on how many threads, 1 or more; the result does not depend on it
 */
public record TopicSettings(
    int topics, TextAnalysis analysis, VocabularyLimits limits, long seed, int threads) {
  /** The most topics that can be asked for. */
  public static final int MOST_TOPICS = 10_000;

  /** Validates the parts. */
  public TopicSettings {
    if (topics < 1 || topics > MOST_TOPICS) {
      throw new IllegalArgumentException("topics is " + topics + ", expected 1 to " + MOST_TOPICS);
    }
    Objects.requireNonNull(analysis, "analysis");
    Objects.requireNonNull(limits, "limits");
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", expected 1 or more");
    }
  }

  /**
   * {@return the standard settings: terms of two texts or more and of half of the texts or fewer,
   * at most 50,000 of them, on as many threads as processors}
   *
   * @param topics how many topics
   * @param analysis turns texts into terms
   */
  public static TopicSettings of(int topics, TextAnalysis analysis) {
    return new TopicSettings(
        topics,
        analysis,
        new VocabularyLimits(2, 0.5, 50_000),
        1,
        Runtime.getRuntime().availableProcessors());
  }

  /**
   * {@return the standard settings for English texts}
   *
   * @param topics how many topics
   */
  public static TopicSettings english(int topics) {
    return of(topics, TextAnalysis.english());
  }

  /**
   * {@return the standard settings for Chinese texts}
   *
   * @param topics how many topics
   */
  public static TopicSettings chinese(int topics) {
    return of(topics, TextAnalysis.chinese());
  }

  /**
   * {@return these settings with other limits for the vocabulary}
   *
   * @param terms which terms count
   */
  public TopicSettings limits(VocabularyLimits terms) {
    return new TopicSettings(topics, analysis, terms, seed, threads);
  }

  /**
   * {@return these settings with another seed}
   *
   * @param value decides what is left to chance
   */
  public TopicSettings seed(long value) {
    return new TopicSettings(topics, analysis, limits, value, threads);
  }

  /**
   * {@return these settings on another number of threads}
   *
   * @param count 1 or more
   */
  public TopicSettings threads(int count) {
    return new TopicSettings(topics, analysis, limits, seed, count);
  }

  /** Everything that decides the result, in a stable form. */
  String parameters() {
    return topics
        + " topics, "
        + analysis.name()
        + " ("
        + analysis.parameters()
        + "), terms "
        + limits.minDocuments()
        + " "
        + limits.maxDocumentShare()
        + " "
        + limits.maxTerms()
        + ", seed "
        + seed;
  }
}
