package io.artrec.eval.online;

import java.util.Optional;

/**
 * The asymptotic confidence sequence of {@link AbTest#asymptotic}: with V = s²_T/n_T + s²_C/n_C, h
 * = 1/(1/n_T + 1/n_C) and r = r*·h/h*, the interval is difference ± sqrt(V·(1+r)/r·(ln(1+r) +
 * 2·ln(1/level))). r* = ln(1+r*) + 2·ln(1/level) makes it the shortest at h*.
 */
final class NormalMixture implements MeanDifference {
  private final RunningMoments control = new RunningMoments();
  private final RunningMoments treatment = new RunningMoments();
  private final double evidence;
  private final double mixingPerVisitor;
  private final int burnIn;

  NormalMixture(double level, long plannedUsers, int burnIn) {
    this.burnIn = burnIn;
    evidence = -2 * Math.log(level);
    double ratio = evidence + 1;
    for (int step = 0; step < 100; step++) {
      ratio = Math.log1p(ratio) + evidence;
    }
    mixingPerVisitor = ratio / (plannedUsers / 4.0);
  }

  @Override
  public void control(double value) {
    control.add(value);
  }

  @Override
  public void treatment(double value) {
    treatment.add(value);
  }

  @Override
  public Optional<Interval> interval() {
    double controlCount = control.count();
    double treatmentCount = treatment.count();
    double controlVariance = control.variance();
    double treatmentVariance = treatment.variance();
    if (controlCount < burnIn
        || treatmentCount < burnIn
        || controlVariance <= 0
        || treatmentVariance <= 0) {
      return Optional.empty();
    }
    double variance = controlVariance / controlCount + treatmentVariance / treatmentCount;
    double visitors = controlCount * treatmentCount / (controlCount + treatmentCount);
    double ratio = mixingPerVisitor * visitors;
    double half = Math.sqrt(variance * (1 + ratio) / ratio * (Math.log1p(ratio) + evidence));
    double difference = treatment.mean() - control.mean();
    return Optional.of(new Interval(difference - half, difference + half));
  }
}
