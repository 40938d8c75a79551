package io.artrec.tabular;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a line of text looks like a row: it has as many fields as there are columns, and
 * its first field is made of the same kinds of characters as those of rows before. Not thread-safe.
 */
final class RowShapes {
  private static final int KEPT = 64;
  private static final int TELLING_FIELDS = 6;

  private final int columns;
  private final String separator;
  private final Set<String> seen = new HashSet<>();

  RowShapes(int columns, String separator) {
    this.columns = columns;
    this.separator = separator;
  }

  /** Learns from a sound row. */
  void saw(String firstField) {
    if (seen.size() < KEPT) {
      seen.add(shape(firstField));
    }
  }

  /**
   * Tells whether a record swallowed rows: a quote opened in a line that would be a row without it,
   * and most of the lines up to the closing quote look like rows.
   *
   * @param spanned the lines of a field that spans lines, from the line of its opening quote
   */
  boolean swallowed(List<String> spanned) {
    return spanned.size() > 1 && fields(spanned.get(0)) == columns && rows(spanned) >= 0.8;
  }

  /** Tells whether at least half of the lines after the first look like rows. */
  boolean halfAreRows(List<String> spanned) {
    return spanned.size() > 1 && rows(spanned) >= 0.5;
  }

  private double rows(List<String> spanned) {
    long rows = spanned.stream().skip(1).filter(this::isRow).count();
    return (double) rows / (spanned.size() - 1);
  }

  private boolean isRow(String line) {
    if (fields(line) != columns) {
      return false;
    }
    int end = line.indexOf(separator);
    String shape = shape(end < 0 ? line : line.substring(0, end));
    boolean known = seen.isEmpty() ? columns > 2 && !shape.contains(" ") : seen.contains(shape);
    return columns >= TELLING_FIELDS || known;
  }

  /** The number of fields of a line; a quote that does not close in it is text. */
  private int fields(String line) {
    int count = 1;
    int at = 0;
    while (at < line.length()) {
      if (line.charAt(at) == '"') {
        int close = close(line, at + 1);
        at = close < 0 ? at : close + 1;
      }
      int next = line.indexOf(separator, at);
      if (next < 0) {
        break;
      }
      count++;
      at = next + separator.length();
    }
    return count;
  }

  private int close(String line, int from) {
    for (int i = line.indexOf('"', from); i >= 0; i = line.indexOf('"', i + 1)) {
      boolean ends = i + 1 == line.length() || line.startsWith(separator, i + 1);
      boolean doubled = i + 1 < line.length() && line.charAt(i + 1) == '"';
      if (ends) {
        return i;
      }
      i += doubled ? 1 : 0;
    }
    return -1;
  }

  /** The kinds of characters of a text: letters, digits, spaces and each other one, sorted. */
  private static String shape(String field) {
    Set<String> kinds = new HashSet<>();
    field
        .strip()
        .codePoints()
        .limit(1_000)
        .forEach(
            c ->
                kinds.add(
                    Character.isLetter(c)
                        ? "a"
                        : Character.isDigit(c)
                            ? "9"
                            : Character.isWhitespace(c) ? " " : Character.toString(c)));
    return String.join("", kinds.stream().sorted().toList());
  }
}
