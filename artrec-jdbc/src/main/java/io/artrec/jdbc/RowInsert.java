package io.artrec.jdbc;

import io.artrec.log.Change;
import io.artrec.log.internal.Pseudonyms;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes batches as rows. Not thread-safe. */
final class RowInsert {
  /** The most bytes of one change that a row holds; the rest stands in rows of their own. */
  static final int PIECE = 16_384;

  /** How many rows go to the database at once. */
  private static final int ROWS = 1_000;

  private final LogTables tables;
  private final Pseudonyms pseudonyms;

  RowInsert(LogTables tables, Pseudonyms pseudonyms) {
    this.tables = tables;
    this.pseudonyms = pseudonyms;
  }

  /** Writes batches, numbered from {@code after} + 1, without committing. */
  void write(Connection connection, List<RowBatch> group, long after) throws SQLException {
    writeChanges(connection, group, after);
    writeRest(connection, group, after);
    writeMarks(connection, group, after);
  }

  private void writeChanges(Connection connection, List<RowBatch> group, long after)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            tables.sql(
                "INSERT INTO #changes (number, visitor, happened, pieces, content)"
                    + " VALUES (?, ?, ?, ?, ?)"))) {
      long number = after;
      int rows = 0;
      for (RowBatch batch : group) {
        for (int i = 0; i < batch.changes().size(); i++) {
          set(insert, ++number, batch.changes().get(i), batch.content(i));
          rows = added(insert, rows);
        }
      }
      sent(insert, rows);
    }
  }

  private void set(PreparedStatement insert, long number, Change change, byte[] content)
      throws SQLException {
    insert.setLong(1, number);
    Optional<String> user = change.user();
    if (user.isPresent()) {
      insert.setBytes(2, HexFormat.of().parseHex(pseudonyms.apply(user.get())));
    } else {
      insert.setNull(2, Types.VARBINARY);
    }
    OptionalLong happened = change.agesFrom();
    if (happened.isPresent()) {
      insert.setLong(3, happened.getAsLong());
    } else {
      insert.setNull(3, Types.BIGINT);
    }
    insert.setInt(4, pieces(content));
    insert.setBytes(5, content.length <= PIECE ? content : Arrays.copyOf(content, PIECE));
  }

  private static int pieces(byte[] content) {
    return Math.max(1, (content.length + PIECE - 1) / PIECE);
  }

  private void writeRest(Connection connection, List<RowBatch> group, long after)
      throws SQLException {
    long number = after;
    for (RowBatch batch : group) {
      for (int i = 0; i < batch.changes().size(); i++) {
        number++;
        if (pieces(batch.content(i)) > 1) {
          writeRest(connection, number, batch.content(i));
        }
      }
    }
  }

  private void writeRest(Connection connection, long number, byte[] content) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            tables.sql("INSERT INTO #pieces (number, piece, content) VALUES (?, ?, ?)"))) {
      int rows = 0;
      for (int piece = 1; piece < pieces(content); piece++) {
        int from = piece * PIECE;
        insert.setLong(1, number);
        insert.setInt(2, piece);
        insert.setBytes(
            3, Arrays.copyOfRange(content, from, from + Math.min(PIECE, content.length - from)));
        rows = added(insert, rows);
      }
      sent(insert, rows);
    }
  }

  private void writeMarks(Connection connection, List<RowBatch> group, long after)
      throws SQLException {
    long number = after;
    for (RowBatch batch : group) {
      for (int i = 0; i < batch.changes().size(); i++) {
        number++;
        if (batch.changes().get(i) instanceof Change.Mark) {
          writeMark(connection, number, batch.content(i));
        }
      }
    }
  }

  private void writeMark(Connection connection, long number, byte[] content) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            tables.sql("INSERT INTO #marks (number, content) VALUES (?, ?)"))) {
      insert.setLong(1, number);
      insert.setBytes(2, content);
      insert.executeUpdate();
    }
  }

  private static int added(PreparedStatement insert, int rows) throws SQLException {
    insert.addBatch();
    if (rows + 1 < ROWS) {
      return rows + 1;
    }
    insert.executeBatch();
    return 0;
  }

  private static void sent(PreparedStatement insert, int rows) throws SQLException {
    if (rows > 0) {
      insert.executeBatch();
    }
  }
}
