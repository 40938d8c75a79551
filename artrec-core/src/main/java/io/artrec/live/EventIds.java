package io.artrec.live;

import io.artrec.behavior.Interaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

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
        run(Set.of(key), mine, action);
        return true;
      }
      other.join();
    }
  }

  /**
   * Does something once for the events of a batch that are new: those without an event id, and the
   * first of those whose id is unknown. All of them are remembered when it was done, none when it
   * failed. Waits for others who are at one of the ids, as {@link #once}.
   *
   * @param events the batch
   * @param action what is done with those that are new, in their order; its exception is passed on
   * @return how many are new
   */
  public int onceForAll(List<Interaction> events, Consumer<List<Interaction>> action) {
    CompletableFuture<Boolean> mine = new CompletableFuture<>();
    while (true) {
      Set<Key> keys = new LinkedHashSet<>();
      List<Interaction> fresh = new ArrayList<>();
      CompletableFuture<Boolean> other;
      synchronized (this) {
        events.stream().filter(event -> isFirst(event, keys)).forEach(fresh::add);
        other = keys.stream().map(underWay::get).filter(Objects::nonNull).findFirst().orElse(null);
        if (other == null) {
          keys.forEach(key -> underWay.put(key, mine));
        }
      }
      if (other == null) {
        run(keys, mine, () -> action.accept(fresh));
        return fresh.size();
      }
      other.join();
    }
  }

  /** Whether an event is new, and none of the batch so far has its key, to which it is added. */
  private boolean isFirst(Interaction event, Set<Key> keys) {
    if (event.eventId().isEmpty()) {
      return true;
    }
    Key key = new Key(event.user(), event.eventId().get());
    return !known.contains(key) && keys.add(key);
  }

  /**
   * Tells whether an id is remembered.
   *
   * @param user the visitor's id
   * @param id the event id
   * @return true when it is
   */
  public synchronized boolean isKnown(String user, String id) {
    return known.contains(new Key(user, id));
  }

  private void run(Set<Key> keys, CompletableFuture<Boolean> mine, Runnable action) {
    boolean done = false;
    try {
      action.run();
      done = true;
    } finally {
      synchronized (this) {
        underWay.keySet().removeAll(keys);
        if (done) {
          keys.forEach(key -> add(key.user(), key.id()));
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
  public void forget(String user) {
    forget(Set.of(user));
  }

  /**
   * Forgets the ids of several visitors. Cost O(all remembered).
   *
   * @param users the visitors' ids
   */
  public synchronized void forget(Set<String> users) {
    if (!users.isEmpty()) {
      known.removeIf(key -> users.contains(key.user()));
    }
  }
}
