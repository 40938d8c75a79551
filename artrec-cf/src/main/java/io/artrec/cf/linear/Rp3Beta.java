package io.artrec.cf.linear;

import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.StrategyMethod;

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
 */
public final class Rp3Beta extends WalkStrategy<Rp3Beta> {
  private static final Hyperparameter<Double> BETA =
      Hyperparameter.number("beta", 0.6, Range.atLeast(0).tried(0, 1))
          .meaning("the power of a work's degree that divides what arrives at it; 0 gives P3alpha");

  /** The method by name. */
  public static final StrategyMethod<Rp3Beta> METHOD =
      StrategyMethod.of(
          Hyperparameters.of("rp3beta", NEIGHBORS, ALPHA, BETA, NORMALIZE, PER_TARGET, RANKING),
          Rp3Beta::new,
          WalkStrategy::read);

  private Rp3Beta(Hyperparameters values) {
    super(METHOD, values);
  }

  /**
   * {@return walks of which each work keeps so many weights}
   *
   * @param neighbors how many neighbours speak for a work
   */
  public static Rp3Beta neighbors(int neighbors) {
    return METHOD.with(NEIGHBORS, neighbors);
  }

  /**
   * {@return this strategy with another power of the degree}
   *
   * @param power the power of a work's degree that divides what arrives at it
   */
  public Rp3Beta beta(double power) {
    return with(BETA, power);
  }

  /** {@return the power of a work's degree that divides what arrives at it} */
  public double beta() {
    return get(BETA);
  }

  @Override
  double damping() {
    return beta();
  }
}
