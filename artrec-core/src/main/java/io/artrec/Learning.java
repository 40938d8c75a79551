package io.artrec;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interactions;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What takes long, one at a time: strategies learn, and give up what they learned from those who
 * were forgotten. Thread-safe. Locks are taken in the order learning, model files, state.
 */
final class Learning {
  /** A way to learn from more behaviour. */
  @FunctionalInterface
  interface Way {
    Engine learn(Engine engine, Dataset dataset, long nowMillis);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Learning.class);

  private final LiveState live;
  private final ModelFiles files;
  private final Receipts receipts;
  private final Listeners listeners;
  private final Clock clock;
  private final Executor background;
  private final boolean keepsPrevious;
  private final ReentrantLock learning = new ReentrantLock();

  /** Held while the background writes model files; guards {@code closed}. */
  private final Object writing = new Object();

  private boolean closed;

  /**
   * Creates one.
   *
   * @param receipts are filled in as erasures settle
   * @param around runs what callers do not wait for, and says whether what answered before a
   *     learning is kept
   */
  Learning(
      LiveState live,
      ModelFiles files,
      Receipts receipts,
      Listeners listeners,
      Surroundings around) {
    this.live = live;
    this.files = files;
    this.receipts = receipts;
    this.listeners = listeners;
    clock = around.clock();
    background = around.background();
    keepsPrevious = around.refresh().keepsPrevious();
  }

  /** Learns from everything recorded so far; later events are joined to what was learned. */
  void learn(RecommenderListener.How how, Way way) {
    try {
      RecommenderListener.Learned news;
      learning.lock();
      try {
        news = learned(how, way);
      } finally {
        learning.unlock();
      }
      listeners.tell(listener -> listener.learned(news));
    } catch (RuntimeException | Error e) {
      listeners.tell(listener -> listener.learningFailed(how, e));
      throw e;
    } finally {
      settle();
    }
  }

  /** Has what answered before the last learning answer again; false where it is not kept. */
  boolean previous() {
    RecommenderListener.Learned news;
    learning.lock();
    try {
      Optional<Engine> returned = returned();
      if (returned.isEmpty()) {
        return false;
      }
      news = news(RecommenderListener.How.RETURNED, returned.get());
    } finally {
      learning.unlock();
    }
    listeners.tell(listener -> listener.learned(news));
    return true;
  }

  private Optional<Engine> returned() {
    while (true) {
      State from = live.now();
      if (from.before().isEmpty()) {
        return Optional.empty();
      }
      State.Before before = from.before().get();
      Engine again = before.engine().again(from.engine());
      again.residence().prepare();
      State swapped =
          live.swap(
              now ->
                  now.before().equals(from.before()) && now.engine().catalog() == again.catalog()
                      ? now.returned(again)
                      : now);
      if (swapped.engine() == again) {
        return Optional.of(again);
      }
      again.residence().retire();
    }
  }

  private RecommenderListener.Learned learned(RecommenderListener.How how, Way way) {
    long[] erasures = new long[1];
    State start = live.swap(now -> counting(erasures, now).freezing());
    Dataset dataset = Dataset.of(start.engine().catalog(), start.learnable());
    Engine trained = way.learn(start.engine(), dataset, clock.millis());
    Engine learned =
        swap(start.engine(), trained, (now, engine) -> now.learned(engine, keepsPrevious));
    if (isClosed()) {
      learned.residence().retire();
    }
    receipts.trained(erasures[0]);
    return news(how, learned);
  }

  /** Notes how many erasures the state has seen, which all count what they did under its lock. */
  private State counting(long[] erasures, State now) {
    erasures[0] = files.erasures();
    return now;
  }

  private static RecommenderListener.Learned news(RecommenderListener.How how, Engine engine) {
    return new RecommenderListener.Learned(
        how, engine.dataset().size(), engine.dataset().userCount());
  }

  /**
   * Puts what was made of an engine in its place, once it is brought to the catalogue of now, which
   * may have changed meanwhile, and again while it was brought.
   */
  private Engine swap(Engine start, Engine made, BiFunction<State, Engine, State> next) {
    Engine from = start;
    Engine brought = made;
    while (true) {
      Engine current = live.now().engine();
      brought = brought.caughtUp(from, current);
      from = current;
      Engine ready = brought;
      ready.residence().prepare();
      State swapped =
          live.swap(
              now -> now.engine().catalog() == current.catalog() ? next.apply(now, ready) : now);
      if (swapped.engine().catalog() == current.catalog()) {
        return swapped.engine();
      }
      ready.residence().retire();
    }
  }

  /** Whether what was learned, or a model file, still holds something of a forgotten visitor. */
  boolean isPending() {
    return !live.now().engine().withheld().isEmpty() || files.areOutdated();
  }

  /**
   * Has the background finish what is pending: all that is by the time it begins, together. Where
   * somebody is learning then, nothing waits for them; they call this once they are done.
   */
  void settle() {
    if (isPending()) {
      try {
        background.execute(this::settleInBackground);
      } catch (RejectedExecutionException e) {
        LOG.warn("the executor for the background takes no task; call awaitForgotten", e);
      }
    }
  }

  private void settleInBackground() {
    try {
      while (isPending() && !isClosed() && learning.tryLock()) {
        finishErasing(this::followUnlessClosed);
      }
    } catch (RuntimeException | Error e) {
      LOG.warn("forgetting is not finished; the next forget or awaitForgotten tries again", e);
      if (e instanceof Error error) {
        throw error;
      }
    }
  }

  /** Lets the background write nothing from now on; what it learns is dropped with the engine. */
  void close() {
    synchronized (writing) {
      closed = true;
    }
  }

  private boolean isClosed() {
    synchronized (writing) {
      return closed;
    }
  }

  private void followUnlessClosed() {
    synchronized (writing) {
      if (!closed) {
        files.follow(live::saving);
      }
    }
  }

  /**
   * Waits for what is pending, and helps where nobody is at it. Waits for whoever is learning too,
   * whose stack may hold what the state no longer does.
   */
  void awaitSettled() {
    do {
      learning.lock();
      finishErasing(() -> files.follow(live::saving));
    } while (isPending());
  }

  /**
   * Takes what is withheld out of what was learned and then out of model files. The caller holds
   * the lock, which this gives back: once nothing on this thread's stack leads to what was taken
   * out.
   */
  private void finishErasing(Runnable follow) {
    Optional<RecommenderListener.Learned> news = Optional.empty();
    try {
      news = giveUpWithheld();
      follow.run();
    } finally {
      learning.unlock();
      news.ifPresent(it -> listeners.tell(listener -> listener.learned(it)));
    }
  }

  private Optional<RecommenderListener.Learned> giveUpWithheld() {
    long[] erasures = new long[1];
    State start = live.swap(now -> counting(erasures, now).settling());
    Engine engine = start.engine();
    if (engine.withheld().isEmpty()) {
      receipts.trained(erasures[0]);
      return Optional.empty();
    }
    Interactions kept = start.left();
    Engine without =
        kept.size() == engine.dataset().interactions().size()
            ? engine
            : engine.reduced(Dataset.of(engine.catalog(), kept));
    Engine swapped = swap(engine, without, State::settled);
    receipts.trained(erasures[0]);
    return Optional.of(news(RecommenderListener.How.ERASED, swapped));
  }
}
