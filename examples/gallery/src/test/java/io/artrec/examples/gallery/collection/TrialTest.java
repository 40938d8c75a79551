package io.artrec.examples.gallery.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.eval.online.ExperimentReport;
import io.artrec.eval.online.StopRule;
import io.artrec.experiment.OnlineExperiment;
import io.artrec.log.MemoryLog;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");
  private static final OnlineExperiment EXPERIMENT = Mixtures.experiment();

  private final MemoryLog log = new MemoryLog();

  /** Shows walls to visitors, a minute apart; those of the learned mixtures like something. */
  private void visits(int from, int to) {
    for (int n = from; n < to; n++) {
      Instant time = START.plus(Duration.ofMinutes(n));
      log.append(Interaction.impression("v" + n, "w").at(time));
      if (EXPERIMENT.of("v" + n).equals(Mixtures.LEARNED)) {
        log.append(Interaction.favorite("v" + n, "w").at(time.plusSeconds(60)));
      }
    }
  }

  @Test
  void likesWithinTheHorizon_decide_andTheSameIsSaidAfterARestart() {
    Trial trial = new Trial(log, EXPERIMENT);
    visits(0, 20);
    ExperimentReport early = trial.look(START.plus(Duration.ofMinutes(10)));
    assertThat(early.comparisons().get(0).visitors()).as("nobody is done").isZero();
    assertThat(early.comparisons().get(0).rule()).isEqualTo(StopRule.GO_ON);
    visits(20, 200);
    Instant end = START.plus(Duration.ofHours(5));
    ExperimentReport report = trial.look(end);
    assertThat(report.comparisons().get(0).mean()).hasValue(1);
    assertThat(report.comparisons().get(0).controlMean()).hasValue(0);
    assertThat(report.comparisons().get(0).rule()).isEqualTo(StopRule.STOP_BETTER);
    assertThat(report.exposed().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(200);
    ExperimentReport again = new Trial(log, EXPERIMENT).look(end);
    assertThat(again.exposed()).isEqualTo(report.exposed());
    assertThat(again.comparisons().get(0).looks())
        .as("once in each hour that had events, and now")
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(again.comparisons().get(0).decisive()).isPresent();
  }

  @Test
  void looks_areInTheOrderOfTime_whenSomebodyLooksAfterTheHourBeforeItsEventsCame() {
    Trial trial = new Trial(log, EXPERIMENT);
    visits(0, 50);
    trial.look(START.plus(Duration.ofMinutes(90)));
    visits(95, 200);
    ExperimentReport report = trial.look(START.plus(Duration.ofMinutes(210)));
    assertThat(report.comparisons().get(0).looks())
        .extracting(ExperimentReport.Look::time)
        .containsExactly(
            START.plus(Duration.ofMinutes(90)),
            START.plus(Duration.ofMinutes(120)),
            START.plus(Duration.ofMinutes(180)),
            START.plus(Duration.ofMinutes(210)));
  }

  @Test
  void whoIsForgotten_isNotCounted_alsoWhereTheLogHoldsThemStill() {
    Trial trial = new Trial(log, EXPERIMENT);
    visits(0, 1);
    assertThat(trial.forget("v0")).isEqualTo(1);
    assertThat(trial.forget("v0")).isZero();
    assertThat(trial.forget("nobody")).isZero();
    ExperimentReport report = trial.look(START.plus(Duration.ofHours(2)));
    assertThat(report.comparisons().get(0).visitors()).isZero();
    assertThat(report.comparisons().get(0).controlUsers()).isZero();
  }
}
