package io.artrec;

import io.artrec.behavior.History;
import io.artrec.behavior.Preferences;
import io.artrec.strategy.Memory;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Visitors as they last asked, and what strategies made of their histories, so that whoever asks
 * again is not put together and solved for again. Holds those who asked last, within {@link #ROOM},
 * and nobody of whom nothing is known, as somebody is who was forgotten. Thread-safe.
 */
final class Visitors {
  /** Bytes for all, by estimate: a thirty-second of the heap at most. */
  static final long ROOM = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 32);

  /** What a visitor takes beside their events. */
  private static final long VISITOR_BYTES = 500;

  private static final long EVENT_BYTES = 24;
  private static final long WORK_BYTES = 12;

  /**
   * A visitor at one moment.
   *
   * @param index the index in the training dataset, or empty
   * @param history what they did, as far as it may be known
   * @param preferences what follows from that
   * @param memory what strategies made of both
   */
  record Visitor(OptionalInt index, History history, Preferences preferences, Memory memory) {
    long bytes() {
      return VISITOR_BYTES
          + EVENT_BYTES * history.size()
          + WORK_BYTES * preferences.size()
          + memory.bytes();
    }
  }

  /** A visitor, what they had done since training, and what they were last taken to weigh. */
  private static final class Entry {
    private final History since;
    private final Visitor visitor;
    private long bytes;

    Entry(History since, Visitor visitor) {
      this.since = since;
      this.visitor = visitor;
    }
  }

  private final long room;
  private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private long total;

  Visitors() {
    this(ROOM);
  }

  Visitors(long room) {
    this.room = room;
  }

  /**
   * {@return a visitor}
   *
   * @param user their id
   * @param since what they did since training; another than last time makes them new
   * @param made puts them together
   */
  Visitor get(String user, History since, Supplier<Visitor> made) {
    @Nullable Visitor known = known(user, since);
    if (known != null) {
      return known;
    }
    Visitor visitor = made.get();
    if (visitor.history().size() > 0) {
      keep(user, new Entry(since, visitor));
    }
    return visitor;
  }

  private synchronized @Nullable Visitor known(String user, History since) {
    @Nullable Entry entry = entries.get(user);
    if (entry == null || !entry.since.equals(since)) {
      return null;
    }
    weigh(entry);
    return entry.visitor;
  }

  private synchronized void keep(String user, Entry entry) {
    @Nullable Entry before = entries.put(user, entry);
    total -= before == null ? 0 : before.bytes;
    weigh(entry);
    Iterator<Entry> longest = entries.values().iterator();
    while (total > room && longest.hasNext()) {
      total -= longest.next().bytes;
      longest.remove();
    }
  }

  /** Takes into account what has been made of a visitor's history meanwhile. */
  private void weigh(Entry entry) {
    long now = entry.visitor.bytes();
    total += now - entry.bytes;
    entry.bytes = now;
  }

  synchronized boolean holds(String user) {
    return entries.containsKey(user);
  }

  /** How many are held. */
  synchronized int size() {
    return entries.size();
  }
}
