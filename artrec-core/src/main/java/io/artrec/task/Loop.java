package io.artrec.task;

import io.artrec.task.internal.Interrupts;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One loop of {@link Workers}: hands out ranges, and ends when all threads have left it. */
final class Loop {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
  private static final long REPORT_NANOS = 250_000_000;

  /** How long the end of a loop that is to stop is waited for. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Workers workers;
  private final String stage;
  private final int count;
  private final int length;
  private final Workers.Range body;
  private final AtomicInteger next = new AtomicInteger();
  private volatile boolean stopped;

  /** What went wrong first. */
  private volatile @Nullable Throwable failure;

  /** How many indices are done; guarded by the monitor, as when that was said last. */
  private int done;

  private long reported = System.nanoTime();

  Loop(Workers workers, String stage, int count, int length, Workers.Range body) {
    this.workers = workers;
    this.stage = stage;
    this.count = count;
    this.length = length;
    this.body = body;
  }

  int length() {
    return length;
  }

  /** Works on the calling thread, and returns when the helpers have ended. */
  void lead(List<HelpingThread> helpers) {
    work();
    if (awaitEnd(helpers)) {
      Thread.currentThread().interrupt();
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** Waits for the helpers, whom it interrupts when the loop is to stop; whether it was itself. */
  private synchronized boolean awaitEnd(List<HelpingThread> helpers) {
    boolean interrupted = false;
    boolean told = false;
    long end = 0;
    helpers.forEach(HelpingThread::dismiss);
    while (helpers.stream().anyMatch(HelpingThread::isWorking)) {
      if (stopped && !told) {
        helpers.forEach(HelpingThread::interrupt);
        told = true;
        end = System.nanoTime() + PATIENCE_NANOS;
      }
      long left = told ? TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) : Long.MAX_VALUE;
      if (left <= 0) {
        LOG.warn("{} did not stop within 60 s of being interrupted", stage);
        break;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        interrupted = true;
        fail(new CancelledException("interrupted while " + stage + "; nothing was changed"));
      }
    }
    return interrupted;
  }

  /** Takes ranges until none is left, or the loop is to stop. */
  void work() {
    try {
      for (int from = next.getAndAdd(length);
          from < count && from >= 0 && !stopped;
          from = next.getAndAdd(length)) {
        workers.cancellation().check(stage);
        int to = count - from < length ? count : from + length;
        body.run(from, to);
        report(to - from);
      }
    } catch (RuntimeException | Error e) {
      Interrupts.keep(e);
      fail(e);
    }
  }

  private synchronized void fail(Throwable what) {
    stopped = true;
    if (failure == null) {
      failure = what;
    }
    notifyAll();
  }

  private synchronized void report(int more) {
    done += more;
    long now = System.nanoTime();
    if (done == count || now - reported > REPORT_NANOS) {
      reported = now;
      workers.progress().update(stage, done, count);
    }
  }
}
