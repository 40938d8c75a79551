package io.artrec.text.wordvector;

import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.Vocabulary;
import io.artrec.text.terms.VocabularyLimits;
import io.artrec.text.terms.internal.TermCounter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Learns vectors of the words that stand in enough of the given texts: {@link Word2Vec} from one
 * word and its neighbours after the other, {@link GloVe} from how often words are neighbours in
 * all. Immutable.
 *
 * @param <T> the trainer
 */
public abstract sealed class WordVectorTrainer<T extends WordVectorTrainer<T>>
    permits GloVe, Word2Vec {
  private static final int MOST_CELLS = Integer.MAX_VALUE - 8;
  private static final double MEGABYTE = 1024.0 * 1024;

  private final TextAnalysis analysis;
  private final LearningSettings learning;

  WordVectorTrainer(TextAnalysis analysis, LearningSettings learning) {
    this.analysis = Objects.requireNonNull(analysis, "analysis");
    this.learning = learning;
  }

  /** What texts become words by. */
  final TextAnalysis analysis() {
    return analysis;
  }

  final LearningSettings learning() {
    return learning;
  }

  /** This trainer with other settings of those that all have. */
  abstract T with(LearningSettings changed);

  /**
   * {@return this trainer for vectors of another length}
   *
   * @param count 1 to 10,000
   */
  public final T dimensions(int count) {
    return with(learning.dimensions(count));
  }

  /**
   * {@return this trainer with another window}
   *
   * @param words how many words to each side at most, 1 to 1,000
   */
  public final T window(int words) {
    return with(learning.window(words));
  }

  /**
   * {@return this trainer with another number of epochs}
   *
   * @param count how often everything is gone through, 1 or more
   */
  public final T epochs(int count) {
    return with(learning.epochs(count));
  }

  /**
   * {@return this trainer with another least frequency}
   *
   * @param texts in how many texts a word must stand to get a vector, 1 or more
   */
  public final T minTexts(int texts) {
    return with(learning.minTexts(texts));
  }

  /**
   * {@return this trainer with another learning rate}
   *
   * @param rate the length of a step at the start, above 0 to 1: {@link Word2Vec}'s falls to a
   *     ten-thousandth of it, {@link GloVe}'s becomes shorter where many were taken
   */
  public final T learningRate(double rate) {
    return with(learning.learningRate(rate));
  }

  /**
   * {@return this trainer with another seed}
   *
   * @param value decides what is left to chance
   */
  public final T seed(long value) {
    return with(learning.seed(value));
  }

  /**
   * {@return this trainer analysing texts on another number of threads}
   *
   * @param count 1 or more
   */
  public final T threads(int count) {
    return with(learning.threads(count));
  }

  /** The settings that decide the result, those of the analysis aside. */
  abstract String settingsInWords();

  /** How many numbers a training holds for each dimension of a word, those of the result too. */
  abstract int numbersPerCell();

  /** What a word needs beside standing in enough texts, as it goes on in an error's sentence. */
  abstract String alsoWanted();

  /** Learns the vectors of words that are numbered as they stand in the list. */
  abstract Optional<WordVectors> learn(
      List<String> words, WordSequences sequences, Progress progress, Cancellation cancellation);

  /**
   * Returns everything that was set and decides the result, in a stable form.
   *
   * @return the settings in words
   */
  public final String parameters() {
    return analysis.name() + " (" + analysis.parameters() + "), " + settingsInWords();
  }

  /**
   * Trains in silence.
   *
   * @param texts the texts
   * @return a vector for each word that stands in enough texts
   * @throws WordVectorException as {@link #train(List, Progress, Cancellation)}
   */
  public final WordVectors train(List<String> texts) {
    return train(texts, Progress.silent(), new Cancellation());
  }

  /**
   * Trains.
   *
   * @param texts the texts
   * @param progress hears how far it is
   * @param cancellation stops it
   * @return a vector for each word that stands in enough texts
   * @throws WordVectorException when no word does, or what is needed would not fit the heap
   * @throws io.artrec.task.CancelledException when it was cancelled or interrupted
   */
  public final WordVectors train(List<String> texts, Progress progress, Cancellation cancellation) {
    return trained(texts, progress, cancellation)
        .orElseThrow(
            () ->
                new WordVectorException(
                    "cannot train word vectors: of "
                        + texts.size()
                        + " texts no word stands in "
                        + learning.minTexts()
                        + " or more"
                        + alsoWanted()
                        + "; give more texts, or lower minTexts"));
  }

  /** The vectors, or nothing when no word stands in enough texts. */
  final Optional<WordVectors> trainIfAny(List<String> texts) {
    return trained(texts, Progress.silent(), new Cancellation());
  }

  private Optional<WordVectors> trained(
      List<String> texts, Progress progress, Cancellation cancellation) {
    Vocabulary vocabulary =
        TermCounter.of(analysis)
            .limits(new VocabularyLimits(learning.minTexts(), 1, MOST_CELLS))
            .threads(learning.threads())
            .progress(progress)
            .cancellation(cancellation)
            .learn(texts)
            .vocabulary();
    if (vocabulary.size() == 0) {
      return Optional.empty();
    }
    checkMemory(vocabulary.size());
    WordSequences sequences =
        WordSequences.of(texts, analysis, vocabulary, learning.threads(), cancellation);
    return learn(vocabulary.terms(), sequences, progress, cancellation);
  }

  private void checkMemory(int words) {
    long cells = (long) words * learning.dimensions();
    long heap = Runtime.getRuntime().maxMemory();
    double bytes = (double) numbersPerCell() * Float.BYTES * cells;
    if (cells > MOST_CELLS || bytes > heap) {
      throw new WordVectorException(
          String.format(
              Locale.ROOT,
              "cannot train word vectors: %,d words of %d dimensions need about %,.0f MB, the heap"
                  + " has at most %,.0f MB; raise -Xmx or minTexts, or lower dimensions",
              words,
              learning.dimensions(),
              Math.ceil(bytes / MEGABYTE),
              heap / MEGABYTE));
    }
  }
}
