package io.artrec.jdbc;

import io.artrec.log.LogException;
import io.artrec.log.internal.Pseudonyms;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to a log's tables for the one who has it open. After any failure the session is given up:
 * a new one takes the lock, when the old session is over and what it did is settled, and reads what
 * is stored. Every transaction checks that nobody else opened the log meanwhile. Not thread-safe.
 */
final class LogWriter {
  /**
   * How often files are to be rid of what was removed: twice, because that happens when the log is
   * closed, after it was noted, and might be cut short.
   */
  static final int PURGES = 2;

  private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);

  private final DataSource source;
  private final LogTables tables;
  private final Duration patience;
  private final String id;
  private final long epoch;
  private final RowInsert insert;
  private @Nullable LogSession session;
  private volatile @Nullable LogException lost;
  private long last;
  private long compactedTo;
  private int purges;

  /** What the transaction that failed last would have made the last number. */
  private long unsettled;

  /** Whether its callers were told that it failed; what it stored is then taken back. */
  private boolean refused;

  private LogWriter(
      DataSource source, LogTables tables, Duration patience, LogSession session, LogRow row) {
    this.source = source;
    this.tables = tables;
    this.patience = patience;
    this.session = session;
    id = row.id();
    epoch = row.epoch();
    insert = new RowInsert(tables, new Pseudonyms(id));
    read(row);
  }

  /** Opens a log, making its tables when they are not there. */
  static LogWriter open(DataSource source, LogTables tables, Duration patience)
      throws SQLException {
    LogSession session = LogSession.take(source, tables, patience);
    boolean opened = false;
    try {
      Connection connection = session.writer();
      new Migrations(connection, tables, session.dialect()).apply();
      if (LogRow.read(connection, tables).isEmpty()) {
        create(connection, tables);
      }
      try (PreparedStatement update =
          connection.prepareStatement(tables.sql("UPDATE #log SET epoch = epoch + 1"))) {
        update.executeUpdate();
      }
      LogRow row = LogRow.read(connection, tables).orElseThrow();
      session.commit();
      opened = true;
      return new LogWriter(source, tables, patience, session, row);
    } finally {
      if (!opened) {
        session.abort();
      }
    }
  }

  private static void create(Connection connection, LogTables tables) throws SQLException {
    try (PreparedStatement create =
        connection.prepareStatement(
            tables.sql(
                "INSERT INTO #log (id, epoch, last_number, compacted_to, clean_to, purges)"
                    + " VALUES (?, 0, 0, 0, 0, 0)"))) {
      create.setString(1, UUID.randomUUID().toString());
      create.executeUpdate();
    }
  }

  private void read(LogRow row) {
    last = row.last();
    compactedTo = row.compactedTo();
    purges = row.purges();
  }

  String id() {
    return id;
  }

  /** The last number that was acknowledged, or stored when the log was opened. */
  long last() {
    return last;
  }

  long compactedTo() {
    return compactedTo;
  }

  /** Notes that changes up to a number are dropped, once that is committed. */
  void compacted(long upTo) {
    compactedTo = upTo;
  }

  int purges() {
    return purges;
  }

  /**
   * Finds out what is stored, when that is in doubt.
   *
   * @throws LogException when it cannot be, or somebody else opened the log
   */
  void settle() {
    try {
      session();
    } catch (SQLException e) {
      throw Failure.of("cannot reach the log in tables " + tables.prefix() + "*", e);
    }
  }

  /** Says that what a transaction on another connection did is not known. */
  void doubt() {
    giveUp();
    unsettled = last;
    refused = false;
  }

  private void giveUp() {
    if (session != null) {
      session.abort();
      session = null;
    }
  }

  private LogSession session() throws SQLException {
    LogException why = lost;
    if (why != null) {
      throw new LogException(String.valueOf(why.getMessage()), why);
    }
    LogSession now = session;
    if (now == null) {
      now = LogSession.take(source, tables, patience);
      try {
        settle(now);
        session = now;
      } finally {
        if (session == null) {
          now.abort();
        }
      }
    }
    return now;
  }

  private void settle(LogSession now) throws SQLException {
    LogRow row = LogRow.readLocked(now.writer(), tables).orElseThrow(this::takenOver);
    boolean ours = row.epoch() == epoch && row.id().equals(id);
    if (!ours || (row.last() != last && row.last() != unsettled)) {
      throw takenOver();
    }
    if (refused && row.last() != last) {
      takeBack(now.writer());
    }
    now.commit();
    refused = false;
    read(row);
  }

  /** Removes what was stored although its callers were told that it was not. */
  private void takeBack(Connection connection) throws SQLException {
    for (String table : List.of("#marks", "#changes")) {
      try (PreparedStatement delete =
          connection.prepareStatement(tables.sql("DELETE FROM " + table + " WHERE number > ?"))) {
        delete.setLong(1, last);
        delete.executeUpdate();
      }
    }
  }

  private LogException takenOver() {
    LogException why =
        new LogException(
            "the log in tables "
                + tables.prefix()
                + "* was opened elsewhere meanwhile; close this recommender and open the log again",
            null);
    lost = why;
    return why;
  }

  /**
   * Appends all batches or none. What fails and is known not to be stored is tried once more: a
   * connection may just have been idle for too long.
   *
   * @throws LogException when none was appended, or that cannot be found out
   */
  void append(List<RowBatch> group) {
    long end = last;
    for (RowBatch batch : group) {
      end += batch.changes().size();
    }
    try {
      append(group, end);
    } catch (SQLException first) {
      if (isStored(end, first)) {
        return;
      }
      try {
        append(group, end);
      } catch (SQLException second) {
        if (!isStored(end, second)) {
          throw Failure.of(
              "cannot write to the log in tables " + tables.prefix() + "*, nothing was recorded",
              second);
        }
      }
    }
  }

  private void append(List<RowBatch> group, long end) throws SQLException {
    settle();
    if (end == last) {
      return;
    }
    unsettled = end;
    refused = true;
    boolean written = false;
    try {
      write(group, end);
      last = end;
      written = true;
    } finally {
      if (!written) {
        giveUp();
      }
    }
  }

  private void write(List<RowBatch> group, long end) throws SQLException {
    LogSession now = session();
    insert.write(now.writer(), group, last);
    try (PreparedStatement update =
        now.writer()
            .prepareStatement(
                tables.sql(
                    "UPDATE #log SET last_number = ? WHERE epoch = ? AND last_number = ?"))) {
      update.setLong(1, end);
      update.setLong(2, epoch);
      update.setLong(3, last);
      if (update.executeUpdate() != 1) {
        throw takenOver();
      }
    }
    now.commit();
  }

  /** Finds out whether a transaction that failed has been committed all the same. */
  private boolean isStored(long end, SQLException why) {
    refused = false;
    try {
      settle();
      return last == end;
    } catch (LogException e) {
      refused = true;
      throw new LogException(
          "cannot write to the log in tables "
              + tables.prefix()
              + "* ("
              + Failure.said(why)
              + "), and whether it was recorded all the same cannot be found out ("
              + e.getMessage()
              + "); if it was, that is taken back before the next change is recorded",
          e);
    }
  }

  /**
   * Notes something in the log's row, in the transaction of another connection.
   *
   * @param set what is set, with one number
   * @throws LogException when somebody else opened the log
   */
  void note(Connection connection, String set, long number) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(tables.sql("UPDATE #log SET " + set + " WHERE epoch = ?"))) {
      update.setLong(1, number);
      update.setLong(2, epoch);
      if (update.executeUpdate() != 1) {
        throw takenOver();
      }
    }
  }

  /** Checks that what another connection reads is still this opener's. */
  void requireOurs(Connection connection) throws SQLException {
    if (LogRow.read(connection, tables).filter(row -> row.epoch() == epoch).isEmpty()) {
      throw takenOver();
    }
  }

  /** Notes what {@link #PURGES} says, once it is committed. */
  void purges(int times) {
    purges = times;
  }

  /** Lets go of the log. */
  void close() {
    LogSession now = session;
    session = null;
    if (now == null) {
      return;
    }
    boolean closed = false;
    try {
      now.unlock();
      purgeAtClose(now);
      now.writer().close();
      closed = true;
    } catch (SQLException e) {
      throw Failure.of("cannot close the log in tables " + tables.prefix() + "*", e);
    } finally {
      if (!closed) {
        now.abort();
      }
    }
  }

  private void purgeAtClose(LogSession now) throws SQLException {
    if (purges == 0) {
      return;
    }
    if (now.dialect().canPurgeAtClose(now.writer())) {
      note(now.writer(), "purges = ?", purges - 1);
      now.commit();
      now.dialect().purgeAtClose(now.writer());
    } else {
      LOG.info(
          "files of the database may still hold bytes of what was removed from the log in tables"
              + " {}*; docs/stores.md of artrec says how to be rid of them",
          tables.prefix());
    }
  }
}
