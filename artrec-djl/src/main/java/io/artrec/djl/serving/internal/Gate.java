package io.artrec.djl.serving.internal;

import io.artrec.djl.InferenceException;
import io.artrec.task.CancelledException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets a fixed number of runs at a model, in order of arrival, a bounded number of callers waiting.
 * Each run has a workspace while it is inside. Thread-safe.
 *
 * @param <W> what a run works in, used again by the next one
 */
public final class Gate<W> {
  private final Bounds bounds;
  private final Supplier<W> workspaces;
  private final Semaphore permits;
  private final ConcurrentLinkedQueue<W> free = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean closed;

  /**
   * Creates an open gate.
   *
   * @param bounds how many may be inside and before it
   * @param workspaces makes what a run works in, at most as many as runs
   */
  public Gate(Bounds bounds, Supplier<W> workspaces) {
    this.bounds = bounds;
    this.workspaces = workspaces;
    permits = new Semaphore(bounds.runs(), true);
  }

  /**
   * What a gate lets through.
   *
   * @param model names the model in messages
   * @param inputs what is encoded, for messages: {@code texts}
   * @param runs how many at a time, 1 or more
   * @param mostWaiting how many may wait, 1 or more
   */
  public record Bounds(String model, String inputs, int runs, int mostWaiting) {}

  /**
   * A moment after which a call gives up.
   *
   * @param allowed the time it was given
   * @param end the moment, by {@link System#nanoTime}
   */
  public record Deadline(Duration allowed, long end) {
    /**
     * {@return the moment after a time}
     *
     * @param allowed the time
     */
    public static Deadline in(Duration allowed) {
      return new Deadline(allowed, System.nanoTime() + allowed.toNanos());
    }

    /**
     * Returns the time that is left.
     *
     * @return nanoseconds, negative when it is over
     */
    public long left() {
      return end - System.nanoTime();
    }
  }

  /**
   * Waits for a turn.
   *
   * @param deadline when to give up
   * @return a workspace, to be given back to {@link #leave}
   * @throws InferenceException when too many wait already, or the deadline passes
   * @throws CancelledException when the thread is interrupted; its flag stays set
   * @throws IllegalStateException when the gate is closed
   */
  public W enter(Deadline deadline) {
    checkOpen();
    if (waiting.get() >= bounds.mostWaiting() && permits.availablePermits() == 0) {
      throw new InferenceException(
          String.format(
              Locale.ROOT,
              "model %s is busy: %,d callers wait for it already; ask again later, or raise maxWaiting",
              bounds.model(),
              bounds.mostWaiting()));
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
    W workspace = free.poll();
    return workspace == null ? workspaces.get() : workspace;
  }

  /**
   * {@return what a call throws that gives up}
   *
   * @param deadline the moment that has passed
   */
  public InferenceException late(Deadline deadline) {
    return new InferenceException(
        "model "
            + bounds.model()
            + " did not finish within "
            + deadline.allowed()
            + "; raise the timeout");
  }

  /** {@return what an interrupted call throws} */
  public CancelledException interrupted() {
    return new CancelledException(
        "interrupted while encoding " + bounds.inputs() + " with model " + bounds.model());
  }

  /**
   * Ends a turn.
   *
   * @param workspace what {@link #enter} gave
   */
  public void leave(W workspace) {
    free.add(workspace);
    permits.release();
  }

  /** {@return how many callers wait for a turn or are about to take one} */
  public int waiting() {
    return waiting.get();
  }

  /**
   * Tells whether runs are let in.
   *
   * @return false once it was closed
   */
  public boolean isOpen() {
    return !closed;
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the encoder of model " + bounds.model() + " is closed");
    }
  }

  /**
   * Refuses new runs and waits until those inside have left.
   *
   * @return false when it was closed before
   */
  public boolean close() {
    synchronized (this) {
      if (closed) {
        return false;
      }
      closed = true;
    }
    permits.acquireUninterruptibly(bounds.runs());
    permits.release(bounds.runs());
    return true;
  }
}
