package io.artrec.strategy;

import io.artrec.behavior.Earnings.Earned;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How probable each arm is, by what all of them earned. */
enum ArmPolicy {
  /** Each arm is as probable as it is that its mean reward is the highest. */
  THOMPSON("thompson") {
    @Override
    double[] probabilities(List<Earned> earned) {
      double[] alpha = new double[earned.size()];
      double[] beta = new double[alpha.length];
      for (int arm = 0; arm < alpha.length; arm++) {
        alpha[arm] = 1 + earned.get(arm).reward();
        beta[arm] = 1 + Math.max(0, earned.get(arm).answers() - earned.get(arm).reward());
      }
      return BestBeta.probabilities(alpha, beta);
    }
  },
  /** Exponential weights of the losses, each divided by the probability it was met with. */
  EXP3("exp3") {
    @Override
    double[] probabilities(List<Earned> earned) {
      int arms = earned.size();
      double rounds = Math.max(1, earned.stream().mapToDouble(Earned::answers).sum());
      double rate = Math.sqrt(Math.log(arms) / (arms * rounds));
      double[] losses = losses(earned);
      double least = Arrays.stream(losses).min().orElse(0);
      double[] weights =
          Arrays.stream(losses).map(loss -> Math.exp(-rate * (loss - least))).toArray();
      double sum = Arrays.stream(weights).sum();
      return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }
  };

  private final String code;

  ArmPolicy(String code) {
    this.code = code;
  }

  /** Weighted losses; the mean of them for arms without answers, of which nothing is known. */
  private static double[] losses(List<Earned> earned) {
    double mean =
        earned.stream()
            .filter(arm -> arm.answers() > 0)
            .mapToDouble(Earned::weightedLoss)
            .average()
            .orElse(0);
    return earned.stream()
        .mapToDouble(arm -> arm.answers() > 0 ? arm.weightedLoss() : mean)
        .toArray();
  }

  /** The stable name in files. */
  String code() {
    return code;
  }

  static Optional<ArmPolicy> ofCode(String code) {
    return Arrays.stream(values()).filter(policy -> policy.code.equals(code)).findFirst();
  }

  /** Probabilities of two arms or more, which add up to 1. */
  abstract double[] probabilities(List<Earned> earned);
}
