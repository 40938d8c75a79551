package io.artrec.tabular;

import java.util.regex.Pattern;

/**
 * Texts as cells of CSV files that somebody may open in a spreadsheet, which takes a cell that
 * begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab or a line end for a formula (OWASP:
 * CSV injection). A visitor may choose such an id.
 */
public final class CsvCell {
  private static final Pattern FORMULA =
      Pattern.compile("'*[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,400}(?:\\.\\d{1,400})?(?:[eE][+-]?\\d{1,9})?");

  private CsvCell() {}

  /**
   * Returns a text as a cell that is no formula: with an apostrophe before what would be one.
   * Numbers stay as they are. Separators and quotes are for the writer to quote.
   *
   * @param text any text
   * @return the cell, from which {@link #text} gives the text back
   */
  public static String of(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  /**
   * {@return the text of a cell that {@link #of} made}
   *
   * @param cell the cell, without the quotes of its file
   */
  public static String text(String cell) {
    return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
  }

  /**
   * {@return a text as a field of a CSV line: as {@link #of} makes it, in quotes where it holds
   * commas, quotes or line ends, or begins or ends with a blank}
   *
   * @param text any text
   */
  public static String field(String text) {
    String cell = of(text);
    boolean plain =
        cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
            && cell.equals(cell.strip());
    return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  private static boolean isFormula(String text) {
    return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
  }
}
