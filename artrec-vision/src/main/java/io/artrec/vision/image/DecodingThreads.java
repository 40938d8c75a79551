package io.artrec.vision.image;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Decodes each file on a thread that can be left behind, since nothing ends a thread that loops
 * without reading. There are as many threads as there are files being decoded and left behind; of
 * those left behind two for each format, then the format is refused until one of them ends.
 * Thread-safe.
 */
final class DecodingThreads {
  static final int MAX_LEFT_BEHIND = 2;

  private static final ExecutorService THREADS =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> {
            Thread thread = new Thread(task, "artrec-decoding");
            thread.setDaemon(true);
            thread.setContextClassLoader(DecodingThreads.class.getClassLoader());
            return thread;
          });

  private final Map<ImageFormat, AtomicInteger> leftBehind = new EnumMap<>(ImageFormat.class);

  DecodingThreads() {
    for (ImageFormat format : ImageFormat.values()) {
      leftBehind.put(format, new AtomicInteger());
    }
  }

  /**
   * Tells whether so many threads were left behind by files of a format that no more are started.
   */
  boolean refuses(ImageFormat format) {
    return leftBehind(format).get() >= MAX_LEFT_BEHIND;
  }

  /**
   * Runs the work, which is to check the deadline, and waits for it no longer than patience lasts.
   *
   * @throws DecodeDeadline.Passed when the work did not end in time
   * @throws InterruptedException when the calling thread was interrupted; the work is left behind
   */
  <T> T run(ImageFormat format, Duration patience, DecodeDeadline deadline, Callable<T> work)
      throws ExecutionException, InterruptedException, DecodeDeadline.Passed {
    AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              try {
                return work.call();
              } finally {
                if (state.getAndSet(State.ENDED) == State.LEFT) {
                  leftBehind(format).decrementAndGet();
                }
              }
            });
    THREADS.execute(task);
    try {
      return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      leave(format, state, deadline);
      throw new DecodeDeadline.Passed();
    } catch (InterruptedException e) {
      leave(format, state, deadline);
      throw e;
    }
  }

  private void leave(ImageFormat format, AtomicReference<State> state, DecodeDeadline deadline) {
    deadline.cancel();
    leftBehind(format).incrementAndGet();
    if (!state.compareAndSet(State.RUNNING, State.LEFT)) {
      leftBehind(format).decrementAndGet();
    }
  }

  private AtomicInteger leftBehind(ImageFormat format) {
    return Objects.requireNonNull(leftBehind.get(format));
  }

  private enum State {
    RUNNING,
    LEFT,
    ENDED
  }
}
