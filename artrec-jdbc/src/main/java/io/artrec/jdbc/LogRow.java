package io.artrec.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The one row of the table {@code #log}, as it was read. Immutable. */
final class LogRow {
  private static final String SELECT =
      "SELECT id, epoch, last_number, compacted_to, clean_to, purges FROM #log";

  private final String id;
  private final long epoch;
  private final long last;
  private final long compactedTo;
  private final long cleanTo;
  private final int purges;

  private LogRow(ResultSet row) throws SQLException {
    id = row.getString(1);
    epoch = row.getLong(2);
    last = row.getLong(3);
    compactedTo = row.getLong(4);
    cleanTo = row.getLong(5);
    purges = row.getInt(6);
  }

  /** Reads it; empty when the log was not made yet. */
  static Optional<LogRow> read(Connection connection, LogTables tables) throws SQLException {
    return select(connection, tables.sql(SELECT));
  }

  /** Reads it when no transaction is changing it, and keeps all others from doing so. */
  static Optional<LogRow> readLocked(Connection connection, LogTables tables) throws SQLException {
    return select(connection, tables.sql(SELECT + " FOR UPDATE"));
  }

  private static Optional<LogRow> select(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? Optional.of(new LogRow(rows)) : Optional.empty();
    }
  }

  /** The log's id. */
  String id() {
    return id;
  }

  /** How often the log was opened: whoever opened it last is the one who may write. */
  long epoch() {
    return epoch;
  }

  /** The highest number given. */
  long last() {
    return last;
  }

  long compactedTo() {
    return compactedTo;
  }

  /** Marks up to this number are done. */
  long cleanTo() {
    return cleanTo;
  }

  /** How often files are still to be rid of what was removed. */
  int purges() {
    return purges;
  }
}
