package io.artrec.jdbc;

import io.artrec.log.LogException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;

/**
 * Says what a database said. Drivers write the values of a batch that failed into its message;
 * those are what visitors did, so that neither messages nor causes take them along.
 */
final class Failure {
  private Failure() {}

  /** Returns an exception with words before what the database said. */
  static LogException of(String words, SQLException e) {
    SQLException told = withoutValues(e);
    return new LogException(words + ": " + said(told), told);
  }

  /** Returns what the database said, in one line. */
  static String said(SQLException e) {
    SQLException told = withoutValues(e);
    String message = String.valueOf(told.getMessage());
    return message.lines().findFirst().orElse("") + " (SQL state " + told.getSQLState() + ")";
  }

  private static SQLException withoutValues(SQLException e) {
    if (!(e instanceof BatchUpdateException)) {
      return e;
    }
    SQLException next = e.getNextException();
    if (next == null && e.getCause() instanceof SQLException cause) {
      next = cause;
    }
    return next == null || next instanceof BatchUpdateException
        ? new SQLException("a batch failed", e.getSQLState())
        : next;
  }
}
