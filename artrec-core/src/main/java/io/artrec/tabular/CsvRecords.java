package io.artrec.tabular;

import io.artrec.tabular.CsvRecord.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into records as RFC 4180 says: fields between separators of one character or more,
 * quoted where they hold separators, quotes (doubled) or line ends. Empty lines are passed over. A
 * separator inside quotes is text; a quote inside an unquoted field is, too.
 *
 * <p>A quote that never closes, or that closes lines later with text behind it, ends its record
 * with the line it stands in, and the lines after it are read as records of their own. The text of
 * one record is held, and no line may be longer than {@link #LONGEST}. Not thread-safe.
 */
final class CsvRecords {
  static final int MOST_FIELDS = 16_384;
  static final int LONGEST = 1 << 24;

  private static final long FREE_REREADING = 1L << 25;

  private final TextReader text;
  private final String separator;
  private final char first;
  private char[] window = new char[1 << 13];
  private final BitSet malformed = new BitSet();
  private int start;
  private int position;
  private int end;
  private boolean ended;
  private long line = 1;
  private long read;
  private long reread;

  /** Where the line after the first quote that spans lines begins, or -1. */
  private int resume;

  private long resumeLine;

  CsvRecords(TextReader text, String separator) {
    this.text = text;
    this.separator = separator;
    first = separator.charAt(0);
  }

  /** Returns the next record, or null at the end. */
  @Nullable CsvRecord next() throws IOException {
    while (peek(0) == '\n' || peek(0) == '\r') {
      endLine();
    }
    compact();
    if (peek(0) < 0) {
      return null;
    }
    resume = -1;
    long firstLine = line;
    List<String> fields = new ArrayList<>();
    Fault fault = field(fields);
    while (fault == Fault.NONE && atSeparator()) {
      position += separator.length();
      fault = fields.size() < MOST_FIELDS ? field(fields) : Fault.TOO_MANY_FIELDS;
    }
    if (fault == Fault.OPEN_QUOTE && resume >= 0) {
      resume();
    } else {
      skipLine();
    }
    int marked = malformed.nextSetBit(start);
    return new CsvRecord(firstLine, fields, fault, marked >= 0 && marked < position);
  }

  /**
   * Returns the lines of the record returned last, from the one in which a quote opened that spans
   * lines; empty when none does.
   */
  List<String> spannedLines() {
    if (resume < 0) {
      return List.of();
    }
    int from = resume - 1;
    from -= from > start && window[from] == '\n' && window[from - 1] == '\r' ? 1 : 0;
    while (from > start && window[from - 1] != '\n' && window[from - 1] != '\r') {
      from--;
    }
    return new String(window, from, position - from).lines().toList();
  }

  /**
   * Goes back to the line after the one in which a quote opened that spans lines, so that the lines
   * which the record swallowed are read as records.
   */
  void resume() {
    reread += position - resume;
    if (reread > FREE_REREADING + 4 * read) {
      throw new CsvFormatException("it has too many quotes that are left open to be read");
    }
    position = resume;
    line = resumeLine;
  }

  private Fault field(List<String> fields) throws IOException {
    return peek(0) == '"' ? quoted(fields) : unquoted(fields);
  }

  private Fault unquoted(List<String> fields) throws IOException {
    int from = position;
    int c = peek(0);
    while (c >= 0 && c != '\n' && c != '\r' && !(c == first && atSeparator())) {
      position++;
      c = peek(0);
    }
    fields.add(new String(window, from, position - from));
    return Fault.NONE;
  }

  private Fault quoted(List<String> fields) throws IOException {
    int lineAfter = -1;
    long opened = line;
    boolean doubled = false;
    int from = ++position;
    int c = peek(0);
    while (c >= 0 && !(c == '"' && peek(1) != '"') && position - start < LONGEST) {
      if (c == '"') {
        doubled = true;
        position += 2;
      } else if (c == '\n' || c == '\r') {
        endLine();
        lineAfter = lineAfter < 0 ? position : lineAfter;
      } else {
        position++;
      }
      c = peek(0);
    }
    String value = new String(window, from, Math.min(position, end) - from);
    fields.add(doubled ? value.replace("\"\"", "\"") : value);
    boolean open = c != '"';
    position += open ? 0 : 1;
    boolean ends = !open && (atSeparator() || peek(0) < 0 || peek(0) == '\n' || peek(0) == '\r');
    if (!ends || (lineAfter >= 0 && resume < 0)) {
      resume = lineAfter;
      resumeLine = opened + 1;
    }
    if (ends) {
      return Fault.NONE;
    }
    return open || lineAfter >= 0 ? Fault.OPEN_QUOTE : Fault.TEXT_AFTER_QUOTE;
  }

  private boolean atSeparator() throws IOException {
    if (peek(0) != first) {
      return false;
    }
    for (int i = 1; i < separator.length(); i++) {
      if (peek(i) != separator.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void skipLine() throws IOException {
    int c = peek(0);
    while (c >= 0 && c != '\n' && c != '\r') {
      position++;
      c = peek(0);
    }
    if (c >= 0) {
      endLine();
    }
  }

  private void endLine() throws IOException {
    position += peek(0) == '\r' && peek(1) == '\n' ? 2 : 1;
    line++;
  }

  private int peek(int ahead) throws IOException {
    while (position + ahead >= end && !ended) {
      fill();
    }
    return position + ahead < end ? window[position + ahead] : -1;
  }

  private void fill() throws IOException {
    if (end - start > LONGEST) {
      throw new CsvFormatException(
          String.format(
              Locale.ROOT,
              "line %,d is too long to be one, expected at most %,d characters (is a quote left open?)",
              line,
              LONGEST));
    }
    if (end == window.length) {
      window = Arrays.copyOf(window, 2 * window.length);
    }
    int count = text.read(window, end, window.length - end, malformed);
    ended = count < 0;
    end += Math.max(0, count);
    read += Math.max(0, count);
  }

  /** Begins a record; lets the window begin with it where that frees half of the window. */
  private void compact() {
    start = position;
    if (start < window.length / 2) {
      return;
    }
    System.arraycopy(window, start, window, 0, end - start);
    BitSet left = malformed.get(start, end);
    malformed.clear();
    malformed.or(left);
    end -= start;
    position = 0;
    start = 0;
  }
}
