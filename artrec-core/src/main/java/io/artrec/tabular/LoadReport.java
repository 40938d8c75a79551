package io.artrec.tabular;

import java.util.List;
import java.util.Locale;

/** What a load took in and what it did not. Immutable. */
public final class LoadReport {
  private static final int SHOWN = 5;

  private final String source;
  private final String content;
  private final long loaded;
  private final ProblemCounts counts;
  private final List<RowProblem> problems;
  private final ColumnUse columns;
  private final List<String> remarks;

  LoadReport(String content, long loaded, ProblemLog log, RowHandler handler) {
    this(
        log.source(),
        content,
        loaded,
        log.counts(),
        List.copyOf(log.problems()),
        handler.columnUse(),
        List.copyOf(handler.remarks()));
  }

  private LoadReport(
      String source,
      String content,
      long loaded,
      ProblemCounts counts,
      List<RowProblem> problems,
      ColumnUse columns,
      List<String> remarks) {
    this.source = source;
    this.content = content;
    this.loaded = loaded;
    this.counts = counts;
    this.problems = problems;
    this.columns = columns;
    this.remarks = remarks;
  }

  /**
   * Returns this report under another name of the source.
   *
   * @param name what the source is to be called
   * @return the renamed copy
   */
  public LoadReport named(String name) {
    return new LoadReport(name, content, loaded, counts, problems, columns, remarks);
  }

  /**
   * Returns where the rows came from.
   *
   * @return the file's name, or what the rows were called
   */
  public String source() {
    return source;
  }

  /**
   * Returns what one row is.
   *
   * @return the word in the plural, for instance {@code artworks}
   */
  public String content() {
    return content;
  }

  /** {@return how many rows were taken in} */
  public long loaded() {
    return loaded;
  }

  /** {@return how many rows were left out because of a problem} */
  public long skipped() {
    return counts.skipped();
  }

  /** {@return how many values were left out of rows that were taken in} */
  public long valuesLeftOut() {
    return counts.valuesLeftOut();
  }

  /** {@return how many rows are neither loaded nor wrong, such as ratings without a value} */
  public long setAside() {
    return counts.setAside();
  }

  /**
   * Returns what was wrong.
   *
   * @return the first 100 problems in the order of the rows
   */
  public List<RowProblem> problems() {
    return problems;
  }

  /**
   * Returns what became of the columns.
   *
   * @return the layout, fields without a value, columns without a field
   */
  public ColumnUse columns() {
    return columns;
  }

  /**
   * Returns what was taken in and yet looks wrong, such as times of long ago.
   *
   * @return sentences
   */
  public List<String> remarks() {
    return remarks;
  }

  /**
   * Tells whether every row and value was taken in. Whether they fill the fields that they should
   * is for {@link #columns} to say.
   *
   * @return true when there was no problem
   */
  public boolean isClean() {
    return counts.total() == 0;
  }

  /**
   * Returns the counts on the first line; below, one a line, up to five problems, what looks wrong,
   * and what became of the columns.
   *
   * @return the report in words
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(count(loaded, content)).append(" loaded from ");
    text.append(RowProblem.printable(source, 200));
    if (skipped() > 0) {
      text.append(", ").append(count(skipped(), "rows")).append(" skipped");
    }
    if (valuesLeftOut() > 0) {
      text.append(", ").append(count(valuesLeftOut(), "values")).append(" left out");
    }
    if (setAside() > 0) {
      text.append(", ").append(count(setAside(), "rows")).append(" without a value set aside");
    }
    problems.stream().limit(SHOWN).forEach(problem -> text.append("\n  ").append(problem));
    if (counts.total() > Math.min(SHOWN, problems.size())) {
      text.append("\n  and ")
          .append(number(counts.total() - Math.min(SHOWN, problems.size())))
          .append(" more");
    }
    remarks.forEach(remark -> text.append("\n  ").append(remark));
    columns.toString().lines().forEach(line -> text.append("\n  ").append(line));
    return text.toString();
  }

  private static String count(long n, String plural) {
    return number(n) + " " + (n == 1 ? plural.substring(0, plural.length() - 1) : plural);
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
