package io.artrec.cf.factors;

import io.artrec.cf.data.Checks;
import io.artrec.cf.data.Feedback;
import io.artrec.kernel.Kernels;
import io.artrec.model.StateReader;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;

/**
 * Weighted approximate-rank pairwise loss: factors that put each work a visitor likes before those
 * that come too close to it, the more the lower it ranks, which favours the head of the list.
 * Immutable and thread-safe.
 *
 * <p>Weston, Bengio, Usunier, WSABIE: scaling up to large vocabulary image annotation, IJCAI 2011.
 * For each like works are drawn until one's score is less than 1 below the liked work's, at most
 * {@code trials} times; after {@code k} draws, the step on the pair weighs {@code ln((works − 1) /
 * k) / ln(works − 1)}. Training is O(entries · draws · factors) per epoch; 4 · factors bytes per
 * visitor and 12 · factors per work. An answer costs as that of {@link Bpr}.
 *
 * <p>Both works' biases {@code b} and factors {@code q} and the visitor's factors {@code x} are
 * learned; the score of a work is {@code b + x·q}. A disliked work takes the part of the drawn one,
 * against a drawn one that the visitor does not know. A step is in proportion to the entry's weight
 * over the mean weight, at most five times the usual. Works nobody had to do with are not drawn and
 * not scored. Works are drawn from an eighth of the catalogue at a time, dealt anew each epoch, so
 * that blocks of visitors and works can be trained on in parallel: the same seed gives the same
 * result at any number of threads; it differs in float rounding between {@link Kernels}.
 *
 * <p>Whoever asks is solved for from their history against the works' factors: {@code x} is where
 * the steps of training cancel out. So a trained visitor and a stranger with the same history get
 * the same answer, and new events count at once. The score is the bias and a sum over the known
 * works (their contributions). Visitors without a known work get no scores. New events, visitors
 * and works speak for others after a refresh, which trains the works concerned for a quarter of the
 * epochs while all others stay; forgetting trains.
 *
 * @param factors length of the vectors, 1 or more
 * @param epochs passes over the behaviour, at most, 1 or more
 * @param learningRate length of the first epoch's steps, above 0; it falls to 0 evenly over the
 *     epochs
 * @param regularization {@code λ}, how strongly factors are held to 0 at each step, above 0
 * @param biasRegularization the same for the works' biases, 0 or more
 * @param negatives how works are drawn
 * @param trials how many works are drawn for a liked one until one comes too close, 1 or more
 * @param validation the share of liked works held out to stop early, 0 (never stop early) to 0.5
 * @param feedback what behaviour counts
 */
