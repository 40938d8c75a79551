package io.artrec.cf.factors;

import io.artrec.cf.data.Feedback;
import io.artrec.kernel.Kernels;
import io.artrec.model.StateReader;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;

/**
 * Bayesian personalised ranking: factors that put each work a visitor likes before one drawn by
 * chance. Immutable and thread-safe.
 *
 * <p>Rendle, Freudenthaler, Gantner, Schmidt-Thieme, BPR: Bayesian personalized ranking from
 * implicit feedback, UAI 2009: stochastic gradient descent on {@code Σ −ln σ(s_ui − s_uj) + λ/2
 * (|x_u|² + |q_i|² + |q_j|²)} over likes {@code (u, i)} and drawn works {@code j}. Training is
 * O(entries · factors) per epoch; 4 · factors bytes per visitor and 12 · factors per work. An
 * answer is O(2,048 · factors + history · factors) times some seven steps, and O(works · factors).
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
 * @param validation the share of liked works held out to stop early, 0 (never stop early) to 0.5
 * @param feedback what behaviour counts
 */
public record Bpr(
    int factors,
    int epochs,
    double learningRate,
    double regularization,
    double biasRegularization,
    Negatives negatives,
    double validation,
    Feedback feedback)
    implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "bpr";

  /** Validates the hyper-parameters. */
  public Bpr {
    // refuses what is out of range
    new PairwiseSettings(
        NAME,
        factors,
        epochs,
        learningRate,
        regularization,
        biasRegularization,
        negatives,
        0,
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
        0,
        validation,
        feedback);
  }

  /**
   * Returns the method with 100 epochs, learning rate 0.1, {@code λ = 0.03}, 0.01 for biases,
   * negatives by popularity, without validation.
   *
   * @param factors length of the vectors, 1 or more; 32 to 128 are usual
   * @return the strategy
   */
  public static Bpr factors(int factors) {
    return new Bpr(factors, 100, 0.1, 0.03, 0.01, Negatives.POPULARITY, 0, Feedback.PREFERENCE);
  }

  /**
   * Returns this strategy with another number of epochs.
   *
   * @param count passes over the behaviour, at most, 1 or more
   * @return the changed strategy
   */
  public Bpr epochs(int count) {
    return with("epochs", count);
  }

  /**
   * Returns this strategy with another learning rate.
   *
   * @param rate length of the first epoch's steps, above 0
   * @return the changed strategy
   */
  public Bpr learningRate(double rate) {
    return with("learningRate", rate);
  }

  /**
   * Returns this strategy with another regularisation.
   *
   * @param lambda {@code λ}, how strongly factors are held to 0 at each step, above 0
   * @return the changed strategy
   */
  public Bpr regularization(double lambda) {
    return with("regularization", lambda);
  }

  /**
   * Returns this strategy with another regularisation of biases.
   *
   * @param lambda the same for the works' biases, 0 or more
   * @return the changed strategy
   */
  public Bpr biasRegularization(double lambda) {
    return with("biasRegularization", lambda);
  }

  /**
   * Returns this strategy with other negatives.
   *
   * @param drawn how works are drawn
   * @return the changed strategy
   */
  public Bpr negatives(Negatives drawn) {
    return with("negatives", drawn);
  }

  /**
   * Returns this strategy with another validation slice.
   *
   * @param share the share of liked works held out to stop early, 0 (never stop early) to 0.5
   * @return the changed strategy
   */
  public Bpr validation(double share) {
    return with("validation", share);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning what behaviour counts
   * @return the changed strategy
   */
  public Bpr feedback(Feedback meaning) {
    return with("feedback", meaning);
  }

  private Bpr with(String key, Object value) {
    return parse(parameters().with(key, value));
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code factors}, {@code epochs}, {@code learningRate}, {@code regularization},
   *     {@code biasRegularization}, {@code negatives}, {@code validation}, {@code feedback}; what
   *     is left out is as {@link #factors(int) factors(64)} has it
   * @return the strategy
   */
  public static Bpr parse(Parameters from) {
    from.only(
        NAME,
        "factors",
        "epochs",
        "learningRate",
        "regularization",
        "biasRegularization",
        "negatives",
        "validation",
        "feedback");
    Bpr standard = factors(64);
    return new Bpr(
        from.getInt("factors", standard.factors),
        from.getInt("epochs", standard.epochs),
        from.getDouble("learningRate", standard.learningRate),
        from.getDouble("regularization", standard.regularization),
        from.getDouble("biasRegularization", standard.biasRegularization),
        from.getEnum("negatives", standard.negatives),
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
    Bpr strategy = parse(Parameters.parse(in.getString("parameters")));
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
