package io.artrec.catalog;

import io.artrec.tabular.internal.ColumnNames;
import java.util.List;

/** Where the open-data files of one museum hold what, and how such a file is known. Immutable. */
public final class MuseumLayout {
  private final String name;
  private final String museum;
  private final ColumnMapping mapping;
  private final List<String> marks;

  MuseumLayout(String name, String museum, ColumnMapping mapping, String... marks) {
    this.name = name;
    this.museum = museum;
    this.mapping = mapping;
    this.marks = List.of(marks);
  }

  /** {@return the layout's short name, for instance {@code met}} */
  public String name() {
    return name;
  }

  /**
   * Returns whose files have this layout.
   *
   * @return the museum's name
   */
  public String museum() {
    return museum;
  }

  /**
   * Returns which column holds which field.
   *
   * @return the mapping
   */
  public ColumnMapping mapping() {
    return mapping;
  }

  /**
   * Counts the columns by which such a file is known.
   *
   * @param columns the columns of a source
   * @return how many of the layout's marks are there
   */
  int marksIn(ColumnNames columns) {
    return columns.find(marks).length;
  }

  @Override
  public String toString() {
    return museum + " (" + name + ")";
  }
}
