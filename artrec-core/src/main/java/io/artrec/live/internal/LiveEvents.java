package io.artrec.live.internal;

import io.artrec.behavior.Dataset;
import io.artrec.behavior.History;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Events recorded since training, by visitor. Thread-safe: a reader sees a visitor's events up to
 * some event, never half of one, and never waits.
 */
public final class LiveEvents {
  /** A visitor's events at one moment. Later ones share the array, behind {@code count}. */
  private static final class OfUser {
    private final Interaction[] events;

    /** The latest time of the events up to each, in milliseconds. */
    private final long[] latest;

    private final int count;
    private final Object mark = new Object();
    private volatile @Nullable History history;

    OfUser(Interaction[] events, int count) {
      this(events, new long[events.length], count);
      for (int at = 0; at < count; at++) {
        note(events, latest, at);
      }
    }

    private OfUser(Interaction[] events, long[] latest, int count) {
      this.events = events;
      this.latest = latest;
      this.count = count;
    }

    private static void note(Interaction[] events, long[] latest, int at) {
      long millis = millis(events[at]);
      latest[at] = at == 0 ? millis : Math.max(latest[at - 1], millis);
    }

    private static long millis(Interaction event) {
      return event.time().orElse(Instant.EPOCH).toEpochMilli();
    }

    /** With one more; called for each moment once at most. */
    OfUser with(Interaction event) {
      boolean full = count == events.length;
      int length = full ? Math.max(4, 2 * count) : events.length;
      Interaction[] room = full ? Arrays.copyOf(events, length) : events;
      long[] times = full ? Arrays.copyOf(latest, length) : latest;
      room[count] = event;
      note(room, times, count);
      return new OfUser(room, times, count + 1);
    }

    /** The events from a time on; looks at no more than were recorded since the first of them. */
    List<Interaction> since(long millis) {
      List<Interaction> since = new ArrayList<>();
      for (int at = count - 1; at >= 0 && latest[at] >= millis; at--) {
        if (millis(events[at]) >= millis) {
          since.add(events[at]);
        }
      }
      return since;
    }

    List<Interaction> events() {
      return Arrays.asList(events).subList(0, count);
    }

    History history(Catalog catalog) {
      History known = history;
      if (known == null) {
        known = Dataset.historyOf(catalog, events());
        history = known;
      }
      return known;
    }
  }

  private static final OfUser NOTHING = new OfUser(new Interaction[0], 0);

  private final long most;
  private volatile Catalog catalog;
  private final ConcurrentHashMap<String, OfUser> byUser = new ConcurrentHashMap<>();
  private final AtomicLong size = new AtomicLong();

  /**
   * Creates an empty collection.
   *
   * @param catalog the works, all of which the events' artworks must be among
   */
  public LiveEvents(Catalog catalog) {
    this(catalog, Integer.MAX_VALUE);
  }

  /**
   * Creates an empty collection that keeps some of each visitor's events only.
   *
   * @param catalog the works, all of which the events' artworks must be among
   * @param most at least so many of the last events of each are kept, and less than twice as many
   */
  public LiveEvents(Catalog catalog, int most) {
    this.catalog = catalog;
    this.most = most;
  }

  /**
   * Looks works up in a catalogue that has grown, before an event with a new work is added.
   *
   * @param grown the catalogue, in which works keep their indices
   */
  public void over(Catalog grown) {
    catalog = grown;
  }

  /**
   * Drops events with works that the catalogue does not hold.
   *
   * @return how many there were
   */
  public int dropUnknown() {
    int[] dropped = {0};
    for (String user : byUser.keySet()) {
      byUser.computeIfPresent(
          user,
          (id, events) -> {
            List<Interaction> known =
                events.events().stream()
                    .filter(event -> catalog.indexOf(event.artwork()).isPresent())
                    .toList();
            dropped[0] += events.count - known.size();
            size.addAndGet(known.size() - events.count);
            return known.isEmpty()
                ? null
                : new OfUser(known.toArray(Interaction[]::new), known.size());
          });
    }
    return dropped[0];
  }

  /**
   * Adds an event. Amortised cost O(1).
   *
   * @param event an event with a time
   */
  public void add(Interaction event) {
    byUser.compute(
        event.user(),
        (user, earlier) -> {
          OfUser before = earlier == null ? NOTHING : earlier;
          OfUser after = bounded(before.with(event));
          size.addAndGet(after.count - before.count);
          return after;
        });
  }

