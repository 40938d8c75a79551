package io.artrec.jdbc;

import io.artrec.log.Change;
import io.artrec.log.Erasure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** An erasure of a log in a database: rows are found by what their columns say of them. */
final class RowErasure implements Erasure {
  /** So many numbers at once, so that a database needs not hold all that goes in memory. */
  private static final int WINDOW = 50_000;

  private final JdbcLog log;
  private final long number;
  private final Change.Mark mark;
  private final AtomicLong removed = new AtomicLong();

  RowErasure(JdbcLog log, long number, Change.Mark mark) {
    this.log = log;
    this.number = number;
    this.mark = mark;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public long finish() {
    log.finishErasures();
    return removed.get();
  }

  void removed(long more) {
    removed.addAndGet(more);
  }

  /**
   * Removes what the mark erases, without committing.
   *
   * @return how many changes
   */
  long remove(Connection connection, LogTables tables) throws SQLException {
    if (mark instanceof Change.Forgotten forgotten) {
      return removeVisitor(connection, tables, forgotten.pseudonym());
    } else if (mark instanceof Change.OptedOut optedOut) {
      return removeVisitor(connection, tables, optedOut.pseudonym());
    } else if (mark instanceof Change.Expired expired) {
      return removeOlder(connection, tables, expired.beforeEpochMillis());
    } else if (mark instanceof Change.OptedIn) {
      return 0;
    }
    throw new IllegalStateException("not known how to find what " + mark + " erases");
  }

  private long removeVisitor(Connection connection, LogTables tables, String pseudonym)
      throws SQLException {
    byte[] visitor;
    try {
      visitor = HexFormat.of().parseHex(pseudonym);
    } catch (IllegalArgumentException e) {
      return 0; // no pseudonym that this log made
    }
    try (PreparedStatement delete =
        connection.prepareStatement(
            tables.sql("DELETE FROM #changes WHERE visitor = ? AND number < ?"))) {
      delete.setBytes(1, visitor);
      delete.setLong(2, number);
      return delete.executeUpdate();
    }
  }

  private long removeOlder(Connection connection, LogTables tables, long before)
      throws SQLException {
    long sum = 0;
    try (PreparedStatement delete =
        connection.prepareStatement(
            tables.sql("DELETE FROM #changes WHERE number >= ? AND number < ? AND happened < ?"))) {
      delete.setLong(3, before);
      for (long from = first(connection, tables); from < number; from += WINDOW) {
        delete.setLong(1, from);
        delete.setLong(2, Math.min(number, from + WINDOW));
        sum += delete.executeUpdate();
      }
    }
    return sum;
  }

  /** Removes all changes up to a number, without committing. */
  static void removeUpTo(Connection connection, LogTables tables, long number) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            tables.sql("DELETE FROM #changes WHERE number >= ? AND number < ?"))) {
      for (long from = first(connection, tables); from <= number; from += WINDOW) {
        delete.setLong(1, from);
        delete.setLong(2, Math.min(number + 1, from + WINDOW));
        delete.executeUpdate();
      }
    }
  }

  private static long first(Connection connection, LogTables tables) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(tables.sql("SELECT MIN(number) FROM #changes"))) {
      rows.next();
      long first = rows.getLong(1);
      return rows.wasNull() ? Long.MAX_VALUE : first;
    }
  }
}
