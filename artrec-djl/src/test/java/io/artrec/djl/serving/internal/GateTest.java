package io.artrec.djl.serving.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.djl.InferenceException;
import io.artrec.task.CancelledException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GateTest {
  private static final Gate.Deadline LATER = Gate.Deadline.in(Duration.ofHours(1));

  private final ExecutorService others = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    others.shutdownNow();
  }

  private static Gate<Object> gate(int mostWaiting) {
    return new Gate<>(new Gate.Bounds("m", "texts", 1, mostWaiting), Object::new);
  }

  private static void awaitWaiting(Gate<?> gate, int count) {
    while (gate.waiting() < count) {
      Thread.onSpinWait();
    }
  }

  @Test
  void fullQueue_isRefused() throws Exception {
    Gate<Object> gate = gate(1);
    Object inside = gate.enter(LATER);
    Future<Object> queued = others.submit(() -> gate.enter(LATER));
    awaitWaiting(gate, 1);

    assertThatThrownBy(() -> gate.enter(LATER))
        .isInstanceOf(InferenceException.class)
        .hasMessage(
            "model m is busy: 1 callers wait for it already; ask again later, or raise maxWaiting");
    gate.leave(inside);
    assertThat(queued.get()).isSameAs(inside);
  }

  @Test
  void deadline_isKept() {
    Gate<Object> gate = gate(10);
    gate.enter(LATER);
    assertThatThrownBy(() -> gate.enter(Gate.Deadline.in(Duration.ofMillis(1))))
        .isInstanceOf(InferenceException.class)
        .hasMessage("model m did not finish within PT0.001S; raise the timeout");
  }

  @Test
  void interruptedCaller_leavesWithItsFlagSet() throws Exception {
    Gate<Object> gate = gate(10);
    gate.enter(LATER);
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    Future<Boolean> flag =
        others.submit(
            () -> {
              thread.complete(Thread.currentThread());
              assertThatThrownBy(() -> gate.enter(LATER))
                  .isInstanceOf(CancelledException.class)
                  .hasMessage("interrupted while encoding texts with model m");
              return Thread.currentThread().isInterrupted();
            });
    awaitWaiting(gate, 1);
    thread.get().interrupt();
    assertThat(flag.get()).isTrue();
  }

  @Test
  void close_waitsForThoseInsideAndTurnsAwayThoseWaiting() throws Exception {
    Gate<Object> gate = gate(10);
    Object inside = gate.enter(LATER);
    Future<Object> queued = others.submit(() -> gate.enter(LATER));
    awaitWaiting(gate, 1);
    CountDownLatch closing = new CountDownLatch(1);
    Future<Boolean> closed =
        others.submit(
            () -> {
              closing.countDown();
              return gate.close();
            });
    closing.await();
    while (gate.isOpen()) {
      Thread.onSpinWait();
    }
    assertThat(closed.isDone()).isFalse();

    gate.leave(inside);
    assertThat(closed.get()).isTrue();
    assertThat(gate.close()).isFalse();
    assertThatThrownBy(queued::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the encoder of model m is closed");
  }
}
