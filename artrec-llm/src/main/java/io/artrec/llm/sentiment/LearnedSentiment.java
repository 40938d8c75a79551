package io.artrec.llm.sentiment;

import io.artrec.classification.internal.HingeMachines;
import io.artrec.classification.internal.SoftmaxRegression;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.sentiment.OpinionTerms;
import io.artrec.text.sentiment.Sentiment;
import io.artrec.text.sentiment.SentimentAnalyzer;
import io.artrec.text.terms.Vocabulary;
import io.artrec.text.terms.VocabularyLimits;
import io.artrec.text.terms.internal.TermCounter;
import io.artrec.text.terms.internal.TermDocuments;
import io.artrec.text.terms.internal.TermVector;
import io.artrec.text.terms.internal.TermVectorizer;
import io.artrec.text.terms.internal.TermWeighting;
import io.artrec.vector.SparseRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A linear model on term weights, learned from labelled texts: multinomial logistic regression
 * ({@link SoftmaxRegression}), or linear support vector machines ({@link HingeMachines}). A text is
 * its unit vector of TF-IDF weights.
 *
 * <p>The intensity is {@code P(positive) − P(negative)}; a support vector machine has no
 * probabilities, there the softmax of twice the scores stands for them. The label is the likeliest
 * side. A text without a known term is neutral. Contradicting labels of one text all count.
 *
 * <p>The same examples give the same weights to the last bit, at any number of threads: sums are in
 * a stated order, and the order of the machines' examples is drawn from a fixed seed. Immutable and
 * thread-safe; judging is O(characters). Regression takes O(terms of all texts + sides · terms) a
 * step, some 20 to 200 steps, and while it trains some 40 times the 8 bytes × sides × terms of the
 * weights; machines take O(terms of all texts) a pass for each side, at most 1,000 passes, and
 * memory for the weights and the examples alone.
 */
public final class LearnedSentiment implements SentimentAnalyzer {
  private static final String KIND = "learned-sentiment";

  /** What is learned. */
  public enum Algorithm {
    /** Multinomial logistic regression. */
    LOGISTIC_REGRESSION("logistic-regression", 1, 0.0001),
    /** Linear support vector machines. */
    LINEAR_SVM("linear-svm", 2, 0.003);

    private final String code;
    private final double sharpness;
    private final double penalty;

    Algorithm(String code, double sharpness, double penalty) {
      this.code = code;
      this.sharpness = sharpness;
      this.penalty = penalty;
    }

    /**
     * Returns the stable name in files.
     *
     * @return the lower-case name
     */
    public String code() {
      return code;
    }
  }

  private final Algorithm algorithm;
  private final TextAnalysis analysis;
  private final TermVectorizer vectorizer;
  private final Sides sides;
  private final double[] weights;

  private LearnedSentiment(
      Algorithm algorithm,
      TextAnalysis analysis,
      Vocabulary vocabulary,
      Sides sides,
      double[] weights) {
    this.algorithm = algorithm;
    this.analysis = analysis;
    this.vectorizer = TermVectorizer.of(analysis, vocabulary, TermWeighting.tfIdf());
    this.sides = sides;
    this.weights = weights;
  }

  /**
   * Starts the training of a logistic regression: regularization 0.0001, one thread, all terms up
   * to 200,000.
   *
   * @param analysis turns texts into terms, for instance {@link OpinionTerms#english}
   * @return the trainer
   */
  public static Trainer logisticRegression(TextAnalysis analysis) {
    return new Trainer(Algorithm.LOGISTIC_REGRESSION, analysis);
  }

  /**
   * Starts the training of linear support vector machines: regularization 0.003, one thread, all
   * terms up to 200,000.
   *
   * @param analysis turns texts into terms, for instance {@link OpinionTerms#english}
   * @return the trainer
   */
  public static Trainer linearSvm(TextAnalysis analysis) {
    return new Trainer(Algorithm.LINEAR_SVM, analysis);
  }

