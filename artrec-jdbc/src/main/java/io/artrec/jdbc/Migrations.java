package io.artrec.jdbc;

import io.artrec.log.LogException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Brings a log's tables to the version that this library knows, step by step; the table {@code
 * #schema} holds which steps were done. Called by whoever holds the log's lock. Where tables are
 * made outside of transactions a crash may leave a step half done, so each can be repeated.
 */
final class Migrations {
  /** The last step there is in the folder {@code schema}. */
  static final int NEWEST = 1;

  /** How databases say that a table is not there. */
  private static final Set<String> NO_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");

  private final Connection connection;
  private final LogTables tables;
  private final Dialect dialect;

  Migrations(Connection connection, LogTables tables, Dialect dialect) {
    this.connection = connection;
    this.tables = tables;
    this.dialect = dialect;
  }

  /**
   * Does the steps that were not done.
   *
   * @throws LogException when a newer version made the tables
   */
  void apply() throws SQLException {
    int version = version();
    if (version > NEWEST) {
      throw new LogException(
          String.format(
              Locale.ROOT,
              "cannot open the log in tables %s*: a newer artrec made version %d of them, this one"
                  + " knows versions up to %d; update artrec",
              tables.prefix(),
              version,
              NEWEST),
          null);
    }
    for (int step = version + 1; step <= NEWEST; step++) {
      try (Statement statement = connection.createStatement()) {
        for (String sql : statements(step)) {
          statement.execute(dialect.types(tables.sql(sql)));
        }
      }
      done(step);
    }
  }

  private int version() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(tables.sql("SELECT MAX(version) FROM #schema"))) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      connection.rollback();
      if (!NO_TABLE.contains(String.valueOf(e.getSQLState()))) {
        throw e;
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute(tables.sql("CREATE TABLE #schema (version INT NOT NULL PRIMARY KEY)"));
      }
      connection.commit();
      return 0;
    }
  }

  private void done(int step) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(tables.sql("INSERT INTO #schema (version) VALUES (?)"))) {
      insert.setInt(1, step);
      insert.executeUpdate();
    }
    connection.commit();
  }

  private static List<String> statements(int step) {
    List<String> statements = new ArrayList<>();
    StringBuilder next = new StringBuilder();
    for (String line : text("schema/" + step + ".sql").split("\n", -1)) {
      if (!line.startsWith("--")) {
        next.append(line).append('\n');
      }
      if (line.endsWith(";")) {
        statements.add(next.substring(0, next.lastIndexOf(";")));
        next.setLength(0);
      }
    }
    return statements;
  }

  private static String text(String resource) {
    try (InputStream in =
        Objects.requireNonNull(Migrations.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new LogException("cannot read " + resource + " of artrec-jdbc: " + e, e);
    }
  }
}
