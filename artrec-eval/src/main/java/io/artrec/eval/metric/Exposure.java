package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import io.artrec.eval.trait.TraitGroups;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How fairly the places of all lists are shared by groups of works. */
record Exposure(Formula formula, String trait, int cutoff) implements OverallMetric {
  Exposure {
    RankMetrics.places(cutoff);
  }

  enum Formula {
    GINI("exposure-gini", Direction.LOWER),
    RATIO("exposure-ratio", Direction.HIGHER),
    DISPARITY("exposure-disparity", Direction.LOWER);

    private final String family;
    private final Direction direction;

    Formula(String family, Direction direction) {
      this.family = family;
      this.direction = direction;
    }

    String family() {
      return family;
    }
  }

  static Exposure parse(MetricSpec spec) {
    Formula formula =
        Arrays.stream(Formula.values())
            .filter(f -> f.family.equals(spec.family()))
            .findFirst()
            .orElseThrow();
    return new Exposure(formula, trait(spec, "artist"), spec.requireCutoff());
  }

  static String trait(MetricSpec spec, String usual) {
    if (spec.variants().size() > 1) {
      throw new IllegalArgumentException(
          "metric '" + spec + "' has several variants, expected one trait of works at most");
    }
    return spec.variants().isEmpty() ? usual : spec.variants().get(0);
  }

  @Override
  public String name() {
    return new MetricSpec(formula.family, List.of(trait), OptionalInt.of(cutoff)).toString();
  }

  @Override
  public Needs needs() {
    return Needs.list(cutoff).withTrait(trait);
  }

  @Override
  public Direction direction() {
    return formula.direction;
  }

  @Override
  public OptionalDouble of(Outcomes outcomes) {
    TraitGroups groups = outcomes.training().groups(trait);
    double[] exposure = new double[groups.size()];
    for (int user = 0; user < outcomes.userCount(); user++) {
      int length = Math.min(cutoff, outcomes.length(user));
      for (int place = 0; place < length; place++) {
        share(groups, outcomes.work(user, place), Discount.LOG2.at(place + 1), exposure);
      }
    }
    if (Arrays.stream(exposure).sum() == 0) {
      return OptionalDouble.empty();
    }
    return switch (formula) {
      case GINI -> Concentration.gini(exposure, exposure.length);
      case RATIO -> OptionalDouble.of(ratio(groups, exposure));
      case DISPARITY -> disparity(groups, exposure, outcomes.training());
    };
  }

  private static void share(TraitGroups groups, int work, double amount, double[] into) {
    int count = groups.count(work);
    for (int i = 0; i < count; i++) {
      into[groups.group(work, i)] += amount / count;
    }
  }

  private static double ratio(TraitGroups groups, double[] exposure) {
    double[] works = new double[exposure.length];
    for (int work = 0; work < groups.works(); work++) {
      share(groups, work, 1, works);
    }
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int group = 0; group < exposure.length; group++) {
      double each = exposure[group] / works[group];
      least = Math.min(least, each);
      most = Math.max(most, each);
    }
    return least / most;
  }

  private static OptionalDouble disparity(
      TraitGroups groups, double[] exposure, TrainingFacts facts) {
    double[] merit = new double[exposure.length];
    for (int work = 0; work < groups.works(); work++) {
      share(groups, work, facts.popularity(work), merit);
    }
    double allExposure = Arrays.stream(exposure).sum();
    double allMerit = Arrays.stream(merit).sum();
    if (allMerit == 0) {
      return OptionalDouble.empty();
    }
    double distance = 0;
    for (int group = 0; group < exposure.length; group++) {
      distance += Math.abs(exposure[group] / allExposure - merit[group] / allMerit);
    }
    return OptionalDouble.of(distance / 2);
  }
}
