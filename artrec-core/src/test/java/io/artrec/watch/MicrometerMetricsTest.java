package io.artrec.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.RecommendationRequest;
import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.filter.Filters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class MicrometerMetricsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Queue<Runnable> background = new ArrayDeque<>();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Recommender recommender =
      Recommender.builder()
          .catalog(
              Catalog.of(
                  List.of(
                      Artwork.builder("a", "A").artist("One").build(),
                      Artwork.builder("b", "B").artist("Two").build(),
                      Artwork.builder("c", "C").artist("Two").build())))
          .interactions(List.of(Interaction.view("ada", "a"), Interaction.view("bo", "b")))
          .clock(Clock.fixed(NOW, ZoneOffset.UTC))
          .background(background::add)
          .build();
  private final MicrometerMetrics metrics =
      MicrometerMetrics.of(
          recommender, Clock.fixed(NOW.plus(Duration.ofSeconds(90)), ZoneOffset.UTC));

  @Test
  void answersAndEvents_areCounted() {
    metrics.bindTo(registry);
    recommender.recommend("ada", 2);
    recommender.recommend(RecommendationRequest.forGroup("ada", "bo").build());
    recommender.recommend(RecommendationRequest.builder().filter(Filters.artist("No")).build());
    recommender.similar("a", 1);
    recommender.recordAll(
        List.of(
            Interaction.view("ada", "b").withEventId("e"),
            Interaction.view("ada", "b").withEventId("e")));
    assertThatThrownBy(() -> recommender.record(Interaction.view("ada", "x")))
        .isInstanceOf(RuntimeException.class);
    for (String kind : List.of("visitor", "group", "history", "similar")) {
      assertThat(registry.get("artrec.answers").tag("kind", kind).timer().count())
          .as(kind)
          .isEqualTo(1);
    }
    assertThat(registry.get("artrec.answers.stage").tag("stage", "scoring").timer().count())
        .isEqualTo(4);
    assertThat(registry.get("artrec.answers.empty").counter().count()).isPositive();
    assertThat(registry.get("artrec.answers.works").summary().count()).isEqualTo(4);
    assertThat(registry.get("artrec.answers.fallback").summary().max()).isBetween(0.0, 1.0);
    assertThat(registry.get("artrec.events").tag("result", "recorded").counter().count())
        .isEqualTo(1);
    assertThat(registry.get("artrec.events").tag("result", "ignored").counter().count())
        .isEqualTo(1);
    assertThat(registry.get("artrec.events").tag("result", "refused").counter().count())
        .isEqualTo(1);
    metrics.close();
    recommender.similar("a", 1);
    assertThat(registry.get("artrec.answers").tag("kind", "similar").timer().count()).isEqualTo(1);
  }

  @Test
  void learningForgettingAndHealth_areGauged() {
    metrics.bindTo(registry);
    assertThat(registry.get("artrec.catalog.works").gauge().value()).isEqualTo(3);
    assertThat(registry.get("artrec.health").gauge().value()).isEqualTo(1);
    assertThat(registry.get("artrec.forgetting.pending").gauge().value()).isZero();
    recommender.retrain();
    recommender.forget("ada");
    assertThat(registry.get("artrec.forgotten").counter().count()).isEqualTo(1);
    assertThat(registry.get("artrec.forgetting.pending").gauge().value()).isEqualTo(90);
    background.forEach(Runnable::run);
    assertThat(registry.get("artrec.forgetting.pending").gauge().value()).isZero();
    assertThat(
            registry
                .get("artrec.learning")
                .tag("how", "retrained")
                .tag("outcome", "success")
                .timer()
                .count())
        .isEqualTo(1);
    assertThat(registry.get("artrec.learning").tag("how", "erased").timer().count()).isEqualTo(1);
    recommender.close();
    assertThat(registry.get("artrec.health").gauge().value()).isZero();
  }
}
