package io.artrec.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.feature.AttributeFeature;
import io.artrec.filter.Filters;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.Strategy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecommenderWatchTest {
  private static final int WORKS = 200;

  /** A clock that a test sets. */
  private static final class SetClock extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final SetClock clock = new SetClock();

  /** Twenty artists of ten works; visitor {@code v<k>} likes one work of artist {@code k}. */
  private Recommender recommender(Strategy strategy) {
    List<Artwork> works =
        IntStream.range(0, WORKS)
            .mapToObj(i -> Artwork.builder("w" + i, "Work " + i).artist("Artist " + i % 20).build())
            .toList();
    List<Interaction> events = new ArrayList<>();
    for (int visitor = 0; visitor < 20; visitor++) {
      events.add(Interaction.favorite("v" + visitor, "w" + visitor).at(clock.now));
    }
    return Recommender.builder()
        .catalog(Catalog.of(works))
        .interactions(events)
        .feature(AttributeFeature.standard())
        .strategy(strategy)
        .clock(clock)
        .threads(1)
        .background(Runnable::run)
        .build();
  }

  private RecommenderWatch watch(Recommender recommender) {
    return RecommenderWatch.builder().clock(clock).watch(recommender);
  }

  @Test
  void figures_byHand() {
    Recommender recommender = recommender(ContentBased.preferred());
    RecommenderWatch watch = watch(recommender);
    for (int visitor = 0; visitor < 20; visitor++) {
      recommender.recommend("v" + visitor, 5);
    }
    recommender.similar("w1", 5);
    recommender.recommend(
        RecommendationRequest.forUser("v1").filter(Filters.artist("Nobody")).build());
    recommender.record(Interaction.view("v1", "w7").withEventId("e"));
    recommender.recordAll(List.of(Interaction.view("v1", "w7").withEventId("e")));
    assertThatThrownBy(() -> recommender.record(Interaction.view("v1", "no-such-work")))
        .isInstanceOf(RuntimeException.class);
    WatchReport report = watch.report();
    assertThat(report.answers()).isEqualTo(22);
    assertThat(report.emptyAnswers()).isEqualTo(1);
    assertThat(report.partialAnswers()).isZero();
    assertThat(report.recorded()).isEqualTo(1);
    assertThat(report.ignored()).isEqualTo(1);
    assertThat(report.refused()).isEqualTo(1);
    assertThat(report.eventsSinceLearning()).isEqualTo(1);
    assertThat(report.coverage())
        .as("five works of each of twenty artists, at least")
        .isBetween(0.5, 0.55);
    assertThat(report.overlap()).as("nobody shares a work").hasValue(0);
    assertThat(report.fallbackShare()).isZero();
    assertThat(report.drift()).isEmpty();
    assertThat(report.latency(Stage.TOTAL, 1))
        .isGreaterThanOrEqualTo(report.latency(Stage.SCORING, 1));
    assertThat(report.warnings())
        .containsExactly(
            "1 of 22 answers are empty (warned from 1.0 %): filters and exclusions leave nothing.",
            "1 calls to record events were refused; see the exceptions.");
    recommender.retrain();
    assertThat(watch.report().eventsSinceLearning()).isZero();
  }

  @Test
  void everybodyGetsTheSame_isWarnedOf() {
    Recommender recommender = recommender(Popularity.allTime());
    RecommenderWatch watch = watch(recommender);
    for (int i = 0; i < 3; i++) {
      recommender.record(Interaction.favorite("fan" + i, "w150"));
      recommender.record(Interaction.favorite("fan" + i, "w151"));
    }
    recommender.retrain();
    for (int visitor = 0; visitor < 30; visitor++) {
      recommender.recommend("stranger" + visitor, 10);
    }
    WatchReport report = watch.report();
    assertThat(report.overlap()).hasValue(1);
    assertThat(report.coverage()).isEqualTo(0.05);
    assertThat(report.topShare()).as("two works of ten places").isEqualTo(0.2);
    assertThat(report.gini()).isCloseTo(0.95, within(1e-9));
    assertThat(report.warnings())
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .startsWith(
                        "Everybody gets nearly the same: two visitors' answers share 100.0 % of"
                            + " their works on average (warned from 80.0 %)."));
    assertThat(report.text()).contains("WARNING: Everybody gets nearly the same");
  }

  @Test
  void windowSlides() {
    Recommender recommender = recommender(ContentBased.preferred());
    RecommenderWatch watch = watch(recommender);
    recommender.recommend("v1", 5);
    clock.now = clock.now.plus(Duration.ofMinutes(59));
    recommender.recommend("v2", 5);
    assertThat(watch.report().answers()).isEqualTo(2);
    clock.now = clock.now.plus(Duration.ofMinutes(7));
    assertThat(watch.report().answers()).isEqualTo(1);
    assertThat(watch.report().from()).isEqualTo(Instant.parse("2026-01-01T00:05:00Z"));
    clock.now = clock.now.plus(Duration.ofDays(3));
    assertThat(watch.report().answers()).isZero();
    assertThat(watch.report().text())
        .isEqualTo(
            "From 2026-01-04T00:05:00Z to 2026-01-04T01:06:00Z: 0 answers, 0 of them empty, 0"
                + " without a part, 0 from the cache.\n"
                + "Recorded: 0 events, 0 ignored, 0 calls refused; 0 events since learning.\n"
                + "Health: up.\n");
    watch.close();
    recommender.recommend("v1", 5);
    assertThat(watch.report().answers()).isZero();
  }

  @Test
  void forgottenVisitor_leavesTheSample() {
    Recommender recommender = recommender(ContentBased.preferred());
    RecommenderWatch watch = watch(recommender);
    recommender.recommend("v1", 5);
    assertThat(watch.report().coverage()).isEqualTo(5.0 / WORKS);
    recommender.forget("v1");
    assertThat(watch.report().coverage()).isZero();
    assertThat(watch.report().answers()).as("that there was an answer stays").isEqualTo(1);
  }

  @Test
  void sample_isBounded_andTellsOfAll() {
    Recommender recommender = recommender(Popularity.allTime());
    RecommenderWatch watch = watch(recommender);
    for (int i = 0; i < 2 * RecommenderWatch.SAMPLE; i++) {
      recommender.recommend(
          RecommendationRequest.builder()
              .filter(Filters.artist("Artist " + (i < RecommenderWatch.SAMPLE ? 1 : 2)))
              .n(1)
              .build());
    }
    WatchReport report = watch.report();
    assertThat(report.answers()).isEqualTo(1000);
    assertThat(report.coverage()).as("late answers come into the sample").isEqualTo(2.0 / WORKS);
    assertThat(report.topShare()).as("two works, a hundredth of all, take all").isEqualTo(1);
    assertThat(report.gini()).isBetween(0.99, 0.995);
  }

  @Test
  void scoresThatDrift_areWarnedOf_andLearningBeginsAnew() {
    Recommender recommender = recommender(ContentBased.preferred());
    RecommenderWatch watch = watch(recommender);
    for (int i = 0; i < 500; i++) {
      recommender.recommend("v" + i % 20, 3);
    }
    assertThat(watch.report().drift()).as("nothing to compare yet").isEmpty();
    for (int i = 0; i < 500; i++) {
      recommender.recommend("v" + i % 20, 3);
    }
    assertThat(watch.report().drift().orElseThrow()).isLessThan(0.05);
    assertThat(watch.report().warnings()).isEmpty();
    for (int visitor = 0; visitor < 20; visitor++) {
      for (int other = 1; other < 5; other++) {
        recommender.record(
            Interaction.favorite("v" + visitor, "w" + (visitor + other) % 20).at(clock.now));
      }
    }
    for (int i = 0; i < 500; i++) {
      recommender.recommend("v" + i % 20, 3);
    }
    WatchReport report = watch.report();
    assertThat(report.drift().orElseThrow()).isGreaterThan(0.3);
    assertThat(report.warnings())
        .anyMatch(warning -> warning.startsWith("Scores have drifted since the last learning"));
    recommender.retrain();
    assertThat(watch.report().drift()).isEmpty();
  }

  @Test
  void plainReport_hasTheSameFigures() {
    Recommender recommender = recommender(ContentBased.preferred());
    RecommenderWatch watch = watch(recommender);
    recommender.recommend("v1", 5);
    WatchReport report = watch.report();
    assertThat(report.plain())
        .containsEntry("answers", 1L)
        .containsEntry("coverage", report.coverage())
        .containsEntry("gini", report.gini())
        .containsEntry("health", recommender.health().plain())
        .containsKey("latencies")
        .doesNotContainKey("overlap");
    assertThat(report.plain().toString() + report.text()).doesNotContain("v1");
    assertThatThrownBy(() -> report.latency(Stage.TOTAL, 0))
        .hasMessage("share is 0.0, expected above 0 to 1");
    assertThatThrownBy(() -> RecommenderWatch.builder().window(Duration.ofSeconds(1)))
        .hasMessage("window is PT1S, expected PT12S or more");
  }
}
