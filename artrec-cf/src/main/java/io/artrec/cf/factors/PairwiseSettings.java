package io.artrec.cf.factors;

import io.artrec.cf.data.Checks;
import io.artrec.cf.data.Feedback;
import io.artrec.cf.data.MemoryNeed;
import io.artrec.cf.data.SparseMatrix;
import io.artrec.kernel.Kernels;
import io.artrec.strategy.TrainingContext;
import java.util.Objects;

/**
 * What pairwise methods have in common.
 *
 * @param name the strategy's
 * @param factors length of the vectors, 1 or more
 * @param epochs passes over the behaviour, at most, 1 or more
 * @param learningRate of the first epoch, above 0; it falls to 0 in equal steps
 * @param regularization of factors, for each pair, above 0
 * @param biasRegularization of the works' biases, for each pair, 0 or more
 * @param negatives how works are drawn
 * @param trials how many works are drawn until one comes too close; 0 for logistic loss
 * @param validation the share of liked works held out, 0 to 0.5
 * @param feedback what behaviour counts
 */
record PairwiseSettings(
    String name,
    int factors,
    int epochs,
    double learningRate,
    double regularization,
    double biasRegularization,
    Negatives negatives,
    int trials,
    double validation,
    Feedback feedback) {
  PairwiseSettings {
    Checks.atLeast(name, "factors", factors, 1);
    Checks.atLeast(name, "epochs", epochs, 1);
    Checks.above(name, "learningRate", learningRate, 0);
    Checks.above(name, "regularization", regularization, 0);
    Checks.finite(name, "biasRegularization", biasRegularization, 0);
    Objects.requireNonNull(negatives, "negatives");
    RatingSettings.checkValidation(name, validation);
    Checks.oneOf(name, feedback, Feedback.PREFERENCE, Feedback.POSITIVE, Feedback.ANY);
  }

  /** The loss, when there are so many works to draw from. */
  PairwiseLoss loss(int works) {
    return trials > 0 ? PairwiseLoss.byRank(trials, works) : PairwiseLoss.logistic();
  }

  /** Trains, for fewer epochs when a validation slice says so. */
  PairwiseModel train(TrainingContext context, Kernels kernels) {
    checkMemory(context, kernels);
    SparseMatrix behavior = feedback.matrix(context);
    int count =
        RankingValidation.bestCount(
            context,
            name,
            behavior,
            epochs,
            validation,
            kept -> new PairwiseSgd(context, this, new PairwiseEvents(kept), kernels));
    PairwiseSgd learner = new PairwiseSgd(context, this, new PairwiseEvents(behavior), kernels);
    return learned(context, learner, count);
  }

  /** Trains for all epochs from works learned before. */
  PairwiseModel train(TrainingContext context, Kernels kernels, PairwiseModel earlier) {
    checkMemory(context, kernels);
    PairwiseEvents events = new PairwiseEvents(feedback.matrix(context));
    PairwiseSgd learner = new PairwiseSgd(context, this, events, kernels);
    learner.startFrom(earlier);
    return learned(context, learner, epochs);
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
    PairwiseSettings brief = withEpochs((epochs + 3) / 4);
    PairwiseSgd learner = new PairwiseSgd(context, brief, new PairwiseEvents(behavior), kernels);
    learner.startFrom(earlier);
    String stage = "refreshing " + name;
    for (int epoch = 0; epoch < brief.epochs; epoch++) {
      context.cancellation().check(stage);
      learner.learn(epoch);
      learner.putBack(earlier, changed);
      context.progress().update(stage, epoch + 1, brief.epochs);
    }
    return learner.model(this);
  }

  private PairwiseSettings withEpochs(int count) {
    return new PairwiseSettings(
        name,
        factors,
        count,
        learningRate,
        regularization,
        biasRegularization,
        negatives,
        trials,
        validation,
        feedback);
  }

  private void checkMemory(TrainingContext context, Kernels kernels) {
    int users = context.dataset().userCount();
    int works = context.catalog().size();
    int stride = kernels.stride(factors);
    double bytes =
        (4.0 * stride + 24) * (users + (double) works)
            + 8.0 * factors * works
            + (validation > 0 ? 46.0 : 26.0) * context.dataset().size();
    MemoryNeed.check(name, bytes, "lower factors");
    MemoryNeed.checkCells(name, works, stride, "lower factors");
  }

  private PairwiseModel learned(TrainingContext context, PairwiseSgd learner, int count) {
    String stage = "training " + name;
    for (int epoch = 0; epoch < count; epoch++) {
      context.cancellation().check(stage);
      learner.learn(epoch);
      context.progress().update(stage, epoch + 1, count);
    }
    return learner.model(this);
  }
}
