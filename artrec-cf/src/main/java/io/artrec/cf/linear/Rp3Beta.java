package io.artrec.cf.linear;

import io.artrec.cf.data.BehaviorChange;
import io.artrec.cf.data.Checks;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.ItemWeightsScorer;
import io.artrec.cf.data.SparseMatrix;
import io.artrec.model.StateReader;
import io.artrec.strategy.Parameters;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.StrategyReaders;
import io.artrec.strategy.TrainingContext;
import java.util.Optional;

/**
 * Weighs works by random walks as {@link P3Alpha} does, and divides what arrives at a work by its
 * popularity. Immutable and thread-safe.
 *
 * <p>Paudel, Christoffel, Newell, Bernstein, Updatable, accurate, diverse, and scalable
 * recommendations for interactive applications, ACM TiiS 2017.
 *
 * <p>{@code w_ij = n_j^(-β) · Σ_u p(i→u)^α · p(u→j)^α}, with {@code p(i→u) = 1/n_i} over the work's
 * visitors and {@code p(u→j)} in proportion to the entry. Of each row the {@code neighbors} largest
 * are kept and, when {@code normalize}, divided by their sum. The score of a work {@code j} is
 * {@code Σ_i x_i · w_ij} over the history. Entries of the training matrix that are not above 0 are
 * no edges; at asking, disliked works count against what they point to. Training O(Σ_u n_u²) time,
 * 8 · neighbors bytes a work. New visitors and new events need no training to be answered; they
 * speak for others, and forgotten ones do not, after an update that computes the rows of works
 * concerned again and equals training to the last bit. With {@code perTarget} that would need what
 * was cut, so works are trained again.
 *
 * @param neighbors how many weights each work keeps, 1 or more
 * @param alpha the power to which the probability of a step is raised, above 0; below 1 evens out
 * @param beta the power of a work's degree that divides what arrives at it, 0 or more; 0 gives
 *     P3alpha
 * @param normalize whether the weights of a work are divided by their sum
 * @param perTarget whether after that of the weights that lead to a work only the {@code neighbors}
 *     largest are kept, too
 * @param feedback what counts as an edge
 */
public record Rp3Beta(
    int neighbors,
    double alpha,
    double beta,
    boolean normalize,
    boolean perTarget,
    Feedback feedback)
    implements Strategy {
  /** The strategy's name. */
  public static final String NAME = "rp3beta";

  /** Validates the hyper-parameters. */
  public Rp3Beta {
    Checks.atLeast(NAME, "neighbors", neighbors, 1);
    Checks.above(NAME, "alpha", alpha, 0);
    Checks.finite(NAME, "beta", beta, 0);
    Checks.oneOf(NAME, feedback, Feedback.PREFERENCE, Feedback.POSITIVE, Feedback.ANY);
  }

  /**
   * Returns the method with alpha 1, beta 0.6, weights divided by their sum.
   *
   * @param neighbors how many weights each work keeps, 1 or more; some hundred are usual
   * @return the strategy
   */
  public static Rp3Beta neighbors(int neighbors) {
    return new Rp3Beta(neighbors, 1, 0.6, true, false, Feedback.PREFERENCE);
  }

  /**
   * Returns this strategy with another power of the steps' probabilities.
   *
   * @param power the power, above 0
   * @return the changed strategy
   */
  public Rp3Beta alpha(double power) {
    return new Rp3Beta(neighbors, power, beta, normalize, perTarget, feedback);
  }

  /**
   * Returns this strategy with another power of the degree.
   *
   * @param power the power, 0 or more
   * @return the changed strategy
   */
  public Rp3Beta beta(double power) {
    return new Rp3Beta(neighbors, alpha, power, normalize, perTarget, feedback);
  }

  /**
   * Returns this strategy with weights as they are, or divided by their sum.
   *
   * @param divided whether the weights of a work are divided by their sum
   * @return the changed strategy
   */
  public Rp3Beta normalize(boolean divided) {
    return new Rp3Beta(neighbors, alpha, beta, divided, perTarget, feedback);
  }

  /**
   * Returns this strategy with weights kept by the works they come from alone, as its paper has it,
   * or by those they lead to as well, as the code of Ferrari Dacrema, Cremonesi, Jannach, Are we
   * really making much progress?, RecSys 2019, has it, for which many published hyper-parameters
   * were tuned.
   *
   * @param cut whether of the weights that lead to a work only the {@code neighbors} largest are
   *     kept, ties by index, after the weights of each work have been cut and divided
   * @return the changed strategy
   */
  public Rp3Beta perTarget(boolean cut) {
    return new Rp3Beta(neighbors, alpha, beta, normalize, cut, feedback);
  }

  /**
   * Returns this strategy with another meaning of behaviour.
   *
   * @param meaning what counts as an edge
   * @return the changed strategy
   */
  public Rp3Beta feedback(Feedback meaning) {
    return new Rp3Beta(neighbors, alpha, beta, normalize, perTarget, meaning);
  }

  /**
   * Reads hyper-parameters.
   *
   * @param from {@code neighbors}, {@code alpha}, {@code beta}, {@code normalize}, {@code
   *     perTarget}, {@code feedback}; what is left out is as {@link #neighbors(int) neighbors(100)}
   *     has it
   * @return the strategy
   */
  public static Rp3Beta parse(Parameters from) {
    Rp3Beta standard = neighbors(100);
    from.only(NAME, "neighbors", "alpha", "beta", "normalize", "perTarget", "feedback");
    return new Rp3Beta(
        from.getInt("neighbors", standard.neighbors),
        from.getDouble("alpha", standard.alpha),
        from.getDouble("beta", standard.beta),
        from.getBoolean("normalize", standard.normalize),
        from.getBoolean("perTarget", standard.perTarget),
        from.getEnum("feedback", standard.feedback));
  }

  /**
   * Returns the hyper-parameters as text.
   *
   * @return what {@link #parse} reads
   */
  public Parameters parameters() {
    return Parameters.none()
        .with("neighbors", neighbors)
        .with("alpha", alpha)
        .with("beta", beta)
        .with("normalize", normalize)
        .with("perTarget", perTarget)
        .with("feedback", feedback);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Scorer train(TrainingContext context) {
    SparseMatrix weights = RandomWalk.weights(context, NAME, feedback, this::walk);
    return new ItemWeightsScorer(this, parameters(), feedback, weights, this::updated);
  }

  private RandomWalk walk(SparseMatrix behavior) {
    return new RandomWalk(behavior, alpha, beta, neighbors, normalize, perTarget);
  }

  private Optional<SparseMatrix> updated(
      SparseMatrix weights, TrainingContext before, TrainingContext after) {
    if (perTarget) {
      return Optional.empty();
    }
    return BehaviorChange.between(feedback, before, after)
        .flatMap(change -> RandomWalk.updated(change, weights, this::walk, beta != 0, after, NAME));
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
    Rp3Beta strategy = parse(Parameters.parse(in.getString("parameters")));
    return ItemWeightsScorer.read(
        in,
        context.catalog().size(),
        strategy,
        strategy.parameters(),
        strategy.feedback,
        strategy::updated);
  }

  @Override
  public String toString() {
    return NAME + ":" + parameters();
  }
}
