package io.artrec.cf.data;

import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TunableStrategy;

/**
 * A strategy that learns from behaviour; what behaviour counts is a hyper-parameter of each.
 *
 * @param <S> the subclass
 */
public abstract class BehaviorStrategy<S extends BehaviorStrategy<S>> extends TunableStrategy<S> {
  /** What counts for methods that put works in an order. */
  protected static final Hyperparameter<Feedback> RANKING =
      Hyperparameter.choice(
              "feedback", Feedback.PREFERENCE, Feedback.PREFERENCE, Feedback.POSITIVE, Feedback.ANY)
          .meaning("what behaviour counts");

  /** What counts for methods that predict ratings. */
  protected static final Hyperparameter<Feedback> RATING =
      Hyperparameter.choice("feedback", Feedback.RATING, Feedback.RATING, Feedback.PREFERENCE)
          .meaning("what counts as a rating");

  /**
   * Creates a strategy.
   *
   * @param method the subclass's method
   * @param values the values of its table
   */
  protected BehaviorStrategy(StrategyMethod<S> method, Hyperparameters values) {
    super(method, values);
  }

  /** {@return what behaviour counts} */
  public final Feedback feedback() {
    return get(RANKING);
  }

  /**
   * {@return this strategy with another meaning of behaviour}
   *
   * @param meaning what behaviour counts
   */
  public final S feedback(Feedback meaning) {
    return with(RANKING, meaning);
  }
}
