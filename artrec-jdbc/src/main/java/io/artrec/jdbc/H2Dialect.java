package io.artrec.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * H2: a row lock of a transaction that lasts as long as the log is open, and a shutdown that
 * rewrites the database's file.
 */
final class H2Dialect implements Dialect {
  private static final Logger LOG = LoggerFactory.getLogger(H2Dialect.class);

  private static final int LOCK_TIMEOUT = 50200;
  private static final int CONCURRENT_UPDATE = 90131;
  private static final int DUPLICATE_KEY = 23505;

  @Override
  public String types(String sql) {
    return sql;
  }

  @Override
  public void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int delay =
          number(
              statement,
              "SELECT CAST(SETTING_VALUE AS INT) FROM INFORMATION_SCHEMA.SETTINGS"
                  + " WHERE SETTING_NAME = 'WRITE_DELAY'");
      if (delay != 0) {
        statement.execute("SET WRITE_DELAY 0");
        LOG.info("commits of this H2 database are written at once: WRITE_DELAY was {}", delay);
      }
      if (!isInFile(statement)) {
        LOG.warn("this H2 database is in memory: nothing of the log outlives its closing");
      }
      sync(connection);
    } catch (SQLException e) {
      throw Failure.of(
          "cannot make commits of this H2 database durable: the log needs a user with the rights of an"
              + " administrator, for SET WRITE_DELAY 0 and CHECKPOINT SYNC",
          e);
    }
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static boolean isInFile(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT DATABASE_PATH()")) {
      return rows.next() && rows.getString(1) != null;
    }
  }

  /** With a write delay of 0 a commit is written to the file, but synced only now and then. */
  @Override
  public void sync(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    }
  }

  @Override
  public boolean lock(Connection connection, LogTables tables, Duration patience)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          tables.sql("CREATE TABLE IF NOT EXISTS #lock (id INT NOT NULL PRIMARY KEY)"));
      insertRow(statement, tables);
      connection.commit();
      statement.execute("SET LOCK_TIMEOUT " + patience.toMillis());
      statement.execute(tables.sql("SELECT id FROM #lock FOR UPDATE"));
      return true;
    } catch (SQLException e) {
      connection.rollback();
      if (e.getErrorCode() == LOCK_TIMEOUT || e.getErrorCode() == CONCURRENT_UPDATE) {
        return false;
      }
      throw e;
    }
  }

  private static void insertRow(Statement statement, LogTables tables) throws SQLException {
    try {
      statement.execute(
          tables.sql("INSERT INTO #lock SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM #lock)"));
    } catch (SQLException e) {
      if (e.getErrorCode() != DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  @Override
  public void unlock(Connection connection, LogTables tables) throws SQLException {
    connection.rollback();
  }

  @Override
  public boolean locksWriter() {
    return false;
  }

  @Override
  public boolean purge(Connection connection, LogTables tables) {
    return false;
  }

  /**
   * Only a shutdown rewrites the file. It ends all sessions, so it is done only where there is no
   * other, and H2 would close the database anyway.
   */
  @Override
  public boolean canPurgeAtClose(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return isInFile(statement)
          && number(statement, "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS") == 1;
    }
  }

  @Override
  public void purgeAtClose(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN COMPACT");
    }
  }
}
