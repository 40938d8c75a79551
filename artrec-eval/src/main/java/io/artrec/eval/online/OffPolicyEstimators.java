package io.artrec.eval.online;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/**
 * What a policy would have earned, from a log another policy made. With r the reward, w = target
 * probability / logging propensity, q the modelled reward of the logged action and v that of the
 * target policy; each is a mean over events. Cost one or two passes each. Estimates by weight are
 * unbiased only where the logging policy gives a chance to whatever the target policy does; look at
 * {@link OffPolicyLog#weights}.
 */
public final class OffPolicyEstimators {
  private OffPolicyEstimators() {}

  /**
   * Inverse propensity scoring: mean of w·r (Horvitz, Thompson, JASA 1952). Unbiased; its variance
   * grows with the largest weights.
   *
   * @param log the events
   * @return the estimate, with the standard error of a mean
   * @throws IllegalArgumentException when every weight is 0
   */
  public static OffPolicyEstimate ips(OffPolicyLog log) {
    requireSupport(log, "ips");
    return mean(
        "ips",
        log,
        event -> log.weight(event) * log.reward(event),
        log.weights().effectiveSampleSize());
  }

  /**
   * Clipped inverse propensity scoring: mean of min(w, largest)·r (Ionides, "Truncated importance
   * sampling", JCGS 2008). Of less variance than {@link #ips} and, for rewards of 0 or more, too
   * low in expectation.
   *
   * @param log the events
   * @param largest what weights are cut to, above 0
   * @return the estimate, with the standard error of a mean, which does not hold the bias
   * @throws IllegalArgumentException when every weight is 0
   */
  public static OffPolicyEstimate clippedIps(OffPolicyLog log, double largest) {
    if (!(largest > 0 && Double.isFinite(largest))) {
      throw new IllegalArgumentException(
          "weights cut to " + largest + ", expected a finite number above 0, for instance 10");
    }
    requireSupport(log, "clipped-ips");
    double sum = 0;
    double squares = 0;
    for (int event = 0; event < log.size(); event++) {
      double weight = Math.min(largest, log.weight(event));
      sum += weight;
      squares += weight * weight;
    }
    return mean(
        "clipped-ips",
        log,
        event -> Math.min(largest, log.weight(event)) * log.reward(event),
        sum * sum / squares);
  }

  /**
   * Self-normalised inverse propensity scoring: Σw·r / Σw (Swaminathan, Joachims, "The
   * self-normalized estimator for counterfactual learning", NeurIPS 2015). Consistent, with a bias
   * of order 1/n, mostly of far less variance than {@link #ips}, and within the range of the
   * rewards.
   *
   * @param log the events
   * @return the estimate, with the delta method's standard error sqrt(Σ w²·(r − value)²) / Σw
   * @throws IllegalArgumentException when every weight is 0
   */
  public static OffPolicyEstimate selfNormalized(OffPolicyLog log) {
    requireSupport(log, "snips");
    double sum = 0;
    double earned = 0;
    for (int event = 0; event < log.size(); event++) {
      sum += log.weight(event);
      earned += log.weight(event) * log.reward(event);
    }
    double value = earned / sum;
    double squares = 0;
    for (int event = 0; event < log.size(); event++) {
      double excess = log.weight(event) * (log.reward(event) - value);
      squares += excess * excess;
    }
    return new OffPolicyEstimate(
        "snips", value, Math.sqrt(squares) / sum, log.size(), log.weights().effectiveSampleSize());
  }

  /**
   * The direct method: mean of v. As right as the reward model; of no variance but the contexts'.
   *
   * @param log the events, each with a modelled reward
   * @return the estimate, with the standard error of a mean, which does not hold the model's error
   * @throws IllegalArgumentException when an event has no modelled reward
   */
  public static OffPolicyEstimate directMethod(OffPolicyLog log) {
    log.requireModel("direct");
    return mean("direct", log, log::modeledTarget, log.size());
  }

  /**
   * The doubly robust estimator: mean of v + w·(r − q) (Dudík, Langford, Li, "Doubly robust policy
   * evaluation and learning", ICML 2011). Unbiased when the propensities or the reward model are
   * right.
   *
   * @param log the events, each with a modelled reward
   * @return the estimate, with the standard error of a mean
   * @throws IllegalArgumentException when an event has no modelled reward
   */
  public static OffPolicyEstimate doublyRobust(OffPolicyLog log) {
    log.requireModel("doubly-robust");
    return mean(
        "doubly-robust",
        log,
        event ->
            log.modeledTarget(event)
                + log.weight(event) * (log.reward(event) - log.modeledLogged(event)),
        log.weights().effectiveSampleSize());
  }

  private static OffPolicyEstimate mean(
      String name, OffPolicyLog log, IntToDoubleFunction term, double effective) {
    RunningMoments moments = new RunningMoments();
    for (int event = 0; event < log.size(); event++) {
      moments.add(term.applyAsDouble(event));
    }
    if (!Double.isFinite(moments.mean()) || !Double.isFinite(moments.variance())) {
      throw new ArithmeticException(
          String.format(
              Locale.ROOT,
              "estimator '%s' overflows: weights up to %s are too large for the rewards",
              name,
              log.weights().largest()));
    }
    return new OffPolicyEstimate(
        name, moments.mean(), Math.sqrt(moments.variance() / log.size()), log.size(), effective);
  }

  private static void requireSupport(OffPolicyLog log, String estimator) {
    if (log.weights().effectiveSampleSize() == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "estimator '%s' has no support: the target policy gives probability 0 to every one of"
                  + " the %d logged actions",
              estimator,
              log.size()));
    }
  }
}
