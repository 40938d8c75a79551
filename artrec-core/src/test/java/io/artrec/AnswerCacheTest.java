package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.ImpressionDiscount;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interest;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.catalog.Offer;
import io.artrec.catalog.Trait;
import io.artrec.filter.Filters;
import io.artrec.promotion.Promotions;
import io.artrec.rerank.RankedPool;
import io.artrec.rerank.Reranker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is given again, what is not, and what is left of whom. */
@Timeout(300)
class AnswerCacheTest {
  private static final Catalog CATALOG = Fixture.catalog(10, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 8, 6, 2);

  @TempDir Path folder;

  /** A clock that a test sets. */
  private static final class SetClock extends Clock {
    private volatile Instant now = Fixture.CLOCK.instant();

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

  /** Keeps the order; does something while an answer is made. */
  private static final class Meanwhile implements Reranker {
    private final AtomicInteger answers = new AtomicInteger();
    private volatile Runnable action = () -> {};

    @Override
    public String name() {
      return "meanwhile";
    }

    @Override
    public String configuration() {
      return name();
    }

    @Override
    public int[] rerank(RankedPool pool, int n) {
      answers.incrementAndGet();
      action.run();
      return IntStream.range(0, Math.min(n, pool.size())).toArray();
    }
  }

  private final SetClock clock = new SetClock();

  private RecommenderBuilder builder() {
    return Recommender.builder()
        .catalog(CATALOG)
        .interactions(EVENTS)
        .clock(clock)
        .background(Runnable::run)
        .answerCache(AnswerCache.entries(1000).expiring(Duration.ofMinutes(5)));
  }

  private static boolean isCached(Recommender recommender, String user) {
    return recommender.recommend(user, 5).isCached();
  }

  @Test
  void equalRequest_getsTheAnswerAgain_asItWas() {
    Recommender recommender = builder().build();
    RecommendationRequest request = RecommendationRequest.forUser("u1").variant("b").n(5).build();
    Recommendations first = recommender.recommend(request);
    clock.now = clock.now.plus(Duration.ofMinutes(4));
    Recommendations again = recommender.recommend(request.toBuilder().build());
    assertThat(first.isCached()).isFalse();
    assertThat(again.isCached()).isTrue();
    assertThat(again).isEqualTo(first);
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.variant()).hasValue("b");
    assertThat(again.seed()).isEqualTo(first.seed());
    assertThat(again.time()).isEqualTo(first.time());
    assertThat(again.draw()).isEqualTo(first.draw());
    assertThat(again.impressions()).isEqualTo(first.impressions());
    assertThat(again.timings().scoring()).isZero();
    assertThat(again.plain()).containsEntry("cached", true);
    assertThat(first.plain()).containsEntry("cached", false);
    assertThat(recommender.cacheStatistics()).hasValue(new CacheStatistics(1, 1, 1));
    assertThat(recommender.recommend(request.toBuilder().n(4).build()).isCached()).isFalse();
    assertThat(recommender.cacheStatistics().orElseThrow().hitRate()).isEqualTo(1 / 3.0);
    assertThat(recommender.similar("w1-1", 3).isCached()).isFalse();
    assertThat(recommender.similar("w1-1", 3).isCached()).isTrue();
    clock.now = clock.now.plus(Duration.ofMinutes(1));
    assertThat(recommender.recommend(request).isCached()).as("after five minutes").isFalse();
  }

  @Test
  void withoutOne_nothingIsKept() {
    Recommender recommender = Fixture.builder(CATALOG, EVENTS).build();
    recommender.recommend("u1", 5);
    assertThat(recommender.recommend("u1", 5).isCached()).isFalse();
    assertThat(recommender.cacheStatistics()).isEmpty();
    assertThatThrownBy(() -> AnswerCache.entries(0))
        .hasMessage("entries is 0, expected 1 or more; leave the cache out for none");
    assertThatThrownBy(() -> AnswerCache.entries(1).expiring(Duration.ZERO))
        .hasMessage("expiring is PT0S, expected more than 0");
  }

  /** Whatever somebody does drops their answers and those of their groups, and nobody else's. */
  @Test
  void whatAVisitorDoes_dropsTheirAnswers_andNoOthers() {
    Recommender recommender = builder().log(folder.resolve("log")).build();
    List<Consumer<String>> deeds =
        List.of(
            user -> recommender.record(Interaction.view(user, "w0-1").withEventId(user + "1")),
            user -> recommender.recordAll(List.of(Interaction.view(user, "w0-2"))),
            user -> recommender.recordAll(List.of(Interaction.view(user, "w0-3")), "s", 1),
            user -> recommender.record(Interaction.impression(user, "w0-4")),
            user -> recommender.follow(user, Trait.artist("Artist 1")),
            user -> recommender.block(user, Trait.subject("king")),
            user -> recommender.learn(user, List.of(Interest.stated(Trait.subject("sea"), 1))),
            user -> recommender.undo(user, user + "1"),
            user -> {
              recommender.record(Interaction.view("cookie", "w0-5"));
              recommender.merge("cookie", user);
            });
    RecommendationRequest group = RecommendationRequest.forGroup("u1", "u2").build();
    for (int deed = 0; deed < deeds.size(); deed++) {
      recommender.recommend(group);
      isCached(recommender, "u1");
      isCached(recommender, "u2");
      recommender.similar("w1-1", 5);
      deeds.get(deed).accept("u1");
      assertThat(recommender.recommend(group).isCached()).as("group, deed %s", deed).isFalse();
      assertThat(isCached(recommender, "u1")).as("u1, deed %s", deed).isFalse();
      assertThat(isCached(recommender, "u2")).as("u2, deed %s", deed).isTrue();
      assertThat(recommender.similar("w1-1", 5).isCached()).as("deed %s", deed).isTrue();
    }
    recommender.close();
  }

