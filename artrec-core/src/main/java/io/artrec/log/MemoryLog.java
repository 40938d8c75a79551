package io.artrec.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A log in memory, for tests and for what need not outlive the process. Thread-safe. */
public final class MemoryLog implements ChangeLog {
  private final String id = UUID.randomUUID().toString();
  private List<Entry> entries = new ArrayList<>();
  private long last;
  private boolean closed;

  /** Creates an empty log. */
  public MemoryLog() {}

  @Override
  public String id() {
    return id;
  }

  @Override
  public synchronized long lastNumber() {
    return last;
  }

  @Override
  public synchronized long append(List<Change> changes) {
    requireOpen();
    for (Change change : List.copyOf(changes)) {
      entries.add(new Entry(++last, change));
    }
    return last;
  }

  @Override
  public void replay(long after, Consumer<Entry> consumer) {
    List<Entry> all;
    synchronized (this) {
      requireOpen();
      all = List.copyOf(entries);
    }
    all.stream().filter(entry -> entry.number() > after).forEach(consumer);
  }

  @Override
  public synchronized int forget(String user, Instant when) {
    requireOpen();
    List<Entry> kept = new ArrayList<>(entries);
    kept.removeIf(entry -> entry.change().user().filter(user::equals).isPresent());
    int removed = entries.size() - kept.size();
    entries = kept;
    append(List.of(new Change.Forgotten(pseudonym(user), when.toEpochMilli())));
    return removed;
  }

  private void requireOpen() {
    if (closed) {
      throw new LogException("the log is closed", null);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
