package io.artrec.eval.report;

import io.artrec.eval.online.ExperimentReport;
import io.artrec.eval.online.ExperimentReport.Comparison;
import io.artrec.eval.report.Table.Cell;
import io.artrec.eval.report.Table.Column;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A running experiment as one HTML page that needs nothing else: what is advised, in words, the
 * variants with their means, and the interval of each difference over time, drawn. Immutable and
 * thread-safe.
 */
public final class ExperimentPage {
  private final ExperimentReport report;

  private ExperimentPage(ExperimentReport report) {
    this.report = report;
  }

  /**
   * {@return the page of a look at an experiment}
   *
   * @param report what the look gave
   */
  public static ExperimentPage of(ExperimentReport report) {
    return new ExperimentPage(Objects.requireNonNull(report, "report"));
  }

  /**
   * Writes the page.
   *
   * @return HTML
   */
  public String html() {
    Markup page = new Markup();
    HtmlReport.begin(page, report.experiment().name());
    page.open("body").open("main").line().open("header");
    page.element("h1", report.experiment().name()).line();
    page.open("p", "class", "size").text(visitors()).text(" \u00b7 ");
    page.element("time", report.time().toString(), "datetime", report.time().toString());
    page.close("p").line();
    report.sentences().forEach(sentence -> page.element("p", sentence, "class", "summary").line());
    page.close("header").line();
    page.open("section").element("h2", "Variants").line();
    new HtmlTable(page).write(table());
    page.close("section").line();
    plots(page);
    return page.close("main").close("body").close("html").line().toString();
  }

  /**
   * Writes the page to a file.
   *
   * @param file the file; one that is there is replaced
   * @throws java.io.UncheckedIOException when it cannot be written
   */
  public void html(Path file) {
    String page = html();
    ReportFile.write(file, out -> out.write(page));
  }

  private String visitors() {
    long all = report.exposed().values().stream().mapToLong(Long::longValue).sum();
    return Numbers.count(all, "visitor", "visitors");
  }

  private void plots(Markup page) {
    List<Plot> plots = new ArrayList<>();
    for (Comparison comparison : report.comparisons()) {
      Optional<Plot> plot = SequencePlot.of(report, comparison, "sequence-" + plots.size());
      plot.ifPresent(plots::add);
    }
    if (!plots.isEmpty()) {
      page.open("section").element("h2", "Over time").line().open("div", "class", "plots").line();
      for (Plot plot : plots) {
        page.open("figure", "id", plot.id() + "-figure").element("h3", plot.title());
        page.raw(plot.svg()).element("figcaption", plot.caption()).close("figure").line();
      }
      page.close("div").close("section").line();
    }
  }

  private Table table() {
    Map<String, Long> exposed = report.exposed();
    Comparison first = report.comparisons().get(0);
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        row(
            report.experiment().control(),
            exposed,
            first.controlUsers(),
            first.controlMean(),
            "control"));
    for (Comparison comparison : report.comparisons()) {
      rows.add(
          row(
              comparison.variant(),
              exposed,
              comparison.visitors(),
              comparison.mean(),
              advice(comparison)));
    }
    return new Table(
        "Variants of " + report.experiment().name(),
        List.of(
            Column.text("variant"),
            Column.number("visitors", "who met the experiment"),
            Column.number("counted", "whose horizon is over"),
            Column.number("mean outcome", "of those counted"),
            Column.text("advice")),
        rows);
  }

  private static List<Cell> row(
      String variant, Map<String, Long> exposed, long counted, OptionalDouble mean, String advice) {
    double met = (double) exposed.getOrDefault(variant, 0L);
    double done = (double) counted;
    return List.of(
        Cell.of(variant),
        Cell.number(Numbers.fixed(met, 0), met),
        Cell.number(Numbers.fixed(done, 0), done),
        mean.isPresent()
            ? Cell.number(Numbers.fixed(mean.getAsDouble(), 4), mean.getAsDouble())
            : Cell.absent("nobody's horizon is over"),
        Cell.of(advice));
  }

  private static String advice(Comparison of) {
    return switch (of.rule()) {
      case GO_ON -> "go on";
      case STOP_BETTER -> "stop: better";
      case STOP_WORSE -> "stop: worse";
      case STOP_NO_DIFFERENCE -> "stop: no difference worth having";
      case STOP_WRONG_SPLIT -> "stop: wrong split";
    };
  }
}
