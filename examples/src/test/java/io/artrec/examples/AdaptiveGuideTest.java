package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.RecommendationRequest;
import io.artrec.Recommendations;
import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.RewardRule;
import io.artrec.behavior.RewardedAnswer;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.eval.online.ArmTarget;
import io.artrec.eval.online.ExperimentMonitor;
import io.artrec.eval.online.ExperimentReport;
import io.artrec.eval.online.OffPolicyEstimate;
import io.artrec.eval.online.OffPolicyEstimators;
import io.artrec.eval.online.OffPolicyLog;
import io.artrec.eval.report.ExperimentPage;
import io.artrec.experiment.OnlineExperiment;
import io.artrec.feature.AttributeFeature;
import io.artrec.rerank.AttributeCap;
import io.artrec.rerank.Rerankers;
import io.artrec.strategy.AdaptiveHybrid;
import io.artrec.strategy.ArmWeights;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Draw;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.Segments;
import io.artrec.strategy.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the code of docs/adaptive.md and docs/experiments.md, and checks that it stands there. */
class AdaptiveGuideTest {
  @TempDir Path folder;

  /** A clock that is set forward by hand. */
  private static final class Moving extends Clock {
    private Instant now = Instant.parse("2026-12-01T10:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("no other zone is asked for");
    }
  }

  private static Catalog catalog() {
    List<Artwork> works = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      works.add(
          Artwork.builder("w" + i, "Work " + i)
              .artist("Artist " + i % 5)
              .subject(i % 2 == 0 ? "sea" : "city")
              .build());
    }
    return Catalog.of(works);
  }

  @Test
  void adaptiveBlend_learns() {
    Catalog catalog = catalog();
    Moving clock = new Moving();
    AdaptiveHybrid adaptive =
        Hybrid.adaptive()
            .add("content", ContentBased.preferred())
            .add("popular", Popularity.allTime())
            .exploration(0.1)
            .segments(Segments.none().history(1, 20).languages("zh"));
    Recommender recommender =
        Recommender.builder()
            .catalog(catalog)
            .feature(AttributeFeature.standard())
            .strategy(adaptive)
            .rewards(
                RewardRule.standard()
                    .window(Duration.ofMinutes(10))
                    .halfLife(Duration.ofDays(30))
                    .worth(InteractionKind.VIEW, 0.2))
            .clock(clock)
            .log(folder.resolve("events.log"))
            .build();

    Recommendations wall = recommender.recommend("ada", 8);
    Draw draw = wall.draw().orElseThrow(); // arm, probability, segment
    recommender.recordShown(wall); // the page was delivered
    recommender.record(Interaction.favorite("ada", wall.get(2).artwork().id()));

    assertThat(draw.segment()).isEqualTo("new/other");
    assertThat(draw.probability()).isCloseTo(0.5, within(1e-9));
    for (int visit = 0; visit < 40; visit++) {
      clock.now = clock.now.plusSeconds(60);
      Recommendations other = recommender.recommend("v" + visit, 8);
      recommender.recordShown(other);
      if (other.draw().orElseThrow().arm().equals("popular")) {
        recommender.record(Interaction.view("v" + visit, other.get(0).artwork().id()));
      }
    }
    clock.now = clock.now.plus(Duration.ofHours(1));

    ArmWeights weights = recommender.armWeights().get(0);
    double probability = weights.probability("new/other", "content");
    String json = weights.plain().toString(); // for a page, by any writer of JSON
    assertThat(probability).isBetween(0.05, 0.95);
    assertThat(json).contains("arm=popular");

    List<RewardedAnswer> answers = recommender.drawnAnswers();
    OffPolicyEstimate alone =
        OffPolicyEstimators.selfNormalized(OffPolicyLog.of(answers, ArmTarget.always("content")));
    assertThat(alone.value()).isBetween(0.0, 1.0);
    assertThat(answers).hasSize(41);
    recommender.close();
  }

  @Test
  void experiment_isRun() {
    Catalog catalog = catalog();
    Moving clock = new Moving();
    OnlineExperiment experiment =
        OnlineExperiment.named("walls-2026-12")
            .variant("control")
            .variant("diverse")
            .variant("popular", 0.5);
    Strategy strategy =
        Hybrid.byVariant(ContentBased.preferred()).variant("popular", Popularity.allTime());
    Recommender recommender =
        Recommender.builder()
            .catalog(catalog)
            .feature(AttributeFeature.standard())
            .strategy(strategy)
            .rerank(Rerankers.byVariant().variant("diverse", AttributeCap.perArtist(1)))
            .experiment(experiment)
            .clock(clock)
            .build();

    Recommendations answer = recommender.recommend("ada", 5);
    String variant = answer.variant().orElseThrow();
    boolean large = recommender.variant("ada").orElseThrow().equals("diverse");
    assertThat(variant).isEqualTo(experiment.of("ada"));
    assertThat(large).isEqualTo(variant.equals("diverse"));
    RecommendationRequest preview = RecommendationRequest.forUser("ada").variant("diverse").build();
    assertThat(recommender.recommend(preview).variant()).contains("diverse");

    ExperimentMonitor monitor =
        ExperimentMonitor.of(experiment)
            .horizon(Duration.ofDays(1))
            .converting(InteractionKind.FAVORITE, InteractionKind.PURCHASE)
            .margin(0.02)
            .plannedUsers(4_000)
            .start();
    for (Interaction event : answer.impressions()) {
      recommender.record(event);
      monitor.add(event);
    }
    ExperimentReport report = monitor.look(clock.instant());
    boolean stop = report.isStop();
    String words = report.toString();
    ExperimentPage.of(report).html(folder.resolve("experiment.html"));
    assertThat(stop).isFalse();
    assertThat(words).startsWith("Go on: too few visitors");

    recommender.forget("ada");
    monitor.forget("ada");
    assertThat(monitor.pending()).isZero();
    assertThat(folder.resolve("experiment.html")).exists();
    recommender.close();
  }

  @Test
  void codeInTheDocuments_isTheCodeHere() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path project = Files.exists(root.resolve("README.md")) ? root : root.resolve("..");
    String here =
        Files.readString(
                project.resolve("examples/src/test/java/io/artrec/examples/AdaptiveGuideTest.java"))
            .replaceAll("\\s+", "");
    for (String page : List.of("adaptive.md", "experiments.md")) {
      int checked = 0;
      boolean java = false;
      for (String line : Files.readString(project.resolve("docs/" + page)).lines().toList()) {
        if (line.startsWith("```")) {
          java = line.equals("```java");
        } else if (java) {
          assertThat(here).as("%s: %s", page, line).contains(line.replaceAll("\\s+", ""));
          checked++;
        }
      }
      assertThat(checked).as(page).isGreaterThan(15);
    }
  }
}
