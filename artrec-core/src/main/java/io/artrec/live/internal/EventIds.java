package io.artrec.live.internal;

import io.artrec.behavior.Interaction;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The event ids recorded lately, by visitor, so that an event sent again is recorded once. The last
 * {@link #WINDOW} are remembered, the oldest forgotten first, by hashes of 122 bits: 32 bytes each.
 * Thread-safe.
 */
public final class EventIds {
  /** How many ids are remembered. */
  public static final int WINDOW = 1_000_000;

  private final EventKey.Maker keys = new EventKey.Maker();
  private final KeyWindow known;
  private final Map<EventKey, CompletableFuture<Boolean>> underWay = new HashMap<>();

  /** Creates a memory of {@link #WINDOW} ids. */
  public EventIds() {
    this(WINDOW);
  }

  EventIds(int window) {
    known = new KeyWindow(window);
  }

  /**
   * Remembers an id.
   *
   * @param user the visitor's id
   * @param id the event id
   * @return false when it was known
   */
  public synchronized boolean add(String user, String id) {
    return known.add(keys.key(user, id));
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
    EventKey key = keys.key(user, id);
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
      Set<EventKey> firsts = new LinkedHashSet<>();
      List<Interaction> fresh = new ArrayList<>();
      CompletableFuture<Boolean> other;
      synchronized (this) {
        events.stream().filter(event -> isFirst(event, firsts)).forEach(fresh::add);
        other =
            firsts.stream().map(underWay::get).filter(Objects::nonNull).findFirst().orElse(null);
        if (other == null) {
          firsts.forEach(key -> underWay.put(key, mine));
        }
      }
      if (other == null) {
        run(firsts, mine, () -> action.accept(fresh));
        return fresh.size();
      }
      other.join();
    }
  }

  /** Whether an event is new, and none of the batch so far has its key, to which it is added. */
  private boolean isFirst(Interaction event, Set<EventKey> firsts) {
    if (event.eventId().isEmpty()) {
      return true;
    }
    EventKey key = keys.key(event.user(), event.eventId().get());
    return !known.contains(key) && firsts.add(key);
  }

  /**
   * Tells whether an id is remembered.
   *
   * @param user the visitor's id
   * @param id the event id
   * @return true when it is
   */
  public synchronized boolean isKnown(String user, String id) {
    return known.contains(keys.key(user, id));
  }

  private void run(Set<EventKey> claimed, CompletableFuture<Boolean> mine, Runnable action) {
    boolean done = false;
    try {
      action.run();
      done = true;
    } finally {
      synchronized (this) {
        underWay.keySet().removeAll(claimed);
        if (done) {
          claimed.forEach(known::add);
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
      LongSet gone = new LongOpenHashSet();
      users.forEach(user -> gone.add(keys.user(user)));
      known.removeUsers(gone);
    }
  }
}
