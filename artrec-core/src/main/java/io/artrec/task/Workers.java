package io.artrec.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/**
 * The threads on which loops run, who hears how far they are, and what stops them. The calling
 * thread always works itself; others help it, as many as are free. So a loop within a loop needs no
 * thread more, and an executor that is busy, or takes nothing, makes loops slower and stops none.
 *
 * <p>Loops that run at the same time on one instance, or on instances made of it by {@link
 * #progress}, {@link #cancellation} and {@link #atMost}, share its threads: beside those that call,
 * there are {@code threads − 1} for all of them together. Give one to all recommenders of a process
 * that are to share its processors.
 *
 * <p>Which thread does what is open; a loop whose every index computes only its own results gives
 * the same on any number of threads. When a loop returns or throws, nothing of it runs any more.
 *
 * <p>Immutable and thread-safe. Threads made here are daemons, and end after a second without work;
 * there is nothing to close.
 */
public final class Workers {
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

  /** Threads that help, and how many more may. */
  private record Pool(Executor executor, Semaphore free) {}

  private static final int RANGES_PER_THREAD = 32;
  private static final AtomicInteger NAMES = new AtomicInteger();

  private final Pool pool;
  private final int threads;
  private final Progress progress;
  private final Cancellation cancellation;

  private Workers(Pool pool, int threads, Progress progress, Cancellation cancellation) {
    this.pool = pool;
    this.threads = threads;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * Makes workers with threads of their own, silent and never cancelled.
   *
   * @param threads how many at most, the calling one included, 1 or more
   * @return the workers
   */
  public static Workers of(int threads) {
    return on(
        new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), Workers::thread),
        threads);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "artrec-worker-" + NAMES.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Makes workers that borrow threads, silent and never cancelled. Threads are interrupted when a
   * loop is to stop, and are not when they are given back.
   *
   * @param executor lends them; stays the application's to shut down
   * @param threads how many at most, the calling one included, 1 or more
   * @return the workers
   */
  public static Workers on(Executor executor, int threads) {
    Pool pool = new Pool(executor, new Semaphore(checked(threads) - 1));
    return new Workers(pool, threads, Progress.silent(), new Cancellation());
  }

  private static int checked(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", expected 1 or more");
    }
    return threads;
  }

  /**
   * {@return these workers with another listener, on the same threads}
   *
   * @param listener hears how far loops are, at most four times a second and at their end
   */
  public Workers progress(Progress listener) {
    return new Workers(pool, threads, listener, cancellation);
  }

  /**
   * {@return these workers with another token, on the same threads}
   *
   * @param token stops loops between ranges
   */
  public Workers cancellation(Cancellation token) {
    return new Workers(pool, threads, progress, token);
  }

  /** {@return these workers, silent and never cancelled, on the same threads} */
  public Workers quiet() {
    return new Workers(pool, threads, Progress.silent(), new Cancellation());
  }

  /**
   * {@return these workers for loops that use fewer threads, on the same threads; as they are when
   * they have no more}
   *
   * @param most how many a loop may use, 1 or more
   */
  public Workers atMost(int most) {
    return new Workers(pool, Math.min(threads, checked(most)), progress, cancellation);
  }

  /** {@return how many threads a loop may use, 1 or more, the calling one included} */
  public int threads() {
    return threads;
  }

  /**
   * Returns who hears how far loops are.
   *
   * @return the listener
   */
  public Progress progress() {
    return progress;
  }

  /**
   * Returns what stops loops.
   *
   * @return the token
   */
  public Cancellation cancellation() {
    return cancellation;
  }

  /**
   * Runs a loop.
   *
   * @param stage what is being done, for progress and messages
   * @param count indices 0 to {@code count - 1}
   * @param body is called with ranges of them, by several threads at a time; what it throws stops
   *     the loop and is passed on, the first of it
   * @throws CancelledException when cancelled between ranges, or the calling thread is interrupted
   */
  public void run(String stage, int count, Range body) {
    run(stage, count, workers -> count / (workers * RANGES_PER_THREAD), body);
  }

  /**
   * Runs a loop by ranges of a length.
   *
   * @param stage what is being done, for progress and messages
   * @param count indices 0 to {@code count - 1}
   * @param length how many indices a range has but the last, 1 or more
   * @param body as for {@link #run(String, int, Range)}
   * @throws CancelledException as for {@link #run(String, int, Range)}
   */
  public void run(String stage, int count, int length, Range body) {
    run(stage, count, workers -> length, body);
  }

  private void run(String stage, int count, IntUnaryOperator length, Range body) {
    int most = Math.max(1, Math.min(threads, count));
    Loop loop = new Loop(this, stage, count, Math.max(1, length.applyAsInt(most)), body);
    int ranges = (count + loop.length() - 1) / loop.length();
    List<HelpingThread> helpers = new ArrayList<>();
    while (helpers.size() < Math.min(most, ranges) - 1 && pool.free.tryAcquire()) {
      HelpingThread helper = new HelpingThread(loop, pool.free);
      try {
        pool.executor.execute(helper);
      } catch (RejectedExecutionException e) {
        pool.free.release();
        break;
      }
      helpers.add(helper);
    }
    loop.lead(helpers);
  }

  /**
   * Applies a function to many inputs.
   *
   * @param stage what is being done, for progress and messages
   * @param inputs what it is applied to, each alone
   * @param function is called by several threads at a time; what it throws stops the others and is
   *     passed on
   * @param <T> the type of inputs
   * @param <R> the type of results
   * @return the results, in the order of the inputs
   * @throws CancelledException as for {@link #run(String, int, Range)}
   */
  public <T, R> List<R> map(
      String stage, List<T> inputs, Function<? super T, ? extends R> function) {
    Object[] results = new Object[inputs.size()];
    run(
        stage,
        results.length,
        1,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            results[i] = function.apply(inputs.get(i));
          }
        });
    @SuppressWarnings("unchecked") // each was made by the function
    List<R> typed = (List<R>) Arrays.asList(results);
    return List.copyOf(typed);
  }
}
