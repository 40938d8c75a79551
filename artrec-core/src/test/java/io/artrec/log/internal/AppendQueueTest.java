package io.artrec.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AppendQueueTest {
  /** What a caller brings. */
  private static final class Brought extends AppendQueue.Batch {
    Brought() {
      super(100);
    }
  }

  /** Nobody returns before their batch is written, also when more wait than one writing takes. */
  @Test
  void moreThanIsWrittenAtOnce_isWrittenBeforeItsCallersReturn() throws Exception {
    int callers = 8;
    for (int round = 0; round < 50; round++) {
      AppendQueue<Brought> queue = new AppendQueue<>(1);
      List<Brought> written = Collections.synchronizedList(new ArrayList<>());
      CountDownLatch gate = new CountDownLatch(1);
      AppendQueue.Writing writing =
          () -> {
            List<Brought> group = queue.take();
            await(gate);
            written.addAll(group);
            queue.done(group);
          };
      ExecutorService executor = Executors.newFixedThreadPool(callers);
      try {
        List<Future<Boolean>> returned = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
          Brought mine = new Brought();
          returned.add(
              executor.submit(
                  () -> {
                    queue.pass(mine, writing);
                    return written.contains(mine);
                  }));
        }
        gate.countDown();
        for (Future<Boolean> caller : returned) {
          assertThat(caller.get()).as("written when its caller returns").isTrue();
        }
        assertThat(written).hasSize(callers).doesNotHaveDuplicates();
      } finally {
        executor.shutdownNow();
      }
    }
  }

  @Test
  void writerThatThrows_leavesNobodyWaiting() throws Exception {
    AppendQueue<Brought> queue = new AppendQueue<>(1000);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try {
      Future<?> first =
          executor.submit(
              () ->
                  queue.pass(
                      new Brought(),
                      () -> {
                        begun.countDown();
                        await(gate);
                        throw new IllegalStateException("no memory");
                      }));
      await(begun);
      Brought other = new Brought();
      List<Brought> written = new ArrayList<>();
      Future<?> second =
          executor.submit(
              () ->
                  queue.pass(
                      other,
                      () -> {
                        List<Brought> group = queue.take();
                        written.addAll(group);
                        queue.done(group);
                      }));
      gate.countDown();
      assertThatThrownBy(first::get).hasRootCauseMessage("no memory");
      second.get();
      assertThat(written).containsExactly(other);
    } finally {
      executor.shutdownNow();
    }
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
