package io.artrec.jdbc;

import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;

/** Databases of H2 for tests. */
final class H2 {
  private H2() {}

  /** The database in a folder. */
  static JdbcDataSource in(Path folder) {
    return at("file:" + folder.resolve("gallery").toAbsolutePath() + ";WRITE_DELAY=0");
  }

  /** A database at an address after {@code jdbc:h2:}. */
  static JdbcDataSource at(String address) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:" + address);
    source.setUser("sa");
    return source;
  }
}
