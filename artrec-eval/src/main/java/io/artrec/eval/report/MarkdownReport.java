package io.artrec.eval.report;

import io.artrec.eval.report.Table.Cell;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a report as Markdown. */
final class MarkdownReport {
  private final Findings findings;
  private final Optional<Instant> written;
  private final StringBuilder out = new StringBuilder();

  MarkdownReport(Findings findings, Optional<Instant> written) {
    this.findings = findings;
    this.written = written;
  }

  String text() {
    Tables tables = new Tables(findings);
    out.append("# ").append(escape(findings.result().title())).append("\n\n");
    out.append(Words.size(findings));
    written.ifPresent(at -> out.append(" \u00b7 written ").append(at));
    out.append("\n\n").append(escape(Words.summary(findings))).append("\n\n## Results\n\n");
    table(tables.results());
    list(Words.absences(findings));
    tables.splits().ifPresent(this::captioned);
    String heading = "## Against " + escape(findings.baseline()) + "\n\n";
    for (String metric : findings.metrics()) {
      Optional<Table> comparisons = tables.comparisons(metric);
      if (comparisons.isPresent()) {
        out.append(heading);
        heading = "";
        captioned(comparisons.get());
      }
    }
    List<Table> breakdowns = tables.breakdowns();
    out.append(breakdowns.isEmpty() ? "" : "## In parts\n\n");
    breakdowns.forEach(this::captioned);
    out.append("## Time and memory\n\n");
    table(tables.timings());
    if (!findings.result().notes().isEmpty()) {
      out.append("## Notes\n\n");
      list(findings.result().notes());
    }
    out.append("## Provenance\n\n");
    list(tables.versions());
    table(tables.provenance());
    return out.toString().strip() + "\n";
  }

  private void captioned(Table table) {
    out.append("### ").append(escape(table.caption())).append("\n\n");
    table(table);
  }

  private void table(Table table) {
    out.append(
        table.columns().stream()
            .map(column -> escape(column.head()))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
    out.append(
        table.columns().stream()
            .map(column -> column.numeric() ? "--:" : ":--")
            .collect(Collectors.joining(" | ", "| ", " |\n")));
    for (List<Cell> row : table.rows()) {
      out.append(
          row.stream()
              .map(cell -> cell.best() ? "**" + escape(cell.text()) + "**" : escape(cell.text()))
              .collect(Collectors.joining(" | ", "| ", " |\n")));
    }
    out.append('\n');
  }

  private void list(List<String> lines) {
    lines.forEach(line -> out.append("- ").append(escape(line)).append('\n'));
    out.append(lines.isEmpty() ? "" : "\n");
  }

  /** Returns text that stays text in a line or cell of Markdown. */
  static String escape(String text) {
    return Markup.escape(text.replaceAll("\\s", " "))
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replaceAll("([\\\\`*_\\[\\]|~])", "\\\\$1");
  }
}
