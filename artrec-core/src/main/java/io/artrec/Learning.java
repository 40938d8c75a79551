package io.artrec;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.Interactions;
import io.artrec.model.ModelFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
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
  private final Clock clock;
  private final ReentrantLock learning = new ReentrantLock();

  Learning(LiveState live, ModelFiles files, Clock clock) {
    this.live = live;
    this.files = files;
    this.clock = clock;
  }

  /** Learns from everything recorded so far; later events are joined to what was learned. */
  void learn(Way way) {
    learning.lock();
    try {
      State start = live.swap(State::freezing);
      Dataset dataset = Dataset.of(start.engine().catalog(), start.learnable());
      Engine learned = way.learn(start.engine(), dataset, clock.millis());
      live.swap(now -> now.learned(learned));
    } finally {
      learning.unlock();
      settleAfterLearning();
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
    return !live.now().engine().hidden().isEmpty() || files.areOutdated();
  }

  /**
   * Finishes what is pending, unless somebody else is learning, who calls this after that. Whoever
   * hides a visitor and finds the lock taken is seen by its holder, who looks again once it is
   * free.
   */
  List<Path> settle() {
    List<Path> rewritten = new ArrayList<>();
    while (isPending() && learning.tryLock()) {
      try {
        rewritten.addAll(finishForgetting());
      } finally {
        learning.unlock();
      }
    }
    return rewritten;
  }

  /** Waits for what is pending, and helps where nobody is at it. */
  void awaitSettled() {
    while (isPending()) {
      learning.lock();
      try {
        finishForgetting();
      } finally {
        learning.unlock();
      }
    }
  }

  /** Takes hidden visitors out of what was learned and out of model files. */
  private List<Path> finishForgetting() {
    Engine engine = live.now().engine();
    Set<String> erased = engine.hidden();
    if (!erased.isEmpty()) {
      Interactions events = engine.dataset().interactions();
      Interactions kept = events.filter(row -> !erased.contains(events.userId(events.user(row))));
      Engine without =
          kept.size() == events.size()
              ? engine
              : engine.reduced(Dataset.of(engine.catalog(), kept));
      live.swap(
          now -> {
            Set<String> since = new HashSet<>(now.engine().hidden());
            since.removeAll(erased);
            return now.with(without.hiding(since));
          });
    }
    return files.follow(live::saving);
  }
}
