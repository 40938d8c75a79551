package io.artrec;

import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import io.artrec.log.Erasure;
import io.artrec.log.LogException;
import io.artrec.log.MemoryLog;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * A log in memory whose erasures wait at a gate before they finish, and that fails when told to.
 */
final class GatedLog implements ChangeLog {
  final CountDownLatch entered = new CountDownLatch(1);
  final CountDownLatch gate = new CountDownLatch(1);
  volatile boolean failing;
  volatile boolean failingToErase;
  private final MemoryLog log = new MemoryLog();

  /** One that lets everybody through. */
  static GatedLog open() {
    GatedLog log = new GatedLog();
    log.gate.countDown();
    return log;
  }

  @Override
  public String id() {
    return log.id();
  }

  @Override
  public long lastNumber() {
    return log.lastNumber();
  }

  @Override
  public long append(List<Change> changes) {
    if (failing) {
      throw new LogException("the disk is full", null);
    }
    return log.append(changes);
  }

  @Override
  public void replay(long after, Consumer<Entry> consumer) {
    log.replay(after, consumer);
  }

  @Override
  public void marks(Consumer<Entry> consumer) {
    log.marks(consumer);
  }

  @Override
  public Erasure erase(Change.Mark mark) {
    if (failingToErase) {
      throw new LogException("the disk is full", null);
    }
    Erasure erasure = log.erase(mark);
    return new Erasure() {
      @Override
      public long number() {
        return erasure.number();
      }

      @Override
      public long finish() {
        entered.countDown();
        try {
          gate.await();
        } catch (InterruptedException e) {
          throw new LogException("interrupted", e);
        }
        return erasure.finish();
      }
    };
  }

  @Override
  public void compact(long upTo) {
    log.compact(upTo);
  }

  @Override
  public long compactedTo() {
    return log.compactedTo();
  }

  @Override
  public void close() {
    log.close();
  }
}
