package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.rerank.RankedPool;
import io.artrec.rerank.Reranker;
import io.artrec.strategy.ContentBased;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is wrong is said, and no longer once it is not. */
class HealthTest {
  private static final Catalog CATALOG = Fixture.catalog(10, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 8, 6, 2);

  /** A clock that a test sets. */
  private static final class SetClock extends Clock {
    private Instant now = Fixture.CLOCK.instant();

    @Override
    public ZoneId getZone() {
      return Fixture.CLOCK.getZone();
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

  private static List<Health.Kind> kinds(Recommender recommender) {
    return recommender.health().problems().stream().map(Health.Problem::kind).toList();
  }

  @Test
  void logThatRefuses_isTold_untilItTakesAnEvent() {
    GatedLog log = GatedLog.open();
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).log(log).build();
    assertThat(recommender.health().isUp()).isTrue();
    assertThat(recommender.health()).hasToString("up");
    assertThatThrownBy(() -> recommender.record(Interaction.view("ada", "no-such-work")))
        .hasMessageContaining("no-such-work");
    assertThat(recommender.health().isUp()).as("that is the caller's fault").isTrue();
    log.failing = true;
    assertThatThrownBy(() -> recommender.record(Interaction.view("ada", "w1-1")))
        .hasMessage("the disk is full");
    assertThat(recommender.health())
        .hasToString(
            "degraded: The log takes no events since 2026-01-01T00:00:00Z (events were refused:"
                + " io.artrec.log.LogException: the disk is full).");
    assertThat(recommender.health().plain()).containsEntry("status", "degraded");
    log.failing = false;
    recommender.record(Interaction.view("ada", "w1-1"));
    assertThat(recommender.health().plain())
        .isEqualTo(Map.of("status", "up", "problems", Map.of()));
    recommender.close();
    assertThat(kinds(recommender)).containsExactly(Health.Kind.CLOSED);
  }

  @Test
  void trainingThatFails_isTold_untilOneDoesNot() {
    AtomicBoolean failing = new AtomicBoolean();
    Strategy strategy =
        new Strategy() {
          @Override
          public String name() {
            return "popularity";
          }

          @Override
          public Scorer train(TrainingContext context) {
            if (failing.get()) {
              throw new IllegalStateException("on purpose");
            }
            return Popularity.allTime().train(context);
          }
        };
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).strategy(strategy).build();
    failing.set(true);
    assertThatThrownBy(recommender::retrain).hasMessage("on purpose");
    assertThat(recommender.health().problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.sentence())
                    .isEqualTo(
                        "Learning failed at 2026-01-01T00:00:00Z (retrain:"
                            + " java.lang.IllegalStateException: on purpose); what was learned"
                            + " before answers."));
    recommender.forget("u1");
    assertThat(kinds(recommender))
        .as("erasing trains, too")
        .containsExactly(Health.Kind.FORGETTING, Health.Kind.LEARNING);
    assertThat(recommender.forgettingPendingSince()).isPresent();
    failing.set(false);
    recommender.awaitForgotten();
    assertThat(kinds(recommender)).containsExactly(Health.Kind.LEARNING);
    recommender.retrain();
    assertThat(recommender.health().isUp()).isTrue();
    assertThat(recommender.forgettingPendingSince()).isEmpty();
  }

  @Test
  void forgettingThatIsPendingForLong_isTold() {
    SetClock clock = new SetClock();
    Queue<Runnable> background = new ArrayDeque<>();
    Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .interactions(EVENTS)
            .clock(clock)
            .background(background::add)
            .build();
    Instant begun = clock.now;
    recommender.forget("u1");
    clock.now = begun.plus(Duration.ofHours(1));
    recommender.forget("u2");
    assertThat(recommender.health().isUp()).as("an hour is patience").isTrue();
    assertThat(recommender.forgettingPendingSince()).hasValue(begun);
    clock.now = begun.plus(Duration.ofHours(1)).plusMillis(1);
    assertThat(recommender.health())
        .hasToString(
            "degraded: Forgetting has been pending since 2026-01-01T00:00:00Z; see whether the"
                + " background executor runs, or call awaitForgotten.");
    background.forEach(Runnable::run);
    assertThat(recommender.health().isUp()).isTrue();
  }

  @Test
  void holderThatOwes_isTold() {
    AtomicBoolean failing = new AtomicBoolean(true);
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    recommender.addHolder(
        new PersonalDataHolder() {
          @Override
          public String name() {
            return "table";
          }

          @Override
          public Map<String, Object> export(String visitor) {
            return Map.of();
          }

          @Override
          public int forget(String visitor) {
            if (failing.get()) {
              throw new IllegalStateException("down");
            }
            return 1;
          }
        });
    recommender.forget("u1");
    assertThat(kinds(recommender)).containsExactly(Health.Kind.FORGETTING);
    assertThat(recommender.forgettingPendingSince()).isPresent();
    failing.set(false);
    recommender.awaitForgotten();
    assertThat(recommender.health().isUp()).isTrue();
  }

  @Test
  void backendThatFails_isTold_untilItWorks() {
    LeasedBackend backend = new LeasedBackend(1);
    Recommender recommender =
        Fixture.builder(CATALOG, EVENTS)
            .strategy(ContentBased.preferred())
            .scoring(backend)
            .build();
    backend.failing = true;
    recommender.recommend("u1", 5);
    assertThat(recommender.health())
        .hasToString("degraded: Scoring backend leased fails; the host computes instead.");
    backend.failing = false;
    recommender.recommend("u2", 5);
    assertThat(recommender.health().isUp()).isTrue();
  }

  @Test
  void rerankerThatFallsBackAgainAndAgain_isTold() {
    AtomicBoolean falling = new AtomicBoolean(true);
    Reranker reranker =
        new Reranker() {
          @Override
          public int[] rerank(RankedPool pool, int n) {
            if (falling.get()) {
              pool.context().fellBack("the model is silent");
            }
            return IntStream.range(0, Math.min(n, pool.size())).toArray();
          }

          @Override
          public String name() {
            return "falling";
          }

          @Override
          public String configuration() {
            return name();
          }
        };
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).rerank(reranker).build();
    for (int i = 0; i < 4; i++) {
      recommender.recommend("u1", 5);
    }
    assertThat(recommender.health().isUp()).isTrue();
    recommender.recommend("u1", 5);
    assertThat(recommender.health())
        .hasToString("degraded: The last 5 answers lack their re-ranking.");
    falling.set(false);
    recommender.recommend("u1", 5);
    assertThat(recommender.health().isUp()).isTrue();
  }
}
