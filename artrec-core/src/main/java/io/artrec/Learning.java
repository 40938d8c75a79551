package io.artrec;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interactions;
import java.time.Clock;
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
  private final Listeners listeners;
  private final Clock clock;
  private final Executor background;
  private final ReentrantLock learning = new ReentrantLock();

  /** Held while the background writes model files; guards {@code closed}. */
  private final Object writing = new Object();

  private boolean closed;

  /**
   * Creates one.
   *
   * @param background runs what callers do not wait for
   */
  Learning(
      LiveState live, ModelFiles files, Listeners listeners, Clock clock, Executor background) {
    this.live = live;
    this.files = files;
    this.listeners = listeners;
    this.clock = clock;
    this.background = background;
  }

  /** Learns from everything recorded so far; later events are joined to what was learned. */
  void learn(RecommenderListener.How how, Way way) {
    Engine learned;
    learning.lock();
    try {
      State start = live.swap(State::freezing);
      Dataset dataset = Dataset.of(start.engine().catalog(), start.learnable());
      Engine trained = way.learn(start.engine(), dataset, clock.millis());
      learned = swap(start.engine(), trained, State::learned);
    } catch (RuntimeException | Error e) {
      learning.unlock();
      settle();
      throw e;
    }
    learning.unlock();
    listeners.tellLearned(how, learned);
    settle();
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

  /** Waits for what is pending, and helps where nobody is at it. */
  void awaitSettled() {
    while (isPending()) {
      learning.lock();
      finishErasing(() -> files.follow(live::saving));
    }
  }

  /**
   * Takes what is withheld out of what was learned and then out of model files. The caller holds
   * the lock, which this gives back.
   */
  private void finishErasing(Runnable follow) {
    Engine before = live.now().engine();
    Engine after = before;
    try {
      after = giveUpWithheld();
      follow.run();
    } finally {
      learning.unlock();
      if (after != before) {
        listeners.tellLearned(RecommenderListener.How.ERASED, after);
      }
    }
  }

  private Engine giveUpWithheld() {
    State start = live.swap(State::settling);
    Engine engine = start.engine();
    if (engine.withheld().isEmpty()) {
      return engine;
    }
    Interactions kept = start.left();
    Engine without =
        kept.size() == engine.dataset().interactions().size()
            ? engine
            : engine.reduced(Dataset.of(engine.catalog(), kept));
    return swap(engine, without, State::settled);
  }
}
