package io.artrec.feature;

import io.artrec.catalog.Catalog;
import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes every artwork through every extractor, one artwork per thread at a time. */
final class ArtworkLoop {
  private static final long REPORT_NANOS = 250_000_000;

  private final Catalog catalog;
  private final ArtworkImages images;
  private final List<ExtractorRun> runs;
  private final int threads;
  private final Progress progress;
  private final Cancellation cancellation;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private long lastReport = System.nanoTime();

  ArtworkLoop(
      Catalog catalog,
      ArtworkImages images,
      List<ExtractorRun> runs,
      int threads,
      Progress progress,
      Cancellation cancellation) {
    this.catalog = catalog;
    this.images = images;
    this.runs = runs;
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
      cancellation.cancel();
      Thread.currentThread().interrupt();
      throw new CancelledException("interrupted while extracting features");
    } catch (ExecutionException e) {
      cancellation.cancel();
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new ExtractionException("extracting features failed", e.getCause());
    } finally {
      executor.shutdownNow();
    }
    progress.update("extracting features", catalog.size(), catalog.size());
  }

  private void work() {
    for (int index = next.getAndIncrement();
        index < catalog.size();
        index = next.getAndIncrement()) {
      cancellation.check("extracting features");
      ArtworkInput input = new ArtworkInput(catalog.get(index), images);
      SourceHashes hashes = new SourceHashes(input);
      for (ExtractorRun run : runs) {
        run.process(index, input, hashes);
      }
      done.incrementAndGet();
      report();
    }
  }

  private synchronized void report() {
    long now = System.nanoTime();
    if (now - lastReport > REPORT_NANOS) {
      lastReport = now;
      progress.update("extracting features", done.get(), catalog.size());
    }
  }
}
