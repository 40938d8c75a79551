package io.artrec.jdbc;

import io.artrec.catalog.CatalogLoader;
import io.artrec.catalog.LoadedCatalog;
import io.artrec.tabular.LoadException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A catalogue in a database of any make: each row of a table or a query is a work, read as a row of
 * a file is by {@link CatalogLoader}: fields are found by the names of columns, by a museum's
 * layout or by a mapping, other columns become free attributes, and what cannot be read is
 * reported.
 *
 * <p>Arrays are lists. Columns of bytes are left out. Names in capitals are small letters where the
 * database writes all names in capitals, as H2 does. Each {@link #load} asks anew, in one
 * transaction that is rolled back, and holds some hundred rows at once where the driver lets it.
 * Not thread-safe.
 */
public final class JdbcCatalog {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");

  private final DataSource source;
  private final String name;
  private final String sql;
  private List<Object> parameters = List.of();
  private UnaryOperator<CatalogLoader> settings = loader -> loader;

  private JdbcCatalog(DataSource source, String name, String sql) {
    this.source = Objects.requireNonNull(source, "source");
    this.name = name;
    this.sql = sql;
  }

  /**
   * {@return the catalogue in a table or view, to be loaded}
   *
   * @param source gives a connection at each loading
   * @param table its name, with a schema and a point before it if need be; read in the order of its
   *     first column, so that works have the same order each time
   * @throws IllegalArgumentException when that is no name of letters, digits and underscores; such
   *     a table is reached by a {@link #query}
   */
  public static JdbcCatalog table(DataSource source, String table) {
    if (!NAME.matcher(table).matches()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the table of the catalogue is '%s', expected a name of letters, digits and underscores;"
                  + " others can be quoted in a query(...)",
              table));
    }
    return new JdbcCatalog(source, "table " + table, "SELECT * FROM " + table + " ORDER BY 1");
  }

  /**
   * {@return the catalogue that a query gives, to be loaded}
   *
   * @param source gives a connection at each loading
   * @param sql the query, whose columns are named as fields are, or mapped by {@link #reading};
   *     should order its rows, because works have the order in which they come
   */
  public static JdbcCatalog query(DataSource source, String sql) {
    return new JdbcCatalog(source, "a query", Objects.requireNonNull(sql, "sql"));
  }

  /**
   * Sets the values of the query's question marks.
   *
   * @param values as {@link PreparedStatement#setObject(int, Object)} takes them, in order
   * @return this
   */
  public JdbcCatalog parameters(Object... values) {
    parameters = List.of(values);
    return this;
  }

  /**
   * Says how rows are read.
   *
   * @param loader sets what is to be set of a loader: mapping, columns, currency, tolerance
   * @return this
   */
  public JdbcCatalog reading(UnaryOperator<CatalogLoader> loader) {
    settings = Objects.requireNonNull(loader, "loader");
    return this;
  }

  /**
   * Loads the catalogue.
   *
   * @return the catalogue, in the order of the rows, and the report
   * @throws LoadException when the database fails, or as {@link CatalogLoader#load}
   */
  public LoadedCatalog load() {
    try (Connection connection = source.getConnection()) {
      boolean commits = connection.getAutoCommit();
      connection.setAutoCommit(false); // PostgreSQL fetches piece by piece in transactions alone
      try {
        return load(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(commits);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private LoadedCatalog load(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(ResultRows.FETCHED);
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        ResultRows maps = new ResultRows(rows, this::failed);
        return settings.apply(CatalogLoader.from(name, maps.stream())).load();
      }
    }
  }

  private LoadException failed(SQLException e) {
    return new LoadException(
        "cannot load artworks from " + name + ": " + Failure.said(e), List.of(), e);
  }
}