  @Test
  void impressions_dropNothingWhereTheyDoNotCount() {
    Recommender recommender = builder().impressionDiscount(ImpressionDiscount.none()).build();
    recommender.recordAll(recommender.recommend("u1", 5).impressions());
    assertThat(isCached(recommender, "u1")).isTrue();
  }

  @Test
  void whatChangesForEverybody_dropsAll() {
    Recommender recommender = builder().build();
    List<Runnable> changes =
        List.of(
            recommender::retrain,
            recommender::refresh,
            () -> recommender.promote(Promotions.none().pin("w3-3", 1)),
            () -> recommender.update(CatalogChange.put(Artwork.builder("new", "New").build())),
            () -> recommender.update(CatalogChange.offer("w1-1", Offer.unknown().stock(0))),
            () -> recommender.update(CatalogChange.withdraw("w1-1")),
            () -> recommender.forget("u5"),
            () -> recommender.forgetBefore(Instant.parse("2025-12-30T00:00:00Z")));
    for (int change = 0; change < changes.size(); change++) {
      recommender.recommend("u1", 5);
      assertThat(isCached(recommender, "u1")).as("before change %s", change).isTrue();
      changes.get(change).run();
      assertThat(recommender.cacheStatistics().orElseThrow().entries())
          .as("left by change %s", change)
          .isZero();
      assertThat(isCached(recommender, "u1")).as("after change %s", change).isFalse();
    }
  }

  @Test
  void forgotten_leavesNoAnswer_andTheReceiptSaysSo() {
    Recommender recommender = builder().build();
    recommender.recommend("stranger", 5);
    recommender.recommend(RecommendationRequest.forGroup("u1", "stranger").build());
    recommender.recommend(
        RecommendationRequest.forHistory(List.of(Interaction.view("stranger", "w1-1"))).build());
    recommender.recommend("u1", 5);
    assertThat(recommender.export("stranger").others())
        .hasEntrySatisfying(
            "answer cache", held -> assertThat((List<?>) held.get("answers")).hasSize(3));
    assertThat(recommender.forget("stranger").toString()).contains("'answer cache'", "3 erased");
    assertThat(recommender.export("stranger").isEmpty()).isTrue();
    assertThat(isCached(recommender, "u1")).as("others keep theirs").isTrue();
  }

  @Test
  void whoHasOptedOut_isNotKept_untilTheyOptIn() {
    Recommender recommender = builder().build();
    recommender.recommend("out", 5);
    recommender.optOut("out");
    RecommendationRequest group = RecommendationRequest.forGroup("u1", "out").build();
    for (int i = 0; i < 2; i++) {
      assertThat(isCached(recommender, "out")).isFalse();
      assertThat(recommender.recommend(group).isCached()).isFalse();
    }
    assertThat(recommender.cacheStatistics().orElseThrow().entries()).isZero();
    recommender.optIn("out");
    isCached(recommender, "out");
    assertThat(isCached(recommender, "out")).isTrue();
  }

  @Test
  void partialAnswer_isNotKept() {
    Meanwhile second = new Meanwhile();
    Recommender recommender = builder().rerank(second).build();
    RecommendationRequest hasty =
        RecommendationRequest.forUser("u1").deadline(Duration.ofNanos(1)).build();
    assertThat(recommender.recommend(hasty).isPartial()).isTrue();
    assertThat(recommender.recommend(hasty).isCached()).isFalse();
  }

  @Test
  void loaderTakesIt_andASizeIsABound() {
    Path model = folder.resolve("m.artrec");
    builder().build().save(model);
    Recommender loaded =
        Recommender.loader(model).clock(clock).answerCache(AnswerCache.entries(3)).load();
    for (int user = 0; user < 50; user++) {
      loaded.recommend("v" + user, 2);
    }
    assertThat(loaded.cacheStatistics().orElseThrow().entries()).isBetween(1L, 3L);
    loaded.recommend("again", 2);
  }

  @Test
  void answerThatWasBegunBeforeARecord_isNotGivenAfterIt() {
    Meanwhile second = new Meanwhile();
    Recommender recommender = builder().rerank(second).build();
    second.action =
        () -> {
          second.action = () -> {};
          recommender.record(Interaction.purchase("u1", "w2-2"));
        };
    recommender.recommend("u1", 5);
    assertThat(recommender.cacheStatistics().orElseThrow().entries()).isZero();
    assertThat(isCached(recommender, "u1")).isFalse();
    assertThat(isCached(recommender, "u1")).isTrue();
  }

