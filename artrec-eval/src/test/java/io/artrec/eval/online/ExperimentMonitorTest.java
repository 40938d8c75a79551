package io.artrec.eval.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.eval.online.ExperimentReport.Comparison;
import io.artrec.experiment.OnlineExperiment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExperimentMonitorTest {
  private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");
  private static final OnlineExperiment HALVES =
      OnlineExperiment.named("walls").variant("control").variant("diverse");
  private static final boolean FULL = "full".equals(System.getProperty("artrec.campaign"));

  private static Instant day(double day) {
    return START.plus(Duration.ofMillis(Math.round(day * 86_400_000)));
  }

  /** A visitor of a variant, the n-th. */
  private static String visitor(OnlineExperiment experiment, String variant, int n) {
    int found = -1;
    for (int number = 0; ; number++) {
      found += experiment.of("v" + number).equals(variant) ? 1 : 0;
      if (found == n) {
        return "v" + number;
      }
    }
  }

  @Test
  void outcome_isWhatHappensInTheHorizonAfterTheFirstImpression_onceAndFinal() {
    ExperimentMonitor monitor =
        ExperimentMonitor.of(HALVES)
            .horizon(Duration.ofDays(2))
            .counting(3, event -> event.kind() == InteractionKind.CLICK ? 1 : 0)
            .since(START)
            .start();
    String early = visitor(HALVES, "control", 0);
    monitor.add(Interaction.impression(early, "w").at(day(-1)));
    monitor.add(Interaction.click(early, "w").at(day(0.5)));
    monitor.add(Interaction.impression(early, "w").at(day(1)));
    monitor.add(Interaction.click(early, "w").at(day(1)));
    monitor.add(Interaction.click(early, "w").at(day(3)));
    monitor.add(Interaction.click(early, "w").at(day(3.01)));
    String busy = visitor(HALVES, "diverse", 0);
    monitor.add(Interaction.impression(busy, "w").at(day(1)));
    for (int click = 0; click < 9; click++) {
      monitor.add(Interaction.click(busy, "w").at(day(2)));
    }
    assertThat(monitor.pending()).isEqualTo(2);
    assertThat(monitor.look(day(3)).comparisons().get(0).mean()).isEmpty();
    Comparison comparison = monitor.look(day(3.01)).comparisons().get(0);
    assertThat(comparison.controlMean()).as("at 1 and at 3").hasValue(2);
    assertThat(comparison.mean()).as("at most 3").hasValue(3);
    monitor.add(Interaction.impression(busy, "w").at(day(4)));
    monitor.add(Interaction.click(busy, "w").at(day(4)));
    assertThat(monitor.pending()).as("who is done takes no part again").isZero();
    assertThat(monitor.look(day(9)).comparisons().get(0).visitors()).isEqualTo(1);
    assertThat(monitor.look(day(9)).sentences().get(0))
        .isEqualTo(
            "Go on: too few visitors of 'diverse' (1) and 'control' (1) are done to say anything.");
  }

  @Test
  void boundedMonitor_saysNothingBeforeBothSidesHaveSomebody() {
    ExperimentMonitor monitor =
        ExperimentMonitor.of(HALVES).horizon(Duration.ofHours(1)).bounded().start();
    assertThat(monitor.look(day(0)).comparisons().get(0).looks()).isEmpty();
    monitor.add(Interaction.impression(visitor(HALVES, "control", 0), "w").at(day(0)));
    Comparison alone = monitor.look(day(1)).comparisons().get(0);
    assertThat(alone.looks()).isEmpty();
    assertThat(alone.left()).isEmpty();
    assertThat(alone.rule()).isEqualTo(StopRule.GO_ON);
    monitor.add(Interaction.impression(visitor(HALVES, "diverse", 0), "w").at(day(1)));
    Comparison both = monitor.look(day(2)).comparisons().get(0);
    assertThat(both.looks()).hasSize(1);
    assertThat(both.looks().get(0).interval().low()).isEqualTo(-1);
    assertThat(both.looks().get(0).interval().high()).isEqualTo(1);
  }

  @Test
  void forgottenVisitor_isNotCounted_unlessTheirNumberIsOneAmongMany() {
    ExperimentMonitor monitor = ExperimentMonitor.of(HALVES).start();
    String one = visitor(HALVES, "diverse", 0);
    monitor.add(Interaction.impression(one, "w").at(day(0)));
    monitor.add(Interaction.favorite(one, "w").at(day(0)));
    assertThat(monitor.forget(one)).isTrue();
    assertThat(monitor.forget(one)).isFalse();
    assertThat(monitor.look(day(5)).comparisons().get(0).visitors()).isZero();
    monitor.add(Interaction.impression(one, "w").at(day(5)));
    assertThat(monitor.look(day(7)).comparisons().get(0).mean()).hasValue(0);
    assertThat(monitor.forget(one)).as("that they were done").isTrue();
    assertThat(monitor.look(day(8)).comparisons().get(0).visitors()).isEqualTo(1);
  }

  /** Visitors come every day, some come back, and do something at a rate by variant. */
  private static final class Audience {
    private final SplittableRandom random;
    private final int run;
    private final ExperimentMonitor monitor;
    private int visitors;

    Audience(int run, long seed, ExperimentMonitor monitor) {
      this.run = run;
      this.monitor = monitor;
      random = new SplittableRandom(seed + run);
    }

    ExperimentReport day(int day, int count, double controlRate, double treatmentRate) {
      for (int n = 0; n < count; n++) {
        String id = "r" + run + "-" + visitors++;
        double rate = HALVES.of(id).equals("control") ? controlRate : treatmentRate;
        for (int visit = 0; visit < 1 + random.nextInt(2); visit++) {
          Instant when = ExperimentMonitorTest.day(day + random.nextDouble(visit, visit + 1.0) / 2);
          monitor.add(Interaction.impression(id, "w").at(when));
          if (random.nextDouble() < rate) {
            monitor.add(Interaction.favorite(id, "w").at(when));
          }
        }
      }
      return monitor.look(ExperimentMonitorTest.day(day + 1));
    }
  }

  private static ExperimentMonitor.Builder usual() {
    return ExperimentMonitor.of(HALVES).margin(1e-9).plannedUsers(2_000);
  }

  /** 2,000 experiments without a difference when all is tried; a share of them in each build. */
  @Test
  void experimentWithoutADifference_seldomEndsWithOne_lookedAtDaily() {
    int runs = FULL ? 2_000 : 100;
    int days = FULL ? 60 : 25;
    int alarms = 0;
    int wrongSplits = 0;
    for (int run = 0; run < runs; run++) {
      Audience audience = new Audience(run, 1_000, usual().start());
      ExperimentReport report = audience.day(0, 80, 0.2, 0.2);
      for (int day = 1; day < days; day++) {
        report = audience.day(day, 80, 0.2, 0.2);
      }
      StopRule rule = report.comparisons().get(0).rule();
      alarms += rule == StopRule.STOP_BETTER || rule == StopRule.STOP_WORSE ? 1 : 0;
      wrongSplits += rule == StopRule.STOP_WRONG_SPLIT ? 1 : 0;
    }
    assertThat(alarms / (double) runs)
        .as("false alarms in %d runs", runs)
        .isLessThanOrEqualTo(0.05);
    assertThat(wrongSplits / (double) runs).as("splits called wrong").isLessThanOrEqualTo(0.005);
  }

  @Test
  void differenceThatIsThere_isFoundInTime() {
    int runs = FULL ? 200 : 20;
    int found = 0;
    double days = 0;
    for (int run = 0; run < runs; run++) {
      Audience audience = new Audience(run, 9_000, usual().start());
      ExperimentReport report = audience.day(0, 200, 0.15, 0.225);
      int day = 1;
      while (day < 30 && !report.isStop()) {
        report = audience.day(day++, 200, 0.15, 0.225);
      }
      found += report.comparisons().get(0).rule() == StopRule.STOP_BETTER ? 1 : 0;
      days += day / (double) runs;
    }
    // outcomes by visitor: about 0.21 against 0.30 on average, 6,000 visitors in 30 days
    assertThat(found / (double) runs).isGreaterThanOrEqualTo(0.95);
    assertThat(days).isBetween(3.0, 20.0);
  }

  @Test
  void reportSaysInWordsWhatToDo_andWhatWasDecidedStays() {
    Audience better = new Audience(1, 77, usual().margin(0.02).start());
    ExperimentReport first = better.day(0, 150, 0.2, 0.2);
    assertThat(first.isStop()).isFalse();
    better.day(1, 150, 0.2, 0.2);
    ExperimentReport going = better.day(2, 150, 0.2, 0.2);
    assertThat(going.sentences().get(0))
        .matches(
            "Go on, for about .* more: the difference of 'diverse' to 'control' is [+-]0\\.\\d{4},"
                + " with 95 % confidence between -0\\.\\d{4} and \\+0\\.\\d{4}\\.");
    ExperimentReport report = going;
    for (int day = 3; day < 13; day++) {
      report = better.day(day, 300, 0.15, 0.3);
    }
    assertThat(report.isStop()).isTrue();
    Comparison comparison = report.comparisons().get(0);
    assertThat(comparison.rule()).isEqualTo(StopRule.STOP_BETTER);
    assertThat(report.toString())
        .startsWith("Stop: 'diverse' does better than 'control'. The difference was +0.")
        .contains("on 2026-12-");
    assertThat(comparison.decisive().orElseThrow().interval().low()).isPositive();
    assertThat(report.plain()).containsEntry("stop", true).containsKey("comparisons");
    assertThat(report.exposed().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(3_450);
    Audience same = new Audience(2, 78, usual().margin(0.08).start());
    for (int day = 0; day < 15; day++) {
      report = same.day(day, 400, 0.2, 0.2);
    }
    assertThat(report.toString())
        .startsWith("Stop: 'diverse' and 'control' differ by less than 0.0800");
  }

  @Test
  void variantThatLosesVisitors_isFound_andNothingElseIsSaid() {
    ExperimentMonitor monitor = ExperimentMonitor.of(HALVES).start();
    SplittableRandom random = new SplittableRandom(3);
    for (int n = 0; n < 6_000; n++) {
      boolean lost = HALVES.of("v" + n).equals("diverse") && random.nextDouble() < 0.15;
      if (!lost) {
        monitor.add(Interaction.impression("v" + n, "w").at(day(n / 1_000.0)));
      }
    }
    ExperimentReport report = monitor.look(day(10));
    assertThat(report.isStop()).isTrue();
    assertThat(report.comparisons().get(0).rule()).isEqualTo(StopRule.STOP_WRONG_SPLIT);
    assertThat(report.splitPValue()).isLessThan(0.001);
    assertThat(report.toString())
        .startsWith(
            "Stop and look for a fault: {control=2991, diverse=2556} visitors met the variants")
        .contains("planned were shares of {control=1.0, diverse=1.0}");
  }

  @Test
  void severalVariants_shareTheLevel_andReplayGivesTheSame() {
    OnlineExperiment three = OnlineExperiment.named("x").variant("a").variant("b").variant("c", 2);
    List<Interaction> events = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(8);
    for (int n = 0; n < 4_000; n++) {
      String id = "v" + n;
      events.add(Interaction.impression(id, "w").at(day(n / 500.0)));
      if (random.nextDouble() < (three.of(id).equals("c") ? 0.35 : 0.2)) {
        events.add(Interaction.favorite(id, "w").at(day(n / 500.0 + 0.1)));
      }
    }
    ExperimentMonitor.Builder setup = ExperimentMonitor.of(three).level(0.1).margin(0.2);
    ExperimentMonitor monitor = setup.start();
    events.forEach(monitor::add);
    ExperimentReport report = monitor.look(day(12));
    assertThat(report.comparisons()).extracting(Comparison::variant).containsExactly("b", "c");
    assertThat(report.comparisons().get(0).rule()).isEqualTo(StopRule.STOP_NO_DIFFERENCE);
    assertThat(report.comparisons().get(1).rule()).isEqualTo(StopRule.STOP_BETTER);
    AbTest alone = AbTest.asymptotic(0.05, 10_000);
    Comparison c = report.comparisons().get(1);
    Set<String> converted = new HashSet<>();
    events.stream().filter(e -> !e.isImpression()).forEach(e -> converted.add(e.user()));
    for (int n = 0; n < 4_000; n++) {
      String id = "v" + n;
      String variant = three.of(id);
      double outcome = converted.contains(id) ? 1 : 0;
      if (variant.equals("a")) {
        alone.control(outcome);
      } else if (variant.equals("c")) {
        alone.treatment(outcome);
      }
    }
    assertThat(c.looks().get(0).interval().low())
        .isCloseTo(alone.interval().orElseThrow().low(), within(1e-12));
    ExperimentMonitor again = setup.start();
    events.forEach(again::add);
    assertThat(again.look(day(12)).plain()).isEqualTo(report.plain());
  }

  @Test
  void badSettings_areNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> usual().horizon(Duration.ZERO))
        .withMessageContaining("horizon is PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> usual().margin(0))
        .withMessageContaining("margin is 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> usual().level(1))
        .withMessageContaining("level is 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> usual().start().add(Interaction.view("ada", "w")))
        .withMessageContaining("an event of visitor 'ada' has no time");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                usual()
                    .counting(1, event -> -1)
                    .start()
                    .add(Interaction.impression("ada", "w").at(START)))
        .withMessageContaining("is worth -1.0, expected 0 or more");
  }
}
