package io.artrec.eval.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes a report as one HTML page that needs nothing else. */
final class HtmlReport {
  private final Findings findings;
  private final Optional<Instant> written;
  private final Tables tables;
  private final Markup page = new Markup();

  HtmlReport(Findings findings, Optional<Instant> written) {
    this.findings = findings;
    this.written = written;
    tables = new Tables(findings);
  }

  String page() {
    begin(page, findings.result().title());
    page.open("body").open("main").line();
    header();
    results();
    plots();
    significance();
    breakdowns();
    timings();
    notes();
    provenance();
    page.close("main").line();
    page.open("script").raw("\n" + resource("report.js")).close("script").line();
    return page.close("body").close("html").line().toString();
  }

  /** Begins a page: everything before its body. */
  static void begin(Markup page, String title) {
    page.raw("<!DOCTYPE html>\n");
    page.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").line();
    page.open("head").line().empty("meta", "charset", "utf-8").line();
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.line().empty("meta", "name", "color-scheme", "content", "light dark").line();
    page.element("title", title).line();
    page.open("style").raw("\n" + resource("report.css")).close("style").line();
    page.close("head").line();
  }

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + name + " of the report cannot be read", e);
    }
  }

  private void header() {
    page.open("header").element("h1", findings.result().title()).line();
    page.open("p", "class", "size").text(Words.size(findings));
    written.ifPresent(
        at -> page.text(" \u00b7 ").element("time", at.toString(), "datetime", at.toString()));
    page.close("p").line();
    page.open("p", "class", "summary").name(Words.summary(findings)).close("p");
    page.close("header").line();
  }

  private void results() {
    open("results", "Results");
    table(tables.results());
    page.open("p", "class", "hint");
    page.text("Bold: best. \u2191 higher is better, \u2193 lower is better.");
    if (findings.splits().size() > 1) {
      page.text(" Values are means over " + findings.splits().size() + " splits.");
    }
    if (findings.splits().size() < findings.result().splits().size()) {
      page.text(" Only splits with the largest share of the training part count here.");
    }
    page.close("p").line();
    List<String> absences = Words.absences(findings);
    if (!absences.isEmpty()) {
      page.open("ul", "class", "hint");
      absences.forEach(absence -> page.element("li", absence));
      page.close("ul").line();
    }
    tables.splits().ifPresent(table -> folded("Every split", table));
    close();
  }

  private void plots() {
    List<Plot> plots = new ArrayList<>();
    ScatterPlot.of(findings).ifPresent(plots::add);
    if (!findings.metrics().isEmpty()) {
      String metric = findings.metrics().get(0);
      Stream.of(
              IntervalPlot.of(findings, metric, "intervals"),
              DifferencePlot.of(findings, metric),
              ActivityPlot.of(findings, metric),
              LearningPlot.of(findings, metric),
              MetricKind.coverage(findings.metrics())
                  .filter(coverage -> !coverage.equals(metric))
                  .flatMap(coverage -> IntervalPlot.of(findings, coverage, "coverage")))
          .flatMap(Optional::stream)
          .forEach(plots::add);
    }
    if (!plots.isEmpty()) {
      open("plots", "Plots");
      page.open("div", "class", "plots").line();
      plots.forEach(this::plot);
      page.close("div");
      close();
    }
  }

  private void plot(Plot plot) {
    page.open("figure", "id", plot.id()).element("h3", plot.title()).raw(plot.svg());
    page.element("figcaption", plot.caption()).close("figure").line();
  }

  private void significance() {
    List<Table> all =
        findings.metrics().stream().flatMap(metric -> tables.comparisons(metric).stream()).toList();
    if (all.isEmpty()) {
      return;
    }
    open("significance", "Is it chance?");
    page.element(
        "p",
        "Each recommender against the baseline, "
            + findings.baseline()
            + ", with the same visitors. A difference counts as significant when the p of the"
            + " paired t-test, corrected by Holm for the recommenders compared, is at most 0.05.");
    page.element("h3", all.get(0).caption());
    table(all.get(0));
    all.stream().skip(1).forEach(table -> folded(table.caption(), table));
    close();
  }

  private void breakdowns() {
    List<Table> all = tables.breakdowns();
    if (all.isEmpty()) {
      return;
    }
    open("breakdowns", "For whom, and for which works?");
    for (Table table : all) {
      page.element("h3", table.caption());
      table(table);
    }
    page.element(
        "p",
        "Behind the name of a part stands how many visitors, or relevant tested works, it has. Of"
            + " visitors the mean; of works the share that was recommended to who liked them. Bold:"
            + " best.",
        "class",
        "hint");
    close();
  }

  private void timings() {
    open("timing", "Time and memory");
    table(tables.timings());
    page.element(
        "p",
        "Wall times, means over splits; what else the machine did is in them. Heap growth is what"
            + " the collector saw from before training to after.",
        "class",
        "hint");
    close();
  }

  private void notes() {
    List<String> notes = findings.result().notes();
    if (!notes.isEmpty()) {
      open("notes", "Notes");
      page.open("ul");
      notes.forEach(note -> page.element("li", note));
      page.close("ul");
      close();
    }
  }

  private void provenance() {
    open("provenance", "Provenance");
    tables.versions().forEach(version -> page.element("p", version));
    folded("Data, seed and configuration of every run", tables.provenance());
    close();
  }

  private void open(String id, String heading) {
    page.open("section", "id", id).element("h2", heading).line();
  }

  private void close() {
    page.close("section").line();
  }

  private void folded(String summary, Table table) {
    page.open("details").element("summary", summary).line();
    table(table);
    page.close("details").line();
  }

  private void table(Table table) {
    new HtmlTable(page).write(table);
  }
}
