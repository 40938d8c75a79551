package io.artrec.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.eval.metric.UserValues;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeded runs under known truth; bounds are those that a binomial count leaves once in 10,000. */
class StatisticsSimulationTest {
  private static final int RUNS = 2_000;

  /** What a recommender does to a visitor. */
  private enum World {
    /** Continuous, about normal. */
    SMOOTH,
    /** Precision at 5: many visitors with equal values, few distinct differences. */
    COARSE,
    /** Reciprocal ranks: skewed values, half of the visitors without any hit. */
    RANKS;

    double value(SplittableRandom random) {
      return switch (this) {
        case SMOOTH -> normal(random);
        case COARSE -> hits(random) / 5.0;
        case RANKS -> reciprocal(random);
      };
    }

    PairedComparison draw(SplittableRandom random, int visitors, double shift) {
      double[] a = new double[visitors];
      double[] b = new double[visitors];
      Arrays.setAll(a, i -> value(random) + shift);
      Arrays.setAll(b, i -> value(random));
      return PairedComparison.of(a, b);
    }
  }

  private static double normal(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  private static int hits(SplittableRandom random) {
    int hits = 0;
    for (int place = 0; place < 5; place++) {
      hits += random.nextInt(10) == 0 ? 1 : 0;
    }
    return hits;
  }

  private static double reciprocal(SplittableRandom random) {
    return random.nextBoolean() ? 0 : 1.0 / (1 + random.nextInt(10));
  }

  /** Asserts that a count is one that a probability would give, or that it is no larger. */
  private static void assertCount(int count, double probability, boolean orFewer) {
    double spread = 3.9 * Math.sqrt(RUNS * probability * (1 - probability));
    assertThat((double) count).isLessThanOrEqualTo(RUNS * probability + spread);
    if (!orFewer) {
      assertThat((double) count).isGreaterThanOrEqualTo(RUNS * probability - spread);
    }
  }

  @ParameterizedTest
  @CsvSource({"SMOOTH, 20", "SMOOTH, 60", "COARSE, 60", "COARSE, 200", "RANKS, 80", "RANKS, 150"})
  void tests_giveFivePercentFalseAlarms(World world, int visitors) {
    SplittableRandom random = new SplittableRandom(visitors);
    int[] alarms = new int[4];
    for (int run = 0; run < RUNS; run++) {
      PairedComparison pairs = world.draw(random, visitors, 0);
      Resampling resampling = Resampling.seeded(run).withResamples(399);
      alarms[0] += pairs.pairedT().significant(.05) ? 1 : 0;
      alarms[1] += pairs.wilcoxon(ZeroDifferences.DROP).significant(.05) ? 1 : 0;
      alarms[2] += pairs.wilcoxon(ZeroDifferences.PRATT).significant(.05) ? 1 : 0;
      alarms[3] += pairs.permutation(resampling).significant(.05) ? 1 : 0;
    }
    for (int count : alarms) {
      assertCount(count, .05, false);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 6, 9})
  void fewVisitors_giveNoMoreFalseAlarms(int visitors) {
    SplittableRandom random = new SplittableRandom(visitors);
    int[] alarms = new int[2];
    for (int run = 0; run < RUNS; run++) {
      PairedComparison pairs = World.COARSE.draw(random, visitors, 0);
      alarms[0] += pairs.wilcoxon(ZeroDifferences.DROP).significant(.05) ? 1 : 0;
      alarms[1] += pairs.permutation(Resampling.seeded(run)).significant(.05) ? 1 : 0;
    }
    for (int count : alarms) {
      assertCount(count, .05, true);
    }
  }

  @Test
  void realDifferences_areFound() {
    // 60 visitors, a third of a standard deviation of the difference: the t-test's power is .72
    SplittableRandom random = new SplittableRandom(8);
    Map<SignificanceTest, Integer> alarms = new EnumMap<>(SignificanceTest.class);
    for (int run = 0; run < RUNS; run++) {
      PairedComparison pairs = World.SMOOTH.draw(random, 60, Math.sqrt(2) / 3);
      Resampling resampling = Resampling.seeded(run).withResamples(399);
      for (SignificanceTest test : SignificanceTest.values()) {
        alarms.merge(test, pairs.test(test, resampling).significant(.05) ? 1 : 0, Integer::sum);
      }
    }
    for (int count : alarms.values()) {
      assertThat(count / (double) RUNS).isBetween(.66, .78);
    }
  }

  @ParameterizedTest
  @EnumSource(World.class)
  void intervals_cover(World world) {
    // the bootstrap of n = 150 is narrower than t's by about 1/n and by chance at 399 resamples
    SplittableRandom random = new SplittableRandom(40);
    Map<IntervalMethod, Integer> covered = new EnumMap<>(IntervalMethod.class);
    for (int run = 0; run < RUNS; run++) {
      PairedComparison pairs = world.draw(random, 150, .1);
      Resampling resampling = Resampling.seeded(run).withResamples(399);
      for (IntervalMethod method : IntervalMethod.values()) {
        ConfidenceInterval interval = pairs.interval(method, .95, resampling).orElseThrow();
        covered.merge(method, interval.contains(.1) ? 1 : 0, Integer::sum);
      }
    }
    for (int count : covered.values()) {
      assertCount(count, .95, false);
    }
  }

  @Test
  void skewedMean_isCoveredByBca() {
    // exponential values, 40 visitors: BCa shifts towards the long tail and misses less there
    SplittableRandom random = new SplittableRandom(3);
    int[] below = new int[2];
    int[] covered = new int[2];
    for (int run = 0; run < RUNS; run++) {
      double[] values = random.doubles(40).map(u -> -Math.log(1 - u)).toArray();
      for (int kind = 0; kind < 2; kind++) {
        ConfidenceInterval interval =
            new Bootstrap(
                    kind == 0 ? IntervalMethod.PERCENTILE : IntervalMethod.BCA,
                    .9,
                    Resampling.seeded(run).withResamples(599))
                .mean(values)
                .orElseThrow();
        below[kind] += interval.upper() < 1 ? 1 : 0;
        covered[kind] += interval.contains(1) ? 1 : 0;
      }
    }
    assertThat(below[1]).isLessThan(below[0]);
    assertThat(covered[1] / (double) RUNS).isBetween(.865, .92);
  }

  /** What {@link IntervalMethod} says of 20 visitors; each band is 3.9 standard errors wide. */
  @ParameterizedTest
  @CsvSource({
    "LOG_NORMAL, .87, .86, .87",
    "RANKS, .88, .87, .89",
    "EXPONENTIAL, .92, .91, .91",
    "FEW_HITS, .72, .72, .79"
  })
  void fewSkewedVisitors_areCoveredLessThanTheLevelSays(
      Skewed skewed, double t, double percentile, double bca) {
    SplittableRandom random = new SplittableRandom(20);
    Map<IntervalMethod, Integer> covered = new EnumMap<>(IntervalMethod.class);
    for (int run = 0; run < RUNS; run++) {
      double[] values = random.ints(20).mapToDouble(i -> skewed.value(random)).toArray();
      PairedComparison pairs = PairedComparison.of(values, new double[20]);
      Resampling resampling = Resampling.seeded(run).withResamples(399);
      for (IntervalMethod method : IntervalMethod.values()) {
        boolean holds =
            pairs.interval(method, .95, resampling).orElseThrow().contains(skewed.mean());
        covered.merge(method, holds ? 1 : 0, Integer::sum);
      }
    }
    assertCount(covered.getOrDefault(IntervalMethod.T, 0), t, false);
    assertCount(covered.getOrDefault(IntervalMethod.PERCENTILE, 0), percentile, false);
    assertCount(covered.getOrDefault(IntervalMethod.BCA, 0), bca, false);
  }

  /** Values of a visitor that are far from normal. */
  private enum Skewed {
    LOG_NORMAL,
    EXPONENTIAL,
    /** Reciprocal ranks, half of the visitors without any hit. */
    RANKS,
    /** Reciprocal ranks, nine of ten visitors without any hit. */
    FEW_HITS;

    private static final double RECIPROCAL = 0.29289682539682543;

    double value(SplittableRandom random) {
      return switch (this) {
        case LOG_NORMAL -> Math.exp(normal(random));
        case EXPONENTIAL -> -Math.log(1 - random.nextDouble());
        case RANKS -> reciprocal(random);
        case FEW_HITS -> random.nextInt(5) > 0 ? 0 : reciprocal(random);
      };
    }

    double mean() {
      return switch (this) {
        case LOG_NORMAL -> Math.exp(.5);
        case EXPONENTIAL -> 1;
        case RANKS -> RECIPROCAL / 2;
        case FEW_HITS -> RECIPROCAL / 10;
      };
    }
  }

  @Test
  void weightedVisitors_giveFivePercentFalseAlarmsAndCover() {
    SplittableRandom random = new SplittableRandom(6);
    Map<SignificanceTest, Integer> alarms = new EnumMap<>(SignificanceTest.class);
    int covered = 0;
    for (int run = 0; run < RUNS; run++) {
      double[] values = new double[100];
      Arrays.setAll(values, i -> normal(random));
      double[] weights = random.doubles(100, .5, 4).toArray();
      PairedComparison pairs =
          PairedComparison.of(
              new UserValues(values, weights), new UserValues(new double[100], weights));
      Resampling resampling = Resampling.seeded(run).withResamples(399);
      for (SignificanceTest test : SignificanceTest.values()) {
        alarms.merge(test, pairs.test(test, resampling).significant(.05) ? 1 : 0, Integer::sum);
      }
      covered +=
          pairs.interval(IntervalMethod.BCA, .95, resampling).orElseThrow().contains(0) ? 1 : 0;
    }
    for (int count : alarms.values()) {
      assertCount(count, .05, false);
    }
    assertCount(covered, .95, false);
  }

  @Test
  void holm_holdsTheFamilyAtFivePercent() {
    // 10 recommenders, none better; uncorrected, some test of 10 alarms in 1 − .95^10 = 40 % of
    // runs
    SplittableRandom random = new SplittableRandom(10);
    int families = 0;
    int uncorrected = 0;
    for (int run = 0; run < RUNS; run++) {
      double[] p = new double[10];
      for (int i = 0; i < p.length; i++) {
        p[i] = World.SMOOTH.draw(random, 20, 0).pairedT().p().getAsDouble();
      }
      families += Arrays.stream(Correction.HOLM.adjust(p)).anyMatch(v -> v <= .05) ? 1 : 0;
      uncorrected += Arrays.stream(p).anyMatch(v -> v <= .05) ? 1 : 0;
    }
    // independent tests: 1 − (1 − .005)^10 = .0489
    assertCount(families, .0489, false);
    assertCount(uncorrected, .4013, false);
  }

  @Test
  void benjaminiHochberg_holdsTheShareOfFalseAlarms() {
    // 5 of 10 are better by 1.2 standard deviations: the share is at most .05 · 5 / 10
    SplittableRandom random = new SplittableRandom(12);
    double share = 0;
    int found = 0;
    for (int run = 0; run < RUNS; run++) {
      double[] p = new double[10];
      for (int i = 0; i < p.length; i++) {
        double shift = i < 5 ? 0 : 1.2 * Math.sqrt(2);
        p[i] = World.SMOOTH.draw(random, 20, shift).pairedT().p().getAsDouble();
      }
      double[] adjusted = Correction.BENJAMINI_HOCHBERG.adjust(p);
      long wrong = Arrays.stream(adjusted, 0, 5).filter(v -> v <= .05).count();
      long right = Arrays.stream(adjusted, 5, 10).filter(v -> v <= .05).count();
      share += (double) wrong / Math.max(1, wrong + right) / RUNS;
      found += (int) right;
    }
    assertThat(share).isBetween(.015, .031);
    assertThat(found).isGreaterThan(RUNS * 5 * 9 / 10);
  }
}
