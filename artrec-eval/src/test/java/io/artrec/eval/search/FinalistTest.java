package io.artrec.eval.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.eval.metric.Metric.Direction;
import io.artrec.eval.metric.UserValues;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinalistTest {
  private static UserValues values(double... values) {
    return new UserValues(values, new double[0]);
  }

  @Test
  void differencesErrorsAndP_byHand() {
    // differences 3, −1, 2, 4 as in PairedComparisonTest: mean 2, s = 2.160247, s / √4 = 1.080123,
    // p of t = 1.8516 is .161; over repeats 1, 2, 3: variance 1, 1 · (1/3 + .25) = .7638²
    Finalist.Pair pair = new Finalist.Pair(values(5, 1, 3, 9), values(2, 2, 1, 5));
    Finalist finalist = new Finalist("x:n=1", pair, new double[] {1, 2, 3}, 3, .25);
    assertThat(finalist.value()).hasValue(4.5);
    assertThat(finalist.comparison().difference()).hasValue(2);
    assertThat(finalist.standardError().orElseThrow()).isCloseTo(1.0801234497, within(1e-9));
    assertThat(finalist.p().orElseThrow())
        .isCloseTo(3 * finalist.comparison().pairedT().p().orElseThrow(), within(1e-12));
    assertThat(finalist.isBetter(Direction.HIGHER, .5)).isTrue();
    assertThat(finalist.isBetter(Direction.HIGHER, .4)).as("p is .48").isFalse();
    assertThat(finalist.isBetter(Direction.LOWER, .5)).isFalse();
    assertThat(finalist).hasToString("x:n=1 4.5000, difference 2.0000 ± 1.0801, p 0.4835");
    // the same visitors, but repeats that do not agree: variance 16 · (1/3 + .25) = 3.055²
    Finalist unsteady = new Finalist("x:n=1", pair, new double[] {-2, 2, 6}, 1, .25);
    assertThat(unsteady.standardError().orElseThrow()).isCloseTo(3.0550504633, within(1e-9));
    assertThat(unsteady.isBetter(Direction.HIGHER, .5)).as("within one error").isFalse();
    // two visitors who gain the same may do so by chance, twelve hardly
    Finalist two =
        new Finalist("x", new Finalist.Pair(values(1, 1), values(0, 0)), new double[1], 1, 0);
    assertThat(two.p()).hasValue(.5);
    assertThat(two.isBetter(Direction.HIGHER, .05)).isFalse();
    double[] ones = new double[12];
    Arrays.fill(ones, 1);
    Finalist.Pair twelve = new Finalist.Pair(values(ones), values(new double[12]));
    assertThat(new Finalist("x", twelve, new double[1], 10, 0).isBetter(Direction.HIGHER, .05))
        .isTrue();
    // one visitor tells nothing
    Finalist alone =
        new Finalist("x", new Finalist.Pair(values(5), values(2)), new double[1], 1, 0);
    assertThat(alone.standardError()).isEmpty();
    assertThat(alone.isBetter(Direction.HIGHER, .5)).isFalse();
  }

  /**
   * 1,000 searches among settings of which none is better. Their means over these visitors differ
   * all the same, on the trials' split and, for the greater part, on every repeat: the hardest
   * case, since the same visitors choose the finalists and test them. A test that does not count
   * what was tried would call many better.
   */
  @ParameterizedTest
  @CsvSource({"40, 10", "200, 30"})
  void amongSettingsOfWhichNoneIsBetter_atMostFivePercentOfSearchesFindOne(
      int visitors, int settings) {
    SplittableRandom random = new SplittableRandom(visitors);
    int better = 0;
    int uncounted = 0;
    for (int run = 0; run < 1_000; run++) {
      double[][] effects = new double[settings][visitors];
      double[] trials = new double[settings];
      for (int setting = 0; setting < settings; setting++) {
        effects[setting] = random.doubles(visitors, -1, 1).toArray();
        trials[setting] =
            Arrays.stream(effects[setting]).sum() + random.doubles(visitors, -.5, .5).sum();
      }
      int best =
          IntStream.range(0, settings).boxed().max(Comparator.comparing(i -> trials[i])).get();
      better += isBetter(effects[best], settings, random) ? 1 : 0;
      uncounted += isBetter(effects[best], 1, random) ? 1 : 0;
    }
    assertThat(better).as("of 1,000 at level .05").isLessThanOrEqualTo(50);
    assertThat(uncounted).as("without counting settings").isGreaterThan(200);
  }

  private static boolean isBetter(double[] effects, int tried, SplittableRandom random) {
    int repeats = 3;
    double[] byRepeat = new double[repeats];
    double[] means = effects.clone();
    for (int repeat = 0; repeat < repeats; repeat++) {
      for (int visitor = 0; visitor < means.length; visitor++) {
        double noise = random.nextDouble(-.5, .5);
        means[visitor] += noise / repeats;
        byRepeat[repeat] += (effects[visitor] + noise) / means.length;
      }
    }
    Finalist.Pair pair = new Finalist.Pair(values(means), values(new double[means.length]));
    return new Finalist("x", pair, byRepeat, tried, .25).isBetter(Direction.HIGHER, .05);
  }

  @Test
  void verdict_withoutAnIncumbentsValue_isUntested() {
    TuningResult none =
        new TuningResult(
            new TuningResult.Goal("ndcg@10", Direction.HIGHER, .05),
            List.of(new Trial("x", 1, Trial.Measured.failed("no luck"))),
            List.of(),
            List.of("x failed"));
    assertThat(none.verdict()).isEqualTo(SearchVerdict.UNTESTED);
    assertThat(none.chosen()).isEqualTo("x");
    assertThat(none).hasToString("not compared with what you have: x failed");
  }
}
