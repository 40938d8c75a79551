package io.artrec.cf.mf;

import io.artrec.cf.factors.internal.FactorArrays;
import io.artrec.cf.factors.internal.Patience;
import io.artrec.cf.factors.internal.RankingValidation;
import io.artrec.strategy.TrainingContext;
import java.util.Optional;
import java.util.function.Function;

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
      if (holdout.held().size() >= RankingValidation.LEAST_HELD) {
        RatingLearner trial = learners.apply(holdout.kept());
        count = Patience.bestCount(context, name, epochs, trial.trial(holdout));
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

  /** Measures this learner, of what is kept of the ratings, by the error on what is held out. */
  private Patience.Trial trial(RatingData.Holdout holdout) {
    return new Patience.Trial() {
      @Override
      public void learn(int epoch) {
        RatingLearner.this.learn(epoch);
      }

      @Override
      public double quality(TrainingContext quiet, String stage) {
        return -factors().error(quiet, stage, holdout.kept(), holdout.held());
      }
    };
  }
}
