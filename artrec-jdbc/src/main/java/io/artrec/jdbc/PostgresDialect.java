package io.artrec.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL: an advisory lock of the session that writes, and VACUUM. */
final class PostgresDialect implements Dialect {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresDialect.class);

  private static final String KEY =
      "(hashtextextended('artrec log ' || current_schema() || '.' || ?, 0))";
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  @Override
  public String types(String sql) {
    return sql.replaceAll("VARBINARY\\(\\d+\\)", "BYTEA");
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (setting(statement, "synchronous_commit").equals("off")) {
        statement.execute("SET synchronous_commit TO on");
        connection.commit();
        LOG.info("commits of the log wait for the disk: synchronous_commit was off, is on for it");
      }
      if (setting(statement, "fsync").equals("off")) {
        LOG.warn("the server runs with fsync = off: a power failure loses what was recorded");
      }
    }
  }

  private static String setting(Statement statement, String name) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SHOW " + name)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  public void sync(Connection connection) {}

  @Override
  public boolean lock(Connection connection, LogTables tables, Duration patience)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL lock_timeout TO " + Math.max(1, patience.toMillis()));
      call(connection, "SELECT pg_advisory_lock" + KEY, tables);
      connection.commit();
      return true;
    } catch (SQLException e) {
      connection.rollback();
      if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void unlock(Connection connection, LogTables tables) throws SQLException {
    call(connection, "SELECT pg_advisory_unlock" + KEY, tables);
    connection.commit();
  }

  private static void call(Connection connection, String sql, LogTables tables)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, tables.prefix());
      statement.execute();
    }
  }

  @Override
  public boolean locksWriter() {
    return true;
  }

  @Override
  public boolean purge(Connection connection, LogTables tables) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(tables.sql("VACUUM #changes"));
      statement.execute(tables.sql("VACUUM #pieces"));
    }
    return true;
  }

  @Override
  public boolean canPurgeAtClose(Connection connection) {
    return false;
  }

  @Override
  public void purgeAtClose(Connection connection) {
    throw new IllegalStateException("all that can be done was done when rows were removed");
  }
}
