package io.artrec.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.eval.metric.UserValues;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTest {
  /** Spatial perception of 26 children, test A (Efron and Tibshirani, 1993, table 14.1). */
  private static final double[] SPATIAL = {
    48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30,
    41
  };

  /** Law schools (Efron and Tibshirani, 1993, table 3.1). */
  private static final double[] LSAT = {
    576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594
  };

  private static final double[] GPA = {
    3.39, 3.30, 2.81, 3.03, 3.44, 3.07, 3.00, 3.43, 3.36, 3.13, 3.12, 2.74, 2.76, 2.88, 2.96
  };

  /** Survival of treated mice in days (Efron and Tibshirani, 1993, table 2.1). */
  private static final double[] MICE = {94, 197, 16, 38, 99, 141, 23};

  private static Bootstrap bootstrap(IntervalMethod method, double level) {
    return new Bootstrap(method, level, Resampling.seeded(7).withResamples(199_999));
  }

  private static double variance(int[] drawn) {
    double mean = mean(SPATIAL, drawn);
    double squares = 0;
    for (int i : drawn) {
      squares += (SPATIAL[i] - mean) * (SPATIAL[i] - mean);
    }
    return squares / drawn.length;
  }

  private static double correlation(int[] drawn) {
    double x = mean(LSAT, drawn);
    double y = mean(GPA, drawn);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i : drawn) {
      xy += (LSAT[i] - x) * (GPA[i] - y);
      xx += (LSAT[i] - x) * (LSAT[i] - x);
      yy += (GPA[i] - y) * (GPA[i] - y);
    }
    return xy / Math.sqrt(xx * yy);
  }

  private static double mean(double[] values, int[] drawn) {
    double sum = 0;
    for (int i : drawn) {
      sum += values[i];
    }
    return sum / drawn.length;
  }

  @Test
  void twoValues_asByHand() {
    // means of two draws from 0 and 1: 0, 1/2, 1 with 1/4, 1/2, 1/4; the tails of 20 % lie in 0, 1
    ConfidenceInterval wide = Bootstrap.percentile(.6, 1).mean(new double[] {0, 1}).orElseThrow();
    assertThat(wide.lower()).isEqualTo(0);
    assertThat(wide.upper()).isEqualTo(1);
    ConfidenceInterval narrow = Bootstrap.percentile(.4, 1).mean(new double[] {0, 1}).orElseThrow();
    assertThat(narrow.lower()).isEqualTo(.5);
    assertThat(narrow.upper()).isEqualTo(.5);
  }

  @Test
  void limits_areOrderStatistics() {
    // of 1 … 99 the quantiles 5 % and 95 % are the 5th and the 95th of 99
    ConfidenceInterval interval =
        Bootstrap.percentile(.9, 1)
            .limits(IntStream.rangeClosed(1, 99).mapToDouble(i -> i).toArray(), 50, () -> MICE);
    assertThat(interval.lower()).isCloseTo(5, within(1e-9));
    assertThat(interval.upper()).isCloseTo(95, within(1e-9));
  }

  @Test
  void bca_asByHand() {
    // 19.5 of 1 … 99 lie below 20, 20 counting half: z0 = Φ⁻¹(.19697)
    // = −.852495; without acceleration the levels are Φ(2·z0 ∓ 1.644854): .000404 and .476023,
    // that is below the first value, and the 47.6023rd
    ConfidenceInterval interval =
        Bootstrap.bca(.9, 1)
            .limits(
                IntStream.rangeClosed(1, 99).mapToDouble(i -> i).toArray(),
                20,
                () -> new double[] {1, 2, 3});
    assertThat(interval.lower()).isEqualTo(1);
    assertThat(interval.upper()).isCloseTo(47.6023, within(1e-4));
  }

  @Test
  void spatialVariance_asEfronAndTibshirani() {
    // table 14.2, 2,000 resamples: percentile (100.8, 233.9), BCa (115.8, 259.6); SciPy 1.10.1 with
    // 400,000: (97.86, 235.79) and (115.76, 261.15), each limit with a standard error below .5
    assertThat(variance(IntStream.range(0, 26).toArray())).isCloseTo(171.5, within(.05));
    ConfidenceInterval percentile =
        bootstrap(IntervalMethod.PERCENTILE, .9)
            .statistic(26, BootstrapTest::variance)
            .orElseThrow();
    assertThat(percentile.lower()).isCloseTo(97.86, within(1.5));
    assertThat(percentile.upper()).isCloseTo(235.79, within(1.5));
    ConfidenceInterval bca =
        bootstrap(IntervalMethod.BCA, .9).statistic(26, BootstrapTest::variance).orElseThrow();
    assertThat(bca.lower()).isCloseTo(115.8, within(1.5));
    assertThat(bca.upper()).isCloseTo(259.6, within(4.0)).isCloseTo(261.15, within(2.0));
  }

  @Test
  void lawSchools_asSciPy() {
    // 250 times 9,999 resamples: BCa's lower limit .3327 with a standard deviation of .0122, here
    // .0027; 400,000 resamples: percentile (.4605, .9617), BCa's upper limit .9418
    ConfidenceInterval percentile =
        bootstrap(IntervalMethod.PERCENTILE, .95)
            .statistic(15, BootstrapTest::correlation)
            .orElseThrow();
    assertThat(percentile.lower()).isCloseTo(.4605, within(.005));
    assertThat(percentile.upper()).isCloseTo(.9617, within(.001));
    ConfidenceInterval bca =
        bootstrap(IntervalMethod.BCA, .95).statistic(15, BootstrapTest::correlation).orElseThrow();
    assertThat(bca.lower()).isCloseTo(.3327, within(.011));
    assertThat(bca.upper()).isCloseTo(.9418, within(.001));
  }

  @ParameterizedTest
  @CsvSource({"PERCENTILE, 43.4286, 134.4286", "BCA, 46.2857, 138.2857"})
  void mice_asSciPy(IntervalMethod method, double lower, double upper) {
    ConfidenceInterval interval = bootstrap(method, .95).mean(MICE).orElseThrow();
    assertThat(interval.lower()).isCloseTo(lower, within(.8));
    assertThat(interval.upper()).isCloseTo(upper, within(.8));
    ConfidenceInterval general =
        bootstrap(method, .95).statistic(7, drawn -> mean(MICE, drawn)).orElseThrow();
    assertThat(general.lower()).isCloseTo(interval.lower(), within(.8));
    assertThat(general.upper()).isCloseTo(interval.upper(), within(.8));
  }

  @ParameterizedTest
  @EnumSource(
      value = IntervalMethod.class,
      names = {"PERCENTILE", "BCA"})
  void weights_areDrawnWithTheirValues(IntervalMethod method) {
    SplittableRandom random = new SplittableRandom(3);
    double[] values = random.doubles(40).toArray();
    double[] weights = random.doubles(40, .5, 5).toArray();
    ConfidenceInterval interval =
        bootstrap(method, .95).mean(new UserValues(values, weights)).orElseThrow();
    ConfidenceInterval general =
        bootstrap(method, .95)
            .statistic(
                40,
                drawn ->
                    IntStream.of(drawn).mapToDouble(i -> weights[i] * values[i]).sum()
                        / IntStream.of(drawn).mapToDouble(i -> weights[i]).sum())
            .orElseThrow();
    assertThat(interval.lower()).isCloseTo(general.lower(), within(.004));
    assertThat(interval.upper()).isCloseTo(general.upper(), within(.004));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 31, 1021})
  void indices_areEvenlyDrawn(int size) {
    long biased = SampleMean.biased(size);
    SplittableRandom random = new SplittableRandom(size);
    int[] counts = new int[size];
    int draws = 200 * size;
    for (int i = 0; i < draws; i++) {
      counts[SampleMean.index(random.nextLong() >>> 32, size, biased, random)]++;
    }
    double chiSquare = Arrays.stream(counts).mapToDouble(c -> (c - 200.0) * (c - 200) / 200).sum();
    assertThat(chiSquare).isLessThanOrEqualTo(size - 1 + 4 * Math.sqrt(2.0 * size));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void threads_changeNothing(int threads) {
    Resampling one = Resampling.seeded(11).withResamples(1_001);
    for (IntervalMethod method :
        new IntervalMethod[] {IntervalMethod.PERCENTILE, IntervalMethod.BCA}) {
      Bootstrap serial = new Bootstrap(method, .95, one);
      Bootstrap parallel = new Bootstrap(method, .95, one.withThreads(threads));
      assertThat(parallel.mean(SPATIAL)).isEqualTo(serial.mean(SPATIAL));
      assertThat(parallel.statistic(26, BootstrapTest::variance))
          .isEqualTo(serial.statistic(26, BootstrapTest::variance));
    }
  }

  @Test
  void seeds_changeLittle() {
    ConfidenceInterval one = Bootstrap.bca(.95, 1).mean(SPATIAL).orElseThrow();
    ConfidenceInterval two = Bootstrap.bca(.95, 2).mean(SPATIAL).orElseThrow();
    assertThat(one).isNotEqualTo(two);
    assertThat(one.lower()).isCloseTo(two.lower(), within(.5));
    assertThat(one.upper()).isCloseTo(two.upper(), within(.5));
  }

  @Test
  void fewOrEqualValues_haveDefinedAnswers() {
    assertThat(Bootstrap.bca(.95, 1).mean(new double[0])).isEmpty();
    assertThat(Bootstrap.bca(.95, 1).mean(new double[] {3, Double.NaN})).isEmpty();
    assertThat(Bootstrap.bca(.95, 1).statistic(1, drawn -> 0)).isEmpty();
    assertThat(ConfidenceInterval.student(new UserValues(new double[] {3}, new double[0]), .95))
        .isEmpty();
    assertThat(Bootstrap.bca(.95, 1).mean(new double[] {3, Double.NaN, 3}))
        .contains(new ConfidenceInterval(3, 3, .95, IntervalMethod.BCA));
    assertThat(Bootstrap.bca(.95, 1).statistic(9, drawn -> 2))
        .contains(new ConfidenceInterval(2, 2, .95, IntervalMethod.BCA));
    assertThat(ConfidenceInterval.student(new UserValues(new double[] {3, 3}, new double[0]), .95))
        .contains(new ConfidenceInterval(3, 3, .95, IntervalMethod.T));
  }

  @Test
  void badInput_saysWhat() {
    assertThatThrownBy(() -> Bootstrap.bca(1, 1))
        .hasMessage("confidence level is 1.0, expected between 0 and 1, as 0.95");
    assertThatThrownBy(() -> new Bootstrap(IntervalMethod.T, .95, Resampling.seeded(1)))
        .hasMessageContaining("expected PERCENTILE or BCA");
    assertThatThrownBy(() -> Bootstrap.bca(.95, 1).statistic(3, drawn -> Double.NaN))
        .hasMessage("statistic of a resample is NaN, expected a finite number of every sample");
    assertThatThrownBy(() -> new ConfidenceInterval(2, 1, .95, IntervalMethod.T))
        .hasMessageContaining("the lower first");
  }

  @Test
  void interval_holdsItsLimitsAndReadsWell() {
    ConfidenceInterval interval = new ConfidenceInterval(-.01234, .5, .95, IntervalMethod.T);
    assertThat(interval.contains(.5)).isTrue();
    assertThat(interval.contains(-.01234)).isTrue();
    assertThat(interval.contains(.51)).isFalse();
    assertThat(interval).hasToString("[-0.0123, 0.5000]");
  }
}
