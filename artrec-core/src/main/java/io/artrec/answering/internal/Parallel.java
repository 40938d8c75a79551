package io.artrec.answering.internal;

import io.artrec.task.CancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Applies a function to many inputs on a few threads, keeping their order. */
public final class Parallel {
  private Parallel() {}

  /**
   * {@return what a function makes of each input, in the order of the inputs}
   *
   * @param threads at most so many work at once; with one, the caller does it all
   * @param inputs what it is applied to
   * @param function must be thread-safe where there are several threads
   * @param <T> what an input is
   * @param <R> what is made of it
   */
  public static <T, R> List<R> map(int threads, List<T> inputs, Function<T, R> function) {
    if (threads == 1 || inputs.size() < 2) {
      return inputs.stream().map(function).toList();
    }
    ExecutorService executor = Executors.newFixedThreadPool(Math.min(threads, inputs.size()));
    try {
      List<Future<R>> futures = new ArrayList<>();
      inputs.forEach(input -> futures.add(executor.submit(() -> function.apply(input))));
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException("interrupted while answering " + inputs.size() + " requests");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("answering a request failed", e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }
}
