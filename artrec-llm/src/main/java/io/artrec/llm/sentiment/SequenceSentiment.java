package io.artrec.llm.sentiment;

import io.artrec.djl.training.SequenceArchitecture;
import io.artrec.djl.training.SequenceClassifier;
import io.artrec.djl.training.SequenceTrainer;
import io.artrec.djl.training.TrainingOptions;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.sentiment.LexiconSentiment;
import io.artrec.text.sentiment.OpinionTerms;
import io.artrec.text.sentiment.Sentiment;
import io.artrec.text.sentiment.SentimentAnalyzer;
import io.artrec.text.wordvector.WordVectors;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A network that reads the words of a text in their order, learned from labelled texts: {@code
 * P(side | text) = softmax(W·h + b)}, with {@code h} what a convolution or recurrent units make of
 * the words' vectors ({@link SequenceArchitecture} has the papers). The words' vectors, the network
 * and {@code W} are learned together by Adam on the cross-entropy, with dropout of {@code h}.
 *
 * <p>Words that no example has, or too few, are one unknown word, in its place, whose vector begins
 * with zeros. The first 128 words are read. The intensity is {@code P(positive) − P(negative)}, the
 * label the likeliest side; a text without a known word is neutral.
 *
 * <p>Such networks learn all they know of words from the examples, and want thousands of them: with
 * some hundred, {@link NeuralSentiment} and {@link LexiconSentiment} are better.
 *
 * <p>Training needs the PyTorch engine, and its seed promises what {@link io.artrec.djl.training}
 * states; judging runs in plain Java without an engine and gives the same to the last bit
 * everywhere. Immutable and thread-safe.
 */
public final class SequenceSentiment implements SentimentAnalyzer {
  private static final String KIND = "sequence-sentiment";
  private static final int MOST_WORDS = 128;

  private final TextAnalysis analysis;
  private final KnownWords words;
  private final Sides sides;
  private final SequenceClassifier classifier;

  private SequenceSentiment(
      TextAnalysis analysis, KnownWords words, Sides sides, SequenceClassifier classifier) {
    this.analysis = analysis;
    this.words = words;
    this.sides = sides;
    this.classifier = classifier;
  }

  /**
   * Starts a training of a convolutional network: 32 filters of each of the widths 2, 3, 4 and 5.
   *
   * @param analysis turns texts into words, here and when judging; it must keep words of negation,
   *     as {@link OpinionTerms#englishWords()}, {@link OpinionTerms#chineseWords()} and {@link
   *     WordVectors#plainWords()} do
   * @return the trainer
   */
  public static Trainer convolutional(TextAnalysis analysis) {
    return new Trainer(analysis, SequenceArchitecture.convolution(32, 2, 3, 4, 5));
  }

  /**
   * Starts a training of a recurrent network: 32 gated units that read forwards, and 32 backwards.
   *
   * @param analysis turns texts into words, here and when judging; it must keep words of negation,
   *     as {@link OpinionTerms#englishWords()}, {@link OpinionTerms#chineseWords()} and {@link
   *     WordVectors#plainWords()} do
   * @return the trainer
   */
  public static Trainer recurrent(TextAnalysis analysis) {
    return new Trainer(analysis, SequenceArchitecture.recurrentBothWays(32));
  }

  /**
   * How a network is trained. Immutable. Standard are vectors of 64 numbers, words of any example,
   * dropout of a half, and 30 epochs over all examples at a learning rate of 0.003 with a weight
   * decay of 0.01; with thousands of examples, hold some back to tell when to end ({@link
   * TrainingOptions#validationShare}).
   */
  public static final class Trainer {
    private static final TrainingOptions OPTIONS =
        TrainingOptions.standard()
            .epochs(30)
            .learningRate(0.003)
            .regularization(0.01)
            .validationShare(0);

    private final TextAnalysis analysis;
    private SequenceTrainer network;
    private int dimensions = 64;
    private int minTexts = 1;
    private Function<String, Optional<float[]>> vectors = word -> Optional.empty();
    private Progress progress = Progress.silent();
    private Cancellation cancellation = new Cancellation();

    private Trainer(TextAnalysis analysis, SequenceArchitecture architecture) {
      this.analysis = Negations.required(analysis);
      network =
          new SequenceTrainer(OPTIONS)
              .architecture(architecture)
              .dropout(0.5)
              .dimensions(dimensions)
              .maxTokens(MOST_WORDS);
    }

    private Trainer(Trainer from) {
      analysis = from.analysis;
      network = from.network;
      dimensions = from.dimensions;
      minTexts = from.minTexts;
      vectors = from.vectors;
      progress = from.progress;
      cancellation = from.cancellation;
    }

    private Trainer with(SequenceTrainer changed) {
      Trainer copy = new Trainer(this);
      copy.network = changed;
      return copy;
    }

    /**
     * {@return this trainer of another network}
     *
     * @param kind for instance {@code SequenceArchitecture.convolution(100, 3, 4, 5)}
     */
    public Trainer architecture(SequenceArchitecture kind) {
      return with(network.architecture(kind));
    }

    /**
     * {@return this trainer with other options}
     *
     * @param how epochs, learning rate, seed and the like
     */
    public Trainer options(TrainingOptions how) {
      return with(network.options(how));
    }

    /**
     * {@return this trainer with another dropout}
     *
     * @param share which share of the network's numbers a step leaves out, 0 to 0.9
     */
    public Trainer dropout(double share) {
      return with(network.dropout(share));
    }

