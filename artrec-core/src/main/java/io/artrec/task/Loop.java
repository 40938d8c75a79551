package io.artrec.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** Those who were asked to help; of the leading thread, and guarded by the monitor. */
  private final List<HelpingThread> helpers = new ArrayList<>();

  /** Whether nobody else is to be asked; of the leading thread. */
  private boolean refused;

  /** How many of them have ended; guarded by the monitor. */
  private int left;

  /** Whether they were interrupted; guarded by the monitor. */
  private boolean hurried;

  /** Until when those who were interrupted are waited for; guarded by the monitor. */
  private long end;

  Loop(Workers workers, String stage, int count, int length, Workers.Range body) {
    this.workers = workers;
    this.stage = stage;
    this.count = count;
    this.length = length;
    this.body = body;
  }

  /** Works on the calling thread, and returns when the others have ended. */
  void lead() {
    work(true);
    boolean interrupted = awaitEnd();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Throwable thrown = failure;
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
    if (thrown != null) {
      throw new IllegalStateException(stage + " failed: " + thrown, thrown);
    }
    if (count > 0 && Thread.currentThread().isInterrupted()) {
      throw interrupted();
    }
  }

  private CancelledException interrupted() {
    return new CancelledException("interrupted while " + stage + "; nothing was changed");
  }

  /** Waits for the others; whether it was interrupted. */
  private synchronized boolean awaitEnd() {
    boolean interrupted = false;
    helpers.removeIf(HelpingThread::dismiss);
    while (left < helpers.size()) {
      long patience = hurried ? TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) : 0;
      if (hurried && patience <= 0) {
        LOG.warn("{} did not stop within 60 s of being interrupted", stage);
        break;
      }
      try {
        wait(patience);
      } catch (InterruptedException e) {
        interrupted = true;
        fail(interrupted());
        interrupt();
      }
    }
    return interrupted;
  }

  /** Takes ranges until none is left, or the loop is to stop. */
  void work(boolean leading) {
    try {
      int from = next.getAndAdd(length);
      while (from < count && from >= 0 && !stopped) {
        workers.cancellation().check(stage);
        if (leading) {
          hire();
        }
        int to = count - from < length ? count : from + length;
        body.run(from, to);
        report(to - from);
        from = next.getAndAdd(length);
      }
    } catch (Throwable e) { // also what a body of another language throws unchecked
      fail(e);
    }
  }

  /** Asks for as many others as there are ranges for, and threads. */
  private void hire() {
    int ranges = (count - Math.min(count, Math.max(0, next.get())) + length - 1) / length;
    boolean more = !refused;
    while (more && helpers.size() < Math.min(workers.threads() - 1, ranges)) {
      Optional<HelpingThread> helper = workers.hire(this);
      more = helper.isPresent();
      if (more) {
        synchronized (this) {
          helpers.add(helper.get());
        }
      }
    }
  }

  /** Asks nobody any more: the executor takes no task. */
  void doWithout() {
    refused = true;
  }

  /** Notes that a helper has ended. */
  synchronized void leave() {
    left++;
    notifyAll();
  }

  /** Stops the loop: at once by an interrupt when something failed, else between ranges. */
  private synchronized void fail(Throwable what) {
    if (failure == null) {
      failure = what;
      stopped = true;
      if (!(what instanceof CancelledException)) {
        interrupt();
      }
    }
    notifyAll();
  }

  private void interrupt() {
    if (!hurried) {
      hurried = true;
      end = System.nanoTime() + PATIENCE_NANOS;
      helpers.forEach(HelpingThread::interrupt);
    }
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
