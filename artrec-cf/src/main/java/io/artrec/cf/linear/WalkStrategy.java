package io.artrec.cf.linear;

import io.artrec.cf.data.BehaviorStrategy;
import io.artrec.cf.data.internal.BehaviorChange;
import io.artrec.cf.data.internal.ItemWeightsScorer;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.model.StateReader;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;
import java.util.Optional;

/** What {@link P3Alpha} and {@link Rp3Beta} share. */
abstract class WalkStrategy<S extends WalkStrategy<S>> extends BehaviorStrategy<S> {
  static final Hyperparameter<Integer> NEIGHBORS =
      Hyperparameter.whole("neighbors", 100, Range.atLeast(1).triedByMagnitude(10, 1000))
          .meaning("how many weights each work keeps; some hundred are usual");

  static final Hyperparameter<Double> ALPHA =
      Hyperparameter.number("alpha", 1, Range.above(0).tried(0.2, 2))
          .meaning("the power to which the probability of a step is raised; below 1 evens out");

  static final Hyperparameter<Boolean> NORMALIZE =
      Hyperparameter.yesNo("normalize", true)
          .meaning("whether the weights of a work are divided by their sum");

  static final Hyperparameter<Boolean> PER_TARGET =
      Hyperparameter.yesNo("perTarget", false)
          .meaning(
              "whether after that of the weights that lead to a work only the `neighbors` largest"
                  + " are kept, too");

  WalkStrategy(StrategyMethod<S> method, Hyperparameters values) {
    super(method, values);
  }

  /** {@return how many weights each work keeps} */
  public int neighbors() {
    return get(NEIGHBORS);
  }

  /** {@return this strategy with another power of the steps' probabilities} */
  public S alpha(double power) {
    return with(ALPHA, power);
  }

  /** {@return the power to which the probability of a step is raised} */
  public double alpha() {
    return get(ALPHA);
  }

  /** {@return this strategy with weights divided by their sum, or as they are} */
  public S normalize(boolean divided) {
    return with(NORMALIZE, divided);
  }

  /** {@return whether the weights of a work are divided by their sum} */
  public boolean normalize() {
    return get(NORMALIZE);
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
  public S perTarget(boolean cut) {
    return with(PER_TARGET, cut);
  }

  /** {@return whether of the weights that lead to a work only the largest are kept, too} */
  public boolean perTarget() {
    return get(PER_TARGET);
  }

  /** The power of a work's degree that divides what arrives at it; 0 for none. */
  abstract double damping();

  @Override
  public Scorer train(TrainingContext context) {
    SparseMatrix weights = RandomWalk.weights(context, name(), feedback(), this::walk);
    return new ItemWeightsScorer(this, weights, this::updated);
  }

  private RandomWalk walk(SparseMatrix behavior) {
    return new RandomWalk(behavior, alpha(), damping(), neighbors(), normalize(), perTarget());
  }

  private Optional<SparseMatrix> updated(
      SparseMatrix weights, TrainingContext before, TrainingContext after) {
    if (perTarget()) {
      return Optional.empty();
    }
    return BehaviorChange.between(feedback(), before, after)
        .flatMap(
            change ->
                RandomWalk.updated(change, weights, this::walk, damping() != 0, after, name()));
  }

  static Scorer read(StateReader in, TrainingContext context, WalkStrategy<?> strategy) {
    return ItemWeightsScorer.read(in, context, strategy, strategy::updated);
  }
}
