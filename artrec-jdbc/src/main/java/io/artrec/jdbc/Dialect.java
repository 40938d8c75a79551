package io.artrec.jdbc;

import io.artrec.log.LogException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** What databases do differently. Stateless. */
interface Dialect {
  /**
   * Returns that of a database.
   *
   * @throws LogException when logs in this database were never tried
   */
  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "H2" -> new H2Dialect();
      case "PostgreSQL" -> new PostgresDialect();
      default ->
          throw new LogException(
              "cannot keep a log in "
                  + product
                  + ": H2 and PostgreSQL are known; take one of them, or a FileLog",
              null);
    };
  }

  /** Returns a statement that makes tables, in this database's names of types. */
  String types(String sql);

  /**
   * Sees that what a session commits is as durable as the database can make it.
   *
   * @throws LogException when that is not allowed
   */
  void prepare(Connection connection) throws SQLException;

  /** Makes what was committed outlive the machine's power, where committing does not. */
  void sync(Connection connection) throws SQLException;

  /**
   * Takes the lock of a log, held by the session until {@link #unlock} or its end.
   *
   * @param patience how long to wait for another who holds it
   * @return whether it was taken
   */
  boolean lock(Connection connection, LogTables tables, Duration patience) throws SQLException;

  /** Lets go of the lock; a session that holds none is left as it is. */
  void unlock(Connection connection, LogTables tables) throws SQLException;

  /** Tells whether the session that holds the lock can commit and goes on holding it. */
  boolean locksWriter();

  /**
   * Rids files of rows that were removed, as far as that can be done in use; called without a
   * transaction.
   *
   * @return whether there is nothing left to do when the log is closed
   */
  boolean purge(Connection connection, LogTables tables) throws SQLException;

  /** Tells whether {@link #purgeAtClose} can be done: nobody else uses the database. */
  boolean canPurgeAtClose(Connection connection) throws SQLException;

  /** Rids files of removed rows as the last act of a log that is closed. */
  void purgeAtClose(Connection connection) throws SQLException;
}