  private OfUser bounded(OfUser events) {
    if (events.count < 2 * most) {
      return events;
    }
    int from = events.count - (int) most;
    return new OfUser(Arrays.copyOfRange(events.events, from, events.count), (int) most);
  }

  /**
   * Returns a visitor's events. Cost O(the visitor's live events) for the first call after one was
   * added, O(1) otherwise.
   *
   * @param user the visitor's id
   * @return the history, oldest first; empty for a visitor without events
   */
  public History history(String user) {
    OfUser ofUser = byUser.get(user);
    return ofUser == null ? History.none() : ofUser.history(catalog);
  }

  /**
   * Returns a visitor's events as they were recorded.
   *
   * @param user the visitor's id
   * @return the events in order of recording, as they are now
   */
  public List<Interaction> events(String user) {
    return List.copyOf(byUser.getOrDefault(user, NOTHING).events());
  }

  /**
   * {@return a visitor's events from a time on, those recorded last first} Cost O(events recorded
   * since the first of them).
   *
   * @param user the visitor's id
   * @param epochMillis the time, in milliseconds since 1970-01-01T00:00Z
   */
  public List<Interaction> since(String user, long epochMillis) {
    return byUser.getOrDefault(user, NOTHING).since(epochMillis);
  }

  /**
   * Returns what changes whenever a visitor's events do.
   *
   * @param user the visitor's id
   * @return an object that holds nothing, the same until an event is added or removed; empty for a
   *     visitor without events
   */
  public Optional<Object> mark(String user) {
    return Optional.ofNullable(byUser.get(user)).map(events -> events.mark);
  }

  /**
   * Returns the events of several collections, in order of visitor id and, within a visitor, of the
   * collections and of recording.
   *
   * @param collections the collections, oldest first
   * @return a copy
   */
  public static List<Interaction> all(Collection<LiveEvents> collections) {
    TreeSet<String> users = new TreeSet<>();
    collections.forEach(events -> users.addAll(events.byUser.keySet()));
    List<Interaction> all = new ArrayList<>();
    for (String user : users) {
      collections.forEach(events -> all.addAll(events.events(user)));
    }
    return all;
  }

  /** {@return a copy of what is here now, which later events do not reach} Cost O(visitors). */
  public LiveEvents copy() {
    LiveEvents copy = new LiveEvents(catalog, (int) most);
    byUser.forEach(
        (user, events) -> {
          copy.byUser.put(user, events);
          copy.size.addAndGet(events.count);
        });
    return copy;
  }

  /**
   * Returns who did something.
   *
   * @return the visitors' ids, as they are now
   */
  public Set<String> users() {
    return Set.copyOf(byUser.keySet());
  }

  /**
   * Returns how many events there are.
   *
   * @return the count of this moment; cost O(1)
   */
  public long size() {
    return size.get();
  }

  /**
   * Tells whether nobody has events here.
   *
   * @return true when there is none
   */
  public boolean isEmpty() {
    return byUser.isEmpty();
  }

  /**
   * Removes a visitor's events.
   *
   * @param user the visitor's id
   * @return how many were removed
   */
  public int remove(String user) {
    OfUser removed = byUser.remove(user);
    int count = removed == null ? 0 : removed.count;
    size.addAndGet(-count);
    return count;
  }

  /**
   * Removes events of a visitor.
   *
   * @param user the visitor's id
   * @param which which ones
   * @return how many were removed
   */
  public int remove(String user, Predicate<Interaction> which) {
    int[] removed = {0};
    byUser.computeIfPresent(
        user,
        (id, ofUser) -> {
          Interaction[] kept =
              ofUser.events().stream().filter(which.negate()).toArray(Interaction[]::new);
          removed[0] = ofUser.count - kept.length;
          size.addAndGet(-removed[0]);
          return removed[0] == 0 ? ofUser : kept.length == 0 ? null : new OfUser(kept, kept.length);
        });
    return removed[0];
  }

  /**
   * Removes events of all visitors. Cost O(events).
   *
   * @param which which ones
   * @return how many were removed
   */
  public int removeIf(Predicate<Interaction> which) {
    return byUser.keySet().stream().mapToInt(user -> remove(user, which)).sum();
  }
}
