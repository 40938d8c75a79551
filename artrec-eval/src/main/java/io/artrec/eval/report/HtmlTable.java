package io.artrec.eval.report;

import io.artrec.eval.report.Table.Cell;
import io.artrec.eval.report.Table.Column;
import io.artrec.eval.report.Table.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a table as HTML, in a container of its own that scrolls; the page's script sorts it. */
final class HtmlTable {
  private final Markup page;

  HtmlTable(Markup page) {
    this.page = page;
  }

  void write(Table table) {
    page.open(
        "div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", table.caption());
    page.open("table").element("caption", table.caption()).open("thead").open("tr");
    table.columns().forEach(this::head);
    page.close("tr").close("thead").line().open("tbody").line();
    for (List<Cell> row : table.rows()) {
      page.open("tr");
      for (int i = 0; i < row.size(); i++) {
        cell(row.get(i), table.columns().get(i), i == 0);
      }
      page.close("tr").line();
    }
    page.close("tbody").close("table").close("div").line();
  }

  private void head(Column column) {
    List<String> attributes = new ArrayList<>(List.of("scope", "col"));
    add(attributes, column.numeric(), "class", "number");
    add(attributes, !column.detail().isEmpty(), "title", column.detail());
    add(attributes, true, "data-first", word(column.first()));
    add(attributes, column.order() != Order.NONE, "aria-sort", word(column.order()));
    page.element("th", column.head(), attributes.toArray(String[]::new));
  }

  private void cell(Cell cell, Column column, boolean head) {
    List<String> attributes = new ArrayList<>();
    add(attributes, head, "scope", "row");
    add(attributes, column.numeric(), "class", "number");
    add(attributes, cell.rank().isPresent(), "class", "ranked");
    add(attributes, !cell.detail().isEmpty(), "title", cell.detail());
    cell.value().ifPresent(value -> add(attributes, true, "data-value", Numbers.full(value)));
    String tag = head ? "th" : "td";
    page.open(tag, attributes.toArray(String[]::new));
    cell.rank().ifPresent(rank -> page.element("span", rank.toString(), "class", "rank").text(" "));
    if (cell.best()) {
      page.element("strong", cell.text());
    } else if (head) {
      page.open("span", "class", "name").name(cell.text()).close("span");
    } else {
      page.text(cell.text());
    }
    page.close(tag);
  }

  private static String word(Order order) {
    return order.name().toLowerCase(Locale.ROOT);
  }

  private static void add(List<String> attributes, boolean whether, String name, String value) {
    if (whether) {
      attributes.add(name);
      attributes.add(value);
    }
  }
}