  @Test
  void whoIsForgottenWhileTheirAnswerIsMade_leavesNone() {
    Meanwhile second = new Meanwhile();
    Recommender recommender = builder().rerank(second).build();
    recommender.record(Interaction.purchase("visitor", "w2-2"));
    second.action =
        () -> {
          second.action = () -> {};
          recommender.forget("visitor");
        };
    recommender.recommend("visitor", 5);
    assertThat(recommender.export("visitor").isEmpty()).isTrue();
  }

  @Test
  void thoseWhoAskTheSameAtTheSameTime_shareOneAnswer_butNotOverARecord() throws Exception {
    Meanwhile second = new Meanwhile();
    Recommender recommender = builder().threads(1).rerank(second).build();
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    second.action =
        () -> {
          second.action = () -> {};
          entered.countDown();
          try {
            gate.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<Recommendations>> same = new ArrayList<>();
      same.add(pool.submit(() -> recommender.recommend("u1", 5)));
      entered.await();
      for (int i = 0; i < 3; i++) {
        same.add(pool.submit(() -> recommender.recommend("u1", 5)));
      }
      recommender.record(Interaction.purchase("u1", "w2-2"));
      Recommendations own = recommender.recommend("u1", 40);
      assertThat(Fixture.ids(own)).as("the record is seen at once").doesNotContain("w2-2");
      assertThat(Fixture.ids(recommender.recommend("u1", 5))).doesNotContain("w2-2");
      gate.countDown();
      for (Future<Recommendations> each : same) {
        assertThat(each.get()).hasSize(5);
      }
    } finally {
      gate.countDown();
      pool.shutdownNow();
    }
  }

  @Test
  void quickAnswer_isMadeOnce_howeverManyCome() throws Exception {
    Meanwhile second = new Meanwhile();
    Recommender recommender = builder().threads(1).rerank(second).build();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 200; round++) {
        int before = second.answers.get();
        String user = "v" + round;
        List<Future<Recommendations>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          all.add(pool.submit(() -> recommender.recommend(user, 5)));
        }
        for (Future<Recommendations> each : all) {
          each.get();
        }
        assertThat(second.answers.get() - before).as("round %s", round).isEqualTo(1);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void failure_isNotKept_andStopsNobodyElse() {
    Meanwhile second = new Meanwhile();
    Recommender recommender = builder().rerank(second).build();
    second.action =
        () -> {
          throw new IllegalStateException("on purpose");
        };
    assertThatThrownBy(() -> recommender.recommend("u1", 5)).hasMessage("on purpose");
    second.action = () -> {};
    assertThat(isCached(recommender, "u1")).isFalse();
    assertThat(isCached(recommender, "u1")).isTrue();
  }

  /** With a cache or without, at the same moments: the same works, whatever happens in between. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void cache_changesNoAnswer(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Recommender kept = builder().build();
    Recommender plain =
        Recommender.builder()
            .catalog(CATALOG)
            .interactions(EVENTS)
            .clock(clock)
            .background(Runnable::run)
            .build();
    for (int step = 0; step < 300; step++) {
      String user = "u" + random.nextInt(4);
      String work = "w" + random.nextInt(4) + "-" + random.nextInt(10);
      int what = random.nextInt(30);
      for (Recommender each : List.of(kept, plain)) {
        if (what == 0) {
          each.refresh();
        } else if (what == 1) {
          each.forget(user);
        } else if (what == 2) {
          each.update(CatalogChange.offer(work, Offer.unknown().stock(step % 2)));
        } else if (what == 3) {
          each.follow(user, Trait.artist("Artist " + step % 4 + "1"));
        } else if (what < 8) {
          each.record(Interaction.favorite(user, work));
        }
      }
      RecommendationRequest request =
          random.nextInt(4) == 0
              ? RecommendationRequest.forGroup("u0", user).n(6).build()
              : RecommendationRequest.forUser(user).filter(Filters.available()).n(6).build();
      assertThat(kept.recommend(request))
          .as("seed %s, step %s", seed, step)
          .isEqualTo(plain.recommend(request));
    }
    assertThat(kept.cacheStatistics().orElseThrow().hits()).as("seed %s", seed).isPositive();
  }

  /** Record, then recommend, in each of several threads that ask for the same visitor. */
  @Test
  void whoRecords_seesItInTheNextAnswer_whoeverElseAsks() throws Exception {
    Recommender recommender = builder().threads(1).build();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> all = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        int school = thread;
        all.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < 10; i++) {
                    String work = "w" + school + "-" + i;
                    recommender.record(Interaction.favorite("shared", work));
                    if (Fixture.ids(recommender.recommend("shared", 40)).contains(work)) {
                      return false;
                    }
                  }
                  return true;
                }));
      }
      for (Future<Boolean> each : all) {
        assertThat(each.get()).isTrue();
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
