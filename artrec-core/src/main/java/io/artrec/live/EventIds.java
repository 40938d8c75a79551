package io.artrec.live;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The event ids recorded lately, by visitor, so that an event sent again is recorded once. The last
 * {@link #WINDOW} are remembered, the oldest forgotten first. Thread-safe.
 */
public final class EventIds {
  /** How many ids are remembered. */
  public static final int WINDOW = 1_000_000;

  private record Key(String user, String id) {}

  private final int window;
  private final Set<Key> known = new LinkedHashSet<>();
  private final Map<Key, CompletableFuture<Boolean>> underWay = new HashMap<>();

  /** Creates a memory of {@link #WINDOW} ids. */
  public EventIds() {
    this(WINDOW);
  }

  EventIds(int window) {
    this.window = window;
  }

  /**
   * Remembers an id.
   *
   * @param user the visitor's id
   * @param id the event id
   * @return false when it was known
   */
  public synchronized boolean add(String user, String id) {
    boolean added = known.add(new Key(user, id));
    if (known.size() > window) {
      Iterator<Key> oldest = known.iterator();
      oldest.next();
      oldest.remove();
    }
    return added;
  }

  /**
   * Does something once for an id. Who comes with the same id meanwhile waits, and is told that it
   * is known only when it was done; when it failed, they try it themselves.
   *
   * @param user the visitor's id
   * @param id the event id
   * @param action what is done; its exception is passed on, and the id then not remembered
   * @return false when it had been done before
   */
  public boolean once(String user, String id, Runnable action) {
    Key key = new Key(user, id);
    CompletableFuture<Boolean> mine = new CompletableFuture<>();
    while (true) {
      CompletableFuture<Boolean> other;
      synchronized (this) {
        if (known.contains(key)) {
          return false;
        }
        other = underWay.putIfAbsent(key, mine);
      }
      if (other == null) {
        run(key, mine, action);
        return true;
      }
      other.join();
    }
  }

  private void run(Key key, CompletableFuture<Boolean> mine, Runnable action) {
    boolean done = false;
    try {
      action.run();
      done = true;
    } finally {
      synchronized (this) {
        underWay.remove(key);
        if (done) {
          add(key.user(), key.id());
        }
      }
      mine.complete(done);
    }
  }

  /**
   * Forgets a visitor's ids. Cost O(all remembered).
   *
   * @param user the visitor's id
   */
  public synchronized void forget(String user) {
    known.removeIf(key -> key.user().equals(user));
  }
}
