package io.artrec.eval.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class AbTestTest {
  private static final int RUNS = 2_000;

  @Test
  void asymptoticInterval_agreesWithItsFormula() {
    // Both sides 0, 1, 0, 1, ...: means 1/2, s² = 50·(1/4)·2/99 = 25/99 each, V = 2·25/9900.
    // h = 50 and h* = 200/4 = 50, so r = r* with r* = ln(1 + r*) + 2·ln 20, which 8.2098... solves;
    // half width sqrt(V·(1 + r)/r·r) = sqrt(V·(1 + r)).
    AbTest test = AbTest.asymptotic(0.05, 200);
    for (int visitor = 0; visitor < 100; visitor++) {
      assertThat(test.interval()).isEmpty();
      test.control(visitor % 2).treatment(visitor % 2);
    }
    double ratio = 8.2;
    for (int step = 0; step < 50; step++) {
      ratio = Math.log(1 + ratio) + 2 * Math.log(20);
    }
    double half = Math.sqrt(50.0 / 9900 * (1 + ratio));
    Interval interval = test.interval().orElseThrow();
    assertThat(interval.low()).isCloseTo(-half, within(1e-12));
    assertThat(interval.high()).isCloseTo(half, within(1e-12));
    assertThat(ratio).isCloseTo(8.21, within(0.01));
  }

  @Test
  void boundedInterval_agreesWithItsFormula() {
    // One visitor of 1 a side at level 0.1, so 0.05 each: evidence ln 40; the bet is capped at 1/2;
    // before it the mean is 1/2, so the slack is (1/2)²·(ln 2 − 1/2).
    // lower = max(0, (1/2 − ln 40 − slack) / (1/2)) = 0, upper = 1 a side.
    AbTest test = AbTest.bounded(0.1, 0, 1).control(1).treatment(1);
    assertThat(test.interval()).contains(new Interval(-1, 1));
    // 100 visitors of 1 against 100 of 0, step by step from the paper's definition
    double[] side = sequence(100, 0.05);
    AbTest apart = AbTest.bounded(0.1, 0, 1);
    for (int visitor = 0; visitor < 100; visitor++) {
      apart.treatment(1).control(0);
    }
    double lower = side[0];
    assertThat(apart.interval().orElseThrow().low()).isCloseTo(lower - (1 - lower), within(1e-12));
    assertThat(lower).isGreaterThan(0.8);
    assertThat(apart.verdict()).isEqualTo(Verdict.TREATMENT_HIGHER);
  }

  /** Lower and upper end for ones only, computed from the whole history anew. */
  private static double[] sequence(int count, double level) {
    double[] x = new double[count];
    Arrays.fill(x, 1);
    double bets = 0;
    double weighted = 0;
    double slack = 0;
    for (int t = 1; t <= count; t++) {
      double squares = 0.25;
      for (int i = 1; i < t; i++) {
        squares += Math.pow(x[i - 1] - mean(x, i), 2);
      }
      double variance = squares / t;
      double bet =
          Math.min(0.5, Math.sqrt(2 * Math.log(2 / level) / (variance * t * Math.log(1 + t))));
      double psi = (-Math.log(1 - bet) - bet) / 4;
      bets += bet;
      weighted += bet * x[t - 1];
      slack += 4 * Math.pow(x[t - 1] - mean(x, t - 1), 2) * psi;
    }
    double half = (Math.log(2 / level) + slack) / bets;
    return new double[] {weighted / bets - half, Math.min(1, weighted / bets + half)};
  }

  private static double mean(double[] x, int count) {
    double sum = 0.5;
    for (int i = 0; i < count; i++) {
      sum += x[i];
    }
    return sum / (count + 1);
  }

  /** Peeks after every visitor; the share of runs in which the truth was ever outside. */
  private static double everOutside(
      Supplier<AbTest> tests, ToDoubleFunction<SplittableRandom> values, double truth) {
    int missed = 0;
    for (int run = 0; run < RUNS; run++) {
      SplittableRandom random = new SplittableRandom(run);
      AbTest test = tests.get();
      boolean outside = false;
      for (int visitor = 0; visitor < 2_000 && !outside; visitor++) {
        if (random.nextBoolean()) {
          test.treatment(values.applyAsDouble(random) + truth);
        } else {
          test.control(values.applyAsDouble(random));
        }
        Optional<Interval> interval = test.interval();
        outside = interval.isPresent() && !interval.get().contains(truth);
      }
      missed += outside ? 1 : 0;
    }
    return (double) missed / RUNS;
  }

  @Test
  void peekingAfterEveryVisitor_staysWithinTheLevel() {
    assertThat(everOutside(() -> AbTest.asymptotic(0.05, 2_000), SplittableRandom::nextGaussian, 0))
        .isBetween(0.005, 0.05);
    assertThat(
            everOutside(
                () -> AbTest.asymptotic(0.05, 500), random -> random.nextDouble() < 0.2 ? 1 : 0, 0))
        .isBetween(0.005, 0.05);
    assertThat(
            everOutside(
                () -> AbTest.asymptotic(0.05, 2_000),
                random -> -Math.log(1 - random.nextDouble()),
                0.7))
        .isLessThanOrEqualTo(0.05);
    assertThat(
            everOutside(
                () -> AbTest.bounded(0.05, 0, 1), random -> random.nextDouble() < 0.02 ? 1 : 0, 0))
        .isLessThanOrEqualTo(0.05);
  }

  @Test
  void peekingAtTheFixedTest_raisesFarMoreFalseAlarms() {
    int alarms = 0;
    for (int run = 0; run < RUNS; run++) {
      SplittableRandom random = new SplittableRandom(run);
      RunningMoments control = new RunningMoments();
      RunningMoments treatment = new RunningMoments();
      boolean alarmed = false;
      for (int visitor = 0; visitor < 1_000 && !alarmed; visitor++) {
        control.add(random.nextGaussian());
        treatment.add(random.nextGaussian());
        alarmed =
            visitor >= 100
                && visitor % 10 == 0
                && WelchTest.of(control, treatment, 0.95).orElseThrow().pValue() < 0.05;
      }
      alarms += alarmed ? 1 : 0;
    }
    assertThat((double) alarms / RUNS).isGreaterThan(0.15);
  }

  @Test
  void aRealDifference_isFoundMostlyAndInItsDirection() {
    int asymptotic = 0;
    int bounded = 0;
    for (int run = 0; run < 200; run++) {
      SplittableRandom random = new SplittableRandom(run);
      AbTest free = AbTest.asymptotic(0.05, 4_000);
      AbTest within = AbTest.bounded(0.05, 0, 1);
      for (int visitor = 0; visitor < 2_000; visitor++) {
        double control = random.nextDouble() < 0.3 ? 1 : 0;
        double treatment = random.nextDouble() < 0.4 ? 1 : 0;
        free.control(control).treatment(treatment);
        within.control(control).treatment(treatment);
      }
      asymptotic += free.verdict() == Verdict.TREATMENT_HIGHER ? 1 : 0;
      bounded += within.verdict() == Verdict.TREATMENT_HIGHER ? 1 : 0;
    }
    assertThat(asymptotic).isGreaterThan(195);
    assertThat(bounded).isGreaterThan(100);
  }

  @Test
  void verdict_saysWhichSideIsHigherAndWhenNothingIsLeftToFind() {
    AbTest test = AbTest.asymptotic(0.05, 10_000);
    AbTest same = AbTest.asymptotic(0.05, 10_000);
    assertThat(test.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(same.isNegligible(0.1)).isFalse();
    SplittableRandom random = new SplittableRandom(1);
    for (int visitor = 0; visitor < 5_000; visitor++) {
      double value = random.nextDouble();
      test.control(value + 1).treatment(value);
      same.control(random.nextDouble()).treatment(random.nextDouble());
    }
    assertThat(test.verdict()).isEqualTo(Verdict.CONTROL_HIGHER);
    assertThat(same.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(same.isNegligible(0.1)).isTrue();
    assertThat(same.isNegligible(0.001)).isFalse();
    assertThat(test.controlCount() + test.treatmentCount()).isEqualTo(10_000);
    assertThat(test.difference()).hasValueCloseTo(-1.0, within(1e-9));
    assertThat(test.fixedHorizon().orElseThrow().interval().width())
        .isLessThan(test.interval().orElseThrow().width());
  }

  @Test
  void bulk_equalsOneByOne() {
    AbTest one = AbTest.bounded(0.05, -1, 3);
    one.control(1).control(2).treatment(0).treatment(-1);
    AbTest bulk = AbTest.bounded(0.05, -1, 3).control(1, 2).treatment(0, -1);
    assertThat(bulk.interval()).isEqualTo(one.interval());
    assertThat(bulk.controlMean()).hasValue(1.5);
    assertThat(bulk.treatmentMean()).hasValue(-0.5);
  }

  @Test
  void nothingOrNoVariation_givesNoNumberThatIsNone() {
    AbTest none = AbTest.asymptotic(0.05, 1_000);
    assertThat(none.interval()).isEmpty();
    assertThat(none.controlMean()).isEmpty();
    assertThat(none.difference()).isEmpty();
    assertThat(none.fixedHorizon()).isEmpty();
    assertThat(AbTest.bounded(0.05, 0, 2).interval()).contains(new Interval(-2, 2));
    for (int visitor = 0; visitor < 500; visitor++) {
      none.control(0).treatment(visitor % 2);
    }
    assertThat(none.interval()).as("a side that never varied says nothing").isEmpty();
  }

  @Test
  void badArguments_areNamed() {
    assertThatThrownBy(() -> AbTest.asymptotic(0, 100)).hasMessageContaining("level is 0.0");
    assertThatThrownBy(() -> AbTest.asymptotic(0.05, 3)).hasMessageContaining("3 planned");
    assertThatThrownBy(() -> AbTest.bounded(0.05, 1, 1)).hasMessageContaining("1.0 to 1.0");
    assertThatThrownBy(() -> AbTest.bounded(0.05, 0, 1).control(1.5))
        .hasMessageContaining("observation is 1.5");
    assertThatThrownBy(() -> AbTest.asymptotic(0.05, 100).treatment(Double.NaN))
        .hasMessageContaining("observation of treatment is NaN");
  }

  @Test
  void welch_agreesWithItsFormula() {
    // control 1, 2, 3, 4, 5: mean 3, s²/n = 2.5/5 = 1/2; treatment 4, 6, 8: mean 6, s²/n = 4/3.
    // t = 3 / sqrt(11/6); df = (11/6)² / ((1/4)/4 + (16/9)/2) = (121/36) / (137/144) = 484/137
    WelchTest test =
        WelchTest.of(new double[] {1, 2, 3, 4, 5}, new double[] {4, 6, 8}, 0.95).orElseThrow();
    assertThat(test.difference()).isEqualTo(3);
    assertThat(test.statistic()).isCloseTo(3 / Math.sqrt(11.0 / 6), within(1e-12));
    assertThat(test.degreesOfFreedom()).isCloseTo(484.0 / 137, within(1e-12));
    assertThat(test.interval().contains(0)).isEqualTo(test.pValue() > 0.05);
    assertThat(WelchTest.of(new double[] {1, 1}, new double[] {2, 2}, 0.95)).isEmpty();
    assertThat(WelchTest.of(new double[] {1}, new double[] {2, 3}, 0.95)).isEmpty();
  }
}
