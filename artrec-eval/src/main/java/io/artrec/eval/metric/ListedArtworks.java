package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How recommendations to all visitors together spread over the catalogue. */
record ListedArtworks(Formula formula, double head, int cutoff) implements OverallMetric {
  ListedArtworks {
    RankMetrics.places(cutoff);
    LongTail.requireHead(head);
  }

  enum Formula {
    COVERAGE("catalog-coverage", "", Direction.HIGHER),
    COVERAGE_OF_TRAINED("catalog-coverage", "trained", Direction.HIGHER),
    ENTROPY("entropy", "", Direction.HIGHER),
    ENTROPY_NORMALIZED("entropy", "normalized", Direction.HIGHER),
    GINI("gini", "", Direction.LOWER),
    GINI_UNBIASED("gini", "unbiased", Direction.LOWER),
    LONG_TAIL_COVERAGE("aclt", "catalog", Direction.HIGHER);

    private final String family;
    private final String variant;
    private final Direction direction;

    Formula(String family, String variant, Direction direction) {
      this.family = family;
      this.variant = variant;
      this.direction = direction;
    }
  }

  static ListedArtworks parse(MetricSpec spec) {
    List<String> known =
        Arrays.stream(Formula.values())
            .filter(f -> f.family.equals(spec.family()) && !f.variant.isEmpty())
            .map(f -> f.variant)
            .toList();
    spec.only(List.of(known));
    Formula formula =
        Arrays.stream(Formula.values())
            .filter(f -> f.family.equals(spec.family()))
            .filter(
                f -> spec.variants().equals(f.variant.isEmpty() ? List.of() : List.of(f.variant)))
            .findFirst()
            .orElseThrow();
    return new ListedArtworks(formula, LongTail.USUAL_HEAD, spec.requireCutoff());
  }

  @Override
  public String name() {
    List<String> variants = new ArrayList<>();
    if (!formula.variant.isEmpty()) {
      variants.add(formula.variant);
    }
    variants.addAll(LongTail.variants(head));
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
  public OptionalDouble of(Outcomes outcomes) {
    long[] counts = new long[outcomes.test().catalog().size()];
    long places = 0;
    for (int user = 0; user < outcomes.userCount(); user++) {
      int length = Math.min(cutoff, outcomes.length(user));
      for (int place = 0; place < length; place++) {
        counts[outcomes.work(user, place)]++;
      }
      places += length;
    }
    TrainingFacts facts = outcomes.training();
    return switch (formula) {
      case COVERAGE -> share(counts, all(counts.length));
      case COVERAGE_OF_TRAINED -> share(counts, trained(facts));
      case LONG_TAIL_COVERAGE -> share(counts, facts.longTail(head));
      case ENTROPY -> entropy(counts, places, 1);
      case ENTROPY_NORMALIZED -> entropy(counts, places, log2(counts.length));
      case GINI -> gini(counts, counts.length);
      case GINI_UNBIASED -> gini(counts, counts.length - 1);
    };
  }

  private static BitSet all(int works) {
    BitSet all = new BitSet();
    all.set(0, works);
    return all;
  }

  private static BitSet trained(TrainingFacts facts) {
    BitSet trained = new BitSet();
    for (int work = 0; work < facts.catalog().size(); work++) {
      trained.set(work, facts.popularity(work) > 0);
    }
    return trained;
  }

  private static OptionalDouble share(long[] counts, BitSet of) {
    int size = of.cardinality();
    long listed = of.stream().filter(work -> counts[work] > 0).count();
    return size == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) listed / size);
  }

  private static OptionalDouble entropy(long[] counts, long places, double divisor) {
    if (places == 0 || divisor == 0) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (long count : counts) {
      double p = (double) count / places;
      sum -= count == 0 ? 0 : p * log2(p);
    }
    return OptionalDouble.of(sum / divisor);
  }

  private static double log2(double number) {
    return StrictMath.log(number) / StrictMath.log(2);
  }

  private static OptionalDouble gini(long[] counts, int divisor) {
    return Concentration.gini(Arrays.stream(counts).asDoubleStream().toArray(), divisor);
  }
}
