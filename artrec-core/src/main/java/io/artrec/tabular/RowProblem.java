package io.artrec.tabular;

import java.util.Locale;

/**
 * Something wrong in one row of a source.
 *
 * @param source the file's name, or what the rows were called
 * @param line the line where the row starts, from 1; for objects, their position from 1; 0 when the
 *     problem concerns the source as a whole
 * @param column the column's name as in the source, or empty when the whole row is meant
 * @param value the value met, shortened to 60 characters and with control characters escaped
 * @param expectation what was expected instead, and what was done
 */
public record RowProblem(
    String source, long line, String column, String value, String expectation) {
  private static final int SHOWN = 60;

  /** Shortens and escapes the texts that come from the source. */
  public RowProblem {
    source = printable(source, 200);
    column = printable(column, SHOWN);
    value = printable(value, SHOWN);
  }

  /**
   * Returns a text that is safe to print: control characters, line ends and noncharacters escaped,
   * and no longer than asked.
   *
   * @param text any text
   * @param length the most characters of it to show, at least 3
   * @return the printable text
   */
  public static String printable(String text, int length) {
    boolean cut = text.length() > length;
    int end = cut ? length - 3 : text.length();
    StringBuilder shown = new StringBuilder(end + 3);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c)
          || Character.getType(c) == Character.FORMAT
          || c == '\u2028'
          || c == '\u2029'
          || c >= '\uFFFE'
          || (Character.isSurrogate(c) && !paired(text, i, end))) {
        shown.append("\\u").append(String.format(Locale.ROOT, "%04X", (int) c));
      } else {
        shown.append(c);
      }
    }
    return cut ? shown.append("...").toString() : shown.toString();
  }

  private static boolean paired(String text, int i, int end) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  /** Returns the problem on one line, without the source. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (line > 0) {
      text.append("line ").append(line);
    }
    if (!column.isEmpty()) {
      text.append(text.isEmpty() ? "" : ", ").append("column '").append(column).append("'");
    }
    if (!value.isEmpty()) {
      text.append(text.isEmpty() ? "" : ": ").append("'").append(value).append("'");
    }
    return text.append(text.isEmpty() ? "" : "; ").append(expectation).toString();
  }
}