  /** How a model is trained. Immutable. */
  public static final class Trainer {
    private static final int MOST_TERMS = 200_000;

    private final Algorithm algorithm;
    private final TextAnalysis analysis;
    private VocabularyLimits limits = VocabularyLimits.none().maxTerms(MOST_TERMS);
    private double regularization;
    private int threads = 1;
    private Progress progress = Progress.silent();
    private Cancellation cancellation = new Cancellation();

    private Trainer(Algorithm algorithm, TextAnalysis analysis) {
      this.algorithm = algorithm;
      this.analysis = Objects.requireNonNull(analysis, "analysis");
      regularization = algorithm.penalty;
    }

    private Trainer copy() {
      Trainer copy = new Trainer(algorithm, analysis);
      copy.limits = limits;
      copy.regularization = regularization;
      copy.threads = threads;
      copy.progress = progress;
      copy.cancellation = cancellation;
      return copy;
    }

    /**
     * {@return this trainer with other limits for the terms}
     *
     * @param terms which terms are kept
     */
    public Trainer limits(VocabularyLimits terms) {
      Trainer changed = copy();
      changed.limits = Objects.requireNonNull(terms, "terms");
      return changed;
    }

    /**
     * {@return this trainer with another penalty}
     *
     * @param lambda above 0, finite; more for few examples
     */
    public Trainer regularization(double lambda) {
      if (!(lambda > 0) || !Double.isFinite(lambda)) {
        throw new IllegalArgumentException(
            "regularization is " + lambda + ", expected a finite number above 0");
      }
      Trainer changed = copy();
      changed.regularization = lambda;
      return changed;
    }

    /**
     * {@return this trainer with more threads; they do not change the result}
     *
     * @param count 1 or more
     */
    public Trainer threads(int count) {
      if (count < 1) {
        throw new IllegalArgumentException("threads is " + count + ", expected 1 or more");
      }
      Trainer changed = copy();
      changed.threads = count;
      return changed;
    }

    /**
     * {@return this trainer with a listener}
     *
     * @param listener hears of the texts and of the steps
     */
    public Trainer progress(Progress listener) {
      Trainer changed = copy();
      changed.progress = Objects.requireNonNull(listener, "listener");
      return changed;
    }

    /**
     * {@return this trainer with a token to stop it by}
     *
     * @param token looked at between texts and in every step
     */
    public Trainer cancellation(Cancellation token) {
      Trainer changed = copy();
      changed.cancellation = Objects.requireNonNull(token, "token");
      return changed;
    }

    /**
     * Trains.
     *
     * @param examples texts of at least two sides; those without a kept term are skipped
     * @return the trained model
     * @throws SentimentTrainingException when fewer than two sides are left
     * @throws io.artrec.task.CancelledException when cancelled
     */
    public LearnedSentiment train(List<SentimentExample> examples) {
      TermDocuments counts =
          TermCounter.of(analysis)
              .limits(limits)
              .progress(progress)
              .cancellation(cancellation)
              .learn(examples.stream().map(SentimentExample::text).toList());
      TermVectorizer vectorizer =
          TermVectorizer.of(analysis, counts.vocabulary(), TermWeighting.tfIdf());
      List<SentimentExample> usable = new ArrayList<>();
      List<TermVector> rows = new ArrayList<>();
      for (int d = 0; d < examples.size(); d++) {
        if (counts.end(d) > counts.start(d)) {
          usable.add(examples.get(d));
          rows.add(vectorizer.vector(counts, d).unit());
        }
      }
      Sides sides = Sides.of(usable, examples.size());
      int[] targets = usable.stream().mapToInt(e -> sides.index(e.label())).toArray();
      double[] weights =
          fit(TermVector.rows(rows, counts.vocabulary().size()), targets, sides.count());
      return new LearnedSentiment(algorithm, analysis, counts.vocabulary(), sides, weights);
    }

