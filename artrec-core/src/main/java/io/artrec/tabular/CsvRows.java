package io.artrec.tabular;

import io.artrec.tabular.CsvRecord.Fault;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Reads CSV: RFC 4180 with any separator, fields optionally quoted, empty lines passed over. */
final class CsvRows {
  private final CsvRecords records;
  private final Charset charset;
  private final RowFeed feed;
  private final List<String> columns;
  private final RowShapes shapes;

  private CsvRows(
      CsvRecords records, String separator, Charset charset, RowFeed feed, List<String> columns) {
    this.records = records;
    this.charset = charset;
    this.feed = feed;
    this.columns = columns;
    shapes = new RowShapes(columns.size(), separator);
  }

  static void read(
      TextReader text,
      String separator,
      Charset charset,
      UnaryOperator<List<String>> columnsWithoutHeader,
      RowFeed feed)
      throws IOException {
    CsvRecords records = new CsvRecords(text, separator);
    try {
      CsvRecord first = records.next();
      if (first == null) {
        throw feed.failed("it is empty, expected a line of column names", null);
      }
      requireSound(first, separator, feed);
      List<String> madeUp = columnsWithoutHeader.apply(first.fields());
      List<String> columns = madeUp.isEmpty() ? header(first, feed) : madeUp;
      feed.columns(columns, first.line());
      CsvRows rows = new CsvRows(records, separator, charset, feed, columns);
      CsvRecord record = madeUp.isEmpty() ? records.next() : first;
      while (record != null) {
        rows.row(record);
        record = records.next();
      }
    } catch (CsvFormatException e) {
      throw feed.failed(String.valueOf(e.getMessage()), e);
    }
  }

  private static void requireSound(CsvRecord first, String separator, RowFeed feed) {
    String why =
        switch (first.fault()) {
          case NONE -> "";
          case OPEN_QUOTE -> "a quote opened in its first line is never closed";
          case TEXT_AFTER_QUOTE -> "its first line has text behind a closing quote";
          case TOO_MANY_FIELDS ->
              String.format(
                  Locale.ROOT,
                  "its first line has more than %,d columns, expected at most that many (is '%s' what"
                      + " separates them?)",
                  CsvRecords.MOST_FIELDS,
                  RowProblem.printable(separator, 10));
        };
    if (!why.isEmpty()) {
      throw feed.failed(why, null);
    }
  }

  private void row(CsvRecord record) {
    List<String> fields = record.fields();
    String last = fields.get(fields.size() - 1);
    boolean counted = fields.size() == columns.size();
    if (record.fault() == Fault.OPEN_QUOTE) {
      neverCloses(record, fields.size() - 1);
    } else if (record.fault() == Fault.TEXT_AFTER_QUOTE) {
      feed.bad(
          record.line(),
          last,
          "text stands behind the closing quote of this field; expected a separator (a quote inside"
              + " a quoted field is written twice)");
    } else if (record.fault() == Fault.TOO_MANY_FIELDS) {
      feed.bad(
          record.line(),
          fields.get(0),
          String.format(
              Locale.ROOT,
              "the row that starts so has more than %,d fields, expected %d as in the first line",
              CsvRecords.MOST_FIELDS,
              columns.size()));
    } else if (swallowsRows(counted)) {
      records.resume();
      neverCloses(record, firstThatSpansLines(fields));
    } else if (!counted) {
      feed.bad(
          record.line(),
          fields.get(0),
          String.format(
              Locale.ROOT,
              "the row that starts so has %d fields, expected %d as in the first line",
              fields.size(),
              columns.size()));
    } else {
      Row row = new Row(record.line(), columns, fields, null);
      if (feed.row(row, record.malformed() ? charset : null)) {
        shapes.saw(fields.get(0));
      }
    }
  }

  private boolean swallowsRows(boolean counted) {
    List<String> spanned = records.spannedLines();
    return counted ? shapes.swallowed(spanned) : shapes.halfAreRows(spanned);
  }

  private void neverCloses(CsvRecord record, int field) {
    feed.bad(
        record.line(),
        field < columns.size() ? columns.get(field) : "",
        record.fields().get(field).lines().findFirst().orElse(""),
        "the quote opened here is never closed; expected a closing '\"' (its row was lost, the lines"
            + " after it were read as rows)");
  }

  private static int firstThatSpansLines(List<String> fields) {
    int field = 0;
    while (field < fields.size() - 1
        && fields.get(field).indexOf('\n') < 0
        && fields.get(field).indexOf('\r') < 0) {
      field++;
    }
    return field;
  }

  private static List<String> header(CsvRecord record, RowFeed feed) {
    List<String> names = new ArrayList<>();
    List<String> fields = record.fields();
    for (int i = 0; i < fields.size(); i++) {
      String name = fields.get(i).strip();
      if (name.length() > 1000 || name.indexOf('\0') >= 0) {
        throw feed.failed(
            String.format(
                Locale.ROOT,
                "column %d of the first line is named '%s', expected a name",
                i + 1,
                RowProblem.printable(name, 60)),
            null);
      }
      names.add(name.isEmpty() ? "column " + (i + 1) : name);
    }
    return List.copyOf(names);
  }
}
