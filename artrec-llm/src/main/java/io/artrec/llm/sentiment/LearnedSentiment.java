package io.artrec.llm.sentiment;

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
import io.artrec.text.terms.TermCounter;
import io.artrec.text.terms.TermDocuments;
import io.artrec.text.terms.TermVector;
import io.artrec.text.terms.TermVectorizer;
import io.artrec.text.terms.TermWeighting;
import io.artrec.text.terms.Vocabulary;
import io.artrec.text.terms.VocabularyLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A linear model on term weights, learned from labelled texts: multinomial logistic regression, or
 * a linear support vector machine with the multi-class hinge loss (Crammer and Singer, On the
 * algorithmic implementation of multiclass kernel-based vector machines, 2001). A text is its unit
 * vector of TF-IDF weights; training is Tribuo's stochastic gradient descent with AdaGrad (Duchi,
 * Hazan and Singer, 2011). The trained model holds plain arrays and needs no Tribuo.
 *
 * <p>The intensity is {@code P(positive) − P(negative)}; a support vector machine has no
 * probabilities, there the softmax of twice the scores stands for them. The label is the likeliest
 * side. A text without a known term is neutral. Contradicting labels of one text all count.
 *
 * <p>Training is on one thread and the same seed gives the same weights to the last bit. Immutable
 * and thread-safe; judging is O(characters), training O(epochs · terms of all texts), memory 8
 * bytes × sides × terms.
 */
public final class LearnedSentiment implements SentimentAnalyzer {
  private static final String KIND = "learned-sentiment";

  /** What is learned. */
  public enum Algorithm {
    /** Multinomial logistic regression. */
    LOGISTIC_REGRESSION("logistic-regression", 1),
    /** A linear support vector machine. */
    LINEAR_SVM("linear-svm", 2);

    private final String code;
    private final double sharpness;

    Algorithm(String code, double sharpness) {
      this.code = code;
      this.sharpness = sharpness;
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
   * Starts the training of a logistic regression: 20 epochs, learning rate 0.1, seed 1, all terms
   * up to 200,000.
   *
   * @param analysis turns texts into terms, for instance {@link OpinionTerms#english}
   * @return the trainer
   */
  public static Trainer logisticRegression(TextAnalysis analysis) {
    return new Trainer(Algorithm.LOGISTIC_REGRESSION, analysis);
  }

  /**
   * Starts the training of a linear support vector machine: 20 epochs, learning rate 0.1, seed 1,
   * all terms up to 200,000.
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
    private final VocabularyLimits limits;
    private final int epochs;
    private final double learningRate;
    private final long seed;
    private final Progress progress;
    private final Cancellation cancellation;

    private Trainer(Algorithm algorithm, TextAnalysis analysis) {
      this.algorithm = algorithm;
      this.analysis = Objects.requireNonNull(analysis, "analysis");
      limits = VocabularyLimits.none().maxTerms(MOST_TERMS);
      epochs = 20;
      learningRate = 0.1;
      seed = 1;
      progress = Progress.silent();
      cancellation = new Cancellation();
    }

    private Trainer(
        Trainer from,
        VocabularyLimits limits,
        int epochs,
        double learningRate,
        long seed,
        Progress progress,
        Cancellation cancellation) {
      algorithm = from.algorithm;
      analysis = from.analysis;
      this.limits = limits;
      this.epochs = epochs;
      this.learningRate = learningRate;
      this.seed = seed;
      this.progress = progress;
      this.cancellation = cancellation;
    }

    /**
     * {@return this trainer with other limits for the terms}
     *
     * @param terms which terms are kept
     */
    public Trainer limits(VocabularyLimits terms) {
      Objects.requireNonNull(terms, "terms");
      return new Trainer(this, terms, epochs, learningRate, seed, progress, cancellation);
    }

    /**
     * {@return this trainer with another number of passes}
     *
     * @param count 1 or more
     */
    public Trainer epochs(int count) {
      if (count < 1) {
        throw new IllegalArgumentException("epochs is " + count + ", expected 1 or more");
      }
      return new Trainer(this, limits, count, learningRate, seed, progress, cancellation);
    }

    /**
     * {@return this trainer with another learning rate}
     *
     * @param rate above 0, finite
     */
    public Trainer learningRate(double rate) {
      if (!(rate > 0) || !Double.isFinite(rate)) {
        throw new IllegalArgumentException(
            "learningRate is " + rate + ", expected a finite number above 0");
      }
      return new Trainer(this, limits, epochs, rate, seed, progress, cancellation);
    }

    /**
     * {@return this trainer with another seed, which orders the examples}
     *
     * @param value any number
     */
    public Trainer seed(long value) {
      return new Trainer(this, limits, epochs, learningRate, value, progress, cancellation);
    }

    /**
     * {@return this trainer with a listener}
     *
     * @param listener hears of every hundredth of the training
     */
    public Trainer progress(Progress listener) {
      Objects.requireNonNull(listener, "listener");
      return new Trainer(this, limits, epochs, learningRate, seed, listener, cancellation);
    }

    /**
     * {@return this trainer with a token to stop it by}
     *
     * @param token looked at before every example
     */
    public Trainer cancellation(Cancellation token) {
      Objects.requireNonNull(token, "token");
      return new Trainer(this, limits, epochs, learningRate, seed, progress, token);
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
          new TribuoTraining(algorithm, epochs, learningRate, seed, progress, cancellation)
              .train(rows, targets, sides, counts.vocabulary().size());
      return new LearnedSentiment(algorithm, analysis, counts.vocabulary(), sides, weights);
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
    double most = Double.NEGATIVE_INFINITY;
    for (int side = 0; side < scores.length; side++) {
      int row = side * (terms + 1);
      double score = weights[row + terms];
      for (int e = 0; e < vector.size(); e++) {
        score += weights[row + vector.term(e)] * vector.weight(e);
      }
      scores[side] = algorithm.sharpness * score;
      most = Math.max(most, scores[side]);
    }
    double sum = 0;
    for (int side = 0; side < scores.length; side++) {
      scores[side] = StrictMath.exp(scores[side] - most);
      sum += scores[side];
    }
    for (int side = 0; side < scores.length; side++) {
      scores[side] /= sum;
    }
    return sides.judge(scores);
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
    SentimentFiles.requireKind(in, file, KIND);
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
