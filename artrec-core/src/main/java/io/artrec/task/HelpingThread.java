package io.artrec.task;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A thread that helps with a loop, once it comes; what it is, is guarded by the loop's monitor. */
final class HelpingThread implements Runnable {
  private final Loop loop;
  private final Semaphore free;
  private @Nullable Thread thread;
  private boolean over;
  private boolean interrupted;

  /**
   * Asks for help.
   *
   * @param free gets a permit back when this is over
   */
  HelpingThread(Loop loop, Semaphore free) {
    this.loop = loop;
    this.free = free;
  }

  @Override
  public void run() {
    synchronized (loop) {
      if (over) {
        return;
      }
      thread = Thread.currentThread();
    }
    try {
      loop.work();
    } finally {
      synchronized (loop) {
        if (interrupted) {
          Thread.interrupted();
        }
        thread = null;
        end();
        loop.notifyAll();
      }
    }
  }

  private void end() {
    over = true;
    free.release();
  }

  /** Does without it when it has not come; for those who hold the monitor, as all below. */
  void dismiss() {
    if (thread == null && !over) {
      end();
    }
  }

  boolean isWorking() {
    return thread != null;
  }

  void interrupt() {
    if (thread != null) {
      interrupted = true;
      thread.interrupt();
    }
  }
}
