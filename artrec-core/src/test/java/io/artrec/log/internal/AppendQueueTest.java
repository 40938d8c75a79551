package io.artrec.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
