package io.artrec.cf.rating;

import io.artrec.cf.data.BehaviorStrategy;
import io.artrec.strategy.Capability;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.StrategyMethod;
import java.util.Set;

/** What {@link UserKnnRating} and {@link ItemKnnRating} share. */
abstract class KnnRatingStrategy<S extends KnnRatingStrategy<S>> extends BehaviorStrategy<S> {
  static final Hyperparameter<Integer> NEIGHBORS =
      Hyperparameter.whole("neighbors", 40, Range.atLeast(1).triedByMagnitude(10, 200))
          .meaning("how many neighbours speak for a work; 20 to 60 are usual");

  static final Hyperparameter<Centering> CENTERING =
      Hyperparameter.choice("centering", Centering.BASELINE)
          .meaning("what is taken from ratings before");

  static final Hyperparameter<Double> DAMPING =
      Hyperparameter.number("damping", 1, Range.atLeast(0).tried(0, 5))
          .meaning(
              "what is added to the sum of similarities: holds the word of few or unlike neighbours"
                  + " to the centre");

  private final RatingSimilarity similarity;

  KnnRatingStrategy(StrategyMethod<S> method, Hyperparameters values) {
    super(method, values);
    similarity = new RatingSimilarity(values.of(RatingSimilarity.TABLE));
  }

  /** {@return how many neighbours speak for a work} */
  public int neighbors() {
    return get(NEIGHBORS);
  }

  /** {@return this strategy with another centring} */
  public S centering(Centering center) {
    return with(CENTERING, center);
  }

  /** {@return what is taken from ratings before} */
  public Centering centering() {
    return get(CENTERING);
  }

  /** {@return this strategy with another similarity} */
  public S similarity(RatingSimilarity other) {
    return with(other.values());
  }

  /** {@return how alike two are} */
  public RatingSimilarity similarity() {
    return similarity;
  }

  /** {@return this strategy with something added to the sum of similarities} */
  public S damping(double value) {
    return with(DAMPING, value);
  }

  /** {@return what is added to the sum of similarities} */
  public double damping() {
    return get(DAMPING);
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.PREDICTS_RATINGS);
  }
}
