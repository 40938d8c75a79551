package io.artrec.text.wordvector;

import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.text.analysis.TextAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains word vectors on texts: skip-gram or continuous bag of words, with negative sampling
 * (Mikolov, Chen, Corrado, Dean, Efficient estimation of word representations in vector space,
 * 2013; Mikolov, Sutskever, Chen, Corrado, Dean, Distributed representations of words and phrases
 * and their compositionality, NIPS 2013).
 *
 * <p>Skip-gram raises {@code ln σ(u_o·v_c) + Σ_k ln σ(−u_k·v_c)} for every word {@code c} and every
 * word {@code o} within a window around it, {@code k} drawn of the words in proportion to their
 * frequency to the power 0.75; CBOW the same with the mean of the window's vectors in place of
 * {@code v_c} and {@code c} in place of {@code o}. The window's width is drawn from 1 to its most
 * for each word; a word of relative frequency {@code f} is kept with probability {@code √(t/f) +
 * t/f}; the learning rate falls linearly. Windows do not cross texts.
 *
 * <p>Texts are analysed on several threads; the training itself goes one word after the other on
 * one thread, as the papers have it, because words that are trained side by side see each other's
 * changes in an order that nobody can repeat. So the same seed gives the same vectors at any number
 * of threads. O(epochs · words · window · (negatives + 1) · dimensions) for skip-gram, without the
 * window for CBOW; about 100,000 words a second for skip-gram with the standard settings. Memory: 8
 * · different words · dimensions bytes, 4 a word of the texts.
 *
 * <p>Immutable; refined by chained copies.
 */
public final class Word2Vec extends WordVectorTrainer<Word2Vec> {
  /** What predicts what. */
  public enum Architecture {
    /** A word predicts the words around it; better for rare words and small collections. */
    SKIP_GRAM,
    /** The words around it predict a word; faster. */
    CBOW;

    String label() {
      return this == SKIP_GRAM ? "skip-gram" : "cbow";
    }
  }

  private static final double SKIP_GRAM_RATE = 0.025;
  private static final double CBOW_RATE = 0.05;

  private final Word2VecSettings settings;

  private Word2Vec(TextAnalysis analysis, Word2VecSettings settings) {
    super(analysis, settings.learning());
    this.settings = settings;
  }

  /**
   * {@return skip-gram: 100 dimensions, a window of 5, 5 negatives, 5 epochs, words that stand in 2
   * texts or more, subsampling at 1e-3, a learning rate of 0.025}
   *
   * @param analysis turns texts into words; {@link WordVectors#plainWords()} keeps them as they are
   */
  public static Word2Vec skipGram(TextAnalysis analysis) {
    return new Word2Vec(
        analysis, Word2VecSettings.standard(Architecture.SKIP_GRAM, SKIP_GRAM_RATE));
  }

  /**
   * {@return CBOW: as {@link #skipGram}, with a learning rate of 0.05}
   *
   * @param analysis turns texts into words
   */
  public static Word2Vec cbow(TextAnalysis analysis) {
    return new Word2Vec(analysis, Word2VecSettings.standard(Architecture.CBOW, CBOW_RATE));
  }

  @Override
  Word2Vec with(LearningSettings changed) {
    return with(settings.with(changed));
  }

  private Word2Vec with(Word2VecSettings changed) {
    return new Word2Vec(analysis(), changed);
  }

  /**
   * {@return this trainer with another number of negatives}
   *
   * @param count how many words are drawn against each right one, 1 to 1,000
   */
  public Word2Vec negatives(int count) {
    return with(settings.negatives(count));
  }

  /**
   * {@return this trainer with another threshold of subsampling}
   *
   * @param threshold {@code t}, the relative frequency from which words are passed over now and
   *     then, above 0; 1 keeps all
   */
  public Word2Vec subsampling(double threshold) {
    return with(settings.subsampling(threshold));
  }

  @Override
  String settingsInWords() {
    return settings.parameters();
  }

  @Override
  int numbersPerCell() {
    return 3;
  }

  @Override
  String alsoWanted() {
    return "";
  }

  @Override
  Optional<WordVectors> learn(
      List<String> words, WordSequences sequences, Progress progress, Cancellation cancellation) {
    float[] vectors =
        new Word2VecTraining(sequences, words.size(), settings).run(progress, cancellation);
    return Optional.of(
        new WordVectors(
            new ArrayList<>(words), VectorRows.of(vectors, learning().dimensions()), null));
  }
}
