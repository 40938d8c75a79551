package io.artrec.cf.mf;

import io.artrec.cf.factors.internal.FactorArrays;
import io.artrec.strategy.TrainingContext;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Learns a factor model of ratings, epoch after epoch. */
interface RatingLearner {
  /**
   * Passes over all ratings once.
   *
   * @param epoch 0 for the first
   */
  void learn(int epoch);

  /**
   * Sets where a visitor starts, for learners that do not begin by solving for visitors.
   *
   * @param user the visitor's row
   * @param solution the bias, then the factors less what the works of the history imply
   */
  default void startVisitor(int user, double[] solution) {}

  /** What is learned so far; shares the learner's arrays. */
  RatingFactors factors();

  /**
   * Trains. With a validation slice, a first training without it finds the number of epochs after
   * which its error is least, and a second one on everything takes as many.
   *
   * <p>From an earlier model it trains for all epochs: held-out ratings would be known to that.
   *
   * @param validation the share of ratings held out; 0 for none
   * @param earlier what to start from
   */
  static RatingFactors train(
      TrainingContext context,
      String name,
      RatingData data,
      int epochs,
      double validation,
      Optional<RatingFactors> earlier,
      Function<RatingData, RatingLearner> learners) {
    String stage = "training " + name;
    int count = epochs;
    if (validation > 0 && earlier.isEmpty()) {
      RatingData.Holdout holdout = data.holdOut(validation, context.seed() ^ 0x5eed);
      if (holdout.held().size() >= Stopping.LEAST_HELD) {
        RatingLearner trial = learners.apply(holdout.kept());
        count = Stopping.bestCount(context, name, epochs, trial, holdout);
      }
    }
    RatingLearner learner = learners.apply(data);
    earlier.ifPresent(model -> RatingStart.apply(model, learner, data, context.silent()));
    for (int epoch = 0; epoch < count; epoch++) {
      context.cancellation().check(stage);
      learner.learn(epoch);
      context.progress().update(stage, epoch + 1, count);
    }
    RatingFactors factors = learner.factors();
    FactorArrays.checkFinite(name, factors.biases(), factors.vectors(), factors.implied());
    return factors.with(WorkMeans.of(data.ratings()));
  }

  /**
   * Refuses a training that does not fit.
   *
   * @param perWork how many rows of factors a work has
   */
  static void checkMemory(String strategy, TrainingContext context, int factors, int perWork) {
    double events = context.dataset().size();
    long works = context.catalog().size();
    double system = 8.0 * (factors + 1.0) * (factors + 1.0) * context.threads();
    FactorArrays.check(
        strategy,
        context.dataset().userCount(),
        works,
        factors,
        48 * events + 4.0 * (perWork - 1) * works * factors + system);
  }

  /** Finds when to stop. */
  final class Stopping {
    static final int LEAST_HELD = 30;
    private static final int CHECKS = 20;
    private static final int PATIENCE = 3;
    private static final Logger LOG = LoggerFactory.getLogger(RatingLearner.class);

    private Stopping() {}

    static int bestCount(
        TrainingContext context,
        String name,
        int epochs,
        RatingLearner trial,
        RatingData.Holdout holdout) {
      String stage = "validating " + name;
      TrainingContext quiet = context.silent();
      double least = Double.POSITIVE_INFINITY;
      int best = epochs;
      int last = 0;
      int every = (epochs + CHECKS - 1) / CHECKS;
      for (int epoch = 0; epoch < epochs && epoch < last + PATIENCE * every; epoch++) {
        context.cancellation().check(stage);
        trial.learn(epoch);
        context.progress().update(stage, epoch + 1, epochs);
        if ((epoch + 1) % every > 0) {
          continue;
        }
        double error = trial.factors().error(quiet, stage, holdout.kept(), holdout.held());
        LOG.debug("{} epoch {}: error {}", stage, epoch + 1, error);
        if (error < least) {
          least = error;
          best = epoch + 1;
          last = best;
        }
      }
      return best;
    }
  }
}
