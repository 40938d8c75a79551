package io.artrec.llm.relevance;

import io.artrec.behavior.Preferences;
import io.artrec.djl.training.DenseHead;
import io.artrec.djl.training.DenseHeadTrainer;
import io.artrec.djl.training.RateDecay;
import io.artrec.djl.training.TrainingOptions;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureStore;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReader;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import io.artrec.vector.FeatureMatrix;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * The probability that a visitor likes a work, by a small network over vectors of texts: {@code u}
 * is the mean of the vectors of what the visitor likes, {@code v} the work's, both of unit length,
 * and the network reads {@code u∘v} and {@code |u − v|} (the cross features of Conneau et al.,
 * "Supervised Learning of Universal Sentence Representations from Natural Language Inference Data",
 * EMNLP 2017). It learns which of an encoder's dimensions matter to taste here, which a cosine
 * weighs alike. The encoder stays as it is.
 *
 * <p>It is trained in the process with AdamW, warm-up, a cosine decay, dropout and an early end
 * ({@link TrainingOptions}): each liked work after a visitor's first is an example with what they
 * liked before, works they never had to do with are counter-examples, as those are that they are
 * against. Training needs the PyTorch engine; answers are plain Java.
 *
 * <p>Unscored: works without a vector, everything for a visitor who likes nothing that has one, and
 * everything where there was nothing to learn from. The reason for a work is the liked work whose
 * vector is nearest. Probabilities are those among works drawn evenly, not of a click in your
 * application.
 *
 * <p>Cost: training O(epochs · examples · dimensions · hidden), in memory {@code 8 · dimensions}
 * bytes an example; an answer O(works · dimensions · hidden), so over large catalogues let it order
 * what another strategy proposes ({@code Hybrid.cascade}). Weights follow the seed as {@link
 * io.artrec.djl.training} promises. Immutable, thread-safe; refined by chained copies.
 */
public final class TextRelevance implements Strategy {
  static final String NAME = "text-relevance";

  private static final int MOST_NEGATIVES = 100;

  private final String feature;
  private int hidden = 16;
  private double dropout = 0.1;
  private int negatives = 3;
  private int mostExamples = 50_000;
  private TrainingOptions training =
      TrainingOptions.standard()
          .epochs(20)
          .batchSize(64)
          .learningRate(0.003)
          .regularization(0.01)
          .warmUp(0.1)
          .decay(RateDecay.COSINE)
          .patience(4);

  private TextRelevance(String feature) {
    this.feature = feature;
  }

  private TextRelevance(TextRelevance other) {
    feature = other.feature;
    hidden = other.hidden;
    dropout = other.dropout;
    negatives = other.negatives;
    mostExamples = other.mostExamples;
    training = other.training;
  }

  /**
   * {@return the strategy over a feature of dense vectors: 16 hidden units, a tenth dropped out, 3
   * counter-examples to each example, up to about 50,000 of both, up to 20 epochs in batches of 64,
   * learning rate 0.003 after warming up over a tenth of the steps, falling by a cosine, weight
   * decay 0.01}
   *
   * @param feature the feature's name, for instance {@code text-embedding}; training checks that it
   *     is there
   */
  public static TextRelevance in(String feature) {
    return new TextRelevance(Objects.requireNonNull(feature, "feature"));
  }

  /**
   * Sets how many hidden units the network has.
   *
   * @param units 0 (logistic regression on the cross features) to 4,096
   * @return the changed strategy
   */
  public TextRelevance hidden(int units) {
    TextRelevance copy = new TextRelevance(this);
    copy.hidden = within("hidden", units, 0, 4096);
    return copy;
  }

  /**
   * Sets which share of the hidden units a step leaves out.
   *
   * @param share 0 to 0.9
   * @return the changed strategy
   */
  public TextRelevance dropout(double share) {
    if (!(share >= 0 && share <= 0.9)) {
      throw new IllegalArgumentException("dropout is " + share + ", expected 0 to 0.9");
    }
    TextRelevance copy = new TextRelevance(this);
    copy.dropout = share;
    return copy;
  }

  /**
   * Sets how many counter-examples are drawn for each example.
   *
   * @param count 1 to 100
   * @return the changed strategy
   */
  public TextRelevance negatives(int count) {
    TextRelevance copy = new TextRelevance(this);
    copy.negatives = within("negatives", count, 1, MOST_NEGATIVES);
    return copy;
  }

  /**
   * Sets about how many examples are drawn at most, of all behaviour alike.
   *
   * @param most 100 or more
   * @return the changed strategy
   */
  public TextRelevance mostExamples(int most) {
    TextRelevance copy = new TextRelevance(this);
    copy.mostExamples = within("mostExamples", most, 100, Integer.MAX_VALUE);
    return copy;
  }

  /**
   * Changes how training goes. The seed is that of the training's context.
   *
   * @param change gives changed options
   * @return the changed strategy
   */
  public TextRelevance training(UnaryOperator<TrainingOptions> change) {
    TextRelevance copy = new TextRelevance(this);
    copy.training = Objects.requireNonNull(change.apply(training), "options");
    return copy;
  }

