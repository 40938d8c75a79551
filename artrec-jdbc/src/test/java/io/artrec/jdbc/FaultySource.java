package io.artrec.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A data source of which one call fails: getting a connection, preparing, executing, committing,
 * rolling back or closing.
 */
final class FaultySource implements DataSource {
  /** What has happened when the call fails. */
  enum Effect {
    /** Nothing. */
    NONE,
    /** All of it; only the answer is lost. */
    DONE,
    /** Nothing, and the connection is lost, and no other is to be had until {@link #mend}. */
    NONE_AND_GONE,
    /** All of it, and the connection is lost, and no other is to be had until {@link #mend}. */
    DONE_AND_GONE;

    private boolean isDone() {
      return this == DONE || this == DONE_AND_GONE;
    }

    private boolean isGone() {
      return this == NONE_AND_GONE || this == DONE_AND_GONE;
    }
  }

  private static final Set<String> COUNTED =
      Set.of(
          "getConnection",
          "prepareStatement",
          "execute",
          "executeQuery",
          "executeUpdate",
          "executeBatch",
          "commit",
          "rollback",
          "close");

  private final DataSource source;
  private final int failing;
  private final Effect effect;
  private final AtomicInteger calls = new AtomicInteger();
  private final List<Connection> opened = new CopyOnWriteArrayList<>();
  private volatile boolean gone;

  /**
   * Wraps a source.
   *
   * @param failing which call fails, from 1
   */
  FaultySource(DataSource source, int failing, Effect effect) {
    this.source = source;
    this.failing = failing;
    this.effect = effect;
  }

  /** How many calls there were. */
  int calls() {
    return calls.get();
  }

  /** The database can be reached again. */
  void mend() {
    gone = false;
  }

  /** A call. */
  @FunctionalInterface
  private interface Call<T> {
    T make() throws SQLException;
  }

  private <T> T counted(String name, Call<T> call) throws SQLException {
    if (gone) {
      throw new SQLException("the database is gone", "08006");
    }
    if (calls.incrementAndGet() == failing) {
      if (name.equals("close") || (effect.isDone() && !name.equals("getConnection"))) {
        call.make();
      }
      gone = effect.isGone();
      throw new SQLException(name + " fails as call " + failing, "08006");
    }
    return call.make();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = counted("getConnection", source::getConnection);
    opened.add(real);
    return proxied(Connection.class, real);
  }

  /** Closes all connections, as the end of the process does; the database can be reached again. */
  void end() throws SQLException {
    for (Connection connection : opened) {
      connection.close();
    }
    gone = false;
  }

  private <T> T proxied(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            FaultySource.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              String name = method.getName();
              Call<Object> call =
                  () -> {
                    try {
                      return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                      if (e.getCause() instanceof SQLException failure) {
                        throw failure;
                      }
                      throw new IllegalStateException(e.getCause());
                    } catch (IllegalAccessException e) {
                      throw new IllegalStateException(e);
                    }
                  };
              if (gone && name.equals("close")) {
                call.make();
              }
              Object result = COUNTED.contains(name) ? counted(name, call) : call.make();
              return result instanceof Statement statement
                  ? proxied(statementType(statement), statement)
                  : result;
            }));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // the interface that the driver's object has
  private static Class<Statement> statementType(Statement statement) {
    return (Class)
        (statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return source.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
