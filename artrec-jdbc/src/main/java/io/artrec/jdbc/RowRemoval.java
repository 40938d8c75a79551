package io.artrec.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes rows of a log, on connections beside the one that writes. Used by one thread at a time.
 */
final class RowRemoval {
  private static final Logger LOG = LoggerFactory.getLogger(RowRemoval.class);

  /** So many numbers at once, so that a database needs not hold all that goes in memory. */
  private static final int WINDOW = 50_000;

  private final LogWriter writer;
  private final LogTables tables;

  RowRemoval(LogWriter writer, LogTables tables) {
    this.writer = writer;
    this.tables = tables;
  }

  /** Removes what marks erase, in one transaction. */
  void erase(Connection connection, List<RowErasure> marks) throws SQLException {
    if (marks.isEmpty()) {
      return;
    }
    long[] removed = new long[marks.size()];
    long sum = 0;
    for (int i = 0; i < removed.length; i++) {
      removed[i] = marks.get(i).remove(connection, tables);
      sum += removed[i];
    }
    writer.note(connection, "clean_to = ?", marks.get(removed.length - 1).number());
    commit(connection, sum > 0);
    for (int i = 0; i < removed.length; i++) {
      marks.get(i).removed(removed[i]);
    }
  }

  /** Removes all changes up to a number, in one transaction. */
  void compact(Connection connection, long upTo) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            tables.sql("DELETE FROM #changes WHERE number >= ? AND number < ?"))) {
      inWindows(connection, tables, delete, upTo + 1);
    }
    writer.note(connection, "compacted_to = ?", upTo);
    commit(connection, true);
    writer.compacted(upTo);
  }

  /**
   * Executes a statement for one range of numbers after the other, which are its first two
   * parameters.
   *
   * @param before the end of the last range
   * @return how many rows that was about
   */
  static long inWindows(
      Connection connection, LogTables tables, PreparedStatement statement, long before)
      throws SQLException {
    long sum = 0;
    for (long from = first(connection, tables); from < before; from += WINDOW) {
      statement.setLong(1, from);
      statement.setLong(2, Math.min(before, from + WINDOW));
      sum += statement.executeUpdate();
    }
    return sum;
  }

  private static long first(Connection connection, LogTables tables) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(tables.sql("SELECT MIN(number) FROM #changes"))) {
      rows.next();
      long first = rows.getLong(1);
      return rows.wasNull() ? Long.MAX_VALUE : first;
    }
  }

  private void commit(Connection connection, boolean removed) throws SQLException {
    if (removed) {
      writer.note(connection, "purges = ?", LogWriter.PURGES);
    }
    connection.commit();
    Dialect.of(connection).sync(connection);
    if (removed) {
      writer.purges(LogWriter.PURGES);
    }
  }

  /** Rids files of what was removed; what fails of it is done when more is removed. */
  void purge(Connection connection) throws SQLException {
    if (writer.purges() == 0) {
      return;
    }
    try {
      connection.setAutoCommit(true);
      if (Dialect.of(connection).purge(connection, tables)) {
        writer.note(connection, "purges = ?", 0);
        writer.purges(0);
      }
    } catch (SQLException e) {
      LOG.warn(
          "rows were removed from tables {}*, but the database was not cleaned up after them ({}); that"
              + " is tried again after the next removal",
          tables.prefix(),
          Failure.said(e));
    }
  }
}
