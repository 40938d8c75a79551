package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import io.artrec.eval.trait.TraitGroups;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How far a list's mixture of groups is from that of what its visitor knew. */
record Calibration(String trait, int cutoff) implements UserMetric {
  static final String FAMILY = "calibration";
  private static final double SMOOTHING = 0.01;

  Calibration {
    RankMetrics.places(cutoff);
  }

  static Calibration parse(MetricSpec spec) {
    return new Calibration(Exposure.trait(spec, "movement"), spec.requireCutoff());
  }

  @Override
  public String name() {
    return new MetricSpec(FAMILY, List.of(trait), OptionalInt.of(cutoff)).toString();
  }

  @Override
  public Needs needs() {
    return Needs.list(cutoff).withTrait(trait);
  }

  @Override
  public Direction direction() {
    return Direction.LOWER;
  }

  @Override
  public OptionalDouble of(UserOutcome outcome) {
    TraitGroups groups = outcome.training().groups(trait);
    int[] list = new int[Math.min(cutoff, outcome.length())];
    for (int place = 0; place < list.length; place++) {
      list[place] = outcome.work(place);
    }
    double[] wanted = shares(groups, outcome.known());
    double[] shown = shares(groups, list);
    if (wanted.length == 0 || shown.length == 0) {
      return OptionalDouble.empty();
    }
    double divergence = 0;
    for (int group = 0; group < wanted.length; group++) {
      if (wanted[group] > 0) {
        double smooth = (1 - SMOOTHING) * shown[group] + SMOOTHING * wanted[group];
        divergence += wanted[group] * StrictMath.log(wanted[group] / smooth);
      }
    }
    return OptionalDouble.of(Math.max(0, divergence));
  }

  /** Each work counts 1, divided by the number of its groups; none when no work has a group. */
  private static double[] shares(TraitGroups groups, int[] works) {
    double[] shares = new double[groups.size()];
    int counted = 0;
    for (int work : works) {
      int count = groups.count(work);
      for (int i = 0; i < count; i++) {
        shares[groups.group(work, i)] += 1.0 / count;
      }
      counted += count > 0 ? 1 : 0;
    }
    for (int group = 0; group < shares.length; group++) {
      shares[group] /= Math.max(1, counted);
    }
    return counted == 0 ? new double[0] : shares;
  }
}
