package io.artrec;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interactions;
import io.artrec.model.ModelFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
  private final ReentrantLock learning = new ReentrantLock();

  Learning(LiveState live, ModelFiles files, Listeners listeners, Clock clock) {
    this.live = live;
    this.files = files;
    this.listeners = listeners;
    this.clock = clock;
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
      settleAfterLearning();
      throw e;
    }
    learning.unlock();
    listeners.tellLearned(how, learned);
    settleAfterLearning();
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
      State swapped =
          live.swap(
              now -> now.engine().catalog() == current.catalog() ? next.apply(now, ready) : now);
      if (swapped.engine().catalog() == current.catalog()) {
        return swapped.engine();
      }
    }
  }

  private void settleAfterLearning() {
    try {
      settle();
    } catch (ModelFileException e) {
      LOG.warn("forgetting is not finished; the next forget or awaitForgotten tries again", e);
    }
  }

  /** Whether what was learned, or a model file, still holds something of a forgotten visitor. */
  boolean isPending() {
    return !live.now().engine().withheld().isEmpty() || files.areOutdated();
  }

  /**
   * Finishes what is pending, unless somebody else is learning, who calls this after that. Whoever
   * hides a visitor and finds the lock taken is seen by its holder, who looks again once it is
   * free.
   */
  List<Path> settle() {
    List<Path> rewritten = new ArrayList<>();
    while (isPending() && learning.tryLock()) {
      rewritten.addAll(finishErasing());
    }
    return rewritten;
  }

  /** Waits for what is pending, and helps where nobody is at it. */
  void awaitSettled() {
    while (isPending()) {
      learning.lock();
      finishErasing();
    }
  }

  /**
   * Takes what is withheld out of what was learned and out of model files. The caller holds the
   * lock, which this gives back.
   */
  private List<Path> finishErasing() {
    Engine before = live.now().engine();
    Engine after = before;
    try {
      after = giveUpWithheld();
      return files.follow(live::saving);
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
