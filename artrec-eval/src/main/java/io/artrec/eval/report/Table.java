package io.artrec.eval.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A table, whatever it is written in. The first column names its rows.
 *
 * @param caption what it shows
 * @param columns heads
 * @param rows cells of every row, one for each column
 */
record Table(String caption, List<Column> columns, List<List<Cell>> rows) {
  /** The order of a column's values. */
  enum Order {
    NONE,
    ASCENDING,
    DESCENDING
  }

  /**
   * A column.
   *
   * @param head its name
   * @param detail more about it; may be empty
   * @param numeric whether its cells are numbers
   * @param order how rows are ordered by it at first
   * @param first the order in which it is sorted when asked for the first time
   */
  record Column(String head, String detail, boolean numeric, Order order, Order first) {
    static Column text(String head) {
      return new Column(head, "", false, Order.NONE, Order.ASCENDING);
    }

    static Column number(String head, String detail) {
      return new Column(head, detail, true, Order.NONE, Order.DESCENDING);
    }

    Column sorted(Order now) {
      return new Column(head, detail, numeric, now, first);
    }

    Column sortedFirst(Order order) {
      return new Column(head, detail, numeric, this.order, order);
    }
  }

  /**
   * A cell.
   *
   * @param text what is read
   * @param detail the whole value, or why there is none; may be empty
   * @param value what it is sorted by; empty for text and for no value, which comes last
   * @param best whether to emphasize it
   * @param rank a number before a row's name
   */
  record Cell(
      String text, String detail, OptionalDouble value, boolean best, Optional<Integer> rank) {
    static Cell of(String text) {
      return new Cell(text, "", OptionalDouble.empty(), false, Optional.empty());
    }

    static Cell name(String text, int rank) {
      return new Cell(text, "", OptionalDouble.empty(), false, Optional.of(rank));
    }

    static Cell number(String text, double value) {
      return new Cell(text, Numbers.full(value), OptionalDouble.of(value), false, Optional.empty());
    }

    static Cell absent(String reason) {
      return new Cell(Numbers.DASH, reason, OptionalDouble.empty(), false, Optional.empty());
    }

    Cell emphasized(boolean whether) {
      return new Cell(text, detail, value, whether, rank);
    }

    Cell explained(String more) {
      return new Cell(text + "*", detail + ", " + more, value, best, rank);
    }
  }
}
