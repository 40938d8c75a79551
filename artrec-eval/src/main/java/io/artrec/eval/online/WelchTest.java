package io.artrec.eval.online;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Welch's t test of two means with unequal variances (Welch, "The generalization of Student's
 * problem when several different population variances are involved", Biometrika 1947). Right when
 * looked at once, after a number of visitors fixed beforehand; whoever looks often and stops at the
 * first small p raises false alarms far more often than the level says, which is what {@link
 * AbTest} is for. Immutable.
 *
 * @param difference mean of treatment minus mean of control
 * @param statistic t: the difference by its standard error sqrt(s²_T/n_T + s²_C/n_C)
 * @param degreesOfFreedom (V_T + V_C)² / (V_T²/(n_T−1) + V_C²/(n_C−1)) with V = s²/n
 * @param pValue two-sided, 0 to 1
 * @param interval of the difference, at the confidence asked for
 */
public record WelchTest(
    double difference,
    double statistic,
    double degreesOfFreedom,
    double pValue,
    Interval interval) {

  /**
   * Tests. Cost one pass.
   *
   * @param control the control's observations, finite
   * @param treatment the treatment's observations, finite
   * @param confidence of the interval, between 0 and 1
   * @return the result; empty with fewer than two observations on a side, or where neither side
   *     varies
   */
  public static Optional<WelchTest> of(double[] control, double[] treatment, double confidence) {
    return of(moments("control", control), moments("treatment", treatment), confidence);
  }

  static Optional<WelchTest> of(
      RunningMoments control, RunningMoments treatment, double confidence) {
    Arguments.confidence(confidence);
    if (control.count() < 2 || treatment.count() < 2) {
      return Optional.empty();
    }
    double controlPart = control.variance() / control.count();
    double treatmentPart = treatment.variance() / treatment.count();
    double variance = controlPart + treatmentPart;
    if (!(variance > 0)) {
      return Optional.empty();
    }
    double controlShare = controlPart / variance;
    double treatmentShare = treatmentPart / variance;
    double freedom =
        1
            / (controlShare * controlShare / (control.count() - 1)
                + treatmentShare * treatmentShare / (treatment.count() - 1));
    double error = Math.sqrt(variance);
    double difference = treatment.mean() - control.mean();
    double statistic = difference / error;
    TDistribution t = TDistribution.of(freedom);
    double p = Math.min(1, 2 * t.survivalProbability(Math.abs(statistic)));
    double half = t.inverseSurvivalProbability((1 - confidence) / 2) * error;
    return Optional.of(
        new WelchTest(
            difference, statistic, freedom, p, new Interval(difference - half, difference + half)));
  }

  private static RunningMoments moments(String side, double[] values) {
    RunningMoments moments = new RunningMoments();
    for (double value : values) {
      moments.add(Arguments.finite("an observation of " + side, value));
    }
    return moments;
  }
}
