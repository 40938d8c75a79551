package io.artrec.testkit;

import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import io.artrec.log.Erasure;
import io.artrec.log.LogException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;

/** A log over H2's key-value store, as somebody outside of artrec would write it. */
final class MvStoreLog implements ChangeLog {
  private final Path file;
  private final MVStore store;
  private final MVMap<Long, String> changes;
  private final MVMap<String, String> facts;
  private final MVMap<Long, String> finished;
  private boolean erased;

  private MvStoreLog(Path file) {
    this.file = file;
    store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open();
    changes = store.openMap("changes");
    facts = store.openMap("facts");
    finished = store.openMap("finished");
    facts.putIfAbsent("id", UUID.randomUUID().toString());
    facts.putIfAbsent("last", "0");
    durable();
  }

  static MvStoreLog open(Path file) {
    MvStoreLog log = new MvStoreLog(file);
    log.finishErasures();
    return log;
  }

  private void durable() {
    store.commit();
    store.sync();
  }

  private Change change(Long number) {
    return Change.parse(Objects.requireNonNull(changes.get(number)));
  }

  @Override
  public String id() {
    return Objects.requireNonNull(facts.get("id"));
  }

  @Override
  public synchronized long lastNumber() {
    return Long.parseLong(Objects.requireNonNull(facts.get("last")));
  }

  @Override
  public synchronized long append(List<Change> more) {
    try {
      long number = lastNumber();
      for (Change change : more) {
        changes.put(++number, change.toJson());
      }
      facts.put("last", Long.toString(number));
      durable();
      return number;
    } catch (MVStoreException e) {
      throw new LogException("the store is closed or failed: " + e.getMessage(), e);
    }
  }

  @Override
  public void replay(long after, Consumer<Entry> consumer) {
    if (after < compactedTo()) {
      throw new LogException(
          "cannot replay from "
              + after
              + ": changes up to "
              + compactedTo()
              + " are only in a model file saved after that; load that one",
          null);
    }
    entries(after, consumer);
  }

  private synchronized void entries(long after, Consumer<Entry> consumer) {
    for (Long number = changes.higherKey(after);
        number != null;
        number = changes.higherKey(number)) {
      consumer.accept(new Entry(number, change(number)));
    }
  }

  @Override
  public void marks(Consumer<Entry> consumer) {
    entries(
        0,
        entry -> {
          if (entry.change() instanceof Change.Mark) {
            consumer.accept(entry);
          }
        });
  }

  @Override
  public Erasure erase(Change.Mark mark) {
    long number = append(List.of(mark));
    return new Erasure() {
      private long removed;

      @Override
      public long number() {
        return number;
      }

      @Override
      public long finish() {
        synchronized (MvStoreLog.this) {
          removed += remove(number, mark);
          return removed;
        }
      }
    };
  }

  /** Also finishes what a crash cut short: at opening, all marks that were not. */
  private void finishErasures() {
    List<Entry> marks = new ArrayList<>();
    marks(marks::add);
    for (Entry entry : marks) {
      if (!finished.containsKey(entry.number()) && entry.change() instanceof Change.Mark mark) {
        remove(entry.number(), mark);
      }
    }
  }

  private long remove(long before, Change.Mark mark) {
    List<Long> gone = new ArrayList<>();
    entries(
        0,
        entry -> {
          if (entry.number() < before && mark.erases(entry.change(), this::pseudonym)) {
            gone.add(entry.number());
          }
        });
    gone.forEach(changes::remove);
    finished.put(before, "");
    erased |= !gone.isEmpty();
    durable();
    return gone.size();
  }

  @Override
  public synchronized void compact(long upTo) {
    if (upTo > lastNumber()) {
      throw new IllegalArgumentException("no change " + upTo + " to compact up to");
    }
    if (upTo > compactedTo()) {
      List<Long> gone = new ArrayList<>();
      entries(
          0,
          entry -> {
            if (entry.number() <= upTo && !(entry.change() instanceof Change.Mark)) {
              gone.add(entry.number());
            }
          });
      gone.forEach(changes::remove);
      facts.put("compacted", Long.toString(upTo));
      erased = true;
      durable();
    }
  }

  @Override
  public synchronized long compactedTo() {
    return Long.parseLong(facts.getOrDefault("compacted", "0"));
  }

  @Override
  public synchronized void close() {
    if (!store.isClosed()) {
      store.close();
      if (erased) {
        MVStoreTool.compact(file.toString(), false);
      }
    }
  }
}
