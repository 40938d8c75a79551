package io.artrec.tabular;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Reads CSV: RFC 4180 with any separator, fields optionally quoted, empty lines passed over. */
final class CsvRows {
  private static final String END = String.valueOf(TextReader.END);

  private CsvRows() {}

  static void read(
      Reader text,
      char separator,
      Charset charset,
      UnaryOperator<List<String>> columnsWithoutHeader,
      RowFeed feed)
      throws IOException {
    List<String> columns = List.of();
    try {
      Iterator<CsvRecord> records =
          CsvReader.builder()
              .fieldSeparator(separator)
              .maxBufferSize(1 << 24)
              .ofCsvRecord(text)
              .iterator();
      while (records.hasNext()) {
        CsvRecord record = records.next();
        List<String> fields = record.getFields();
        String last = fields.get(fields.size() - 1);
        boolean end = last.endsWith(END);
        if (end && last.equals(END) && fields.size() == 1) {
          break;
        }
        if (columns.isEmpty() && !end) {
          List<String> madeUp = columnsWithoutHeader.apply(fields);
          columns = madeUp.isEmpty() ? header(fields, feed) : madeUp;
          feed.columns(columns);
          if (madeUp.isEmpty()) {
            continue;
          }
        }
        row(record, columns, charset, feed);
      }
    } catch (CsvParseException e) {
      throw feed.failed(
          String.format(
              Locale.ROOT,
              "%s; a field or row is too long to be one, expected at most 16,777,216 characters (is a quote left open?)",
              e.getMessage()),
          e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (columns.isEmpty()) {
      throw feed.failed("it is empty, expected a line of column names", null);
    }
  }

  private static void row(CsvRecord record, List<String> columns, Charset charset, RowFeed feed) {
    List<String> fields = record.getFields();
    long line = record.getStartingLineNumber();
    String last = fields.get(fields.size() - 1);
    if (last.endsWith(END)) {
      feed.bad(
          line,
          last.substring(0, last.length() - 1),
          "the quote opened here is never closed; expected a closing '\"' (everything after it was"
              + " lost)");
      return;
    }
    if (fields.size() != columns.size()) {
      feed.bad(
          line,
          fields.get(0),
          String.format(
              Locale.ROOT,
              "the row that starts so has %d fields, expected %d as in the first line",
              fields.size(),
              columns.size()));
      return;
    }
    feed.row(new Row(line, columns, fields, null), charset);
  }

  private static List<String> header(List<String> fields, RowFeed feed) {
    List<String> names = new ArrayList<>();
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
