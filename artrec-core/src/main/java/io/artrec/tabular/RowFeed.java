package io.artrec.tabular;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Hands sound rows to the handler and reports those that no handler should see. */
final class RowFeed {
  private final String source;
  private final String content;
  private final RowHandler handler;
  private final ProblemLog log;
  private final int maxFieldLength;
  private long loaded;

  RowFeed(String source, String content, RowHandler handler, ProblemLog log, int maxFieldLength) {
    this.source = source;
    this.content = content;
    this.handler = handler;
    this.log = log;
    this.maxFieldLength = maxFieldLength;
  }

  void columns(List<String> columns) {
    String wrong = handler.check(columns);
    if (!wrong.isEmpty()) {
      throw failed(wrong, null);
    }
  }

  void row(Row row, @Nullable Charset charset) {
    for (int column = 0; column < row.columns().size(); column++) {
      String text = row.text(column);
      if (text.length() > maxFieldLength) {
        log.skip(
            row,
            column,
            String.format(
                Locale.ROOT,
                "%,d characters, expected at most %,d (see maxFieldLength)",
                text.length(),
                maxFieldLength));
        return;
      }
      if (text.indexOf('\0') >= 0) {
        log.skip(row, column, "expected text without NUL characters");
        return;
      }
      if (charset != null && text.indexOf(TextReader.MALFORMED) >= 0) {
        log.skip(
            row,
            column,
            String.format(
                Locale.ROOT,
                "expected %s, met bytes that are not; say charset(...) if the file is in another",
                charset.name()));
        return;
      }
    }
    if (handler.row(row, log)) {
      loaded++;
    }
  }

  void bad(long line, String value, String expectation) {
    log.skip(line, "", value, expectation);
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
