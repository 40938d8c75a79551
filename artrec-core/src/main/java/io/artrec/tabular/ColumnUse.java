package io.artrec.tabular;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What became of a source's columns: whose layout they have, which fields none of them filled, and
 * which of them no field reads. Immutable; the methods return changed copies.
 */
public final class ColumnUse {
  private static final int SHOWN = 20;
  private static final ColumnUse UNTOLD =
      new ColumnUse(Optional.empty(), List.of(), List.of(), "passed over");

  private final Optional<String> layout;
  private final List<String> unfilled;
  private final List<String> unused;
  private final String fate;

  private ColumnUse(
      Optional<String> layout, List<String> unfilled, List<String> unused, String fate) {
    this.layout = layout;
    this.unfilled = List.copyOf(unfilled);
    this.unused = List.copyOf(unused);
    this.fate = fate;
  }

  /**
   * Returns the use of columns of which nothing is told.
   *
   * @return no layout, no fields, no columns
   */
  public static ColumnUse untold() {
    return UNTOLD;
  }

  /**
   * Says by whose layout the columns were read.
   *
   * @param name the layout, as in {@code the Met (met)}
   * @return the changed copy
   */
  public ColumnUse layout(String name) {
    return new ColumnUse(Optional.of(name), unfilled, unused, fate);
  }

  /**
   * Says which fields have no value in any row.
   *
   * @param fields the fields' names
   * @return the changed copy
   */
  public ColumnUse unfilled(List<String> fields) {
    return new ColumnUse(layout, fields, unused, fate);
  }

  /**
   * Says which columns no field reads.
   *
   * @param columns the columns' names as in the source
   * @param whatBecame what became of their values, as in {@code passed over}
   * @return the changed copy
   */
  public ColumnUse unused(List<String> columns, String whatBecame) {
    return new ColumnUse(layout, unfilled, columns, whatBecame);
  }

  /**
   * Returns by whose layout the columns were read.
   *
   * @return the layout that the column names tell, or empty when columns were found by their names
   *     or as the caller said
   */
  public Optional<String> layout() {
    return layout;
  }

  /**
   * Returns the fields that have no value in any row.
   *
   * @return the fields' names, in the order of the fields
   */
  public List<String> unfilled() {
    return unfilled;
  }

  /**
   * Returns the columns that no field reads.
   *
   * @return the columns' names as in the source, in its order
   */
  public List<String> unused() {
    return unused;
  }

  /**
   * Returns up to three sentences, one a line, empty when there is nothing to say.
   *
   * @return the use of columns in words
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    layout.ifPresent(
        name ->
            text.append("columns as in the files of ")
                .append(RowProblem.printable(name, 80))
                .append('\n'));
    if (!unfilled.isEmpty()) {
      text.append("no column filled ").append(shown(unfilled)).append('\n');
    }
    if (!unused.isEmpty()) {
      text.append("no field reads ").append(shown(unused)).append(" (").append(fate).append(")\n");
    }
    return text.toString().stripTrailing();
  }

  private static String shown(List<String> names) {
    String first =
        names.stream()
            .limit(SHOWN)
            .map(name -> RowProblem.printable(name, 40))
            .collect(Collectors.joining(", "));
    return names.size() <= SHOWN
        ? first
        : String.format(Locale.ROOT, "%s and %,d more", first, names.size() - SHOWN);
  }
}
