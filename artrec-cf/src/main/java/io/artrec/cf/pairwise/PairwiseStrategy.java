package io.artrec.cf.pairwise;

import io.artrec.cf.data.internal.FeedbackEntries;
import io.artrec.cf.data.internal.MemoryNeed;
import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.factors.FactorStrategy;
import io.artrec.cf.factors.internal.RankingValidation;
import io.artrec.kernel.internal.Kernels;
import io.artrec.model.StateReader;
import io.artrec.strategy.Hyperparameter;
import io.artrec.strategy.Hyperparameters;
import io.artrec.strategy.Range;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.StrategyMethod;
import io.artrec.strategy.TrainingContext;
import java.util.List;
import java.util.Optional;

/** What {@link Bpr}, {@link Warp} and {@link FeatureBpr} share: all but how they weigh a step. */
abstract class PairwiseStrategy<S extends PairwiseStrategy<S>> extends FactorStrategy<S> {
  static final Hyperparameter<Integer> EPOCHS_OF_PAIRS =
      EPOCHS.meaning("passes over the behaviour, at most");

  static final Hyperparameter<Double> LEARNING_RATE =
      Hyperparameter.number("learningRate", 0.1, Range.above(0).triedByMagnitude(0.01, 0.5))
          .meaning("length of the first epoch's steps; it falls to 0 evenly over the epochs");

  static final Hyperparameter<Double> REGULARIZATION_OF_PAIRS =
      REGULARIZATION.meaning("`λ`, how strongly factors are held to 0 at each step");

  static final Hyperparameter<Double> BIAS_REGULARIZATION =
      Hyperparameter.number("biasRegularization", 0.1, Range.atLeast(0).triedByMagnitude(0.001, 1))
          .meaning("the same for the works' biases");

  static final Hyperparameter<Negatives> NEGATIVES =
      Hyperparameter.choice("negatives", Negatives.UNIFORM)
          .meaning("how works are drawn")
          .tried(List.of(Negatives.values()));

  PairwiseStrategy(StrategyMethod<S> method, Hyperparameters values) {
    super(method, values);
  }

  /** {@return this strategy with another length of the first epoch's steps} */
  public S learningRate(double rate) {
    return with(LEARNING_RATE, rate);
  }

  /** {@return length of the first epoch's steps} */
  public double learningRate() {
    return get(LEARNING_RATE);
  }

  /** {@return this strategy with another regularisation of biases} */
  public S biasRegularization(double lambda) {
    return with(BIAS_REGULARIZATION, lambda);
  }

  /** {@return how strongly biases are held to 0 at each step} */
  public double biasRegularization() {
    return get(BIAS_REGULARIZATION);
  }

  /** {@return this strategy with works drawn otherwise} */
  public S negatives(Negatives drawn) {
    return with(NEGATIVES, drawn);
  }

  /** {@return how works are drawn} */
  public Negatives negatives() {
    return get(NEGATIVES);
  }

  /** How many works are drawn until one comes too close; 0 for logistic loss. */
  abstract int mostDrawn();

  /** Whether works are placed by what they are. */
  boolean readsFeatures() {
    return false;
  }

  /** Where training draws works to; to 0 when empty. */
  Optional<WorkPrior> prior(TrainingContext context, PairwiseEvents events, int stride) {
    return Optional.empty();
  }

  @Override
  public Scorer train(TrainingContext context) {
    return train(context, Kernels.best());
  }

  PairwiseScorer train(TrainingContext context, Kernels kernels) {
    return new PairwiseScorer(this, learned(context, kernels));
  }

  /**
   * Trains for all epochs from an earlier scorer's works. Held-out works would be known to it, so
   * nothing is validated.
   */
  @Override
  public Scorer train(TrainingContext context, Scorer earlier) {
    return earlier instanceof PairwiseScorer start && start.model().fits(factors(), context)
        ? new PairwiseScorer(this, learned(context, Kernels.best(), start.model()))
        : train(context);
  }

  /** The loss, when there are so many works to draw from. */
  PairwiseLoss loss(int works) {
    return mostDrawn() > 0 ? PairwiseLoss.byRank(mostDrawn(), works) : PairwiseLoss.logistic();
  }

  /** Trains, for fewer epochs when a validation slice says so. */
  private PairwiseModel learned(TrainingContext context, Kernels kernels) {
    checkMemory(context, kernels);
    SparseMatrix behavior = FeedbackEntries.matrix(feedback(), context);
    int count =
        RankingValidation.bestCount(
            context,
            name(),
            behavior,
            epochs(),
            validation(),
            kept -> new PairwiseSgd(context, this, new PairwiseEvents(kept), kernels));
    PairwiseSgd learner = new PairwiseSgd(context, this, new PairwiseEvents(behavior), kernels);
    return learned(context, learner, count);
  }

  /** Trains for all epochs from works learned before. */
  private PairwiseModel learned(TrainingContext context, Kernels kernels, PairwiseModel earlier) {
    checkMemory(context, kernels);
    PairwiseEvents events = new PairwiseEvents(FeedbackEntries.matrix(feedback(), context));
    PairwiseSgd learner = new PairwiseSgd(context, this, events, kernels);
    learner.startFrom(earlier);
    return learned(context, learner, epochs());
  }

  /**
   * Places works that changed among those that stand, by a quarter of the epochs.
   *
   * @param behavior the new behaviour
   * @param changed by work
   */
  PairwiseModel refresh(
      TrainingContext context,
      Kernels kernels,
      PairwiseModel earlier,
      SparseMatrix behavior,
      boolean[] changed) {
    checkMemory(context, kernels);
    S brief = epochs((epochs() + 3) / 4);
    PairwiseSgd learner = new PairwiseSgd(context, brief, new PairwiseEvents(behavior), kernels);
    learner.keepPrior(earlier);
    learner.startFrom(earlier);
    String stage = "refreshing " + name();
    for (int epoch = 0; epoch < brief.epochs(); epoch++) {
      context.cancellation().check(stage);
      learner.learn(epoch);
      learner.putBack(earlier, changed);
      context.progress().update(stage, epoch + 1, brief.epochs());
    }
    return learner.model(this);
  }

  private void checkMemory(TrainingContext context, Kernels kernels) {
    int users = context.dataset().userCount();
    int works = context.catalog().size();
    int stride = kernels.stride(factors());
    double bytes =
        (4.0 * stride + 24) * (users + (double) works)
            + 8.0 * factors() * works
            + (validation() > 0 ? 46.0 : 26.0) * context.dataset().size();
    MemoryNeed.check(name(), bytes, "lower factors");
    MemoryNeed.checkCells(name(), works, stride, "lower factors");
  }

  private PairwiseModel learned(TrainingContext context, PairwiseSgd learner, int count) {
    String stage = "training " + name();
    for (int epoch = 0; epoch < count; epoch++) {
      context.cancellation().check(stage);
      learner.learn(epoch);
      context.progress().update(stage, epoch + 1, count);
    }
    return learner.model(this);
  }

  static Scorer read(StateReader in, TrainingContext context, PairwiseStrategy<?> strategy) {
    return new PairwiseScorer(strategy, PairwiseModel.read(in, strategy, context.catalog()));
  }
}
