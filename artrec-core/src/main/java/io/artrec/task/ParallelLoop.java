package io.artrec.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs a loop in parallel. Chunks of indices are handed out as threads become free, so which thread
 * runs which index is open; a loop whose every index computes only its own results therefore gives
 * the same at any number of threads.
 */
public final class ParallelLoop {
  private static final int CHUNKS_PER_THREAD = 32;

  /** What to do for a range of indices. */
  @FunctionalInterface
  public interface Range {
    /**
     * Does the work of some indices.
     *
     * @param from the first
     * @param to after the last
     */
    void run(int from, int to);
  }

  private ParallelLoop() {}

  /**
   * Runs a loop.
   *
   * @param threads how many at most, 1 or more
   * @param progress hears how many indices are done
   * @param cancellation stops the loop between ranges
   * @param stage what is being done, for progress and messages
   * @param count indices 0 to {@code count - 1}
   * @param body is called with ranges of them, by several threads at a time
   * @throws CancelledException when cancelled between ranges
   */
  public static void run(
      int threads,
      Progress progress,
      Cancellation cancellation,
      String stage,
      int count,
      Range body) {
    int workers = Math.max(1, Math.min(threads, count));
    int chunk = Math.max(1, count / (workers * CHUNKS_PER_THREAD));
    AtomicInteger next = new AtomicInteger();
    AtomicLong done = new AtomicLong();
    Runnable worker =
        () -> {
          for (int from = next.getAndAdd(chunk);
              from < count && from >= 0;
              from = next.getAndAdd(chunk)) {
            cancellation.check(stage);
            int to = Math.min(count, from + chunk);
            body.run(from, to);
            progress.update(stage, done.addAndGet(to - from), count);
          }
        };
    if (workers == 1) {
      worker.run();
    } else {
      inParallel(stage, workers, worker);
    }
  }

  private static void inParallel(String stage, int threads, Runnable worker) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "artrec " + stage);
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        all.add(pool.submit(worker));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(stage + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("interrupted while " + stage + "; nothing was changed");
    } finally {
      pool.shutdownNow();
    }
  }
}
