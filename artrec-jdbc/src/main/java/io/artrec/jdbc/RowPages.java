package io.artrec.jdbc;

import io.artrec.log.Change;
import io.artrec.log.ChangeLog.Entry;
import io.artrec.log.LogException;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * Reads a log's rows in the order of their numbers, some at a time, each time from where it was: no
 * database holds all of them for it, and no transaction lasts as long as the reading.
 */
final class RowPages {
  /** With at most 16,384 bytes a row, some 33 MB. */
  private static final int ROWS = 2_000;

  private final Connection connection;
  private final LogTables tables;

  RowPages(Connection connection, LogTables tables) {
    this.connection = connection;
    this.tables = tables;
  }

  /** Reads the changes whose numbers are above one and not above another. */
  void changes(long after, long upTo, Consumer<Entry> consumer) throws SQLException {
    pages("SELECT number, pieces, content FROM #changes", after, upTo, consumer);
  }

  /** Reads the marks whose numbers are above one and not above another. */
  void marks(long after, long upTo, Consumer<Entry> consumer) throws SQLException {
    pages("SELECT number, 1, content FROM #marks", after, upTo, consumer);
  }

  private void pages(String select, long after, long upTo, Consumer<Entry> consumer)
      throws SQLException {
    String where = " WHERE number > ? AND number <= ? ORDER BY number FETCH FIRST ";
    try (PreparedStatement page =
        connection.prepareStatement(tables.sql(select + where + ROWS + " ROWS ONLY"))) {
      page.setLong(2, upTo);
      long read = after;
      int rows = ROWS;
      while (rows == ROWS) {
        page.setLong(1, read);
        rows = 0;
        try (ResultSet row = page.executeQuery()) {
          for (; row.next(); rows++) {
            read = row.getLong(1);
            consumer.accept(new Entry(read, change(row)));
          }
        }
        connection.commit();
      }
    }
  }

  private Change change(ResultSet row) throws SQLException {
    byte[] content = row.getBytes(3);
    int pieces = row.getInt(2);
    long number = row.getLong(1);
    try {
      return Change.parse(pieces == 1 ? content : joined(number, pieces, content));
    } catch (LogException e) {
      throw new LogException(
          "cannot read change "
              + number
              + " in table "
              + tables.prefix()
              + "changes: "
              + e.getMessage(),
          e);
    }
  }

  private byte[] joined(long number, int pieces, byte[] first) throws SQLException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(first);
    int found = 1;
    try (PreparedStatement rest =
        connection.prepareStatement(
            tables.sql("SELECT content FROM #pieces WHERE number = ? ORDER BY piece"))) {
      rest.setLong(1, number);
      try (ResultSet row = rest.executeQuery()) {
        for (; row.next(); found++) {
          all.writeBytes(row.getBytes(1));
        }
      }
    }
    if (found != pieces) {
      throw new LogException("it has " + pieces + " pieces, found " + found, null);
    }
    return all.toByteArray();
  }
}