    private double[] fit(SparseRows rows, int[] targets, int sides) {
      return switch (algorithm) {
        case LOGISTIC_REGRESSION ->
            SoftmaxRegression.standard()
                .penalty(regularization)
                .threads(threads)
                .progress(progress)
                .cancellation(cancellation)
                .fit(rows, targets, sides);
        case LINEAR_SVM ->
            HingeMachines.penalty(regularization)
                .threads(threads)
                .progress(progress)
                .cancellation(cancellation)
                .fit(rows, targets, sides);
      };
    }
  }

  @Override
  public String name() {
    return algorithm.code() + "-" + analysis.name();
  }

  @Override
  public Sentiment analyze(String text) {
    TermVector vector = vectorizer.vector(text).unit();
    if (vector.size() == 0) {
      return Sentiment.neutral();
    }
    int terms = vectorizer.vocabulary().size();
    double[] scores = new double[sides.count()];
    for (int side = 0; side < scores.length; side++) {
      int row = side * (terms + 1);
      double score = weights[row + terms];
      for (int e = 0; e < vector.size(); e++) {
        score += weights[row + vector.term(e)] * vector.weight(e);
      }
      scores[side] = algorithm.sharpness * score;
    }
    return sides.judge(SoftmaxRegression.softmax(scores));
  }

  /**
   * Saves the model; the analysis is not part of the file, its name is.
   *
   * @param file the destination; its folder must exist
   * @throws ModelFileException when it cannot be written
   */
  public void save(Path file) {
    ModelFile.write(file, this::save);
  }

  private void save(StateWriter out) {
    Vocabulary vocabulary = vectorizer.vocabulary();
    int[] frequencies = new int[vocabulary.size()];
    for (int t = 0; t < frequencies.length; t++) {
      frequencies[t] = vocabulary.documentFrequency(t);
    }
    out.putString("kind", KIND);
    out.putString("algorithm", algorithm.code);
    out.putString("analysis", analysis.name());
    sides.save(out);
    out.putStrings("terms", vocabulary.terms());
    out.putInts("document frequencies", frequencies);
    out.putLong("documents", vocabulary.documents());
    out.putDouble("average length", vocabulary.averageLength());
    out.putDoubles("weights", weights);
  }

  /**
   * Loads a model.
   *
   * @param file what {@link #save(Path)} wrote
   * @param analysis the analysis it was trained with
   * @return the model, judging as the saved one
   * @throws ModelFileException when the file is missing, damaged, foreign, or of another analysis
   */
  public static LearnedSentiment load(Path file, TextAnalysis analysis) {
    return ModelFile.read(file, in -> load(in, file, analysis));
  }

  private static LearnedSentiment load(StateReader in, Path file, TextAnalysis analysis) {
    ModelFile.requireKind(in, file, KIND);
    String code = in.getString("algorithm");
    Algorithm algorithm = null;
    for (Algorithm one : Algorithm.values()) {
      algorithm = one.code.equals(code) ? one : algorithm;
    }
    if (algorithm == null) {
      throw new ModelFileException(file + " holds an unknown algorithm '" + code + "'");
    }
    SentimentFiles.requireAnalysis(in, file, analysis);
    Sides sides = Sides.load(in, file);
    List<String> terms = in.getStrings("terms");
    int[] frequencies = in.getInts("document frequencies");
    long documents = in.getLong("documents");
    double averageLength = in.getFinite("average length");
    Vocabulary vocabulary;
    try {
      vocabulary = Vocabulary.of(terms, frequencies, Math.toIntExact(documents), averageLength);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ModelFileException(file + " holds a vocabulary that cannot be: " + e, e);
    }
    double[] weights =
        SentimentFiles.finite(in, file, "weights", sides.count() * (terms.size() + 1L));
    return new LearnedSentiment(algorithm, analysis, vocabulary, sides, weights);
  }
}
