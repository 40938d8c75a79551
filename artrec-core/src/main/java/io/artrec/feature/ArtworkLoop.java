package io.artrec.feature;

import io.artrec.catalog.Catalog;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every artwork through every extractor, one artwork per thread at a time. */
final class ArtworkLoop {
  private static final Logger LOG = LoggerFactory.getLogger(ArtworkLoop.class);
  private static final long REPORT_NANOS = 250_000_000;
  private static final long PATIENCE_SECONDS = 60;

  private final Catalog catalog;
  private final ArtworkImages images;
  private final List<ExtractorRun> runs;
  private final Optional<ImageIndex> index;
  private final int threads;
  private final Progress progress;
  private final Cancellation cancellation;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private volatile boolean stopped;
  private long lastReport = System.nanoTime();

  ArtworkLoop(
      Catalog catalog,
      ArtworkImages images,
      List<ExtractorRun> runs,
      Optional<ImageIndex> index,
      int threads,
      Progress progress,
      Cancellation cancellation) {
    this.catalog = catalog;
    this.images = images;
    this.runs = runs;
    this.index = index;
    this.threads = threads;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  void run() {
    int workers = Math.min(threads, catalog.size());
    ExecutorService executor =
        Executors.newFixedThreadPool(
            workers,
            task -> {
              Thread thread = new Thread(task, "artrec-extraction");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        futures.add(executor.submit(this::work));
      }
      for (Future<?> future : futures) {
        future.get();
      }
    } catch (InterruptedException e) {
      stopped = true;
      Thread.currentThread().interrupt();
      throw new CancelledException("interrupted while extracting features");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new ExtractionException("extracting features failed: " + e.getCause(), e.getCause());
    } finally {
      executor.shutdownNow();
      awaitWorkers(executor);
    }
    progress.update("extracting features", catalog.size(), catalog.size());
  }

  /**
   * Waits until no worker touches an extractor any more, even when the calling thread was
   * interrupted; whoever called may close what the extractors use.
   */
  private static void awaitWorkers(ExecutorService executor) {
    boolean interrupted = Thread.interrupted();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      while (!executor.isTerminated()) {
        try {
          if (!executor.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            LOG.warn(
                "an extractor did not stop within {} s of being interrupted", PATIENCE_SECONDS);
            return;
          }
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void work() {
    boolean finished = false;
    try {
      for (int index = next.getAndIncrement();
          index < catalog.size() && !stopped;
          index = next.getAndIncrement()) {
        process(index);
      }
      finished = true;
    } finally {
      if (!finished) {
        stopped = true;
      }
    }
  }

  private void process(int position) {
    ArtworkInput input = new ArtworkInput(catalog.get(position), images);
    SourceHashes hashes = new SourceHashes(input, index);
    for (ExtractorRun run : runs) {
      cancellation.check("extracting features");
      run.process(position, input, hashes);
    }
    done.incrementAndGet();
    report();
  }

  private synchronized void report() {
    long now = System.nanoTime();
    if (now - lastReport > REPORT_NANOS) {
      lastReport = now;
      progress.update("extracting features", done.get(), catalog.size());
    }
  }
}
