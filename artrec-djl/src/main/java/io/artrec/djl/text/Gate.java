package io.artrec.djl.text;

import io.artrec.djl.InferenceException;
import io.artrec.task.CancelledException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a fixed number of runs at a model, in order of arrival, a bounded number of callers waiting.
 * Each run has a workspace while it is inside. Thread-safe.
 */
final class Gate {
  private final String model;
  private final int runs;
  private final int mostWaiting;
  private final Semaphore permits;
  private final ConcurrentLinkedQueue<Workspace> free = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean closed;

  Gate(String model, int runs, int mostWaiting) {
    this.model = model;
    this.runs = runs;
    this.mostWaiting = mostWaiting;
    permits = new Semaphore(runs, true);
    for (int run = 0; run < runs; run++) {
      free.add(new Workspace());
    }
  }

  /** A moment after which a call gives up. */
  record Deadline(Duration allowed, long end) {
    static Deadline in(Duration allowed) {
      return new Deadline(allowed, System.nanoTime() + allowed.toNanos());
    }

    long left() {
      return end - System.nanoTime();
    }
  }

  /**
   * Waits for a turn.
   *
   * @throws InferenceException when too many wait already, or the deadline passes
   * @throws CancelledException when the thread is interrupted; its flag stays set
   * @throws IllegalStateException when the gate is closed
   */
  Workspace enter(Deadline deadline) {
    checkOpen();
    if (waiting.get() >= mostWaiting && permits.availablePermits() == 0) {
      throw new InferenceException(
          String.format(
              Locale.ROOT,
              "model %s is busy: %,d callers wait for it already; ask again later, or raise maxWaiting",
              model,
              mostWaiting));
    }
    waiting.incrementAndGet();
    try {
      if (!permits.tryAcquire(Math.max(0, deadline.left()), TimeUnit.NANOSECONDS)) {
        throw late(deadline);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted();
    } finally {
      waiting.decrementAndGet();
    }
    if (closed) {
      permits.release();
      checkOpen();
    }
    Workspace workspace = free.poll();
    return workspace == null ? new Workspace() : workspace;
  }

  InferenceException late(Deadline deadline) {
    return new InferenceException(
        "model " + model + " did not finish within " + deadline.allowed() + "; raise the timeout");
  }

  CancelledException interrupted() {
    return new CancelledException("interrupted while encoding texts with model " + model);
  }

  void leave(Workspace workspace) {
    free.add(workspace);
    permits.release();
  }

  /** How many callers wait for a turn or are about to take one. */
  int waiting() {
    return waiting.get();
  }

  boolean isOpen() {
    return !closed;
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the encoder of model " + model + " is closed");
    }
  }

  /**
   * Refuses new runs and waits until those inside have left.
   *
   * @return false when it was closed before
   */
  boolean close() {
    synchronized (this) {
      if (closed) {
        return false;
      }
      closed = true;
    }
    permits.acquireUninterruptibly(runs);
    permits.release(runs);
    return true;
  }
}