public record Warp(
    int factors,
    int epochs,
    double learningRate,
    double regularization,
    double biasRegularization,
    Negatives negatives,
    int trials,
    double validation,
    Feedback feedback)
    implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "warp";

  /** Validates the hyper-parameters. */
  public Warp {
    Checks.atLeast(NAME, "trials", trials, 1);
    // refuses what is out of range
    new PairwiseSettings(
        NAME,
        factors,
        epochs,
        learningRate,
        regularization,
        biasRegularization,
        negatives,
        trials,
        validation,
        feedback);
  }

  private PairwiseSettings settings() {
    return new PairwiseSettings(
        NAME,
        factors,
        epochs,
        learningRate,
        regularization,
        biasRegularization,
        negatives,
        trials,
        validation,
        feedback);
  }

  /**
   * Returns the method with 50 epochs, learning rate 0.02, {@code λ = 0.1} for factors and biases,
   * uniform negatives, 100 trials, without validation.
   *
   * @param factors length of the vectors, 1 or more; 32 to 128 are usual
   * @return the strategy
   */
  public static Warp factors(int factors) {
    return new Warp(factors, 50, 0.02, 0.1, 0.1, Negatives.UNIFORM, 100, 0, Feedback.PREFERENCE);
  }

  /**
   * Returns this strategy with another number of epochs.
   *
   * @param count passes over the behaviour, at most, 1 or more
   * @return the changed strategy
   */
  public Warp epochs(int count) {
    return with("epochs", count);
  }

  /**
   * Returns this strategy with another learning rate.
   *
   * @param rate length of the first epoch's steps, above 0
   * @return the changed strategy
   */
  public Warp learningRate(double rate) {
    return with("learningRate", rate);
  }

  /**
   * Returns this strategy with another regularisation.
   *
   * @param lambda {@code λ}, how strongly factors are held to 0 at each step, above 0
   * @return the changed strategy
   */
  public Warp regularization(double lambda) {
    return with("regularization", lambda);
  }

  /**
   * Returns this strategy with another regularisation of biases.
   *
   * @param lambda the same for the works' biases, 0 or more
   * @return the changed strategy
   */
  public Warp biasRegularization(double lambda) {
    return with("biasRegularization", lambda);
  }

  /**
   * Returns this strategy with other negatives.
   *
   * @param drawn how works are drawn
   * @return the changed strategy
   */
  public Warp negatives(Negatives drawn) {
    return with("negatives", drawn);
  }

  /**
   * Returns this strategy with another number of trials.
   *
   * @param most how many works are drawn for a liked one until one comes too close, 1 or more
   * @return the changed strategy
   */
  public Warp trials(int most) {
    return with("trials", most);
  }

  /**
   * Returns this strategy with another validation slice.
   *
   * @param share the share of liked works held out to stop early, 0 (never stop early) to 0.5
   * @return the changed strategy
   */
  public Warp validation(double share) {
    return with("validation", share);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning what behaviour counts
   * @return the changed strategy
   */
  public Warp feedback(Feedback meaning) {
    return with("feedback", meaning);
  }

  private Warp with(String key, Object value) {
    return parse(parameters().with(key, value));
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code factors}, {@code epochs}, {@code learningRate}, {@code regularization},
   *     {@code biasRegularization}, {@code negatives}, {@code trials}, {@code validation}, {@code
   *     feedback}; what is left out is as {@link #factors(int) factors(64)} has it
   * @return the strategy
   */
  public static Warp parse(Parameters from) {
    from.only(
        NAME,
        "factors",
        "epochs",
        "learningRate",
        "regularization",
        "biasRegularization",
        "negatives",
        "trials",
        "validation",
        "feedback");
    Warp standard = factors(64);
    return new Warp(
        from.getInt("factors", standard.factors),
        from.getInt("epochs", standard.epochs),
        from.getDouble("learningRate", standard.learningRate),
        from.getDouble("regularization", standard.regularization),
        from.getDouble("biasRegularization", standard.biasRegularization),
        from.getEnum("negatives", standard.negatives),
        from.getInt("trials", standard.trials),
        from.getDouble("validation", standard.validation),
        from.getEnum("feedback", standard.feedback));
  }

  /**
   * Returns the hyper-parameters as text.
   *
   * @return what {@link #parse} reads
   */
  public Parameters parameters() {
    return Parameters.none()
        .with("factors", factors)
        .with("epochs", epochs)
        .with("learningRate", learningRate)
        .with("regularization", regularization)
        .with("biasRegularization", biasRegularization)
        .with("negatives", negatives)
        .with("trials", trials)
        .with("validation", validation)
        .with("feedback", feedback);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Scorer train(TrainingContext context) {
    return train(context, Kernels.best());
  }

  /**
   * Trains for all epochs from an earlier scorer's works. Held-out works would be known to it, so
   * nothing is validated.
   */
  @Override
  public Scorer train(TrainingContext context, Scorer earlier) {
    if (!(earlier instanceof PairwiseScorer start) || !start.model().fits(factors, context)) {
      return train(context);
    }
    PairwiseSettings settings = settings();
    PairwiseModel model = settings.train(context, Kernels.best(), start.model());
    return new PairwiseScorer(this, parameters(), settings, model);
  }

  PairwiseScorer train(TrainingContext context, Kernels kernels) {
    PairwiseSettings settings = settings();
    return new PairwiseScorer(this, parameters(), settings, settings.train(context, kernels));
  }

  /**
   * Reads a scorer from a model file.
   *
   * @param in what the scorer saved
   * @param context not needed
   * @param readers not needed
   * @return the scorer
   */
  public static Scorer read(StateReader in, TrainingContext context, StrategyReaders readers) {
    Warp strategy = parse(Parameters.parse(in.getString("parameters")));
    PairwiseSettings settings = strategy.settings();
    return new PairwiseScorer(
        strategy,
        strategy.parameters(),
        settings,
        PairwiseModel.read(in, settings, context.catalog().size()));
  }

  @Override
  public String toString() {
    return NAME + ":" + parameters();
  }
}
