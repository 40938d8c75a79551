package io.artrec.llm.sentiment;

import io.artrec.classification.internal.SoftmaxRegression;
import io.artrec.model.ModelFile;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.task.Cancellation;
import io.artrec.task.Progress;
import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.text.sentiment.Sentiment;
import io.artrec.text.sentiment.SentimentAnalyzer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A softmax head on sentence embeddings, learned from labelled texts: {@code P(side | text) =
 * softmax(W·e(text) + b)}, with {@code e} the encoder's vector, cross-entropy and the penalty
 * {@code λ/2·‖W‖²}, fitted by L-BFGS in plain Java. The problem is convex, so the same examples
 * give the same weights to the last bit, at any number of threads and without a seed.
 *
 * <p>The intensity is {@code P(positive) − P(negative)}, the label the likeliest side. A text that
 * the encoder cannot read is neutral. Contradicting labels of one text all count; its judgement is
 * their share.
 *
 * <p>Immutable and thread-safe if the encoder is. Judging costs one encoding and O(sides ·
 * dimensions); training one encoding an example, then O(examples · sides · dimensions) a step, some
 * 50 to 200 steps.
 */
public final class NeuralSentiment implements SentimentAnalyzer {
  private static final String KIND = "neural-sentiment";
  private static final int BATCH = 64;

  private final SentenceEncoder encoder;
  private final Sides sides;
  private final double[] weights;

  private NeuralSentiment(SentenceEncoder encoder, Sides sides, double[] weights) {
    this.encoder = encoder;
    this.sides = sides;
    this.weights = weights;
  }

  /**
   * Starts a training with penalty 0.003, on one thread.
   *
   * @param encoder turns texts into vectors, here and when judging
   * @return the trainer
   */
  public static Trainer trainer(SentenceEncoder encoder) {
    return new Trainer(
        Objects.requireNonNull(encoder, "encoder"),
        0.003,
        1,
        Progress.silent(),
        new Cancellation());
  }

  /** How a head is trained. Immutable. */
  public static final class Trainer {
    private final SentenceEncoder encoder;
    private final double regularization;
    private final int threads;
    private final Progress progress;
    private final Cancellation cancellation;

    private Trainer(
        SentenceEncoder encoder,
        double regularization,
        int threads,
        Progress progress,
        Cancellation cancellation) {
      this.encoder = encoder;
      this.regularization = regularization;
      this.threads = threads;
      this.progress = progress;
      this.cancellation = cancellation;
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
      return new Trainer(encoder, lambda, threads, progress, cancellation);
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
      return new Trainer(encoder, regularization, count, progress, cancellation);
    }

    /**
     * {@return this trainer with a listener}
     *
     * @param listener hears of the encoding and of the steps
     */
    public Trainer progress(Progress listener) {
      return new Trainer(
          encoder, regularization, threads, Objects.requireNonNull(listener), cancellation);
    }

    /**
     * {@return this trainer with a token to stop it by}
     *
     * @param token looked at between batches and blocks of examples
     */
    public Trainer cancellation(Cancellation token) {
      return new Trainer(encoder, regularization, threads, progress, Objects.requireNonNull(token));
    }

    /**
     * Trains.
     *
     * @param examples texts of at least two sides; those that the encoder cannot read are skipped
     * @return the trained head
     * @throws SentimentTrainingException when fewer than two sides are left
     * @throws io.artrec.task.CancelledException when cancelled
     */
    public NeuralSentiment train(List<SentimentExample> examples) {
      List<SentimentExample> usable = new ArrayList<>();
      List<float[]> rows = new ArrayList<>();
      for (int from = 0; from < examples.size(); from += BATCH) {
        cancellation.check("encoding examples of sentiment");
        List<SentimentExample> batch =
            examples.subList(from, Math.min(examples.size(), from + BATCH));
        List<Optional<float[]>> vectors =
            encoder.encodeAll(batch.stream().map(SentimentExample::text).toList());
        for (int i = 0; i < batch.size(); i++) {
          if (vectors.get(i).isPresent()) {
            usable.add(batch.get(i));
            rows.add(vectors.get(i).get());
          }
        }
        progress.update(
            "encoding examples of sentiment", from + (long) batch.size(), examples.size());
      }
      Sides sides = Sides.of(usable, examples.size());
      int[] targets = usable.stream().mapToInt(e -> sides.index(e.label())).toArray();
      double[] weights =
          SoftmaxRegression.standard()
              .penalty(regularization)
              .threads(threads)
              .progress(progress)
              .cancellation(cancellation)
              .fit(rows.toArray(new float[0][]), targets, sides.count());
      return new NeuralSentiment(encoder, sides, weights);
    }
  }

  @Override
  public String name() {
    return "neural-" + encoder.name();
  }

  @Override
  public Sentiment analyze(String text) {
    return encoder.encode(text).map(this::judge).orElse(Sentiment.neutral());
  }

  @Override
  public List<Sentiment> analyzeAll(List<String> texts) {
    return encoder.encodeAll(texts).stream()
        .map(vector -> vector.map(this::judge).orElse(Sentiment.neutral()))
        .toList();
  }

  private Sentiment judge(float[] vector) {
    return sides.judge(SoftmaxRegression.probabilities(weights, sides.count(), vector));
  }

  /**
   * Saves the head; the encoder is not part of the file, its name is.
   *
   * @param file the destination; its folder must exist
   * @throws ModelFileException when it cannot be written
   */
  public void save(Path file) {
    ModelFile.write(file, this::save);
  }

  private void save(StateWriter out) {
    out.putString("kind", KIND);
    out.putString("encoder", encoder.name());
    sides.save(out);
    out.putDoubles("weights", weights);
  }

  /**
   * Loads a head.
   *
   * @param file what {@link #save(Path)} wrote
   * @param encoder the encoder it was trained on
   * @return the head, judging as the saved one
   * @throws ModelFileException when the file is missing, damaged, foreign, or of another encoder
   */
  public static NeuralSentiment load(Path file, SentenceEncoder encoder) {
    return ModelFile.read(file, in -> load(in, file, encoder));
  }

  private static NeuralSentiment load(StateReader in, Path file, SentenceEncoder encoder) {
    ModelFile.requireKind(in, file, KIND);
    String trainedOn = in.getString("encoder");
    if (!trainedOn.equals(encoder.name())) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "%s was trained on the encoder '%s', not on '%s'; load it with that encoder or train"
                  + " anew",
              file,
              trainedOn,
              encoder.name()));
    }
    Sides sides = Sides.load(in, file);
    double[] weights =
        SentimentFiles.finite(in, file, "weights", sides.count() * (encoder.dimensions() + 1L));
    return new NeuralSentiment(encoder, sides, weights);
  }
}