    /**
     * {@return this trainer with words' vectors of another length, all drawn by chance}
     *
     * @param count 1 to 4,096
     */
    public Trainer dimensions(int count) {
      Trainer copy = with(network.dimensions(count));
      copy.dimensions = count;
      copy.vectors = word -> Optional.empty();
      return copy;
    }

    /**
     * {@return this trainer with another least frequency}
     *
     * @param texts in how many examples a word must stand to be known, 1 or more
     */
    public Trainer minTexts(int texts) {
      if (texts < 1) {
        throw new IllegalArgumentException("minTexts is " + texts + ", expected 1 or more");
      }
      Trainer copy = new Trainer(this);
      copy.minTexts = texts;
      return copy;
    }

    /**
     * {@return this trainer with vectors that words begin with, such as {@link
     * io.artrec.text.wordvector.GloVe} learned from many texts without labels; they go on being
     * trained} A word that has one is known from its first example on.
     *
     * @param start the vectors, learned with the same text analysis; they decide the dimensions
     */
    public Trainer vectors(WordVectors start) {
      Trainer copy = dimensions(start.dimensions());
      copy.vectors = start::vector;
      return copy;
    }

    /**
     * {@return this trainer with a listener}
     *
     * @param listener hears of every epoch
     */
    public Trainer progress(Progress listener) {
      Trainer copy = new Trainer(this);
      copy.progress = Objects.requireNonNull(listener, "listener");
      return copy;
    }

    /**
     * {@return this trainer with a token to stop it by}
     *
     * @param token looked at between steps
     */
    public Trainer cancellation(Cancellation token) {
      Trainer copy = new Trainer(this);
      copy.cancellation = Objects.requireNonNull(token, "token");
      return copy;
    }

    /**
     * Trains.
     *
     * @param examples texts of at least two sides; those without a known word are skipped
     * @return the trained network
     * @throws SentimentTrainingException when fewer than two sides are left
     * @throws io.artrec.djl.EngineMissingException when PyTorch is not there; the message holds the
     *     Maven lines
     * @throws io.artrec.djl.training.TrainingException when the loss is not finite
     * @throws io.artrec.task.CancelledException when cancelled
     */
    public SequenceSentiment train(List<SentimentExample> examples) {
      KnownWords words =
          KnownWords.of(
              examples.stream().map(SentimentExample::text).toList(),
              analysis,
              (word, texts) -> texts >= minTexts || vectors.apply(word).isPresent(),
              cancellation);
      List<SentimentExample> usable =
          examples.stream().filter(e -> words.tokens(e.text(), analysis).isPresent()).toList();
      Sides sides = Sides.of(usable, examples.size());
      List<int[]> sequences =
          usable.stream().map(e -> words.tokens(e.text(), analysis).orElseThrow()).toList();
      int[] targets = usable.stream().mapToInt(e -> sides.index(e.label())).toArray();
      SequenceClassifier classifier =
          network
              .tokenVectors(token -> start(words, token))
              .train(sequences, targets, words.size(), sides.count(), progress, cancellation);
      return new SequenceSentiment(analysis, words, sides, classifier);
    }

    /** The unknown word says nothing until examples make it say something. */
    private Optional<float[]> start(KnownWords words, int token) {
      return token == KnownWords.UNKNOWN
          ? Optional.of(new float[dimensions])
          : vectors.apply(words.word(token));
    }
  }

  @Override
  public String name() {
    return classifier.architecture().name() + "-" + analysis.name();
  }

  @Override
  public Sentiment analyze(String text) {
    return words
        .tokens(text, analysis)
        .map(tokens -> sides.judge(classifier.apply(tokens)))
        .orElse(Sentiment.neutral());
  }

  /**
   * Saves the network; the analysis is not part of the file, its name is.
   *
   * @param file the destination; its folder must exist
   * @throws ModelFileException when it cannot be written
   */
  public void save(Path file) {
    ModelFile.write(file, this::save);
  }

  private void save(StateWriter out) {
    out.putString("kind", KIND);
    out.putString("analysis", analysis.name());
    sides.save(out);
    words.save(out);
    classifier.save(out);
  }

  /**
   * Loads a network; needs no engine.
   *
   * @param file what {@link #save(Path)} wrote
   * @param analysis the analysis it was trained with
   * @return the network, judging as the saved one
   * @throws ModelFileException when the file is missing, damaged, foreign, or of another analysis
   */
  public static SequenceSentiment load(Path file, TextAnalysis analysis) {
    return ModelFile.read(file, in -> load(in, file, analysis));
  }

  private static SequenceSentiment load(StateReader in, Path file, TextAnalysis analysis) {
    ModelFile.requireKind(in, file, KIND);
    SentimentFiles.requireAnalysis(in, file, analysis);
    Sides sides = Sides.load(in, file);
    KnownWords words = KnownWords.load(in, file);
    SequenceClassifier classifier = SequenceClassifier.load(in);
    if (classifier.vocabulary() != words.size() || classifier.classes() != sides.count()) {
      throw new ModelFileException(
          file
              + " holds a network of "
              + classifier.vocabulary()
              + " words and "
              + classifier.classes()
              + " sides, expected "
              + words.size()
              + " and "
              + sides.count());
    }
    return new SequenceSentiment(analysis, words, sides, classifier);
  }
}
