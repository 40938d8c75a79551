package io.artrec.eval.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OffPolicyTest {
  private static final double[][] LOGGING = {{0.6, 0.3, 0.1}, {0.2, 0.5, 0.3}};
  private static final double[][] TARGET = {{0.1, 0.3, 0.6}, {0.3, 0.0, 0.7}};
  private static final double[][] REWARD = {{0.1, 0.3, 0.5}, {0.6, 0.2, 0.4}};
  private static final double TRUTH =
      0.5 * (0.1 * 0.1 + 0.3 * 0.3 + 0.6 * 0.5) + 0.5 * (0.3 * 0.6 + 0.7 * 0.4);

  /** Two contexts as likely, three actions, rewards 0 or 1; what is told may be wrong. */
  private static OffPolicyLog simulated(
      long seed, int events, boolean rightPropensity, boolean rightModel) {
    SplittableRandom random = new SplittableRandom(seed);
    OffPolicyLog.Builder log = OffPolicyLog.builder();
    for (int event = 0; event < events; event++) {
      int context = random.nextInt(2);
      double point = random.nextDouble();
      double[] chances = LOGGING[context];
      int action = point < chances[0] ? 0 : point < chances[0] + chances[1] ? 1 : 2;
      double reward = random.nextDouble() < REWARD[context][action] ? 1 : 0;
      double logged = rightModel ? REWARD[context][action] : 0.4 - 0.1 * action;
      double expected = 0;
      for (int other = 0; other < 3; other++) {
        expected +=
            TARGET[context][other] * (rightModel ? REWARD[context][other] : 0.4 - 0.1 * other);
      }
      log.add(
          reward,
          rightPropensity ? chances[action] : 1.0 / 3,
          TARGET[context][action],
          new ModeledReward(logged, expected));
    }
    return log.build();
  }

  private static OffPolicyLog byHand() {
    // weights 2, 1/2, 0; rewards 1, 4, 7; modelled 1/2, 3, 5; target's 1, 2, 3
    return OffPolicyLog.builder()
        .add(1, 0.25, 0.5, new ModeledReward(0.5, 1))
        .add(4, 0.5, 0.25, new ModeledReward(3, 2))
        .add(7, 0.5, 0, new ModeledReward(5, 3))
        .build();
  }

  @Test
  void estimators_agreeWithArithmetic() {
    OffPolicyLog log = byHand();
    // terms 2, 2, 0: mean 4/3, s² = 4/3, error sqrt(4/9)
    OffPolicyEstimate ips = OffPolicyEstimators.ips(log);
    assertThat(ips.value()).isCloseTo(4.0 / 3, within(1e-12));
    assertThat(ips.standardError()).isCloseTo(2.0 / 3, within(1e-12));
    // (5/2)² / (17/4)
    assertThat(ips.effectiveSampleSize()).isCloseTo(25.0 / 17, within(1e-12));
    // weights 1, 1/2, 0: terms 1, 2, 0
    OffPolicyEstimate clipped = OffPolicyEstimators.clippedIps(log, 1);
    assertThat(clipped.value()).isCloseTo(1, within(1e-12));
    assertThat(clipped.effectiveSampleSize()).isCloseTo(9.0 / 5, within(1e-12));
    // 4 / (5/2) = 8/5; error sqrt((2·3/5)² + (1/2·12/5)²) / (5/2) = sqrt(72/25) / (5/2)
    OffPolicyEstimate snips = OffPolicyEstimators.selfNormalized(log);
    assertThat(snips.value()).isCloseTo(1.6, within(1e-12));
    assertThat(snips.standardError()).isCloseTo(Math.sqrt(72.0 / 25) / 2.5, within(1e-12));
    OffPolicyEstimate direct = OffPolicyEstimators.directMethod(log);
    assertThat(direct.value()).isCloseTo(2, within(1e-12));
    assertThat(direct.standardError()).isCloseTo(Math.sqrt(1.0 / 3), within(1e-12));
    // 1 + 2·1/2, 2 + 1/2·1, 3 + 0
    assertThat(OffPolicyEstimators.doublyRobust(log).value()).isCloseTo(2.5, within(1e-12));
    ImportanceWeights weights = log.weights();
    assertThat(weights.mean()).isCloseTo(2.5 / 3, within(1e-12));
    assertThat(weights.largest()).isEqualTo(2);
  }

  /** The mean over logs, in Monte Carlo standard errors from the truth; and coverage. */
  private static double[] bias(
      Function<OffPolicyLog, OffPolicyEstimate> estimator, boolean propensity, boolean model) {
    RunningMoments values = new RunningMoments();
    int covered = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      OffPolicyEstimate estimate = estimator.apply(simulated(seed, 400, propensity, model));
      values.add(estimate.value());
      covered += estimate.interval(0.95).contains(TRUTH) ? 1 : 0;
    }
    double error = Math.sqrt(values.variance() / values.count());
    return new double[] {(values.mean() - TRUTH) / error, covered / 1_000.0};
  }

  @Test
  void ips_isUnbiasedAndItsIntervalCovers() {
    double[] right = bias(OffPolicyEstimators::ips, true, true);
    assertThat(right[0]).isBetween(-3.0, 3.0);
    assertThat(right[1]).isBetween(0.92, 0.97);
    assertThat(Math.abs(bias(OffPolicyEstimators::ips, false, true)[0])).isGreaterThan(10);
  }

  @Test
  void selfNormalized_isConsistentAndItsIntervalCovers() {
    assertThat(bias(OffPolicyEstimators::selfNormalized, true, true)[1]).isBetween(0.92, 0.97);
    double small = Math.abs(bigError(2_000));
    double large = Math.abs(bigError(200_000));
    assertThat(small).isLessThan(0.05);
    assertThat(large).isLessThan(0.008);
  }

  private static double bigError(int events) {
    OffPolicyLog log = simulated(99, events, true, true);
    return OffPolicyEstimators.selfNormalized(log).value() - TRUTH;
  }

  @Test
  void doublyRobust_isUnbiasedWhenEitherIsRight() {
    double[] both = bias(OffPolicyEstimators::doublyRobust, true, true);
    assertThat(both[0]).isBetween(-3.0, 3.0);
    assertThat(both[1]).isBetween(0.92, 0.97);
    double[] propensity = bias(OffPolicyEstimators::doublyRobust, true, false);
    assertThat(propensity[0]).isBetween(-3.0, 3.0);
    assertThat(propensity[1]).isBetween(0.92, 0.97);
    assertThat(bias(OffPolicyEstimators::doublyRobust, false, true)[0]).isBetween(-3.0, 3.0);
    assertThat(Math.abs(bias(OffPolicyEstimators::doublyRobust, false, false)[0]))
        .isGreaterThan(10);
  }

  @Test
  void directMethod_isAsRightAsItsModel() {
    assertThat(bias(OffPolicyEstimators::directMethod, true, true)[0]).isBetween(-3.0, 3.0);
    assertThat(Math.abs(bias(OffPolicyEstimators::directMethod, true, false)[0])).isGreaterThan(10);
  }

  @Test
  void clipping_takesVarianceAwayAndPutsBiasIn() {
    OffPolicyLog log = simulated(3, 5_000, true, true);
    OffPolicyEstimate plain = OffPolicyEstimators.ips(log);
    OffPolicyEstimate clipped = OffPolicyEstimators.clippedIps(log, 2);
    assertThat(clipped.standardError()).isLessThan(plain.standardError());
    assertThat(clipped.value()).isLessThan(plain.value());
    assertThat(OffPolicyEstimators.clippedIps(log, 100).value()).isEqualTo(plain.value());
  }

  @Test
  void missingSupport_isSeenInTheWeights() {
    assertThat(simulated(1, 5_000, true, true).weights().areDoubtful()).isFalse();
    OffPolicyLog.Builder partly = OffPolicyLog.builder();
    for (int event = 0; event < 1_000; event++) {
      // the target does something else half of the time that the log never has
      partly.add(1, 0.5, event % 2 == 0 ? 0.4 : 0.1);
    }
    assertThat(partly.build().weights().areDoubtful()).isTrue();
    OffPolicyLog none = OffPolicyLog.builder().add(1, 0.5, 0).add(0, 0.5, 0).build();
    assertThatThrownBy(() -> OffPolicyEstimators.ips(none))
        .hasMessageContaining("'ips' has no support")
        .hasMessageContaining("2 logged actions");
    assertThatThrownBy(() -> OffPolicyEstimators.selfNormalized(none))
        .hasMessageContaining("no support");
    assertThat(none.weights().effectiveSampleSize()).isZero();
  }

  @Test
  void badEvents_areNamed() {
    OffPolicyLog.Builder log = OffPolicyLog.builder();
    for (double propensity : new double[] {0, -0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> log.add(1, propensity, 0.5))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("event 0")
          .hasMessageContaining("logging propensity " + propensity);
    }
    assertThatThrownBy(() -> log.add(Double.NaN, 0.5, 0.5)).hasMessageContaining("reward NaN");
    assertThatThrownBy(() -> log.add(1, 0.5, 1.5)).hasMessageContaining("probability 1.5");
    assertThatThrownBy(() -> log.add(1, Double.MIN_VALUE, 1)).hasMessageContaining("4.9E-324");
    assertThatThrownBy(log::build).hasMessageContaining("0 events");
    LoggedAction unknown =
        new LoggedAction("u1", "w1", 1, OptionalDouble.empty(), 0.5, Optional.empty());
    assertThatThrownBy(() -> OffPolicyLog.of(List.of(unknown)))
        .hasMessageContaining("context 'u1', action 'w1'")
        .hasMessageContaining("no logging propensity");
    OffPolicyLog unmodelled = OffPolicyLog.builder().add(1, 0.5, 0.5).add(1, 0.5, 0.5).build();
    assertThatThrownBy(() -> OffPolicyEstimators.doublyRobust(unmodelled))
        .hasMessageContaining("event 0 has none");
    assertThatThrownBy(() -> OffPolicyEstimators.clippedIps(unmodelled, 0))
        .hasMessageContaining("cut to 0.0");
  }

  @Test
  void impressions_becomeLoggedActions() {
    Impression shown = Impression.shown("u", "a", "v", 1, Instant.EPOCH).withPropensity(0.25);
    Impression clicked =
        Impression.shown("u", "b", "v", 2, Instant.EPOCH).withPropensity(0.5).withClick();
    OffPolicyLog log =
        OffPolicyLog.of(
            ImpressionLog.of(List.of(shown, clicked)),
            (visitor, work, place) -> place == 2 && work.equals("b") ? 1 : 0,
            ImpressionValue.CLICK);
    assertThat(OffPolicyEstimators.ips(log).value()).isEqualTo(1);
    assertThat(log.isModeled()).isFalse();
    ImpressionLog bare =
        ImpressionLog.of(List.of(Impression.shown("u", "a", "v", 1, Instant.EPOCH)));
    assertThatThrownBy(() -> OffPolicyLog.of(bare, (u, w, p) -> 1, ImpressionValue.CLICK))
        .hasMessageContaining("no logging propensity");
  }
}
