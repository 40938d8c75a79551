package io.artrec.cf.mf;

import io.artrec.cf.factors.FactorStrategy;
import io.artrec.model.StateReader;
import io.artrec.strategy.Capability;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;
import java.util.Optional;
import java.util.Set;

/** What {@link BiasedMf} and {@link SvdPlusPlus} share. */
abstract class RatingFactorStrategy<S extends RatingFactorStrategy<S>> extends FactorStrategy<S> {
  static final Hyperparameter<Integer> FACTORS_OF_RATINGS =
      FACTORS.standard(100).meaning("length of the vectors; 20 to 200 are usual");

  static final Hyperparameter<Integer> EPOCHS_OF_RATINGS =
      EPOCHS.standard(60).meaning("how often training passes over the ratings at most");

  static final Hyperparameter<Double> LEARNING_RATE =
      Hyperparameter.number("learningRate", 0.02, Range.above(0).triedByMagnitude(0.002, 0.1))
          .meaning("the first epoch's step length");

  static final Hyperparameter<Double> DECAY =
      Hyperparameter.number("decay", 0.97, Range.above(0).atMost(1))
          .meaning("what the step length is multiplied by after each epoch");

  static final Hyperparameter<Double> REGULARIZATION_OF_RATINGS =
      Hyperparameter.number("regularization", 0.06, Range.atLeast(0).triedByMagnitude(0.005, 0.5))
          .meaning("`λ`, how strongly factors are held to 0");

  static final Hyperparameter<Double> BIAS_REGULARIZATION =
      Hyperparameter.number(
              "biasRegularization", 0.02, Range.atLeast(0).triedByMagnitude(0.002, 0.2))
          .meaning("`β`, how strongly biases are held to 0");

  static final Hyperparameter<Double> SHRINKAGE =
      Hyperparameter.number("shrinkage", 4, Range.atLeast(0).tried(0, 20))
          .meaning("`s`, what holds visitors and works with few ratings to the mean");

  static final Hyperparameter<Double> VALIDATION_OF_RATINGS =
      VALIDATION
          .standard(0.1)
          .meaning("the share of ratings held out to stop early; 0 never stops early");

  RatingFactorStrategy(StrategyMethod<S> method, Hyperparameters values) {
    super(method, values);
  }

  /** {@return this strategy with another step length of the first epoch} */
  public S learningRate(double value) {
    return with(LEARNING_RATE, value);
  }

  /** {@return the first epoch's step length} */
  public double learningRate() {
    return get(LEARNING_RATE);
  }

  /** {@return this strategy with another decay of the learning rate} */
  public S decay(double value) {
    return with(DECAY, value);
  }

  /** {@return what the step length is multiplied by after each epoch} */
  public double decay() {
    return get(DECAY);
  }

  /** {@return this strategy with another regularisation of biases} */
  public S biasRegularization(double value) {
    return with(BIAS_REGULARIZATION, value);
  }

  /** {@return how strongly biases are held to 0} */
  public double biasRegularization() {
    return get(BIAS_REGULARIZATION);
  }

  /** {@return this strategy with another shrinkage} */
  public S shrinkage(double value) {
    return with(SHRINKAGE, value);
  }

  /** {@return what holds visitors and works with few ratings to the mean} */
  public double shrinkage() {
    return get(SHRINKAGE);
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.PREDICTS_RATINGS);
  }

  Penalties penalties() {
    return new Penalties(regularization(), biasRegularization(), shrinkage());
  }

  /** How many rows of factors a work has. */
  abstract int rowsPerWork();

  abstract RatingData data(TrainingContext context);

  abstract RatingLearner learner(TrainingContext context, RatingData data);

  @Override
  public Scorer train(TrainingContext context) {
    return train(context, Optional.empty());
  }

  /** Trains for all epochs from where the earlier scorer's works stand. */
  @Override
  public Scorer train(TrainingContext context, Scorer earlier) {
    return train(context, RatingStart.of(earlier, name(), factors(), context.catalog().size()));
  }

  private Scorer train(TrainingContext context, Optional<RatingFactors> earlier) {
    RatingLearner.checkMemory(name(), context, factors(), rowsPerWork());
    RatingFactors model =
        RatingLearner.train(
            context,
            name(),
            data(context),
            epochs(),
            validation(),
            earlier,
            part -> learner(context, part));
    return new RatingFactorsScorer(this, model);
  }

  static Scorer read(StateReader in, TrainingContext context, RatingFactorStrategy<?> strategy) {
    int works = context.catalog().size();
    return new RatingFactorsScorer(strategy, RatingFactors.read(in, strategy.penalties(), works));
  }
}
