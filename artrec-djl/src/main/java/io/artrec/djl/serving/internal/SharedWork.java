package io.artrec.djl.serving.internal;

import io.artrec.task.CancelledException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs the units of one call on the caller's thread and on helpers, each unit inside the {@link
 * Gate}. Helpers are shared by all callers, start when needed and end when idle.
 *
 * @param <W> what a run works in
 */
public final class SharedWork<W> implements AutoCloseable {
  private static final long IDLE_SECONDS = 10;
  private static final long TURN_NANOS = 20_000_000;

  private final Gate<W> gate;
  private final int helpers;
  private final @Nullable ThreadPoolExecutor pool;

  /**
   * Creates one without a thread yet.
   *
   * @param gate lets runs at the model
   * @param helpers the most threads beside a caller's, 0 or more
   */
  public SharedWork(Gate<W> gate, int helpers) {
    this.gate = gate;
    this.helpers = helpers;
    if (helpers == 0) {
      pool = null;
      return;
    }
    pool =
        new ThreadPoolExecutor(
            helpers,
            helpers,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "artrec-encoder");
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    pool.allowCoreThreadTimeOut(true);
  }

  /**
   * One unit of work.
   *
   * @param <W> what a run works in
   */
  @FunctionalInterface
  public interface Unit<W> {
    /**
     * Does it.
     *
     * @param index which unit
     * @param workspace used by this unit alone meanwhile
     */
    void run(int index, W workspace);
  }

  /**
   * Runs units 0 to {@code count - 1}, in no order.
   *
   * @param count how many units
   * @param deadline when to give up
   * @param unit does one
   * @throws RuntimeException what the first failing unit threw; the rest is then left out
   */
  public void run(int count, Gate.Deadline deadline, Unit<W> unit) {
    if (count == 0) {
      return;
    }
    Call call = new Call(count, deadline, unit);
    if (pool != null) {
      for (int helper = 0; helper < Math.min(helpers, count - 1); helper++) {
        pool.execute(() -> call.work(false));
      }
    }
    call.work(true);
    call.await();
  }

  /** A stay inside the gate, over several units, but not for long while others wait. */
  private final class Turn {
    private @Nullable W workspace;
    private long since;

    W workspace(Gate.Deadline deadline) {
      W held = workspace;
      if (held == null) {
        held = gate.enter(deadline);
        workspace = held;
        since = System.nanoTime();
      }
      return held;
    }

    void endWhenOthersWait() {
      boolean mustEnd = !gate.isOpen();
      if (mustEnd || (gate.waiting() > 0 && System.nanoTime() - since > TURN_NANOS)) {
        end();
      }
    }

    void end() {
      if (workspace != null) {
        gate.leave(workspace);
        workspace = null;
      }
    }
  }

  private final class Call {
    private final int count;
    private final Gate.Deadline deadline;
    private final Unit<W> unit;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch open;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Call(int count, Gate.Deadline deadline, Unit<W> unit) {
      this.count = count;
      this.deadline = deadline;
      this.unit = unit;
      open = new CountDownLatch(count);
    }

    void work(boolean caller) {
      Turn turn = new Turn();
      try {
        for (int index = next.getAndIncrement(); index < count; index = next.getAndIncrement()) {
          try {
            if (failure.get() == null) {
              once(index, caller, turn);
            }
          } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
          } finally {
            open.countDown();
          }
        }
      } finally {
        turn.end();
      }
    }

    private void once(int index, boolean caller, Turn turn) {
      if (caller && Thread.currentThread().isInterrupted()) {
        throw gate.interrupted();
      }
      if (deadline.left() < 0) {
        throw gate.late(deadline);
      }
      unit.run(index, turn.workspace(deadline));
      turn.endWhenOthersWait();
    }

    /** Waits for helpers that still have a unit, but not for long once the call has failed. */
    void await() {
      try {
        boolean done = failure.get() != null;
        while (!done) {
          done = open.await(Math.max(1, deadline.left()), TimeUnit.NANOSECONDS);
          if (!done && deadline.left() <= 0) {
            throw gate.late(deadline);
          }
        }
      } catch (InterruptedException e) {
        CancelledException cancelled = gate.interrupted();
        failure.compareAndSet(null, cancelled);
        Thread.currentThread().interrupt();
      }
      Throwable first = failure.get();
      if (first instanceof Error error) {
        throw error;
      }
      if (first instanceof RuntimeException exception) {
        throw exception;
      }
    }
  }

  /** Lets helpers end. */
  @Override
  public void close() {
    if (pool != null) {
      pool.shutdown();
    }
  }
}
