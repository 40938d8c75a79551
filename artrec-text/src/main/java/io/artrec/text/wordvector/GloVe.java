package io.artrec.text.wordvector;

import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.text.analysis.TextAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains word vectors on how often words stand near each other in all texts together (Pennington,
 * Socher, Manning, GloVe: global vectors for word representation, EMNLP 2014).
 *
 * <p>{@code X_ij} adds up {@code 1/distance} over all places where word {@code j} stands within the
 * window of word {@code i}; windows reach to both sides, do not cross texts, and pass over words
 * without a vector. Vectors {@code w}, {@code c} and biases {@code b} of words and of contexts
 * lower {@code ½ Σ f(X_ij) · (w_i·c_j + b_i + b'_j − ln X_ij)²} over the pairs that there are, with
 * {@code f(x) = min(1, (x/x_max)^0.75)}, by AdaGrad, pair by pair in an order drawn anew for each
 * epoch. A word's vector is {@code w_i + c_i}. A word that stands within no other's window has
 * none.
 *
 * <p>Texts are analysed on several threads; counting and training go on one, because pairs that are
 * trained side by side see each other's changes in an order that nobody can repeat. So the same
 * seed gives the same vectors at any number of threads. O(words · window + epochs · pairs ·
 * dimensions) with the different pairs of words that stand near each other. Memory: 20 · different
 * words · dimensions bytes, 4 a word of the texts, and 80 bytes for each different pair; a table of
 * pairs that would not fit the heap is refused while it grows.
 *
 * <p>Immutable; refined by chained copies.
 */
public final class GloVe extends WordVectorTrainer<GloVe> {
  private final GloVeSettings settings;

  private GloVe(TextAnalysis analysis, GloVeSettings settings) {
    super(analysis, settings.learning());
    this.settings = settings;
  }

  /**
   * {@return GloVe for collections of some thousand to some hundred thousand texts: 100 dimensions,
   * a window of 10 to both sides, 25 epochs, words that stand in 2 texts or more, full weight from
   * a count of 10 on (the paper has 100, for a thousand million words), a learning rate of 0.05}
   *
   * @param analysis turns texts into words; {@link WordVectors#plainWords()} keeps them as they are
   */
  public static GloVe of(TextAnalysis analysis) {
    return new GloVe(analysis, GloVeSettings.standard());
  }

  @Override
  GloVe with(LearningSettings changed) {
    return with(settings.with(changed));
  }

  private GloVe with(GloVeSettings changed) {
    return new GloVe(analysis(), changed);
  }

  /**
   * {@return this trainer with windows that hold the words before a word only, not those after it}
   */
  public GloVe beforeOnly() {
    return with(settings.beforeOnly());
  }

  /**
   * {@return this trainer with another count of full weight}
   *
   * @param count {@code x_max}, from which on all pairs weigh the same, above 0
   */
  public GloVe fullWeight(double count) {
    return with(settings.fullWeight(count));
  }

  @Override
  String settingsInWords() {
    return settings.parameters();
  }

  @Override
  int numbersPerCell() {
    return 5;
  }

  @Override
  String alsoWanted() {
    return " and near another word";
  }

  @Override
  Optional<WordVectors> learn(
      List<String> words, WordSequences sequences, Progress progress, Cancellation cancellation) {
    long taken = (long) numbersPerCell() * Float.BYTES * words.size() * learning().dimensions();
    long room = Runtime.getRuntime().maxMemory() - taken;
    WordPairs pairs =
        new WordPairs.Counter(settings, room).count(sequences, progress, cancellation);
    if (pairs.size() == 0) {
      return Optional.empty();
    }
    GloVeWeights weights =
        new GloVeTraining(pairs, words.size(), settings).run(progress, cancellation);
    boolean[] near = new boolean[words.size()];
    for (int k = 0; k < pairs.size(); k++) {
      near[pairs.words()[k]] = true;
      near[pairs.contexts()[k]] = true;
    }
    List<String> known = new ArrayList<>();
    VectorRows rows = new VectorRows(learning().dimensions());
    for (int w = 0; w < near.length; w++) {
      if (near[w]) {
        known.add(words.get(w));
        rows.add(weights.sum(w));
      }
    }
    rows.trim();
    return Optional.of(new WordVectors(known, rows, null));
  }
}
