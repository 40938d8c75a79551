package io.artrec.tabular;

import java.util.List;
import java.util.Locale;

/**
 * What a load took in and what it did not. Immutable.
 *
 * @param source the file's name, or what the rows were called
 * @param content what one row is, in the plural, for instance {@code artworks}
 * @param loaded rows taken in
 * @param skipped rows left out because of a problem
 * @param valuesLeftOut values left out of rows that were taken in
 * @param setAside rows that are neither loaded nor wrong, such as ratings without a value
 * @param problems the first 100 problems in the order of the rows
 */
public record LoadReport(
    String source,
    String content,
    long loaded,
    long skipped,
    long valuesLeftOut,
    long setAside,
    List<RowProblem> problems) {
  private static final int SHOWN = 5;

  /** Copies the problems. */
  public LoadReport {
    problems = List.copyOf(problems);
  }

  /**
   * Tells whether every row and value was taken in.
   *
   * @return true when there was no problem
   */
  public boolean isClean() {
    return skipped == 0 && valuesLeftOut == 0;
  }

  /**
   * Returns the counts on the first line and up to five problems below, one a line.
   *
   * @return the report in words
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(count(loaded, content)).append(" loaded from ");
    text.append(RowProblem.printable(source, 200));
    if (skipped > 0) {
      text.append(", ").append(count(skipped, "rows")).append(" skipped");
    }
    if (valuesLeftOut > 0) {
      text.append(", ").append(count(valuesLeftOut, "values")).append(" left out");
    }
    if (setAside > 0) {
      text.append(", ").append(count(setAside, "rows")).append(" without a value set aside");
    }
    problems.stream().limit(SHOWN).forEach(problem -> text.append("\n  ").append(problem));
    if (skipped + valuesLeftOut > Math.min(SHOWN, problems.size())) {
      text.append("\n  and ")
          .append(number(skipped + valuesLeftOut - Math.min(SHOWN, problems.size())))
          .append(" more");
    }
    return text.toString();
  }

  private static String count(long n, String plural) {
    return number(n) + " " + (n == 1 ? plural.substring(0, plural.length() - 1) : plural);
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
