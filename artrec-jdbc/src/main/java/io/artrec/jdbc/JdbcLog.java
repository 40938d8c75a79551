package io.artrec.jdbc;

import io.artrec.log.Change;
import io.artrec.log.ChangeLog;
import io.artrec.log.Erasure;
import io.artrec.log.LogException;
import io.artrec.log.internal.AppendQueue;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log in tables of a database: H2, or PostgreSQL 11 and later. Changes are committed when {@link
 * #append} returns; callers that append at the same time share one transaction. Thread-safe. A
 * thread that was interrupted still appends; where threads are interrupted while they do, open H2
 * as {@code jdbc:h2:async:}, because it closes its file otherwise, and the log has to begin anew.
 *
 * <p>Committed means synced to the disk. PostgreSQL does that; a session of which {@code
 * synchronous_commit} is off gets it turned on. H2 does not, by itself: the log sets {@code
 * WRITE_DELAY} to 0 where it is not, which {@code ;WRITE_DELAY=0} in the database's address spares,
 * and follows each commit by {@code CHECKPOINT SYNC}; both need an administrator of the database.
 *
 * <p>One log is open once. An advisory lock of the session that writes (PostgreSQL), or the lock of
 * a row (H2), says so to everybody who opens the same tables, in this process or another; a number
 * of the opening, which each transaction checks, to whoever lost the lock unnoticed. The data
 * source gives one connection (PostgreSQL) or two (H2) for as long as the log is open, and one more
 * for each thread that reads, erases or compacts. It must not be a pool that gives a session to
 * others between transactions.
 *
 * <p>After a failure the log gets itself new connections. Whether a transaction was committed whose
 * commit failed it reads from the tables. Where that cannot be read, either, {@link #append} throws
 * and says so; what was stored all the same is taken back when the database answers again, and only
 * if the process ends before may it be found at the next opening.
 *
 * <p>The tables are made, and brought to newer versions, when the log is opened. They hold changes
 * as {@link Change#toBytes}, with the visitor as {@link #pseudonym}, by which they are found for
 * erasing, whose cost does not grow with the log but for {@link Change.Expired}. Removed rows may
 * leave bytes in the database's files: on PostgreSQL {@code VACUUM} follows, and pages, write-ahead
 * log and backups may hold bytes until they are used again; on H2 the file is rewritten ({@code
 * SHUTDOWN COMPACT}) when the log is closed after removals and nobody else has the database open.
 */
public final class JdbcLog implements ChangeLog {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcLog.class);

  /** The most that is written in one transaction, in bytes, but for a batch that has more. */
  private static final long MOST = 1L << 26;

  private final DataSource source;
  private final LogTables tables;
  private final LogWriter writer;
  private final AppendQueue<RowBatch> queue = new AppendQueue<>(MOST);

  /** Read by those who read rows, written by those who remove them; before the monitor. */
  private final ReentrantReadWriteLock layout = new ReentrantReadWriteLock();

  /** Erasures of which something may be left. */
  private final List<RowErasure> unfinished = new ArrayList<>();

  private boolean closed;

  private JdbcLog(DataSource source, LogTables tables, LogWriter writer) {
    this.source = source;
    this.tables = tables;
    this.writer = writer;
  }

  /** Says where a log is, and opens it. Setters validate at once and return the builder. */
  public static final class Builder {
    private final DataSource source;
    private LogTables tables = new LogTables(LogTables.STANDARD);
    private Duration patience = Duration.ofSeconds(2);

    private Builder(DataSource source) {
      this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Says how the names of the log's tables begin, so that one schema can hold several logs.
     *
     * @param text a small letter, then at most 39 small letters, digits or underscores; {@code
     *     artrec_} unless said
     * @return this builder
     */
    public Builder prefix(String text) {
      tables = new LogTables(text);
      return this;
    }

    /**
     * Says how long opening waits for somebody else who has the log open: a server needs a moment
     * to notice that a process is gone.
     *
     * @param time 0 or more, at most a minute; 2 seconds unless said
     * @return this builder
     */
    public Builder patience(Duration time) {
      if (time.isNegative() || time.compareTo(Duration.ofMinutes(1)) > 0) {
        throw new IllegalArgumentException(
            "patience is " + time + ", expected 0 seconds to 1 minute");
      }
      patience = time;
      return this;
    }

    /**
     * Opens the log, making its tables in the connections' current schema when they are not there.
     * Erasures that were not finished are.
     *
     * @return the open log
     * @throws LogException when it cannot be opened, it is open already, a newer version made its
     *     tables, or the database is none that logs are kept in
     */
    public JdbcLog open() {
      return uninterrupted(this::opened);
    }

    private JdbcLog opened() throws SQLException {
      LogWriter writer = LogWriter.open(source, tables, patience);
      JdbcLog log = new JdbcLog(source, tables, writer);
      boolean opened = false;
      try {
        log.findUnfinished();
        log.finishErasures();
        opened = true;
        return log;
      } finally {
        if (!opened) {
          writer.doubt();
        }
      }
    }
  }

  /**
   * Begins to say where a log is.
   *
   * @param source gives connections whose transactions are their own
   * @return a builder
   */
  public static Builder in(DataSource source) {
    return new Builder(source);
  }

  /**
   * Opens the log in the tables {@code artrec_*}.
   *
   * @param source gives connections whose transactions are their own
   * @return the open log
   * @throws LogException as {@link Builder#open}
   */
  public static JdbcLog open(DataSource source) {
    return in(source).open();
  }

  private void findUnfinished() throws SQLException {
    Connection connection = LogSession.connect(source);
    try (connection) {
      long cleanTo = LogRow.read(connection, tables).orElseThrow().cleanTo();
      new RowPages(connection, tables)
          .marks(
              cleanTo,
              writer.last(),
              entry ->
                  unfinished.add(
                      new RowErasure(this, entry.number(), (Change.Mark) entry.change())));
    }
  }

  @Override
  public String id() {
    return writer.id();
  }

  @Override
  public synchronized long lastNumber() {
    return writer.last();
  }

  /**
   * {@inheritDoc}
   *
   * @throws LogException when a compaction failed and it cannot be found out what it did
   */
  @Override
  public long compactedTo() {
    return uninterrupted(
        () -> {
          synchronized (this) {
            if (!closed) {
              writer.settle();
            }
            return writer.compactedTo();
          }
        });
  }

  private void requireOpen() {
    if (closed) {
      throw new LogException("the log in tables " + tables.prefix() + "* is closed", null);
    }
  }

  /**
   * {@inheritDoc} They are then committed. Those of callers that wait at the same time are
   * committed together.
   */
  @Override
  public long append(List<Change> changes) {
    RowBatch batch = RowBatch.of(List.copyOf(changes));
    queue.pass(batch, this::writeWaiting);
    return batch.result();
  }

  private void writeWaiting() {
    uninterrupted(
        () -> {
          writeGroup();
          return this;
        });
  }

  private synchronized void writeGroup() {
    List<RowBatch> group = queue.take();
    try {
      requireOpen();
      long number = writer.last();
      writer.append(group);
      acknowledge(group, number);
    } catch (LogException e) {
      group.forEach(batch -> batch.fail(e));
    } catch (RuntimeException | Error e) {
      LogException failure =
          new LogException("nothing was recorded in tables " + tables.prefix() + "*: " + e, e);
      group.forEach(batch -> batch.fail(failure));
    } finally {
      queue.done(group);
    }
  }

  private void acknowledge(List<RowBatch> group, long after) {
    long number = after;
    for (RowBatch batch : group) {
      for (Change change : batch.changes()) {
        number++;
        if (change instanceof Change.Mark mark) {
          RowErasure erasure = new RowErasure(this, number, mark);
          unfinished.add(erasure);
          batch.began(erasure);
        }
      }
      batch.written(number);
    }
  }

  /** {@inheritDoc} Appending goes on meanwhile; what it appends is not handed over. */
  @Override
  public void replay(long after, Consumer<Entry> consumer) {
    read(after, (pages, upTo) -> pages.changes(after, upTo, consumer));
  }

  /** {@inheritDoc} Appending goes on meanwhile. Cost: reading the marks. */
  @Override
  public void marks(Consumer<Entry> consumer) {
    read(Long.MAX_VALUE, (pages, upTo) -> pages.marks(0, upTo, consumer));
  }

  /** What reads rows. */
  @FunctionalInterface
  private interface Reading {
    void read(RowPages pages, long upTo) throws SQLException;
  }

  private void read(long after, Reading reading) {
    layout.readLock().lock();
    try {
      uninterrupted(
          () -> {
            long upTo;
            synchronized (this) {
              requireOpen();
              writer.settle();
              if (after < writer.compactedTo()) {
                throw LogException.compacted(after, writer.compactedTo());
              }
              upTo = writer.last();
            }
            Connection connection = LogSession.connect(source);
            try (connection) {
              reading.read(new RowPages(connection, tables), upTo);
              writer.requireOurs(connection);
              connection.commit();
            }
            return this;
          });
    } finally {
      layout.readLock().unlock();
    }
  }

  @Override
  public Erasure erase(Change.Mark mark) {
    RowBatch batch = RowBatch.of(List.of(mark));
    queue.pass(batch, this::writeWaiting);
    batch.requireDone();
    return batch.erasure();
  }

  /** Removes what unfinished marks erase. */
  void finishErasures() {
    exclusively(
        "erase",
        connection -> {
          List<RowErasure> marks;
          synchronized (this) {
            marks = List.copyOf(unfinished);
          }
          if (!marks.isEmpty()) {
            long[] removed = new long[marks.size()];
            long sum = 0;
            for (int i = 0; i < removed.length; i++) {
              removed[i] = marks.get(i).remove(connection, tables);
              sum += removed[i];
            }
            long cleanTo = marks.get(removed.length - 1).number();
            commit(connection, "clean_to = ?", cleanTo, sum > 0);
            for (int i = 0; i < removed.length; i++) {
              marks.get(i).removed(removed[i]);
            }
            synchronized (this) {
              unfinished.removeAll(marks);
            }
          }
          purge(connection);
        });
  }

  private void commit(Connection connection, String set, long number, boolean removed)
      throws SQLException {
    if (removed) {
      writer.note(connection, "purges = ?", LogWriter.PURGES);
    }
    writer.note(connection, set, number);
    connection.commit();
    Dialect.of(connection).sync(connection);
    if (removed) {
      synchronized (this) {
        writer.purges(LogWriter.PURGES);
      }
    }
  }

  /** Rids files of what was removed; what fails of it is done when more is removed. */
  private void purge(Connection connection) throws SQLException {
    synchronized (this) {
      if (writer.purges() == 0) {
        return;
      }
    }
    try {
      connection.setAutoCommit(true);
      if (Dialect.of(connection).purge(connection, tables)) {
        writer.note(connection, "purges = ?", 0);
        synchronized (this) {
          writer.purges(0);
        }
      }
    } catch (SQLException e) {
      LOG.warn(
          "rows were removed from tables {}*, but the database was not cleaned up after them ({}); that"
              + " is tried again after the next removal",
          tables.prefix(),
          Failure.said(e));
    }
  }

  @Override
  public void compact(long upTo) {
    exclusively(
        "compact",
        connection -> {
          synchronized (this) {
            if (upTo > writer.last()) {
              throw LogException.beyond(upTo, writer.last());
            }
            if (upTo <= writer.compactedTo()) {
              return;
            }
          }
          RowErasure.removeUpTo(connection, tables, upTo);
          commit(connection, "compacted_to = ?", upTo, true);
          synchronized (this) {
            writer.compacted(upTo);
          }
          purge(connection);
        });
  }

  /** Work that removes rows, on a connection of its own. */
  @FunctionalInterface
  private interface Work {
    void run(Connection connection) throws SQLException;
  }

  private void exclusively(String what, Work work) {
    if (layout.getReadHoldCount() > 0) {
      throw new IllegalStateException(
          "cannot "
              + what
              + " in tables "
              + tables.prefix()
              + "* while handing over the log's changes; do it after");
    }
    layout.writeLock().lock();
    try {
      uninterrupted(
          () -> {
            synchronized (this) {
              requireOpen();
              writer.settle();
            }
            run(what, work);
            return this;
          });
    } finally {
      layout.writeLock().unlock();
    }
  }

  private void run(String what, Work work) throws SQLException {
    try {
      Connection connection = LogSession.connect(source);
      boolean done = false;
      try (connection) {
        work.run(connection);
        done = true;
      } finally {
        if (!done) {
          synchronized (this) {
            writer.doubt();
          }
        }
      }
    } catch (SQLException e) {
      throw Failure.of("cannot " + what + " in tables " + tables.prefix() + "*", e);
    }
  }

  /** What uses the database. */
  @FunctionalInterface
  private interface Use<T> {
    T get() throws SQLException;
  }

  /**
   * Uses the database without the thread's interrupt, which makes drivers close what they have
   * open.
   */
  private static <T> T uninterrupted(Use<T> use) {
    boolean interrupted = Thread.interrupted();
    try {
      return use.get();
    } catch (SQLException e) {
      throw Failure.of("cannot use the log's database", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** {@inheritDoc} Waits for whoever reads or removes rows. */
  @Override
  public void close() {
    if (layout.getReadHoldCount() > 0) {
      throw new IllegalStateException(
          "cannot close the log in tables "
              + tables.prefix()
              + "* while handing over its changes; do it after");
    }
    layout.writeLock().lock();
    try {
      uninterrupted(
          () -> {
            synchronized (this) {
              if (!closed) {
                closed = true;
                writer.close();
              }
            }
            return this;
          });
    } finally {
      layout.writeLock().unlock();
    }
  }
}
