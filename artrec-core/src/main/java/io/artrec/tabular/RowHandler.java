package io.artrec.tabular;

import java.util.List;

/** Takes in rows one after the other. */
public interface RowHandler {
  /**
   * Looks at the columns of a source whose rows all have the same, before the first row. A CSV file
   * calls this once; JSON Lines and objects never do.
   *
   * @param columns the names as in the source
   * @return what is wrong with them and how to mend it, or empty when they will do
   */
  String check(List<String> columns);

  /**
   * Looks at the columns of a source whose rows each have their own, before the first row. JSON
   * Lines and objects call this once, a CSV file never does.
   *
   * @param columns the names that the first rows have, up to 100 of them
   */
  default void sample(List<String> columns) {}

  /**
   * Takes in one row; reports to the log what is wrong with it.
   *
   * @param row the row, valid during this call
   * @param log where problems go
   * @return true when the row was taken in
   */
  boolean row(Row row, ProblemLog log);

  /**
   * Tells, after the last row, what became of the columns.
   *
   * @return nothing unless told
   */
  default ColumnUse columnUse() {
    return ColumnUse.untold();
  }

  /**
   * Tells, after the last row, what was taken in and yet looks wrong.
   *
   * @return sentences, none unless told
   */
  default List<String> remarks() {
    return List.of();
  }
}
