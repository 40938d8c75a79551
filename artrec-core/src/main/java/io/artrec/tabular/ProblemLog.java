package io.artrec.tabular;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one load; keeps the first 100 and counts all. Not thread-safe. */
public final class ProblemLog {
  static final int KEPT = 100;

  private final String source;
  private final List<RowProblem> problems = new ArrayList<>();
  private long skipped;
  private long valuesLeftOut;
  private long setAside;
  private long columns;
  private long badRows;
  private long lastBadLine = -1;

  ProblemLog(String source) {
    this.source = source;
  }

  /**
   * Reports a row that cannot be taken in.
   *
   * @param row the row
   * @param column the position of the column at fault, or -1 for the row as a whole
   * @param expectation what was expected
   * @return false, for the handler to return
   */
  public boolean skip(Row row, int column, String expectation) {
    skip(
        row.line(),
        column < 0 ? "" : row.columns().get(column),
        column < 0 ? "" : row.text(column),
        expectation);
    return false;
  }

  /**
   * Reports a value that is left out of a row that is taken in.
   *
   * @param row the row
   * @param column the position of the column
   * @param expectation what was expected
   */
  public void leaveOut(Row row, int column, String expectation) {
    valuesLeftOut++;
    count(row.line());
    keep(
        row.line(),
        row.columns().get(column),
        row.text(column),
        expectation + "; the value was left out");
  }

  /**
   * Reports words of which a value could not be read. Museums write freely: the value is left out,
   * and the row is none the worse for it, so that it does not count towards failing the load.
   *
   * @param row the row
   * @param column the position of the column
   * @param expectation what was expected
   */
  public void leaveOutWords(Row row, int column, String expectation) {
    valuesLeftOut++;
    keep(
        row.line(),
        row.columns().get(column),
        row.text(column),
        expectation + "; the value was left out");
  }

  /** Counts a row that is neither loaded nor wrong. */
  public void setAside() {
    setAside++;
  }

  /** Reports a column that is not read; no row is at fault. */
  void leaveOutColumn(long line, String column, String expectation) {
    columns++;
    keep(line, column, "", expectation);
  }

  void skip(long line, String column, String value, String expectation) {
    skipped++;
    count(line);
    keep(line, column, value, expectation);
  }

  private void count(long line) {
    badRows += line == lastBadLine ? 0 : 1;
    lastBadLine = line;
  }

  private void keep(long line, String column, String value, String expectation) {
    if (problems.size() < KEPT) {
      problems.add(new RowProblem(source, line, column, value, expectation));
    }
  }

  long skipped() {
    return skipped;
  }

  /** Counts the rows with a problem, whether skipped or taken in without a value. */
  long badRows() {
    return badRows;
  }

  List<RowProblem> problems() {
    return problems;
  }

  String source() {
    return source;
  }

  ProblemCounts counts() {
    return new ProblemCounts(skipped, valuesLeftOut, setAside, columns);
  }
}
