package io.artrec.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interaction;
import io.artrec.eval.online.ExperimentMonitor;
import io.artrec.eval.online.ExperimentReport;
import io.artrec.experiment.OnlineExperiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentPageTest {
  private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");
  private static final OnlineExperiment EXPERIMENT =
      OnlineExperiment.named("<b>walls</b>").variant("control").variant("a & b").variant("c");

  @TempDir Path folder;

  private static ExperimentReport report(int days) {
    ExperimentMonitor monitor = ExperimentMonitor.of(EXPERIMENT).margin(0.05).start();
    SplittableRandom random = new SplittableRandom(2);
    ExperimentReport report = monitor.look(START);
    for (int day = 0; day < days; day++) {
      for (int n = 0; n < 200; n++) {
        String id = day + "-" + n;
        Instant when = START.plus(Duration.ofDays(day));
        monitor.add(Interaction.impression(id, "w").at(when));
        if (random.nextDouble() < (EXPERIMENT.of(id).equals("c") ? 0.5 : 0.2)) {
          monitor.add(Interaction.favorite(id, "w").at(when));
        }
      }
      report = monitor.look(START.plus(Duration.ofDays(day + 1)));
    }
    return report;
  }

  @Test
  void page_saysWhatTheReportDoes_andDrawsEachInterval() throws IOException {
    ExperimentReport report = report(20);
    String page = ExperimentPage.of(report).html();
    assertThat(Page.of(page).all("figure")).hasSize(2);
    report.sentences().forEach(sentence -> assertThat(page).contains(Markup.escape(sentence)));
    assertThat(page).contains("&lt;b&gt;walls").doesNotContain("<b>walls").contains("a &amp; b");
    assertThat(page).contains("4,000 visitors").contains("stop: better").contains("go on");
    int looks = report.comparisons().stream().mapToInt(c -> c.looks().size()).sum();
    assertThat(Pattern.compile("class=\"bar (s0|base)\"").matcher(page).results().count())
        .isEqualTo(looks);
    assertThat(page).contains("c against control, last look: +0.2");
    Path file = folder.resolve("experiment.html");
    ExperimentPage.of(report).html(file);
    assertThat(Files.readString(file)).isEqualTo(page);
  }

  @Test
  void pageBeforeAnythingCanBeSaid_saysSo() {
    String page = ExperimentPage.of(report(1)).html();
    assertThat(page).contains("Go on: too few visitors").doesNotContain("<svg");
  }
}
