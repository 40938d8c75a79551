package io.artrec.testkit;

import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import io.artrec.log.LogException;
import java.nio.file.Path;
import java.time.Instant;
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
  private boolean erased;

  private MvStoreLog(Path file) {
    this.file = file;
    store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open();
    changes = store.openMap("changes");
    facts = store.openMap("facts");
    facts.putIfAbsent("id", UUID.randomUUID().toString());
    facts.putIfAbsent("last", "0");
    durable();
  }

  static MvStoreLog open(Path file) {
    return new MvStoreLog(file);
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
    for (Long number = changes.higherKey(after);
        number != null;
        number = changes.higherKey(number)) {
      consumer.accept(new Entry(number, change(number)));
    }
  }

  @Override
  public synchronized int forget(String user, Instant when) {
    int removed = 0;
    for (Long number = changes.firstKey(); number != null; number = changes.higherKey(number)) {
      if (change(number).user().filter(user::equals).isPresent()) {
        changes.remove(number);
        removed++;
      }
    }
    erased = true;
    append(List.of(new Change.Forgotten(pseudonym(user), when.toEpochMilli())));
    return removed;
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
