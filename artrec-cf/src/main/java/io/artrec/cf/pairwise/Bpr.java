package io.artrec.cf.pairwise;

import io.artrec.kernel.internal.Kernels;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.StrategyMethod;

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
 */
public final class Bpr extends PairwiseStrategy<Bpr> {
  /** The method by name. */
  public static final StrategyMethod<Bpr> METHOD =
      StrategyMethod.of(
          Hyperparameters.of(
              "bpr",
              FACTORS,
              EPOCHS_OF_PAIRS.standard(100),
              LEARNING_RATE,
              REGULARIZATION_OF_PAIRS.standard(0.03),
              BIAS_REGULARIZATION.standard(0.01),
              NEGATIVES.standard(Negatives.POPULARITY),
              VALIDATION,
              RANKING),
          Bpr::new,
          PairwiseStrategy::read);

  private Bpr(Hyperparameters values) {
    super(METHOD, values);
  }

  /**
   * {@return the method with vectors of a length, without validation}
   *
   * @param factors length of the vectors
   */
  public static Bpr factors(int factors) {
    return METHOD.with(FACTORS, factors);
  }

  @Override
  int mostDrawn() {
    return 0;
  }
}
