package io.artrec.jdbc;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The names of a log's tables, which begin alike. Immutable.
 *
 * @param prefix what they begin with
 */
record LogTables(String prefix) {
  /** The prefix unless said. */
  static final String STANDARD = "artrec_";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  LogTables {
    if (!NAME.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the prefix of tables is '%s', expected a small letter, then at most 39 small letters,"
                  + " digits or underscores, such as %s",
              prefix,
              STANDARD));
    }
  }

  /** Returns a statement in which {@code #} stands for the prefix. */
  String sql(String statement) {
    return statement.replace("#", prefix);
  }
}
