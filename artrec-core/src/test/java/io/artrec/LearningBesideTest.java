package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing waits for learning. */
@Timeout(120)
class LearningBesideTest {
  private static final Catalog CATALOG = Fixture.catalog(30, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 8, 6, 2);

  @TempDir Path folder;

  /** Popularity whose every training but the first waits at a gate, and fails when told to. */
  private static final class Gated implements Strategy {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger trainings = new AtomicInteger();
    private volatile boolean failing;

    @Override
    public String name() {
      return "popularity";
    }

    @Override
    public Scorer train(TrainingContext context) {
      if (trainings.getAndIncrement() > 0) {
        entered.countDown();
        try {
          gate.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      if (failing) {
        throw new IllegalStateException("training failed on purpose");
      }
      return Popularity.allTime().train(context);
    }
  }

  private static List<String> users(Recommender recommender) {
    return recommender.dataset().interactions().stream().map(Interaction::user).toList();
  }

  @Test
  void everythingElse_returnsBeforeTheTrainingDoes() throws Exception {
    Path model = folder.resolve("m.artrec");
    Gated gated = new Gated();
    List<Interaction> events = new ArrayList<>(EVENTS);
    events.add(Interaction.favorite("secret", "w1-1"));
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Recommender recommender =
        Fixture.builder(CATALOG, events)
            .strategy(gated)
            .log(folder.resolve("events.log"))
            .build()) {
      recommender.record(Interaction.favorite("secret", "w2-1"));
      recommender.record(Interaction.favorite("bob", "w2-2"));
      Future<?> training = executor.submit(recommender::retrain);
      gated.entered.await();

      recommender.record(Interaction.favorite("ada", "w2-3"));
      assertThat(recommender.recommend("ada", 120))
          .noneMatch(r -> r.artwork().id().equals("w2-3"))
          .hasSize(119);
      assertThat(recommender.recommend("bob", 120)).hasSize(119);
      recommender.save(model);
      assertThat(recommender.forget("secret")).satisfies(Fixture.erased(1, 1, 1, true));
      assertThat(recommender.recommend("secret", 120)).as("a stranger at once").hasSize(120);
      recommender.record(Interaction.favorite("secret", "w3-3"));
      assertThat(recommender.recommend("secret", 120)).as("known anew").hasSize(119);
      recommender.forget("secret");
      assertThat(training.isDone()).isFalse();

      gated.gate.countDown();
      training.get();
      recommender.awaitForgotten();
      assertThat(users(recommender)).hasSize(EVENTS.size() + 1).contains("bob");
      assertThat(users(recommender)).doesNotContain("secret", "ada");
      assertThat(recommender.recommend("ada", 120)).as("recorded meanwhile").hasSize(119);
      assertThat(recommender.recommend("bob", 120)).as("learned, counted once").hasSize(119);
      assertThat(Files.readString(model, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
      recommender.retrain();
      assertThat(users(recommender)).hasSize(EVENTS.size() + 2).contains("ada");
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void awaitForgotten_waitsForWhoeverLearns_whoseStackMayHoldWhatTheStateDoesNot()
      throws Exception {
    Gated gated = new Gated();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Recommender recommender = Fixture.builder(CATALOG, EVENTS).strategy(gated).build()) {
      Future<?> training = executor.submit(recommender::retrain);
      gated.entered.await();
      Thread waiting = new Thread(recommender::awaitForgotten);
      waiting.start();
      while (waiting.getState() != Thread.State.WAITING) {
        assertThat(waiting.isAlive()).isTrue();
        Thread.onSpinWait();
      }
      gated.gate.countDown();
      training.get();
      waiting.join();
    } finally {
      gated.gate.countDown();
      executor.shutdownNow();
    }
  }

  @Test
  void whatIsErasedWhileTheTrainingRuns_isNotInItsResult() throws Exception {
    Gated gated = new Gated();
    List<Interaction> events = new ArrayList<>(EVENTS);
    events.add(Interaction.favorite("ada", "w1-1").withEventId("trained"));
    events.add(Interaction.favorite("cookie", "w1-2"));
    events.add(Interaction.favorite("old", "w1-3").at(Instant.parse("2001-01-01T00:00:00Z")));
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Recommender recommender =
        Fixture.builder(CATALOG, events)
            .strategy(gated)
            .log(folder.resolve("events.log"))
            .build()) {
      recommender.record(Interaction.favorite("ada", "w2-1").withEventId("taken"));
      recommender.record(Interaction.favorite("out", "w2-2"));
      Future<?> training = executor.submit(recommender::retrain);
      gated.entered.await();

      assertThat(recommender.undo("ada", "trained")).isTrue();
      assertThat(recommender.undo("ada", "taken")).isTrue();
      assertThat(recommender.merge("cookie", "bob")).isEqualTo(1);
      assertThat(recommender.optOut("out").pending()).isTrue();
      assertThat(recommender.forgetBefore(Instant.parse("2002-01-01T00:00:00Z")).trainedEvents())
          .isEqualTo(1);
      assertThat(recommender.recordAll(List.of(Interaction.view("ada", "w3-3")), "clicks", 1))
          .isEqualTo(1);
      assertThat(recommender.recommend("ada", 120)).hasSize(119);
      assertThat(recommender.recommend("old", 120)).hasSize(120);
      assertThat(training.isDone()).isFalse();

      gated.gate.countDown();
      training.get();
      recommender.awaitForgotten();
      assertThat(users(recommender))
          .hasSize(EVENTS.size())
          .doesNotContain("ada", "cookie", "out", "old");
      assertThat(recommender.history("ada")).hasSize(1);
      assertThat(recommender.history("bob")).hasSize(1);
      recommender.retrain();
      assertThat(users(recommender)).hasSize(EVENTS.size() + 2).contains("ada", "bob");
    } finally {
      gated.gate.countDown();
      executor.shutdownNow();
    }
  }

  @Test
  void eventAfterForgetting_isInAFileThatIsSavedBeforeTheTrainingEnds() throws Exception {
    Path model = folder.resolve("m.artrec");
    Gated gated = new Gated();
    List<Interaction> events = new ArrayList<>(EVENTS);
    events.add(Interaction.favorite("secret", "w1-1"));
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Recommender recommender =
        Fixture.builder(CATALOG, events)
            .strategy(gated)
            .log(folder.resolve("events.log"))
            .build()) {
      Future<?> training = executor.submit(recommender::retrain);
      gated.entered.await();
      assertThat(recommender.forget("secret").pending()).isTrue();
      recommender.record(Interaction.favorite("secret", "w3-3"));
      recommender.save(model);
      Path crashed = folder.resolve("crashed");
      Files.createDirectories(crashed.resolve("events.log"));
      Files.copy(model, crashed.resolve("m.artrec"));
      try (Stream<Path> segments = Files.list(folder.resolve("events.log"))) {
        for (Path segment : segments.toList()) {
          Files.copy(segment, crashed.resolve("events.log").resolve(segment.getFileName()));
        }
      }
      try (Recommender again =
          Recommender.loader(crashed.resolve("m.artrec"))
              .log(crashed.resolve("events.log"))
              .load()) {
        assertThat(again.history("secret"))
            .extracting(Interaction::artwork)
            .containsExactly("w3-3");
      }
      gated.gate.countDown();
      training.get();
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void eventAfterForgetting_isLearnedByATrainingThatBeginsAtOnce() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      for (int trial = 0; trial < 20; trial++) {
        Gated gated = new Gated();
        List<Interaction> events = new ArrayList<>(EVENTS);
        events.add(Interaction.favorite("secret", "w1-1"));
        Recommender recommender = Fixture.builder(CATALOG, events).strategy(gated).build();
        Future<?> first = executor.submit(recommender::retrain);
        gated.entered.await();
        recommender.forget("secret");
        recommender.record(Interaction.favorite("secret", "w3-3"));
        Future<?> second = executor.submit(recommender::retrain);
        gated.gate.countDown();
        first.get();
        second.get();
        recommender.awaitForgotten();
        assertThat(recommender.history("secret"))
            .as("trial %d", trial)
            .extracting(Interaction::artwork)
            .containsExactly("w3-3");
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void failedTraining_leavesEverythingAsItWas() {
    Gated gated = new Gated();
    gated.gate.countDown();
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).strategy(gated).build();
    recommender.record(Interaction.favorite("ada", "w2-1"));
    gated.failing = true;
    assertThatThrownBy(recommender::retrain).hasMessage("training failed on purpose");
    recommender.record(Interaction.favorite("ada", "w2-2"));
    assertThatThrownBy(recommender::refresh).hasMessage("training failed on purpose");
    recommender.record(Interaction.favorite("ada", "w2-3"));
    assertThat(recommender.recommend("ada", 120)).hasSize(117);
    gated.failing = false;
    recommender.retrain();
    assertThat(users(recommender)).hasSize(EVENTS.size() + 3);
    assertThat(recommender.recommend("ada", 120)).hasSize(117);
  }

  @Test
  void forgettingThatFailedInTraining_isFinishedByTheNextCall() {
    Gated gated = new Gated();
    gated.gate.countDown();
    List<Interaction> events = new ArrayList<>(EVENTS);
    events.add(Interaction.favorite("secret", "w1-1"));
    Recommender recommender = Fixture.builder(CATALOG, events).strategy(gated).build();
    gated.failing = true;
    assertThat(recommender.forget("secret").pending()).isTrue();
    assertThatThrownBy(recommender::awaitForgotten).hasMessage("training failed on purpose");
    assertThat(recommender.recommend("secret", 120)).as("a stranger all the same").hasSize(120);
    gated.failing = false;
    assertThat(recommender.forget("secret").pending()).isFalse();
    assertThat(users(recommender)).hasSize(EVENTS.size()).doesNotContain("secret");
  }

  /** A recommender that leaves to the default thread what is not waited for, and its model file. */
  private Recommender inBackground(Gated gated, Path model) {
    List<Interaction> events = new ArrayList<>(EVENTS);
    for (int i = 0; i < 4; i++) {
      events.add(Interaction.favorite("secret" + i, "w1-1").withEventId("e" + i));
    }
    Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .interactions(events)
            .strategy(gated)
            .clock(Fixture.CLOCK)
            .build();
    recommender.save(model);
    return recommender;
  }

  @Test
  void forgetting_leavesTrainingToTheBackground_severalTogether() throws Exception {
    Path model = folder.resolve("m.artrec");
    Gated gated = new Gated();
    try (Recommender recommender = inBackground(gated, model)) {
      assertThat(recommender.forget("secret0").pending()).isTrue();
      gated.entered.await();
      assertThat(recommender.forget("secret1").pending()).isTrue();
      assertThat(recommender.forget("secret2").pending()).isTrue();
      assertThat(recommender.undo("secret3", "e3")).isTrue();
      assertThat(recommender.history("secret3")).isEmpty();
      gated.gate.countDown();
      recommender.awaitForgotten();
      assertThat(users(recommender)).hasSize(EVENTS.size());
      for (String gone : List.of("secret0", "secret1", "secret2")) {
        assertThat(Fixture.holds(model, gone)).isFalse();
      }
      assertThat(gated.trainings).as("building, the first, the others").hasValue(3);
      assertThat(recommender.forget("secret0").pending()).isFalse();
    }
  }

  @Test
  void closing_waitsForNoTraining_andNoFileIsWrittenAfterIt() throws Exception {
    Path model = folder.resolve("m.artrec");
    Gated gated = new Gated();
    Recommender recommender = inBackground(gated, model);
    recommender.forget("secret0");
    gated.entered.await();
    recommender.close();
    byte[] closed = Files.readAllBytes(model);
    CountDownLatch learned = new CountDownLatch(1);
    recommender.addListener(
        new RecommenderListener() {
          @Override
          public void learned(Learned engine) {
            learned.countDown();
          }
        });
    gated.gate.countDown();
    learned.await();
    assertThat(model).hasBinaryContent(closed);
    recommender.awaitForgotten();
    assertThat(Fixture.holds(model, "secret0")).as("asked for after closing").isFalse();
  }

  @Test
  void executorThatTakesNoTask_leavesForgettingToWhoWaitsForIt() {
    Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .interactions(List.of(Interaction.favorite("secret", "w1-1")))
            .background(
                task -> {
                  throw new RejectedExecutionException("shut down");
                })
            .build();
    assertThat(recommender.forget("secret").pending()).isTrue();
    recommender.awaitForgotten();
    assertThat(recommender.dataset().size()).isZero();
  }

  @Test
  void eventsOfManyThreads_areNeitherLostNorDoubled_whileLearningAndForgetting() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(6);
    try (Recommender recommender =
        Fixture.builder(CATALOG, EVENTS).log(folder.resolve("events.log")).build()) {
      List<Future<?>> all = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        String user = "live" + t;
        all.add(
            executor.submit(
                () -> {
                  for (int i = 0; i < 60; i++) {
                    recommender.record(Interaction.view(user, "w" + i % 4 + "-" + i % 30));
                    recommender.record(Interaction.view("gone" + user, "w1-1"));
                  }
                }));
      }
      all.add(
          executor.submit(
              () -> {
                for (int i = 0; i < 20; i++) {
                  recommender.retrain();
                }
              }));
      all.add(
          executor.submit(
              () -> {
                for (int i = 0; i < 20; i++) {
                  recommender.forget("gonelive" + i % 4);
                }
              }));
      for (Future<?> one : all) {
        one.get();
      }
      for (int t = 0; t < 4; t++) {
        recommender.forget("gonelive" + t);
      }
      recommender.retrain();
      recommender.awaitForgotten();
      assertThat(users(recommender)).hasSize(EVENTS.size() + 240);
      assertThat(users(recommender)).noneMatch(user -> user.startsWith("gone"));
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void closedRecommender_answersAndRefusesEvents() {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    recommender.close();
    assertThat(recommender.recommend("ada", 5)).hasSize(5);
    assertThatThrownBy(() -> recommender.record(Interaction.view("ada", "w1-1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("cannot record an event: the recommender is closed");
  }
}