  private static int within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " is " + value + ", expected " + least + " to " + most);
    }
    return value;
  }

  /**
   * {@return what reads this strategy from a model file}
   *
   * @param strategy as the model was built with; another configuration is refused
   */
  public static StrategyReader reader(TextRelevance strategy) {
    Objects.requireNonNull(strategy, "strategy");
    return new StrategyReader() {
      @Override
      public String strategy() {
        return NAME;
      }

      @Override
      public Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
        return strategy.read(in, context);
      }
    };
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Scorer train(TrainingContext context) {
    TasteVectors vectors = new TasteVectors(matrix(context.features()));
    RelevanceExamples examples = RelevanceExamples.of(context, vectors, negatives, mostExamples);
    if (!examples.tell()) {
      return new Trained(vectors, Optional.empty());
    }
    DenseHead head =
        new DenseHeadTrainer(training.seed(context.seed()))
            .hidden(hidden)
            .dropout(dropout)
            .classify(
                examples.crossed(),
                examples.labels(),
                2,
                context.progress(),
                context.cancellation());
    return new Trained(vectors, Optional.of(head));
  }

  private FeatureMatrix matrix(FeatureStore features) {
    return features
        .find(feature)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no feature is called '"
                        + feature
                        + "', whose vectors relevance is learned from; there are "
                        + features.entries().stream().map(e -> e.spec().name()).toList()
                        + "; add it with Recommender.builder().feature(...)"));
  }

  private Scorer read(StateReader in, TrainingContext context) {
    String saved = in.getString("configuration");
    if (!saved.equals(toString())) {
      throw new ModelFileException(
          "the model was built with "
              + saved
              + ", and "
              + this
              + " was passed to read it; pass TextRelevance.reader of the strategy it was built"
              + " with");
    }
    boolean learned = in.getLong("learned") == 1;
    Optional<DenseHead> head = learned ? Optional.of(DenseHead.load(in)) : Optional.empty();
    FeatureMatrix matrix;
    try {
      matrix = matrix(context.features());
    } catch (IllegalArgumentException e) {
      throw new ModelFileException("the file is damaged: " + e.getMessage(), e);
    }
    head.filter(h -> h.inputs() != 2 * matrix.dimensions() || h.outputs() != 2)
        .ifPresent(
            h -> {
              throw new ModelFileException(
                  "the model's relevance reads "
                      + h.inputs()
                      + " numbers, expected twice the "
                      + matrix.dimensions()
                      + " of feature '"
                      + feature
                      + "'; the file is damaged");
            });
    return new Trained(new TasteVectors(matrix), head);
  }

  @Override
  public String toString() {
    return NAME
        + "("
        + feature
        + ", hidden="
        + hidden
        + ", dropout="
        + dropout
        + ", negatives="
        + negatives
        + ", mostExamples="
        + mostExamples
        + ", "
        + training
        + ")";
  }

  private final class Trained implements Scorer {
    private final TasteVectors vectors;
    private final Optional<DenseHead> head;

    Trained(TasteVectors vectors, Optional<DenseHead> head) {
      this.vectors = vectors;
      this.head = head;
    }

    @Override
    public Strategy strategy() {
      return TextRelevance.this;
    }

    @Override
    public Scores score(Query query, Candidates candidates) {
      Scores scores = new Scores(candidates);
      TasteVectors.Taste taste = vectors.new Taste();
      Preferences preferences = query.preferences();
      for (int i = 0; i < preferences.size(); i++) {
        if (preferences.weight(i) > 0 && preferences.artwork(i) < vectors.size()) {
          taste.add(preferences.artwork(i));
        }
      }
      float[] liked = new float[vectors.dimensions()];
      if (head.isEmpty() || !taste.unitInto(liked)) {
        return scores;
      }
      float[] work = new float[vectors.dimensions()];
      for (int position = 0; position < candidates.size(); position++) {
        int artwork = candidates.artwork(position);
        if (artwork < vectors.size() && vectors.unit(artwork, work)) {
          scores.set(position, head.get().apply(TasteVectors.crossed(liked, work))[1]);
        }
      }
      return scores.explainedBy(
          position ->
              List.of(
                  new Contribution(
                      NAME,
                      nearest(preferences, candidates.artwork(position)),
                      scores.value(position))));
    }

    private Cause nearest(Preferences preferences, int artwork) {
      float[] work = new float[vectors.dimensions()];
      float[] other = new float[vectors.dimensions()];
      vectors.unit(artwork, work);
      int nearest = -1;
      double best = 0;
      for (int i = 0; i < preferences.size(); i++) {
        if (preferences.weight(i) > 0
            && preferences.artwork(i) < vectors.size()
            && vectors.unit(preferences.artwork(i), other)) {
          double cosine = TasteVectors.cosine(work, other);
          if (nearest < 0 || cosine > best) {
            nearest = i;
            best = cosine;
          }
        }
      }
      return new Cause.KnownArtwork(
          preferences.artwork(nearest),
          preferences.weight(nearest),
          Optional.of(new Cause.Likeness(feature, OptionalDouble.of(Math.max(0, best)))));
    }

    /** New works come with their vectors; what was learned stays. */
    @Override
    public Scorer grown(TrainingContext before, TrainingContext after) {
      return new Trained(new TasteVectors(matrix(after.features())), head);
    }

    @Override
    public void save(StateWriter out) {
      out.putString("configuration", TextRelevance.this.toString());
      out.putLong("learned", head.isPresent() ? 1 : 0);
      head.ifPresent(learned -> learned.save(out));
    }
  }
}
