package io.artrec.cf.pairwise;

import io.artrec.kernel.internal.Kernels;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.StrategyMethod;

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
 */
public final class Warp extends PairwiseStrategy<Warp> {
  private static final Hyperparameter<Integer> TRIALS =
      Hyperparameter.whole("trials", 100, Range.atLeast(1))
          .meaning("how many works are drawn for a liked one until one comes too close");

  /** The method by name. */
  public static final StrategyMethod<Warp> METHOD =
      StrategyMethod.of(
          Hyperparameters.of(
              "warp",
              FACTORS,
              EPOCHS_OF_PAIRS.standard(50),
              LEARNING_RATE.standard(0.02),
              REGULARIZATION_OF_PAIRS,
              BIAS_REGULARIZATION,
              NEGATIVES,
              TRIALS,
              VALIDATION,
              RANKING),
          Warp::new,
          PairwiseStrategy::read);

  private Warp(Hyperparameters values) {
    super(METHOD, values);
  }

  /**
   * {@return the method with vectors of a length, without validation}
   *
   * @param factors length of the vectors
   */
  public static Warp factors(int factors) {
    return METHOD.with(FACTORS, factors);
  }

  /**
   * {@return this strategy with so many works drawn until one comes too close}
   *
   * @param most how many works are drawn for a liked one until one comes too close
   */
  public Warp trials(int most) {
    return with(TRIALS, most);
  }

  /** {@return how many works are drawn for a liked one until one comes too close} */
  public int trials() {
    return get(TRIALS);
  }

  @Override
  int mostDrawn() {
    return trials();
  }
}
