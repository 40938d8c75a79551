package io.artrec.cf.neighbors;

import io.artrec.cf.data.BehaviorStrategy;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.StrategyMethod;

/** What {@link UserKnn} and {@link ItemKnn} share. */
abstract class KnnStrategy<S extends KnnStrategy<S>> extends BehaviorStrategy<S> {
  static final Hyperparameter<Integer> NEIGHBORS =
      Hyperparameter.whole("neighbors", 100, Range.atLeast(1).triedByMagnitude(10, 1000))
          .meaning("how many neighbours each has; 50 to 400 are usual");

  private final VectorSimilarity similarity;

  KnnStrategy(StrategyMethod<S> method, Hyperparameters values) {
    super(method, values);
    similarity = new VectorSimilarity(values.of(VectorSimilarity.TABLE));
  }

  static Hyperparameters table(String name) {
    return comparison(name).and(RANKING);
  }

  /** The table but for what behaviour counts. */
  static Hyperparameters comparison(String name) {
    return Hyperparameters.of(name, NEIGHBORS).and(VectorSimilarity.TABLE);
  }

  Hyperparameters comparison() {
    return hyperparameters().of(comparison(name()));
  }

  /** {@return how many neighbours each has} */
  public int neighbors() {
    return get(NEIGHBORS);
  }

  /** {@return this strategy with another similarity} */
  public S similarity(VectorSimilarity other) {
    return with(other.values());
  }

  /** {@return how alike two are} */
  public VectorSimilarity similarity() {
    return similarity;
  }
}
