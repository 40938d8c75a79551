package io.artrec.jdbc;

import io.artrec.log.LogException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an open log holds of its database: the session with its lock, and the connection it writes
 * with, one and the same where the database lets it. Not thread-safe.
 */
final class LogSession {
  private static final Logger LOG = LoggerFactory.getLogger(LogSession.class);

  private final Dialect dialect;
  private final LogTables tables;
  private final Connection holder;
  private final Connection writer;

  private LogSession(Dialect dialect, LogTables tables, Connection holder, Connection writer) {
    this.dialect = dialect;
    this.tables = tables;
    this.holder = holder;
    this.writer = writer;
  }

  /**
   * Takes a log's lock.
   *
   * @param patience how long to wait for another who holds it
   * @throws LogException when another goes on holding it
   */
  static LogSession take(DataSource source, LogTables tables, Duration patience)
      throws SQLException {
    Connection holder = connect(source);
    Connection writer = null;
    boolean taken = false;
    try {
      Dialect dialect = Dialect.of(holder);
      if (!dialect.lock(holder, tables, patience)) {
        throw new LogException(
            "the log in tables "
                + tables.prefix()
                + "* is open elsewhere; close that recommender or use tables with another prefix",
            null);
      }
      writer = dialect.locksWriter() ? holder : connect(source);
      dialect.prepare(writer);
      taken = true;
      return new LogSession(dialect, tables, holder, writer);
    } finally {
      if (!taken) {
        abort(writer);
        abort(holder);
      }
    }
  }

  /** Opens a connection of which each transaction sees what was committed before. */
  static Connection connect(DataSource source) throws SQLException {
    Connection connection = source.getConnection();
    try {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      return connection;
    } catch (SQLException e) {
      abort(connection);
      throw e;
    }
  }

  Dialect dialect() {
    return dialect;
  }

  Connection writer() {
    return writer;
  }

  /** Commits what was written, so that it outlives the machine's power. */
  void commit() throws SQLException {
    writer.commit();
    dialect.sync(writer);
  }

  /**
   * Ends both connections, whatever is under way on them, and with them the lock. A pool that gets
   * them back finds them broken.
   */
  void abort() {
    if (writer != holder) {
      abort(writer);
    }
    abort(holder);
  }

  private static void abort(@Nullable Connection connection) {
    if (connection == null) {
      return;
    }
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.debug("a connection could not be aborted", e);
    }
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("a connection could not be closed", e);
    }
  }

  /** Lets go of the lock, and of the connection that held it where that is not the writer. */
  void unlock() throws SQLException {
    dialect.unlock(holder, tables);
    if (writer != holder) {
      holder.close();
    }
  }
}
