package io.artrec.eval.statistics;

import io.artrec.task.CancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * Draws many values. The draws are divided into blocks, each with a generator split off one root,
 * so that threads change nothing.
 */
final class ResampleLoop {
  private static final int BLOCK = 64;

  private ResampleLoop() {}

  /**
   * Draws values.
   *
   * @param draws makes what draws one value; asked once a block, so that it may keep memory
   */
  static double[] draw(Resampling resampling, Supplier<ToDoubleFunction<SplittableRandom>> draws) {
    SplittableRandom root = new SplittableRandom(resampling.seed());
    double[] values = new double[resampling.resamples()];
    List<Runnable> blocks = new ArrayList<>();
    for (int from = 0; from < values.length; from += BLOCK) {
      int first = from;
      int end = Math.min(values.length, first + BLOCK);
      SplittableRandom random = root.split();
      blocks.add(
          () -> {
            ToDoubleFunction<SplittableRandom> draw = draws.get();
            for (int resample = first; resample < end; resample++) {
              values[resample] = draw.applyAsDouble(random);
            }
          });
    }
    if (resampling.threads() == 1 || blocks.size() == 1) {
      blocks.forEach(Runnable::run);
    } else {
      runAll(Math.min(resampling.threads(), blocks.size()), blocks);
    }
    return values;
  }

  private static void runAll(int threads, List<Runnable> blocks) {
    ExecutorService executor =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "artrec-resampling");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<?>> futures = new ArrayList<>();
      blocks.forEach(block -> futures.add(executor.submit(block)));
      for (Future<?> future : futures) {
        future.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("interrupted while resampling");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("resampling failed", e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }
}
