package io.artrec.jdbc;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of a query as maps from column to value, one at a time. Not thread-safe. */
final class ResultRows implements Iterator<Map<String, @Nullable Object>> {
  /** How many rows drivers are asked to fetch at once. */
  static final int FETCHED = 500;

  private static final Logger LOG = LoggerFactory.getLogger(ResultRows.class);

  private final ResultSet rows;
  private final Function<SQLException, RuntimeException> failure;
  private final List<String> names = new ArrayList<>();
  private final List<Integer> columns = new ArrayList<>();
  private boolean isRow;
  private boolean isAsked;

  /** Takes the rows that are left. */
  ResultRows(ResultSet rows, Function<SQLException, RuntimeException> failure) throws SQLException {
    this.rows = rows;
    this.failure = failure;
    ResultSetMetaData all = rows.getMetaData();
    boolean folded = rows.getStatement().getConnection().getMetaData().storesUpperCaseIdentifiers();
    for (int column = 1; column <= all.getColumnCount(); column++) {
      if (isOfBytes(all.getColumnType(column))) {
        LOG.info("column {} holds bytes and is left out", all.getColumnLabel(column));
      } else {
        names.add(name(all.getColumnLabel(column), folded));
        columns.add(column);
      }
    }
  }

  /** A name as it was written without quotes, in a database that makes capitals of those. */
  private static String name(String label, boolean folded) {
    return folded && label.equals(label.toUpperCase(Locale.ROOT))
        ? label.toLowerCase(Locale.ROOT)
        : label;
  }

  private static boolean isOfBytes(int type) {
    return switch (type) {
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> true;
      default -> false;
    };
  }

  Stream<Map<String, @Nullable Object>> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false);
  }

  @Override
  public boolean hasNext() {
    try {
      if (!isAsked) {
        isRow = rows.next();
        isAsked = true;
      }
      return isRow;
    } catch (SQLException e) {
      throw failure.apply(e);
    }
  }

  @Override
  public Map<String, @Nullable Object> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    isAsked = false;
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    try {
      for (int i = 0; i < columns.size(); i++) {
        row.putIfAbsent(names.get(i), value(columns.get(i)));
      }
    } catch (SQLException e) {
      throw failure.apply(e);
    }
    return row;
  }

  /** Lists and truth values as they are, all else as the database writes it. */
  private @Nullable Object value(int column) throws SQLException {
    Object value = rows.getObject(column);
    if (value instanceof Array array) {
      try {
        return Arrays.asList((Object[]) array.getArray());
      } finally {
        array.free();
      }
    }
    return value == null || value instanceof Boolean ? value : rows.getString(column);
  }
}
