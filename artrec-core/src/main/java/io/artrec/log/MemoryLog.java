package io.artrec.log;

import io.artrec.log.internal.Pseudonyms;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A log in memory, for tests and for what need not outlive the process. Thread-safe. */
public final class MemoryLog implements ChangeLog {
  private final String id = UUID.randomUUID().toString();
  private final List<Entry> entries = new ArrayList<>();
  private long last;
  private long compacted;
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
      if (after < compacted) {
        throw LogException.compacted(after, compacted);
      }
      all = List.copyOf(entries);
    }
    all.stream().filter(entry -> entry.number() > after).forEach(consumer);
  }

  @Override
  public void marks(Consumer<Entry> consumer) {
    List<Entry> all;
    synchronized (this) {
      requireOpen();
      all = List.copyOf(entries);
    }
    all.stream().filter(entry -> entry.change() instanceof Change.Mark).forEach(consumer);
  }

  @Override
  public Erasure erase(Change.Mark mark) {
    return new InMemory(append(List.of(mark)), mark);
  }

  @Override
  public synchronized void compact(long upTo) {
    requireOpen();
    if (upTo > last) {
      throw LogException.beyond(upTo, last);
    }
    compacted = Math.max(compacted, upTo);
    entries.removeIf(
        entry -> entry.number() <= compacted && !(entry.change() instanceof Change.Mark));
  }

  @Override
  public synchronized long compactedTo() {
    return compacted;
  }

  private synchronized long remove(long before, Change.Mark mark) {
    requireOpen();
    Pseudonyms pseudonyms = new Pseudonyms(id);
    long size = entries.size();
    entries.removeIf(entry -> entry.number() < before && mark.erases(entry.change(), pseudonyms));
    return size - entries.size();
  }

  /** An erasure of this log. */
  private final class InMemory implements Erasure {
    private final long number;
    private final Change.Mark mark;
    private long removed;

    InMemory(long number, Change.Mark mark) {
      this.number = number;
      this.mark = mark;
    }

    @Override
    public long number() {
      return number;
    }

    @Override
    public long finish() {
      synchronized (MemoryLog.this) {
        removed += remove(number, mark);
        return removed;
      }
    }
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
