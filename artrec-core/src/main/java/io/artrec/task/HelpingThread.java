package io.artrec.task;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A thread that helps with a loop, once it comes. Who comes too late holds nothing of the loop, and
 * counts as busy until then.
 */
final class HelpingThread implements Runnable {
  /** The loop, until a thread has come or is no longer waited for. */
  private final AtomicReference<@Nullable Loop> awaited;

  private final Semaphore free;

  /** The thread while it helps; guarded by the monitor of this. */
  private @Nullable Thread thread;

  /**
   * Asks for help.
   *
   * @param free gets a permit back when the thread has come and gone
   */
  HelpingThread(Loop loop, Semaphore free) {
    awaited = new AtomicReference<>(loop);
    this.free = free;
  }

  @Override
  public void run() {
    Loop loop = awaited.getAndSet(null);
    if (loop == null) {
      free.release();
    } else {
      boolean before = Thread.currentThread().isInterrupted();
      helps(Thread.currentThread());
      try {
        loop.work(false);
      } finally {
        helps(null);
        if (!before) {
          Thread.interrupted();
        }
        free.release();
        loop.leave();
      }
    }
  }

  private synchronized void helps(@Nullable Thread now) {
    thread = now;
  }

  /** Does without it; false when it has come. */
  boolean dismiss() {
    return awaited.getAndSet(null) != null;
  }

  synchronized void interrupt() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
