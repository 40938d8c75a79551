package io.artrec;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who hear of changes, in the order of their adding. Thread-safe. */
final class Listeners {
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final List<RecommenderListener> listeners = new CopyOnWriteArrayList<>();

  void add(RecommenderListener listener) {
    listeners.add(listener);
  }

  void remove(RecommenderListener listener) {
    listeners.remove(listener);
  }

  /** Whether nobody listens, so that nothing must be told. */
  boolean isEmpty() {
    return listeners.isEmpty();
  }

  /** Tells all; who tells holds no lock. */
  void tell(Consumer<RecommenderListener> what) {
    for (RecommenderListener listener : listeners) {
      try {
        what.accept(listener);
      } catch (RuntimeException e) {
        LOG.warn("a listener of class {} failed", listener.getClass().getName(), e);
      }
    }
  }
}
