package io.artrec.tabular;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a source: values by column. Valid only while it is being handled; not thread-safe.
 *
 * <p>Rows of one CSV file share one list of columns, the same object; each JSON line brings its
 * own.
 */
public final class Row {
  private final long line;
  private final List<String> columns;
  private final List<String> texts;
  private final @Nullable List<@Nullable List<String>> lists;

  Row(
      long line,
      List<String> columns,
      List<String> texts,
      @Nullable List<@Nullable List<String>> lists) {
    this.line = line;
    this.columns = columns;
    this.texts = texts;
    this.lists = lists;
  }

  /**
   * Returns where the row starts.
   *
   * @return the line from 1, or for objects the position from 1
   */
  public long line() {
    return line;
  }

  /**
   * Returns the names of the columns.
   *
   * @return the names as in the source
   */
  public List<String> columns() {
    return columns;
  }

  /**
   * Returns a value as text.
   *
   * @param column the column's position in {@link #columns()}
   * @return the value as written, empty when there is none; the parts of a list are joined by
   *     {@code "; "}
   */
  public String text(int column) {
    return column < texts.size() ? texts.get(column) : "";
  }

  /**
   * Returns an id: the text without blanks around it; of a CSV cell that was written as {@link
   * CsvCell}, the text that it stands for.
   *
   * @param column the column's position
   * @return the id, empty when there is none
   */
  public String id(int column) {
    String id = text(column).strip();
    return lists == null ? CsvCell.text(id) : id;
  }

  /**
   * {@return the parts of a value that the source itself holds as a list, or null when the value is
   * a single text}
   *
   * @param column the column's position
   */
  public @Nullable List<String> parts(int column) {
    return lists == null ? null : lists.get(column);
  }
}
