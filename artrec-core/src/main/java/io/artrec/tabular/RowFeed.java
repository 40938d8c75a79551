package io.artrec.tabular;

import io.artrec.tabular.internal.ColumnNames;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands sound rows to the handler and reports those that no handler should see. */
final class RowFeed {
  private final String source;
  private final String content;
  private final RowHandler handler;
  private final ProblemLog log;
  private final int maxFieldLength;
  private final Remedies remedies;
  private long loaded;

  RowFeed(
      String source,
      String content,
      RowHandler handler,
      ProblemLog log,
      int maxFieldLength,
      Remedies remedies) {
    this.source = source;
    this.remedies = remedies;
    this.content = content;
    this.handler = handler;
    this.log = log;
    this.maxFieldLength = maxFieldLength;
  }

  /** Shows the handler the columns that all rows have; those called alike are reported. */
  void columns(List<String> columns, long line) {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String name = ColumnNames.normalized(columns.get(i));
      Integer first = positions.putIfAbsent(name.isEmpty() ? columns.get(i) : name, i);
      if (first != null) {
        log.leaveOutColumn(
            line,
            columns.get(i),
            String.format(
                Locale.ROOT,
                "column %d has the name of column %d; fields are read from the first of them",
                i + 1,
                first + 1));
      }
    }
    String wrong = handler.check(columns);
    if (!wrong.isEmpty()) {
      throw failed(wrong, null);
    }
  }

  void sample(List<String> columns) {
    handler.sample(columns);
  }

  /**
   * Hands a row on.
   *
   * @param malformed the charset whose bytes the row holds wrongly, or null when all of it is text
   * @return whether the row was taken in
   */
  boolean row(Row row, @Nullable Charset malformed) {
    for (int column = 0; column < row.columns().size(); column++) {
      String text = row.text(column);
      if (text.length() > maxFieldLength) {
        return log.skip(
            row,
            column,
            String.format(
                Locale.ROOT,
                "%,d characters, expected at most %,d (see %s)",
                text.length(),
                maxFieldLength,
                remedies.fieldLength()));
      }
      if (text.indexOf('\0') >= 0) {
        return log.skip(row, column, "expected text without NUL characters");
      }
      if (malformed != null && text.indexOf(TextReader.MALFORMED) >= 0) {
        return log.skip(
            row,
            column,
            String.format(
                Locale.ROOT,
                "expected %s, met bytes that are not; say %s if the file is in another",
                malformed.name(),
                remedies.charset("")));
      }
    }
    boolean taken = handler.row(row, log);
    loaded += taken ? 1 : 0;
    return taken;
  }

  void bad(long line, String value, String expectation) {
    bad(line, "", value, expectation);
  }

  void bad(long line, String column, String value, String expectation) {
    log.skip(line, column, value, expectation);
  }

  LoadException failed(String why, @Nullable Throwable cause) {
    return new LoadException(
        String.format(
            Locale.ROOT,
            "cannot load %s from %s: %s",
            content,
            RowProblem.printable(source, 200),
            why),
        log.problems(),
        cause);
  }

  int maxFieldLength() {
    return maxFieldLength;
  }

  long loaded() {
    return loaded;
  }
}
