package io.artrec.cf.factors;

import io.artrec.cf.data.BehaviorStrategy;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.StrategyMethod;

/**
 * What all methods share that learn factors, epoch after epoch. Immutable and thread-safe.
 *
 * @param <S> the subclass
 */
public abstract class FactorStrategy<S extends FactorStrategy<S>> extends BehaviorStrategy<S> {
  /** Length of the vectors. */
  protected static final Hyperparameter<Integer> FACTORS =
      Hyperparameter.whole("factors", 64, Range.atLeast(1).triedByMagnitude(16, 256))
          .meaning("length of the vectors; 32 to 128 are usual");

  /** Passes over the behaviour, at most. */
  protected static final Hyperparameter<Integer> EPOCHS =
      Hyperparameter.whole("epochs", 30, Range.atLeast(1))
          .meaning("how often training passes over the behaviour at most");

  /** How strongly factors are held to 0. */
  protected static final Hyperparameter<Double> REGULARIZATION =
      Hyperparameter.number("regularization", 0.1, Range.above(0).triedByMagnitude(0.001, 1))
          .meaning("`λ`, how strongly factors are held to 0");

  /** The share held out to stop early. */
  protected static final Hyperparameter<Double> VALIDATION =
      Hyperparameter.number("validation", 0, Range.shareOrNone(0.5))
          .meaning("the share of liked works held out to stop early; 0 never stops early");

  /** Asked for by many loops. */
  private final int factors;

  /**
   * Creates a strategy.
   *
   * @param method the subclass's method
   * @param values the values of its table
   */
  protected FactorStrategy(StrategyMethod<S> method, Hyperparameters values) {
    super(method, values);
    factors = get(FACTORS);
  }

  /** {@return length of the vectors} */
  public int factors() {
    return factors;
  }

  /**
   * {@return this strategy with so many epochs at most}
   *
   * @param count how often training passes over the behaviour at most
   */
  public S epochs(int count) {
    return with(EPOCHS, count);
  }

  /** {@return how often training passes over the behaviour at most} */
  public int epochs() {
    return get(EPOCHS);
  }

  /**
   * {@return this strategy with another regularisation of factors}
   *
   * @param lambda how strongly factors are held to 0
   */
  public S regularization(double lambda) {
    return with(REGULARIZATION, lambda);
  }

  /** {@return how strongly factors are held to 0} */
  public double regularization() {
    return get(REGULARIZATION);
  }

  /**
   * {@return this strategy with such a share held out to stop early, 0 for none}
   *
   * @param share the share held out to stop early
   */
  public S validation(double share) {
    return with(VALIDATION, share);
  }

  /** {@return the share held out to stop early} */
  public double validation() {
    return get(VALIDATION);
  }
}
