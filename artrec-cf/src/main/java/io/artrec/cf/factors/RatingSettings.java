package io.artrec.cf.factors;

import io.artrec.cf.data.Checks;
import io.artrec.strategy.TrainingContext;

/** What the factor models of ratings check alike. */
final class RatingSettings {
  private RatingSettings() {}

  static void check(
      String strategy,
      int factors,
      int epochs,
      double learningRate,
      double decay,
      double regularization,
      double biasRegularization,
      double shrinkage,
      double validation) {
    Checks.atLeast(strategy, "factors", factors, 1);
    Checks.atLeast(strategy, "epochs", epochs, 1);
    Checks.above(strategy, "learningRate", learningRate, 0);
    Checks.above(strategy, "decay", decay, 0);
    Checks.finite(strategy, "regularization", regularization, 0);
    Checks.finite(strategy, "biasRegularization", biasRegularization, 0);
    Checks.finite(strategy, "shrinkage", shrinkage, 0);
    if (decay > 1) {
      throw new IllegalArgumentException(
          "decay of " + strategy + " is " + decay + ", expected at most 1");
    }
    checkValidation(strategy, validation);
  }

  static void checkValidation(String strategy, double validation) {
    if (!(validation >= 0 && validation <= 0.5)) {
      throw new IllegalArgumentException(
          "validation of "
              + strategy
              + " is "
              + validation
              + ", expected a share of 0 (none) to 0.5");
    }
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
}
