package io.artrec.cf.linear;

import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.StrategyMethod;

/**
 * Weighs works by random walks of three steps: from the visitor to a work they know, to another of
 * its visitors, to one of that visitor's works. Immutable and thread-safe.
 *
 * <p>Cooper, Lee, Radinsky, Siantos, Random walks in recommender systems: exact computation and
 * simulations, WWW 2014.
 *
 * <p>{@code w_ij = Σ_u p(i→u)^α · p(u→j)^α}, with {@code p(i→u) = 1/n_i} over the work's visitors
 * and {@code p(u→j)} in proportion to the entry. Of each row the {@code neighbors} largest are kept
 * and, when {@code normalize}, divided by their sum. The score of a work {@code j} is {@code Σ_i
 * x_i · w_ij} over the history. Entries of the training matrix that are not above 0 are no edges;
 * at asking, disliked works count against what they point to. Training O(Σ_u n_u²) time, 8 ·
 * neighbors bytes a work. New visitors and new events need no training to be answered; they speak
 * for others, and forgotten ones do not, after an update that computes the rows of the works of
 * changed visitors again and equals training to the last bit. With {@code perTarget} that would
 * need what was cut, so works are trained again.
 */
public final class P3Alpha extends WalkStrategy<P3Alpha> {
  /** The method by name. */
  public static final StrategyMethod<P3Alpha> METHOD =
      StrategyMethod.of(
          Hyperparameters.of("p3alpha", NEIGHBORS, ALPHA, NORMALIZE, PER_TARGET, RANKING),
          P3Alpha::new,
          WalkStrategy::read);

  private P3Alpha(Hyperparameters values) {
    super(METHOD, values);
  }

  /**
   * {@return walks of which each work keeps so many weights}
   *
   * @param neighbors how many neighbours speak for a work
   */
  public static P3Alpha neighbors(int neighbors) {
    return METHOD.with(NEIGHBORS, neighbors);
  }

  @Override
  double damping() {
    return 0;
  }
}
