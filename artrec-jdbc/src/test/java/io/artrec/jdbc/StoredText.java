package io.artrec.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Everything that databases hold, as text of one character a byte, to be searched. */
final class StoredText {
  private StoredText() {}

  /** Hands over all values of all columns of the tables whose names begin alike. */
  static void ofTables(DataSource source, String prefix, BiConsumer<String, String> consumer)
      throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables(connection, prefix)) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
          while (rows.next()) {
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
              Object value = rows.getObject(column);
              consumer.accept(
                  "table " + table,
                  value instanceof byte[] bytes
                      ? new String(bytes, StandardCharsets.ISO_8859_1)
                      : String.valueOf(value));
            }
          }
        }
      }
    }
  }

  private static List<String> tables(Connection connection, String prefix) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (rows.next()) {
        String table = rows.getString("TABLE_NAME");
        if (table.toLowerCase(Locale.ROOT).startsWith(prefix)) {
          tables.add(table);
        }
      }
    }
    return tables;
  }

  /** Hands over the content of all files in a folder and those below. */
  static void ofFiles(Path folder, BiConsumer<String, String> consumer) {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Path file : all) {
      String text;
      try {
        text = Files.readString(file, StandardCharsets.ISO_8859_1);
      } catch (NoSuchFileException e) {
        text = ""; // a server's own, gone since
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      consumer.accept("file " + folder.relativize(file), text);
    }
  }
}
