package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.feature.AttributeFeature;
import io.artrec.log.FileLog;
import io.artrec.model.StateWriter;
import io.artrec.strategy.Candidates;
import io.artrec.strategy.Popularity;
import io.artrec.strategy.Query;
import io.artrec.strategy.Scorer;
import io.artrec.strategy.Scores;
import io.artrec.strategy.Strategy;
import io.artrec.strategy.TrainingContext;
import io.artrec.task.CancelledException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Learning by a policy, and going back. */
class RecommenderRefreshTest {
  private static final Catalog CATALOG = Fixture.catalog(30, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 8, 6, 2);
  private static final RefreshPolicy AFTER_THREE = RefreshPolicy.none().after(3, 0);

  @TempDir Path folder;

  private final HandClock clock = new HandClock();
  private final List<String> heard = new ArrayList<>();
  private int next;

  /** A clock that is moved by hand. */
  private static final class HandClock extends Clock {
    private volatile Instant now = Fixture.CLOCK.instant();

    void forward(Duration time) {
      now = now.plus(time);
    }

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
      throw new UnsupportedOperationException("it tells the time in UTC alone");
    }
  }

  /** Popularity that fails when told to, and remembers how it was trained. */
  private static final class Telling implements Strategy {
    private final List<Integer> threads = new ArrayList<>();
    private boolean failing;

    @Override
    public String name() {
      return "popularity";
    }

    @Override
    public Scorer train(TrainingContext context) {
      threads.add(context.threads());
      if (failing) {
        throw new IllegalStateException("training failed on purpose");
      }
      return Popularity.allTime().train(context);
    }
  }

  private RecommenderBuilder builder() {
    return Recommender.builder()
        .catalog(CATALOG)
        .interactions(EVENTS)
        .feature(AttributeFeature.standard())
        .clock(clock)
        .background(Runnable::run);
  }

  private Recommender listened(Recommender recommender) {
    recommender.addListener(
        new RecommenderListener() {
          @Override
          public void learned(Learned engine) {
            heard.add(engine.how() + " " + engine.events());
          }

          @Override
          public void learningEnded(Effort effort) {
            effort
                .failure()
                .ifPresent(why -> heard.add(effort.how() + " failed: " + why.getMessage()));
          }
        });
    return recommender;
  }

  private void record(Recommender recommender, int events) {
    for (int i = 0; i < events; i++, next++) {
      recommender.record(
          Interaction.favorite("new" + next % 3, CATALOG.get(next % CATALOG.size()).id()));
    }
  }

  @Test
  void events_makeItDue_andWhatOthersDidThenCounts() {
    try (Recommender recommender = listened(builder().refresh(AFTER_THREE).build())) {
      record(recommender, 2);
      assertThat(recommender.learning().eventsSince()).isEqualTo(2);
      assertThat(heard).isEmpty();
      record(recommender, 1);
      assertThat(heard).containsExactly("REFRESHED " + (EVENTS.size() + 3));
      assertThat(recommender.learning().eventsSince()).isZero();
      assertThat(recommender.dataset().size()).isEqualTo(EVENTS.size() + 3);
      record(recommender, 7);
      assertThat(heard).hasSize(3);
      assertThat(recommender.learning().eventsSince()).isEqualTo(1);
    }
  }

  @Test
  void aBatch_makesItDue_andSoDoEventsOfTheLog() {
    Path log = folder.resolve("events.log");
    try (Recommender recommender = listened(builder().log(log).build())) {
      record(recommender, 2);
    }
    try (Recommender recommender = listened(builder().log(log).refresh(AFTER_THREE).build())) {
      assertThat(recommender.learning().eventsSince()).as("replayed").isEqualTo(2);
      recommender.recordAll(
          List.of(Interaction.favorite("ada", "w1-1"), Interaction.favorite("ada", "w1-2")));
      assertThat(heard).containsExactly("REFRESHED " + (EVENTS.size() + 4));
    }
  }

  @Test
  void time_makesItDue_whenSomebodyAsks_andSomethingWasRecorded() {
    RefreshPolicy policy =
        RefreshPolicy.none().every(Duration.ofHours(1)).retrainEvery(Duration.ofHours(10));
    try (Recommender recommender = listened(builder().refresh(policy).build())) {
      clock.forward(Duration.ofHours(2));
      recommender.recommend("u1", 3);
      assertThat(heard).as("nothing was recorded").isEmpty();
      record(recommender, 1);
      assertThat(heard).containsExactly("REFRESHED " + (EVENTS.size() + 1));
      record(recommender, 1);
      clock.forward(Duration.ofMinutes(59));
      recommender.recommend("u1", 3);
      assertThat(heard).hasSize(1);
      clock.forward(Duration.ofMinutes(1));
      recommender.recommend("u1", 3);
      assertThat(heard).hasSize(2);
      record(recommender, 1);
      clock.forward(Duration.ofHours(8));
      recommender.recommend("u1", 3);
      assertThat(heard).hasSize(3).last().isEqualTo("RETRAINED " + (EVENTS.size() + 3));
      assertThat(recommender.learning().learnedAt()).isEqualTo(clock.instant());
    }
  }

  @Test
  void byTheApplication_learningCounts() {
    RefreshPolicy policy = RefreshPolicy.none().every(Duration.ofHours(1));
    try (Recommender recommender = listened(builder().refresh(policy).build())) {
      record(recommender, 1);
      clock.forward(Duration.ofMinutes(50));
      recommender.refresh();
      record(recommender, 1);
      clock.forward(Duration.ofMinutes(50));
      recommender.recommend("u1", 3);
      assertThat(heard).hasSize(1);
    }
  }

  @Test
  void whatFails_leavesWhatAnswers_isTold_andTriedAgainLater() {
    Telling strategy = new Telling();
    RefreshPolicy policy = AFTER_THREE.retryAfter(Duration.ofMinutes(1)).threads(1);
    try (Recommender recommender =
        listened(builder().strategy(strategy).threads(2).refresh(policy).build())) {
      strategy.failing = true;
      String version = recommender.recommend("u1", 5).modelVersion();
      record(recommender, 3);
      assertThat(heard).containsExactly("REFRESHED failed: training failed on purpose");
      assertThat(recommender.recommend("u1", 5).modelVersion()).isEqualTo(version);
      LearningStatus status = recommender.learning();
      assertThat(status.failures()).isEqualTo(1);
      assertThat(status.lastFailure())
          .hasValueSatisfying(w -> assertThat(w).contains("on purpose"));
      assertThat(status.nextTry()).contains(clock.instant().plusSeconds(60));
      assertThat(status.eventsSince()).as("nothing is lost").isEqualTo(3);

      record(recommender, 1);
      clock.forward(Duration.ofSeconds(59));
      recommender.recommend("u1", 5);
      assertThat(heard).as("not yet").hasSize(1);
      clock.forward(Duration.ofSeconds(1));
      recommender.recommend("u1", 5);
      assertThat(heard).hasSize(2);
      assertThat(recommender.learning().nextTry())
          .as("twice as long")
          .contains(clock.instant().plusSeconds(120));

      strategy.failing = false;
      clock.forward(Duration.ofMinutes(2));
      recommender.recommend("u1", 5);
      assertThat(heard).hasSize(3).last().isEqualTo("REFRESHED " + (EVENTS.size() + 4));
      assertThat(recommender.learning().failures()).isZero();
      assertThat(recommender.learning().plain()).containsEntry("failures", 0);
      assertThat(strategy.threads).containsExactly(2, 1, 1, 1);
      assertThat(recommender.dataset().size()).isEqualTo(EVENTS.size() + 4);
    }
  }

  @Test
  void waits_growToADay() {
    Telling strategy = new Telling();
    RefreshPolicy policy = AFTER_THREE.retryAfter(Duration.ofHours(5));
    try (Recommender recommender = builder().strategy(strategy).refresh(policy).build()) {
      strategy.failing = true;
      record(recommender, 3);
      List<Duration> waits = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        Instant next = recommender.learning().nextTry().orElseThrow();
        waits.add(Duration.between(clock.instant(), next));
        clock.forward(waits.get(i));
        recommender.recommend("u1", 5);
      }
      assertThat(waits.stream().map(Duration::toHours)).containsExactly(5L, 10L, 20L, 24L, 24L);
    }
  }

  @Test
  void withoutRoom_itIsPutOff() {
    RefreshPolicy policy = AFTER_THREE.freeHeap(Long.MAX_VALUE / 2);
    try (Recommender recommender = listened(builder().refresh(policy).build())) {
      record(recommender, 3);
      assertThat(heard).isEmpty();
      assertThat(recommender.learning().putOff())
          .hasValueSatisfying(why -> assertThat(why).contains("bytes of heap are free"));
      assertThat(recommender.learning().failures()).isZero();
      assertThat(recommender.learning().toString()).contains("put off: ");
    }
  }

  @Test
  void anExecutorThatTakesNothing_isTold() {
    try (Recommender recommender =
        listened(
            Recommender.builder()
                .catalog(CATALOG)
                .clock(clock)
                .background(
                    task -> {
                      throw new RejectedExecutionException("full");
                    })
                .refresh(AFTER_THREE)
                .build())) {
      record(recommender, 3);
      assertThat(heard).isEmpty();
      assertThat(recommender.learning().putOff()).isPresent();
      assertThat(recommender.learning().isLearning()).isFalse();
    }
  }

  @Test
  void whatRecordsOrAsks_neverFailsForThePolicy() {
    Strategy failing =
        new Strategy() {
          @Override
          public String name() {
            return "popularity";
          }

          @Override
          public Scorer train(TrainingContext context) {
            Scorer trained = Popularity.allTime().train(context);
            return new Scorer() {
              @Override
              public Strategy strategy() {
                return trained.strategy();
              }

              @Override
              public Scores score(Query query, Candidates candidates) {
                throw new IllegalStateException("scoring failed on purpose");
              }

              @Override
              public void save(StateWriter out) {
                trained.save(out);
              }
            };
          }
        };
    try (Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .interactions(EVENTS)
            .strategy(failing)
            .clock(clock)
            .background(
                task -> {
                  throw new IllegalStateException("no thread today");
                })
            .refresh(AFTER_THREE.onDrift(0.002))
            .build()) {
      for (int i = 0; i < 20; i++) {
        assertThat(recommender.record(Interaction.favorite("u1", CATALOG.get(i).id()))).isTrue();
      }
      assertThat(recommender.history("u1")).hasSizeGreaterThan(20);
      assertThat(recommender.learning().isLearning()).isFalse();
      assertThat(recommender.learning().putOff())
          .hasValueSatisfying(why -> assertThat(why).contains("no thread today"));
    }
  }

  @Test
  void retraining_isDueByTheLastOne_alsoAcrossRestarts_andRefreshes() {
    Path model = folder.resolve("m.artrec");
    RefreshPolicy policy = RefreshPolicy.none().retrainEvery(Duration.ofDays(7));
    try (Recommender recommender = builder().build()) {
      clock.forward(Duration.ofDays(5));
      record(recommender, 1);
      recommender.refresh();
      recommender.save(model);
    }
    clock.forward(Duration.ofDays(1));
    try (Recommender loaded =
        listened(
            Recommender.loader(model)
                .clock(clock)
                .background(Runnable::run)
                .refresh(policy)
                .load())) {
      record(loaded, 1);
      assertThat(heard).isEmpty();
      clock.forward(Duration.ofDays(1));
      record(loaded, 1);
      assertThat(heard).containsExactly("RETRAINED " + (EVENTS.size() + 3));
    }
  }

  @Test
  void whatCannotBeSaved_isTold_andSavedLater() throws Exception {
    Path model = Files.createDirectory(folder.resolve("there")).resolve("m.artrec");
    RefreshPolicy policy = AFTER_THREE.saving(true).retryAfter(Duration.ofMinutes(1));
    try (Recommender recommender = listened(builder().refresh(policy).build())) {
      recommender.save(model);
      byte[] before = Files.readAllBytes(model);
      Path away = folder.resolve("away");
      Files.move(model.getParent(), away);
      Files.createDirectory(model.getParent());
      Files.createDirectory(model);
      record(recommender, 3);
      assertThat(heard).containsExactly("REFRESHED " + (EVENTS.size() + 3));
      assertThat(recommender.learning().failures()).isEqualTo(1);
      assertThat(recommender.learning().lastFailure())
          .hasValueSatisfying(why -> assertThat(why).startsWith("saving failed: "));
      clock.forward(Duration.ofMinutes(1));
      recommender.recommend("u1", 3);
      assertThat(recommender.learning().failures()).isEqualTo(2);
      Files.delete(model);
      Files.write(model, before);
      clock.forward(Duration.ofMinutes(2));
      recommender.recommend("u1", 3);
      assertThat(recommender.learning().failures()).isZero();
      assertThat(Files.readAllBytes(model)).isNotEqualTo(before);
    }
  }

  @Test
  void previous_isSavedWhereThePolicySaves() {
    Path model = folder.resolve("m.artrec");
    try (Recommender recommender =
        builder().refresh(AFTER_THREE.saving(true).keepingPrevious(true)).build()) {
      recommender.save(model);
      record(recommender, 3);
      assertThat(recommender.previous()).isTrue();
    }
    try (Recommender loaded = Recommender.loader(model).clock(clock).load()) {
      assertThat(loaded.dataset().size()).isEqualTo(EVENTS.size());
      assertThat(loaded.learning().eventsSince()).isEqualTo(3);
    }
  }

  @Test
  void afterGoingBack_anErasureDoesNotPutLearningOff() {
    RefreshPolicy policy = RefreshPolicy.none().after(4, 0).keepingPrevious(true);
    try (Recommender recommender = listened(builder().refresh(policy).build())) {
      for (int i = 0; i < 4; i++) {
        recommender.record(Interaction.favorite("ada", CATALOG.get(i).id()));
      }
      assertThat(recommender.previous()).isTrue();
      recommender.forget("ada");
      heard.clear();
      record(recommender, 3);
      assertThat(heard).isEmpty();
      record(recommender, 1);
      assertThat(heard).containsExactly("REFRESHED " + (EVENTS.size() + 4));
    }
  }

  @Test
  void closing_stopsTheLearning() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Strategy waiting =
        new Strategy() {
          @Override
          public String name() {
            return "popularity";
          }

          @Override
          public Scorer train(TrainingContext context) {
            if (context.dataset().size() > EVENTS.size()) {
              entered.countDown();
              try {
                closing.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              context.cancellation().check("training");
            }
            return Popularity.allTime().train(context);
          }
        };
    Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .interactions(EVENTS)
            .strategy(waiting)
            .clock(clock)
            .refresh(AFTER_THREE)
            .build();
    List<Throwable> failures = new ArrayList<>();
    recommender.addListener(
        new RecommenderListener() {
          @Override
          public void learningEnded(Effort effort) {
            effort.failure().ifPresent(failures::add);
            ended.countDown();
          }
        });
    record(recommender, 3);
    entered.await();
    assertThat(recommender.learning().isLearning()).isTrue();
    recommender.close();
    closing.countDown();
    ended.await();
    assertThat(failures).hasSize(1).first().isInstanceOf(CancelledException.class);
    assertThat(recommender.learning().failures()).as("not the policy's").isZero();
  }

  @Test
  void saving_keepsModelFileAndLogSmall() {
    Path model = folder.resolve("m.artrec");
    try (FileLog log = FileLog.open(folder.resolve("events.log"));
        Recommender recommender =
            listened(builder().log(log).refresh(AFTER_THREE.saving(true)).build())) {
      record(recommender, 1);
      recommender.save(model);
      record(recommender, 2);
      assertThat(log.compactedTo()).isEqualTo(log.lastNumber());
      record(recommender, 1);
    }
    try (FileLog log = FileLog.open(folder.resolve("events.log"));
        Recommender loaded = Recommender.loader(model).clock(clock).log(log).load()) {
      assertThat(loaded.dataset().size()).isEqualTo(EVENTS.size() + 3);
      assertThat(loaded.learning().eventsSince()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whereVisitorsTurnToSomethingElse_accuracyFalls_andItRetrains(long seed) {
    RefreshPolicy policy = RefreshPolicy.none().onDrift(0.002);
    Catalog catalog = Fixture.catalog(1_000, 1);
    try (Recommender recommender =
        listened(
            Recommender.builder()
                .catalog(catalog)
                .interactions(Fixture.interactions(catalog, 40, 40, 2))
                .strategy(Popularity.allTime())
                .clock(clock)
                .background(Runnable::run)
                .refresh(policy)
                .build())) {
      // everybody likes the first works of the catalogue, as popularity knows after learning
      SplittableRandom random = new SplittableRandom(seed);
      fashion(recommender, catalog, random, 0, 1_600);
      recommender.refresh();
      heard.clear();
      fashion(recommender, catalog, random, 0, 6_400);
      assertThat(heard).as("seed %d: nothing has changed", seed).isEmpty();
      double before = recommender.learning().heldOutAccuracy().orElseThrow();
      assertThat(before).isGreaterThan(0.8);
      fashion(recommender, catalog, random, 3_000, 6_400);
      assertThat(heard).as("seed %d", seed).isNotEmpty();
      assertThat(heard.get(0)).startsWith("RETRAINED");
    }
  }

  /** Visitors who like what stands in a tenth of the catalogue. */
  private void fashion(
      Recommender recommender, Catalog catalog, SplittableRandom random, int from, int events) {
    for (int i = 0; i < events; i++) {
      clock.forward(Duration.ofMillis(50));
      recommender.record(
          Interaction.favorite(
              "u" + random.nextInt(40), catalog.get(from + random.nextInt(400)).id()));
    }
  }

  private Recommender keeping() {
    return listened(builder().refresh(RefreshPolicy.none().keepingPrevious(true)).build());
  }

  @Test
  void previous_answersAsBefore_withAllThatWasRecordedSince() {
    try (Recommender recommender = keeping();
        Recommender same = builder().build()) {
      record(recommender, 5);
      next = 0;
      record(same, 5);
      String version = recommender.recommend("u1", 9).modelVersion();
      recommender.retrain();
      record(recommender, 4);
      next = 5;
      record(same, 4);
      assertThat(recommender.learning().hasPrevious()).isTrue();
      assertThat(recommender.recommend("u1", 9).modelVersion()).isNotEqualTo(version);

      assertThat(recommender.previous()).isTrue();
      assertThat(heard).last().isEqualTo("RETURNED " + EVENTS.size());
      assertThat(recommender.recommend("u1", 9).modelVersion()).isEqualTo(version);
      for (String user : List.of("u1", "u2", "new0", "new1", "nobody")) {
        assertThat(recommender.recommend(user, 20)).isEqualTo(same.recommend(user, 20));
        assertThat(recommender.history(user)).isEqualTo(same.history(user));
      }
      assertThat(recommender.learning().eventsSince()).isEqualTo(9);
      assertThat(recommender.previous()).as("one step only").isFalse();

      recommender.retrain();
      same.retrain();
      assertThat(recommender.recommend("new1", 20)).isEqualTo(same.recommend("new1", 20));
    }
  }

  @Test
  void previous_isOfTheCatalogueOfNow() {
    try (Recommender recommender = keeping()) {
      record(recommender, 5);
      recommender.retrain();
      Artwork added = Artwork.builder("new", "New").artist("Artist 10").movement("Baroque").build();
      recommender.update(CatalogChange.add(added), CatalogChange.withdraw("w1-1"));
      recommender.record(Interaction.favorite("ada", "new"));
      assertThat(recommender.previous()).isTrue();
      assertThat(recommender.catalog().size()).isEqualTo(CATALOG.size() + 1);
      assertThat(recommender.history("ada")).hasSize(1);
      assertThat(recommender.recommend("ada", 121))
          .hasSize(119)
          .noneMatch(r -> r.artwork().id().equals("w1-1"));
      assertThat(recommender.recommend("u1", 121)).anyMatch(r -> r.artwork().id().equals("new"));
    }
  }

  @Test
  void whateverErases_voidsIt() {
    List<Consumer<Recommender>> erasures =
        List.of(
            r -> r.forget("u1"),
            r -> r.forget("new1"),
            r -> r.optOut("u2"),
            r -> r.undo("ada", "e1"),
            r -> r.merge("new1", "u3"),
            r -> r.forgetBefore(clock.instant().minus(Duration.ofDays(100))));
    for (int i = 0; i < erasures.size(); i++) {
      next = 0;
      try (Recommender recommender = keeping()) {
        recommender.record(Interaction.favorite("ada", "w1-1").withEventId("e1"));
        record(recommender, 6);
        recommender.retrain();
        assertThat(recommender.learning().hasPrevious()).isTrue();
        erasures.get(i).accept(recommender);
        assertThat(recommender.learning().hasPrevious()).as("erasure %d", i).isFalse();
        assertThat(recommender.previous()).isFalse();
      }
    }
  }

  @Test
  void whatWasBeforeKnowsSomebodyForgotten_isNotKept() {
    List<Runnable> later = new ArrayList<>();
    try (Recommender recommender =
        Recommender.builder()
            .catalog(CATALOG)
            .interactions(EVENTS)
            .clock(clock)
            .background(later::add)
            .refresh(RefreshPolicy.none().keepingPrevious(true))
            .build()) {
      recommender.forget("u1");
      recommender.retrain();
      assertThat(recommender.learning().hasPrevious()).isFalse();
      recommender.retrain();
      assertThat(recommender.learning().hasPrevious()).isTrue();
    }
  }

  @Test
  void withoutAPolicyThatKeeps_nothingIsKept() {
    try (Recommender recommender = builder().build()) {
      record(recommender, 3);
      recommender.retrain();
      assertThat(recommender.previous()).isFalse();
    }
  }

  @Test
  void afterGoingBack_thePolicyCountsAnew() {
    RefreshPolicy policy = AFTER_THREE.every(Duration.ofHours(1)).keepingPrevious(true);
    try (Recommender recommender = listened(builder().refresh(policy).build())) {
      clock.forward(Duration.ofMinutes(50));
      record(recommender, 3);
      assertThat(heard).hasSize(1);
      clock.forward(Duration.ofMinutes(20));
      assertThat(recommender.previous()).isTrue();
      record(recommender, 2);
      recommender.recommend("u1", 3);
      assertThat(heard).as("gone back, and two events since").hasSize(2);
      record(recommender, 1);
      assertThat(heard).hasSize(3).last().isEqualTo("REFRESHED " + (EVENTS.size() + 6));
    }
  }

  @Test
  void aSecondPolicy_isRefused() {
    RecommenderBuilder builder = builder().refresh(AFTER_THREE);
    assertThatThrownBy(() -> builder.refresh(RefreshPolicy.standard()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("refresh was set to learns by");
  }
}
