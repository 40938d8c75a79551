package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How little known the works of a list are: the mean over its places, which may count less towards
 * the end, and of which hits alone may count.
 */
record ListNovelty(Formula formula, boolean hitsOnly, boolean discounted, int cutoff)
    implements UserMetric {
  static final String RELEVANT = "relevant";
  static final String DISCOUNTED = "discounted";
  static final String VISITORS = "visitors";
  private static final List<List<String>> WEIGHING =
      List.of(List.of(RELEVANT), List.of(DISCOUNTED));

  ListNovelty {
    RankMetrics.places(cutoff);
  }

  enum Formula {
    NOVELTY("novelty", Direction.HIGHER),
    NOVELTY_AMONG_VISITORS("novelty", Direction.HIGHER),
    POPULARITY_COMPLEMENT("epc", Direction.HIGHER),
    POPULARITY("arp", Direction.NEITHER);

    private final String family;
    private final Direction direction;

    Formula(String family, Direction direction) {
      this.family = family;
      this.direction = direction;
    }
  }

  static ListNovelty parse(MetricSpec spec) {
    return switch (spec.family()) {
      case "arp" ->
          new ListNovelty(Formula.POPULARITY, false, false, spec.only(List.of()).requireCutoff());
      case "epc" -> weighed(Formula.POPULARITY_COMPLEMENT, spec.only(WEIGHING));
      default -> {
        spec.only(List.of(List.of(VISITORS), List.of(RELEVANT), List.of(DISCOUNTED)));
        yield weighed(spec.has(VISITORS) ? Formula.NOVELTY_AMONG_VISITORS : Formula.NOVELTY, spec);
      }
    };
  }

  private static ListNovelty weighed(Formula formula, MetricSpec spec) {
    return new ListNovelty(formula, spec.has(RELEVANT), spec.has(DISCOUNTED), spec.requireCutoff());
  }

  @Override
  public String name() {
    List<String> variants = new ArrayList<>();
    if (formula == Formula.NOVELTY_AMONG_VISITORS) {
      variants.add(VISITORS);
    }
    if (hitsOnly) {
      variants.add(RELEVANT);
    }
    if (discounted) {
      variants.add(DISCOUNTED);
    }
    return new MetricSpec(formula.family, variants, OptionalInt.of(cutoff)).toString();
  }

  @Override
  public Needs needs() {
    return Needs.list(cutoff);
  }

  @Override
  public Direction direction() {
    return formula.direction;
  }

  @Override
  public OptionalDouble of(UserOutcome outcome) {
    int length = Math.min(cutoff, outcome.length());
    double sum = 0;
    double weights = 0;
    for (int place = 0; place < length; place++) {
      double weight = discounted ? Discount.LOG2.at(place + 1) : 1;
      weights += weight;
      if (!hitsOnly || outcome.isHit(place)) {
        sum += weight * value(outcome.training(), outcome.work(place));
      }
    }
    return length == 0 || outcome.training().pairs() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sum / weights);
  }

  private double value(TrainingFacts facts, int work) {
    int popularity = facts.popularity(work);
    int users = facts.dataset().userCount();
    return switch (formula) {
      case NOVELTY -> information(popularity, facts.pairs());
      case NOVELTY_AMONG_VISITORS -> information(popularity, users);
      case POPULARITY_COMPLEMENT -> 1 - (double) popularity / users;
      case POPULARITY -> popularity;
    };
  }

  private static double information(int popularity, int of) {
    return StrictMath.log((double) of / Math.max(1, popularity)) / StrictMath.log(2);
  }
}
