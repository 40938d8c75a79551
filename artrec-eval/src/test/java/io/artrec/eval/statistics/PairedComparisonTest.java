package io.artrec.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.eval.metric.UserValues;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairedComparisonTest {
  private static final Resampling RESAMPLING = Resampling.seeded(1);
  private static final Offset<Double> EXACT = within(1e-12);

  /** Additional hours of sleep by two drugs (Student, 1908). */
  private static final double[] SLEEP_1 = {.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2};

  private static final double[] SLEEP_2 = {1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  /** Crossed minus self-fertilized maize, in eighths of an inch (Darwin, 1876; Fisher, 1935). */
  private static final double[] MAIZE = {
    49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48
  };

  private static PairedComparison differences(double... differences) {
    return PairedComparison.of(differences, new double[differences.length]);
  }

  private static UserValues weighted(double[] values, double[] weights) {
    return new UserValues(values, weights);
  }

  @Test
  void fourPairs_asByHand() {
    // d = 3, −1, 2, 4: mean 2, s² = (1 + 9 + 0 + 4) / 3, s = 2.160247, t = 2 / (s / 2) = 1.851640;
    // ranks 3, 1, 2, 4: V = 9; p = 2 · P(V ≥ 9) = 2 · 2/16 (V = 9 and 10); of 16 sign assignments
    // |sum| ≥ 8 are 8 (only −1 negative), 10, and their opposites: 4/16
    PairedComparison pairs =
        PairedComparison.of(new double[] {5, 1, 3, 9}, new double[] {2, 2, 1, 5});
    assertThat(pairs.pairs()).isEqualTo(4);
    assertThat(pairs.firstMean()).hasValue(4.5);
    assertThat(pairs.secondMean()).hasValue(2.5);
    assertThat(pairs.difference()).hasValue(2);
    assertThat(pairs.differences()).containsExactly(3, -1, 2, 4);
    assertThat(pairs.pairedT().statistic().getAsDouble()).isCloseTo(1.8516401995, within(1e-9));
    assertThat(pairs.pairedT().degreesOfFreedom()).hasValue(3);
    assertThat(pairs.wilcoxon(ZeroDifferences.DROP).statistic()).hasValue(9);
    assertThat(pairs.wilcoxon(ZeroDifferences.DROP).p().getAsDouble()).isCloseTo(.25, EXACT);
    assertThat(pairs.permutation(RESAMPLING).p()).hasValue(.25);
    assertThat(pairs.permutation(RESAMPLING).statistic()).hasValue(2);
    // d_z = 2 / 2.160247; J = 1 − 3 / (4 · 3 − 1) = 8/11; (9 − 1) / 10; 3 of 4 are positive
    EffectSizes effect = pairs.effectSizes();
    assertThat(effect.standardized().getAsDouble()).isCloseTo(.9258200998, within(1e-9));
    assertThat(effect.hedges().getAsDouble()).isCloseTo(.9258200998 * 8 / 11, within(1e-9));
    assertThat(effect.rankBiserial().getAsDouble()).isCloseTo(.8, EXACT);
    assertThat(effect.superiority()).hasValue(.75);
    assertThat(effect.wins()).isEqualTo(3);
    assertThat(effect.ties()).isZero();
    assertThat(effect.losses()).isEqualTo(1);
  }

  @Test
  void sleep_asStudent() {
    PairedComparison pairs = PairedComparison.of(SLEEP_1, SLEEP_2);
    TestResult result = pairs.pairedT();
    assertThat(result.statistic().getAsDouble()).isCloseTo(-4.0621, within(5e-5));
    assertThat(result.degreesOfFreedom()).hasValue(9);
    assertThat(result.p().getAsDouble()).isCloseTo(.002833, within(5e-7));
    assertThat(result.significant(.05)).isTrue();
    assertThat(result.significant(.002)).isFalse();
    // R, t.test(extra ~ group, paired = TRUE)
    ConfidenceInterval interval = pairs.interval(.95).orElseThrow();
    assertThat(interval.lower()).isCloseTo(-2.4598858, within(5e-8));
    assertThat(interval.upper()).isCloseTo(-.7001142, within(5e-8));
  }

  @Test
  void maize_asFisher() {
    PairedComparison pairs = differences(MAIZE);
    // Fisher, The Design of Experiments, section 21: 863 of 32,768 sums are at least the observed
    assertThat(pairs.permutation(RESAMPLING).p()).hasValue(2 * 863 / 32768.0);
    assertThat(pairs.pairedT().statistic().getAsDouble()).isCloseTo(2.148, within(5e-4));
    assertThat(pairs.pairedT().p().getAsDouble()).isCloseTo(.0497, within(5e-5));
    assertThat(pairs.wilcoxon(ZeroDifferences.DROP).statistic()).hasValue(96);
    assertThat(pairs.wilcoxon(ZeroDifferences.DROP).p().getAsDouble())
        .isCloseTo(.04126, within(5e-6));
  }

  @Test
  void depression_asHollanderAndWolfe() {
    PairedComparison pairs =
        PairedComparison.of(
            new double[] {1.83, .50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30},
            new double[] {.878, .647, .598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29});
    TestResult result = pairs.wilcoxon(ZeroDifferences.DROP);
    assertThat(result.statistic()).hasValue(40);
    assertThat(result.p().getAsDouble()).isCloseTo(.0390625, EXACT);
    assertThat(result.detail()).isEqualTo("exact over 9 ranked differences");
  }

  /**
   * SciPy 1.10.1: ttest_rel, wilcoxon, t.ppf after a Newton step, and all sums of signs by NumPy
   * (−1: not asked).
   */
  @ParameterizedTest
  @CsvSource({
    "1, 5, 1000003, 1.86053813597088, 0.136315500852572, 14, 0.125, 14, 0.125, 0.125,"
        + " 0.832057949352325, -0.0998950079995955, 0.505740750462368",
    "2, 8, 1000003, 0.868676565154061, 0.413812921847554, 24, 0.4609375, 24, 0.4609375, 0.3984375,"
        + " 0.307123544939137, -0.225345589459363, 0.487055854328568",
    "3, 13, 1000003, 1.22811109493095, 0.242949163154578, 61, 0.305419921875, 61, 0.305419921875,"
        + " 0.246826171875, 0.34061673267229, -0.10675678024092, 0.382572383563341",
    "4, 21, 1000003, 1.98088395091503, 0.0615238143817904, 167, 0.0759801864624023, 167,"
        + " 0.0759801864624023, 0.0622596740722656, 0.432264316571014, -0.00856501044940847,"
        + " 0.331487984537629",
    "5, 50, 1000003, 2.86682603764808, 0.00609558463272485, 904, 0.00939211543820484, 904,"
        + " 0.00939211543820484, -1, 0.405430426340623, 0.0396479900610326, 0.225534358391922",
    "6, 51, 1000003, 2.8589050634448, 0.00618416223649881, 937, 0.0103579966452505, 937,"
        + " 0.0103579966452505, -1, 0.400326782246858, 0.0388554081687724, 0.222412192342152",
    "7, 200, 1000003, 2.01980743431412, 0.0447443087684083, 11577, 0.0625200027331328, 11577,"
        + " 0.0625200027331328, -1, 0.142821953349452, 0.00116109281110806, 0.0968593991274161",
    "8, 12, 10, 0, 1, 36, 0.843626066630128, 36, 0.843626066630128, 1, 0, -0.266827762079952,"
        + " 0.266827762079952",
    "9, 20, 10, 2.67526430223654, 0.0149659706116003, 127.5, 0.0162736583829978, 163.5,"
        + " 0.0220157684263342, 0.0203857421875, 0.598207283757945, 0.0359103363399808,"
        + " 0.294089663660019",
    "10, 31, 5, -1.74115546830343, 0.0919042404784911, 140.5, 0.149822798498918, 170.5,"
        + " 0.140873576162932, -1, -0.312720753760208, -0.294398444070223, 0.0234307021347394",
    "11, 60, 10, -0.526669877316565, 0.600397417238514, 651, 0.432039590202646, 789,"
        + " 0.395977583740543, -1, -0.0679927887932053, -0.143980054542907, 0.0839800545429068",
    "12, 150, 3, 1.72412129182105, 0.086759933584147, 3850, 0.0991329571465985, 6226,"
        + " 0.0876618422350931, -1, 0.140773913987658, -0.0110385687288872, 0.162149679839998",
    "13, 400, 20, -0.5811186330073, 0.561488609903278, 33522.5, 0.635195903093349, 38626.5,"
        + " 0.587110597087632, -1, -0.029055931650365, -0.0515003098593299, 0.0280003098593299",
    "14, 1000, 1, -0.0903059721924377, 0.928062176683958, 59902, 0.928154685298568, 184342,"
        + " 0.928055975928181, -1, -0.00285572558443933, -0.0454598380038874, 0.0414598380038874"
  })
  void manyCases_asSciPy(
      int seed,
      int n,
      int levels,
      double t,
      double tP,
      double v,
      double vP,
      double pratt,
      double prattP,
      double permutationP,
      double standardized,
      double lower,
      double upper) {
    Congruential random = new Congruential(seed);
    double[] a = new double[n];
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      a[i] = random.next() % (levels + 1) / (double) levels;
      b[i] = random.next() % (levels + 1) / (double) levels * (levels > 1000 ? .8 : 1);
    }
    PairedComparison pairs = PairedComparison.of(a, b);
    assertThat(pairs.pairedT().statistic().getAsDouble()).isCloseTo(t, within(1e-9));
    assertThat(pairs.pairedT().p().getAsDouble()).isCloseTo(tP, within(1e-10));
    TestResult dropped = pairs.wilcoxon(ZeroDifferences.DROP);
    assertThat(dropped.statistic()).hasValue(v);
    assertThat(dropped.p().getAsDouble()).isCloseTo(vP, within(1e-11));
    TestResult ranked = pairs.wilcoxon(ZeroDifferences.PRATT);
    assertThat(ranked.statistic()).hasValue(pratt);
    assertThat(ranked.p().getAsDouble()).isCloseTo(prattP, within(1e-11));
    if (permutationP >= 0) {
      assertThat(pairs.permutation(RESAMPLING).p().getAsDouble()).isCloseTo(permutationP, EXACT);
    }
    assertThat(pairs.effectSizes().standardized().getAsDouble()).isCloseTo(standardized, EXACT);
    assertThat(pairs.interval(.95).orElseThrow().lower()).isCloseTo(lower, EXACT);
    assertThat(pairs.interval(.95).orElseThrow().upper()).isCloseTo(upper, EXACT);
  }

  private static final class Congruential {
    private long state;

    Congruential(long seed) {
      state = seed;
    }

    int next() {
      state = (1103515245 * state + 12345) % (1L << 31);
      return (int) (state >> 8);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 12, 16})
  void permutation_countsAllSigns(int n) {
    SplittableRandom random = new SplittableRandom(n);
    double[] d = random.ints(n, -3, 4).mapToDouble(i -> i / 10.0).toArray();
    d[0] = .3;
    double observed = Math.abs(Arrays.stream(d).sum());
    int far = 0;
    for (int signs = 0; signs < 1 << n; signs++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += (signs >> i & 1) == 0 ? d[i] : -d[i];
      }
      far += Math.abs(sum) >= observed - 1e-9 ? 1 : 0;
    }
    assertThat(differences(d).permutation(RESAMPLING).p().getAsDouble())
        .isCloseTo(far / (double) (1 << n), EXACT);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void permutation_sampledIsNearTheTruth(long seed) {
    // 40 differences of ±1, 26 of them positive: P(|2 B − 40| ≥ 12), B binomial(40, 1/2), .080689
    double[] d = new double[40];
    Arrays.fill(d, 1);
    Arrays.fill(d, 0, 14, -1);
    double p = differences(d).permutation(RESAMPLING.withResamples(99_999)).p().getAsDouble();
    assertThat(differences(d).permutation(Resampling.seeded(seed)).p().getAsDouble())
        .isCloseTo(.080689, within(4 * Math.sqrt(.0807 * .9193 / 9_999)));
    assertThat(p).isCloseTo(.080689, within(4 * Math.sqrt(.0807 * .9193 / 99_999)));
  }

  @Test
  void permutation_isNeverZero() {
    double[] d = new double[200];
    Arrays.fill(d, 1);
    TestResult result = differences(d).permutation(RESAMPLING);
    assertThat(result.p()).hasValue(1 / 10_000.0);
    assertThat(result.detail()).isEqualTo("9999 random signs of 200 differences");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void threads_changeNothing(int threads) {
    SplittableRandom random = new SplittableRandom(5);
    double[] a = random.doubles(101).toArray();
    double[] b = random.doubles(101).toArray();
    double[] weights = random.doubles(101, 1, 3).toArray();
    for (PairedComparison pairs :
        new PairedComparison[] {
          PairedComparison.of(a, b), PairedComparison.of(weighted(a, weights), weighted(b, weights))
        }) {
      assertThat(pairs.permutation(RESAMPLING.withThreads(threads)))
          .isEqualTo(pairs.permutation(RESAMPLING));
      Bootstrap one = Bootstrap.bca(.9, 3);
      assertThat(
              pairs.interval(
                  new Bootstrap(one.method(), .9, one.resampling().withThreads(threads))))
          .isEqualTo(pairs.interval(one));
    }
  }

  @ParameterizedTest
  @EnumSource(SignificanceTest.class)
  void noPairs_haveNoPAndAReason(SignificanceTest test) {
    PairedComparison pairs =
        PairedComparison.of(new double[] {1, Double.NaN}, new double[] {Double.NaN, 1});
    TestResult result = pairs.test(test, RESAMPLING);
    assertThat(result.p()).isEmpty();
    assertThat(result.statistic()).isEmpty();
    assertThat(result.significant(1)).isFalse();
    assertThat(result.detail()).isEqualTo("no visitor has a value of both");
    assertThat(pairs.leftOut()).isEqualTo(2);
    assertThat(pairs.difference()).isEmpty();
    assertThat(pairs.interval(.95)).isEmpty();
    assertThat(pairs.interval(Bootstrap.bca(.95, 1))).isEmpty();
    EffectSizes effect = pairs.effectSizes();
    assertThat(effect.standardized()).isEmpty();
    assertThat(effect.hedges()).isEmpty();
    assertThat(effect.rankBiserial()).isEmpty();
    assertThat(effect.superiority()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SignificanceTest.class)
  void allZero_pIsOne(SignificanceTest test) {
    for (int n : new int[] {1, 2, 100}) {
      PairedComparison pairs = differences(new double[n]);
      assertThat(pairs.test(test, RESAMPLING).p()).hasValue(1);
      assertThat(pairs.test(test, RESAMPLING).detail()).isEqualTo("all differences are 0");
      assertThat(pairs.effectSizes().rankBiserial()).hasValue(0);
      assertThat(pairs.effectSizes().superiority()).hasValue(.5);
      assertThat(pairs.effectSizes().ties()).isEqualTo(n);
    }
    assertThat(differences(0, 0).effectSizes().standardized()).hasValue(0);
    assertThat(differences(0, 0).effectSizes().hedges()).hasValue(0);
    assertThat(differences(0, 0).wilcoxon(ZeroDifferences.PRATT).p()).hasValue(1);
  }

  @Test
  void onePair_hasNoTAndNoInterval() {
    PairedComparison pairs = differences(.5);
    assertThat(pairs.pairedT().p()).isEmpty();
    assertThat(pairs.pairedT().detail()).contains("one pair");
    assertThat(pairs.wilcoxon(ZeroDifferences.DROP).p()).hasValue(1);
    assertThat(pairs.permutation(RESAMPLING).p()).hasValue(1);
    assertThat(pairs.interval(.95)).isEmpty();
    assertThat(pairs.interval(Bootstrap.percentile(.95, 1))).isEmpty();
    assertThat(pairs.effectSizes().standardized()).isEmpty();
  }

  @Test
  void sameDifferenceEverywhere_hasNoTButRanksAnswer() {
    // 0.3 − 0.2 and 0.2 − 0.1 differ in the last bit, which is not a spread
    PairedComparison pairs =
        PairedComparison.of(
            new double[] {.3, .2, .1, .4, .7, .8, .9, 1},
            new double[] {.2, .1, 0, .3, .6, .7, .8, .9});
    assertThat(pairs.pairedT().p()).isEmpty();
    assertThat(pairs.pairedT().detail())
        .isEqualTo("all 8 differences are the same, so that t is undefined");
    assertThat(pairs.permutation(RESAMPLING).p()).hasValue(2 / 256.0);
    assertThat(pairs.wilcoxon(ZeroDifferences.DROP).p().getAsDouble()).isBetween(.001, .02);
    assertThat(pairs.effectSizes().standardized()).isEmpty();
    for (IntervalMethod method : IntervalMethod.values()) {
      ConfidenceInterval interval = pairs.interval(method, .95, RESAMPLING).orElseThrow();
      assertThat(interval.lower()).isEqualTo(interval.upper()).isCloseTo(.1, EXACT);
    }
  }

  @Test
  void visitorsWithoutBothValues_areLeftOutAndCounted() {
    PairedComparison pairs =
        PairedComparison.of(
            new double[] {5, Double.NaN, 1, 3, 7, 9}, new double[] {2, 1, 2, 1, Double.NaN, 5});
    assertThat(pairs.pairs()).isEqualTo(4);
    assertThat(pairs.leftOut()).isEqualTo(2);
    assertThat(pairs.differences()).containsExactly(3, -1, 2, 4);
  }

  @Test
  void equalWeights_areAsNone() {
    double[] weights = new double[SLEEP_1.length];
    Arrays.fill(weights, 3);
    PairedComparison pairs =
        PairedComparison.of(weighted(SLEEP_1, weights), weighted(SLEEP_2, weights));
    PairedComparison plain = PairedComparison.of(SLEEP_1, SLEEP_2);
    for (SignificanceTest test : SignificanceTest.values()) {
      assertThat(pairs.test(test, RESAMPLING)).isEqualTo(plain.test(test, RESAMPLING));
    }
    assertThat(pairs.interval(Bootstrap.bca(.95, 1)))
        .isEqualTo(plain.interval(Bootstrap.bca(.95, 1)));
    assertThat(pairs.effectSizes()).isEqualTo(plain.effectSizes());
  }

  @Test
  void weights_asByHand() {
    // d = 1, 2, −1 with w = 1, 2, 3 (and one of weight 0): (1 + 4 − 3) / 6 = 1/3; w̄ = 2;
    // w·(d − 1/3) / w̄ = 1/3, 5/3, −2: s² = (1/9 + 25/9 + 4) / 2 = 31/9; t = (1/3) / √(31/27);
    // w·d = 1, 4, −3: sums as far as 2: 2, 6, 8, −2, −6, −8, all but 0 and −0: 6/8
    double[] weights = {1, 2, 0, 3};
    PairedComparison pairs =
        PairedComparison.of(
            weighted(new double[] {1, 2, 9, 0}, weights),
            weighted(new double[] {0, 0, 0, 1}, weights));
    assertThat(pairs.pairs()).isEqualTo(3);
    assertThat(pairs.leftOut()).isEqualTo(1);
    assertThat(pairs.difference().getAsDouble()).isCloseTo(1 / 3.0, EXACT);
    assertThat(pairs.firstMean().getAsDouble()).isCloseTo(5 / 6.0, EXACT);
    assertThat(pairs.secondMean().getAsDouble()).isCloseTo(.5, EXACT);
    assertThat(pairs.pairedT().statistic().getAsDouble())
        .isCloseTo(1 / 3.0 / Math.sqrt(31 / 27.0), EXACT);
    assertThat(pairs.permutation(RESAMPLING).p()).hasValue(.75);
    // |w·d| ranks 1, 3, 2: V = 4
    assertThat(pairs.wilcoxon(ZeroDifferences.DROP).statistic()).hasValue(4);
    assertThat(pairs.effectSizes().wins()).isEqualTo(2);
  }

  @Test
  void badInput_saysWhat() {
    assertThatThrownBy(() -> PairedComparison.of(new double[2], new double[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("compared 2 visitors with 3, expected the same visitors");
    assertThatThrownBy(
            () -> PairedComparison.of(new double[] {1, Double.POSITIVE_INFINITY}, new double[2]))
        .hasMessage("value of visitor 1 is Infinity, expected a finite number");
    assertThatThrownBy(
            () ->
                PairedComparison.of(
                    weighted(new double[1], new double[] {-2}),
                    weighted(new double[1], new double[] {1})))
        .hasMessage("weight of visitor 0 is -2.0, expected a finite number from 0");
    assertThatThrownBy(() -> differences(1, 2).interval(95))
        .hasMessage("confidence level is 95.0, expected between 0 and 1, as 0.95");
    assertThatThrownBy(() -> RESAMPLING.withResamples(0))
        .hasMessage("resamples is 0, expected 1 or more");
    assertThatThrownBy(() -> RESAMPLING.withThreads(0))
        .hasMessage("threads is 0, expected 1 or more");
  }
}
