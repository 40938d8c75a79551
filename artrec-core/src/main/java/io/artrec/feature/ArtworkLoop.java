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

/** Takes every artwork through every extractor, some artworks per thread at a time. */
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
  private final int chunk;
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
    int batch = runs.stream().mapToInt(ExtractorRun::batchSize).max().orElse(1);
    chunk = Math.max(1, Math.min(batch, (catalog.size() + threads - 1) / threads));
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
      for (int from = next.getAndAdd(chunk);
          from < catalog.size() && !stopped;
          from = next.getAndAdd(chunk)) {
        process(from, Math.min(catalog.size(), from + chunk));
      }
      finished = true;
    } finally {
      if (!finished) {
        stopped = true;
      }
    }
  }

  /**
   * Takes some artworks through: what is encoded alone, artwork by artwork, so that no two decoded
   * images are held; then what is encoded together.
   */
  private void process(int from, int to) {
    List<List<ExtractorRun.Waiting>> together = new ArrayList<>();
    runs.forEach(run -> together.add(new ArrayList<>()));
    for (int position = from; position < to; position++) {
      ArtworkInput input = new ArtworkInput(catalog.get(position), images);
      SourceHashes hashes = new SourceHashes(input, index);
      for (int r = 0; r < runs.size(); r++) {
        cancellation.check("extracting features");
        ExtractorRun run = runs.get(r);
        boolean alone = run.batchSize() == 1;
        ArtworkInput given =
            alone || run.readsImages() ? input : new ArtworkInput(input.artwork(), images);
        Optional<ExtractorRun.Waiting> waiting = run.find(position, given, hashes);
        if (alone) {
          waiting.ifPresent(run::encode);
        } else {
          waiting.flatMap(run::reduced).ifPresent(together.get(r)::add);
        }
      }
    }
    for (int r = 0; r < runs.size(); r++) {
      if (!together.get(r).isEmpty()) {
        cancellation.check("extracting features");
        runs.get(r).encodeAll(together.get(r));
      }
    }
    done.addAndGet(to - from);
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
