package io.artrec.jdbc;

import io.artrec.log.LogException;
import java.sql.SQLException;

/**
 * Uses a database without the thread's interrupt, which makes drivers close what they have open.
 */
final class Uninterrupted {
  private Uninterrupted() {}

  /** What uses the database. */
  @FunctionalInterface
  interface Use<T> {
    T get() throws SQLException;
  }

  /**
   * Does it; an interrupt from before is there again after.
   *
   * @throws LogException when the database fails
   */
  static <T> T use(Use<T> use) {
    boolean interrupted = Thread.interrupted();
    try {
      return use.get();
    } catch (SQLException e) {
      throw Failure.of("cannot use the log's database", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
