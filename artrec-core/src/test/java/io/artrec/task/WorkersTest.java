package io.artrec.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class WorkersTest {
  @ParameterizedTest
  @CsvSource({"1,0", "1,7", "2,1", "2,2", "3,1000", "8,5", "64,1021"})
  void everyIndex_isDoneOnce(int threads, int count) {
    AtomicIntegerArray done = new AtomicIntegerArray(count);
    Workers.of(threads)
        .run(
            "counting",
            count,
            (from, to) -> IntStream.range(from, to).forEach(done::incrementAndGet));
    assertThat(IntStream.range(0, count).map(done::get)).allMatch(times -> times == 1);
  }

  @Test
  void map_keepsTheOrder() {
    List<Integer> inputs = IntStream.range(0, 1000).boxed().toList();
    assertThat(Workers.of(4).map("doubling", inputs, input -> 2 * input))
        .isEqualTo(inputs.stream().map(input -> 2 * input).toList());
  }

  @Test
  void ranges_haveTheLengthAskedFor() {
    List<Integer> lengths = Collections.synchronizedList(new ArrayList<>());
    Workers.of(2).run("cutting", 10, 4, (from, to) -> lengths.add(to - from));
    assertThat(lengths).containsExactlyInAnyOrder(4, 4, 2);
  }

  /** The caller's range throws while another works, which has ended when the loop throws. */
  @Test
  void failedLoop_hasEndedWhenItThrows() {
    Thread caller = Thread.currentThread();
    for (int round = 0; round < 50; round++) {
      CountDownLatch both = new CountDownLatch(2);
      AtomicBoolean ended = new AtomicBoolean();
      Workers.Range body =
          (from, to) -> {
            both.countDown();
            await(both);
            if (Thread.currentThread().equals(caller)) {
              throw new AssertionError("an error is passed on as it is");
            }
            untilInterrupted();
            ended.set(true);
          };
      assertThatThrownBy(() -> Workers.of(2).run("failing", 2, body))
          .isInstanceOf(AssertionError.class)
          .hasMessage("an error is passed on as it is");
      assertThat(ended).isTrue();
    }
  }

  /** What another thread's range throws stops the caller after its own. */
  @Test
  void failedHelper_stopsTheCallerBetweenRanges() {
    CountDownLatch both = new CountDownLatch(2);
    AtomicInteger ranges = new AtomicInteger();
    Thread caller = Thread.currentThread();
    Workers.Range body =
        (from, to) -> {
          both.countDown();
          await(both);
          ranges.incrementAndGet();
          if (!Thread.currentThread().equals(caller)) {
            throw new IllegalStateException("helpless");
          }
        };
    assertThatThrownBy(() -> Workers.of(2).run("failing", 1_000_000_000, 1, body))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("helpless");
    assertThat(ranges.get()).isLessThan(1_000_000_000);
  }

  @Test
  void interruptedCaller_stopsTheOthers_andStaysInterrupted() {
    CountDownLatch both = new CountDownLatch(2);
    AtomicBoolean ended = new AtomicBoolean();
    Thread caller = Thread.currentThread();
    Workers.Range body =
        (from, to) -> {
          both.countDown();
          await(both);
          if (Thread.currentThread().equals(caller)) {
            caller.interrupt();
          } else {
            untilInterrupted();
            ended.set(true);
          }
        };
    assertThatThrownBy(() -> Workers.of(2).run("waiting", 2, body))
        .isInstanceOf(CancelledException.class)
        .hasMessage("interrupted while waiting; nothing was changed");
    assertThat(ended).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void cancelledLoop_stopsBetweenRanges() {
    Cancellation token = new Cancellation();
    AtomicInteger ranges = new AtomicInteger();
    Workers.Range body =
        (from, to) -> {
          if (ranges.incrementAndGet() == 3) {
            token.cancel();
          }
        };
    assertThatThrownBy(() -> Workers.of(1).cancellation(token).run("working", 100, 1, body))
        .isInstanceOf(CancelledException.class)
        .hasMessage("cancelled while working; nothing was changed");
    assertThat(ranges).hasValue(3);
  }

  @Test
  void progress_risesToTheEnd() {
    List<Long> heard = Collections.synchronizedList(new ArrayList<>());
    Workers.of(3)
        .progress(
            (stage, done, total) -> {
              assertThat(stage).isEqualTo("hearing");
              assertThat(total).isEqualTo(10_000);
              heard.add(done);
            })
        .run("hearing", 10_000, (from, to) -> {});
    assertThat(heard).isSorted().endsWith(10_000L);
  }

  /** Four callers on workers of three threads: each works itself, and two others help them all. */
  @Test
  void loopsOnTheSameWorkers_shareTheirThreads() throws Exception {
    Workers shared = Workers.of(3);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Workers.Range body =
        (from, to) -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          Thread.onSpinWait();
          now.decrementAndGet();
        };
    ExecutorService callers = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> loops = new ArrayList<>();
      for (int loop = 0; loop < 4; loop++) {
        loops.add(callers.submit(() -> shared.run("sharing", 500, 1, body)));
      }
      for (Future<?> loop : loops) {
        loop.get();
      }
    } finally {
      callers.shutdownNow();
    }
    assertThat(most.get()).isLessThanOrEqualTo(4 + 2);
  }

  @Test
  void loopInALoop_onAnExecutorOfOneThread_ends() throws Exception {
    ExecutorService one = Executors.newFixedThreadPool(1);
    try {
      Workers workers = Workers.on(one, 4);
      AtomicInteger done = new AtomicInteger();
      Workers.Range body =
          (from, to) -> workers.run("inside", 8, 1, (first, last) -> done.incrementAndGet());
      workers.run("outside", 8, 1, body);
      assertThat(done).hasValue(64);
    } finally {
      one.shutdownNow();
    }
  }

  @Test
  void executorThatTakesNothing_leavesTheWorkToTheCaller() {
    AtomicInteger done = new AtomicInteger();
    Workers alone =
        Workers.on(
            task -> {
              throw new RejectedExecutionException("shut down");
            },
            4);
    for (int round = 0; round < 10; round++) {
      alone.run("working", 10, 1, (from, to) -> done.incrementAndGet());
    }
    assertThat(done).hasValue(100);
  }

  @Test
  void lentThread_isGivenBackUninterrupted() {
    List<Boolean> interrupted = new ArrayList<>();
    List<Thread> lent = new ArrayList<>();
    CountDownLatch both = new CountDownLatch(2);
    Thread caller = Thread.currentThread();
    Workers.Range body =
        (from, to) -> {
          both.countDown();
          await(both);
          if (Thread.currentThread().equals(caller)) {
            throw new IllegalStateException("no");
          }
          untilInterrupted();
          Thread.currentThread().interrupt();
        };
    Workers workers =
        Workers.on(
            task -> {
              Thread thread =
                  new Thread(
                      () -> {
                        task.run();
                        interrupted.add(Thread.currentThread().isInterrupted());
                      });
              lent.add(thread);
              thread.start();
            },
            2);
    assertThatThrownBy(() -> workers.run("failing", 2, body)).hasMessage("no");
    lent.forEach(WorkersTest::join);
    assertThat(interrupted).containsExactly(false);
  }

  /** Threads that become free while a loop runs join it. */
  @Test
  void threadsThatBecomeFree_join() throws Exception {
    Workers workers = Workers.of(2);
    CountDownLatch taken = new CountDownLatch(2);
    AtomicBoolean release = new AtomicBoolean();
    Thread other =
        new Thread(
            () ->
                workers.run(
                    "taking both",
                    2,
                    (from, to) -> {
                      taken.countDown();
                      while (!release.get()) {
                        Thread.onSpinWait();
                      }
                    }));
    other.start();
    await(taken);
    Set<Thread> seen = Collections.synchronizedSet(new HashSet<>());
    workers.run(
        "going on",
        3,
        1,
        (from, to) -> {
          seen.add(Thread.currentThread());
          if (from == 0) {
            release.set(true);
            join(other);
          } else {
            while (seen.size() < 2) {
              Thread.onSpinWait();
            }
          }
        });
    assertThat(seen).hasSize(2);
  }

  /** Every second thread cannot be had; afterwards two can help as before. */
  @Test
  void executorThatFails_losesNoPermit() {
    AtomicInteger asked = new AtomicInteger();
    AtomicBoolean failing = new AtomicBoolean(true);
    List<Thread> threads = new ArrayList<>();
    Workers workers =
        Workers.on(
            task -> {
              if (asked.incrementAndGet() % 2 == 0 && failing.get()) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              Thread thread = new Thread(task);
              threads.add(thread);
              thread.start();
            },
            3);
    for (int round = 0; round < 20; round++) {
      AtomicInteger done = new AtomicInteger();
      workers.run("working", 300, 1, (from, to) -> done.incrementAndGet());
      assertThat(done).hasValue(300);
    }
    threads.forEach(WorkersTest::join);
    failing.set(false);
    CountDownLatch all = new CountDownLatch(3);
    workers.run(
        "meeting",
        3,
        1,
        (from, to) -> {
          all.countDown();
          await(all);
        });
    assertThat(all.getCount()).isZero();
  }

  /** What languages without checked exceptions throw. */
  @Test
  void checkedException_isNotLost() {
    for (int threads : new int[] {1, 2}) {
      assertThatThrownBy(
              () ->
                  Workers.of(threads)
                      .run("reading", 100, 1, (from, to) -> sneak(new IOException("gone"))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("reading failed: java.io.IOException: gone")
          .hasRootCauseInstanceOf(IOException.class);
    }
  }

  @SuppressWarnings("unchecked") // the compiler is to believe it
  private static <E extends Throwable> void sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Test
  void interruptDuringTheLastRange_isACancellation() {
    assertThatThrownBy(
            () -> Workers.of(1).run("ending", 1, (from, to) -> Thread.currentThread().interrupt()))
        .isInstanceOf(CancelledException.class)
        .hasMessage("interrupted while ending; nothing was changed");
    assertThat(Thread.interrupted()).isTrue();
  }

  /** A task that an executor has not begun when its loop ends holds nothing of it. */
  @Test
  void taskThatComesTooLate_doesNothing_andCountsUntilThen() {
    List<Runnable> queue = new ArrayList<>();
    Workers workers = Workers.on(queue::add, 3);
    AtomicInteger done = new AtomicInteger();
    for (int round = 0; round < 10; round++) {
      workers.run("working", 10, 1, (from, to) -> done.incrementAndGet());
    }
    assertThat(done).hasValue(100);
    assertThat(queue).as("as many as may help").hasSize(2);
    queue.forEach(Runnable::run);
    assertThat(done).hasValue(100);
    workers.run("working", 10, 1, (from, to) -> done.incrementAndGet());
    assertThat(queue).hasSize(4);
  }

  @Test
  void wrongNumbers_areRefused() {
    Workers workers = Workers.of(2);
    assertThatThrownBy(() -> workers.run("working", -1, (from, to) -> {}))
        .hasMessage("count is -1, expected 0 or more");
    assertThatThrownBy(() -> workers.run("working", 1, 0, (from, to) -> {}))
        .hasMessage("length is 0, expected 1 or more");
  }

  @Test
  void atMost_neverMakesMore() {
    assertThat(Workers.of(4).atMost(2).threads()).isEqualTo(2);
    assertThat(Workers.of(4).atMost(9).threads()).isEqualTo(4);
    assertThatThrownBy(() -> Workers.of(0)).hasMessage("threads is 0, expected 1 or more");
    assertThatThrownBy(() -> Workers.of(4).atMost(0))
        .hasMessage("threads is 0, expected 1 or more");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for both, interrupted or not. */
  private static void await(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      Thread.onSpinWait();
    }
  }

  private static void untilInterrupted() {
    while (!Thread.interrupted()) {
      Thread.onSpinWait();
    }
  }
}
