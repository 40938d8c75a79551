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
   * Takes in one row; reports to the log what is wrong with it.
   *
   * @param row the row, valid during this call
   * @param log where problems go
   * @return true when the row was taken in
   */
  boolean row(Row row, ProblemLog log);
}
