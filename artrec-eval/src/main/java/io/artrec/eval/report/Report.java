package io.artrec.eval.report;

import io.artrec.eval.experiment.ExperimentResult;
import io.artrec.eval.experiment.RunResult;
import io.artrec.eval.metric.Measurement;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A report of an experiment: an HTML page, Markdown, CSV or JSON. The same result makes the same
 * bytes; there is no time in them unless {@link #writtenAt} gives one. Immutable and thread-safe.
 *
 * <p>Values are means over splits. Where splits name the share of the training part they were
 * learned from ({@code share=0.25}), values are of the largest share, the others make a learning
 * curve. Tests of significance compare, for every visitor, the means over splits: paired t-test and
 * Wilcoxon's signed ranks, corrected by Holm for the number of recommenders; 5 % counts as
 * significant.
 *
 * <p>Cost O(recommenders · metrics · visitors · splits), and memory for some numbers of every
 * visitor; the CSV by visitor is streamed.
 */
public final class Report {
  private final ExperimentResult result;
  private final String baseline;
  private final Optional<Instant> written;

  private Report(ExperimentResult result, String baseline, Optional<Instant> written) {
    this.result = result;
    this.baseline = baseline;
    this.written = written;
  }

  /**
   * Starts a report. The baseline is the first recommender whose name begins with {@code
   * popularity}, or else the first.
   *
   * @param result what was found
   * @return a report
   * @throws IllegalArgumentException when there is no recommender, or runs on one split differ in
   *     their visitors
   */
  public static Report of(ExperimentResult result) {
    Objects.requireNonNull(result, "result");
    if (result.recommenders().isEmpty()) {
      throw new IllegalArgumentException(
          "experiment '"
              + result.title()
              + "' has no recommenders, expected one or more to report");
    }
    Map<String, List<String>> visitors = new HashMap<>();
    result.runs().forEach(run -> check(run, visitors));
    String baseline =
        result.recommenders().stream()
            .filter(name -> name.startsWith("popularity"))
            .findFirst()
            .orElse(result.recommenders().get(0));
    return new Report(result, baseline, Optional.empty());
  }

  private static void check(RunResult run, Map<String, List<String>> visitors) {
    List<String> users = visitors.computeIfAbsent(run.split(), split -> run.users());
    if (!users.equals(run.users())) {
      throw new IllegalArgumentException(
          "run of '"
              + run.recommender()
              + "' on split '"
              + run.split()
              + "' has other visitors than the runs before it, expected the same in the same"
              + " order");
    }
    for (Measurement measurement : run.measurements()) {
      int values = measurement.users().map(v -> v.size()).orElse(users.size());
      if (values != users.size()) {
        throw new IllegalArgumentException(
            "metric '"
                + measurement.metric()
                + "' of '"
                + run.recommender()
                + "' on split '"
                + run.split()
                + "' has "
                + values
                + " values by visitor, expected "
                + users.size());
      }
    }
  }

  /**
   * {@return a report that compares with another recommender}
   *
   * @param recommender its name
   * @throws IllegalArgumentException when there is none of that name; the message lists them
   */
  public Report baseline(String recommender) {
    if (!result.recommenders().contains(recommender)) {
      throw new IllegalArgumentException(
          "baseline '"
              + recommender
              + "' is not in the experiment, expected one of "
              + String.join(", ", result.recommenders()));
    }
    return new Report(result, recommender, written);
  }

  /**
   * {@return a report that says when it was written}
   *
   * @param clock tells the time, which is shown in UTC
   */
  public Report writtenAt(Clock clock) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new Report(result, baseline, Optional.of(now));
  }

  /**
   * Returns a page for people: tables that sort, plots, light and dark, for any width and for
   * paper. It loads nothing, reads without JavaScript and is well-formed XML too.
   *
   * @return HTML
   */
  public String html() {
    return new HtmlReport(new Findings(result, baseline), written).page();
  }

  /**
   * Writes {@link #html()} as UTF-8: beside its place, then moved there.
   *
   * @param file where to
   * @throws UncheckedIOException when it cannot be written
   */
  public void html(Path file) {
    ReportFile.write(file, out -> out.append(html()));
  }

  /**
   * Returns the summary, the tables and the notes.
   *
   * @return Markdown with tables as GitHub has them
   */
  public String markdown() {
    return new MarkdownReport(new Findings(result, baseline), written).text();
  }

  /**
   * Writes {@link #markdown()} as {@link #html(Path)} does.
   *
   * @param file where to
   * @throws UncheckedIOException when it cannot be written
   */
  public void markdown(Path file) {
    ReportFile.write(file, out -> out.append(markdown()));
  }

  /**
   * Returns a line for each recommender, split and metric: {@code
   * recommender,split,metric,value,visitors}. Numbers read back as the same; an absent value is an
   * empty field; {@code visitors} counts those with a value, or all tested ones for metrics of all
   * answers together.
   *
   * @return CSV (RFC 4180) with a header
   */
  public String csv() {
    return text(out -> CsvReport.runs(result, out));
  }

  /**
   * Writes {@link #csv()} as {@link #html(Path)} does.
   *
   * @param file where to
   * @throws UncheckedIOException when it cannot be written
   */
  public void csv(Path file) {
    ReportFile.write(file, out -> CsvReport.runs(result, out));
  }

  /**
   * Returns a line for each recommender, split, metric and visitor: {@code
   * recommender,split,metric,visitor,activity,value,weight}. Visitors without a value, and metrics
   * without values by visitor, have no line. An id that a spreadsheet would take for a formula has
   * an apostrophe before it, see {@link io.artrec.tabular.CsvCell}.
   *
   * @return CSV (RFC 4180) with a header
   */
  public String csvByUser() {
    return text(out -> CsvReport.visitors(result, out));
  }

  /**
   * Writes {@link #csvByUser()} as {@link #html(Path)} does, without holding it in memory.
   *
   * @param file where to
   * @throws UncheckedIOException when it cannot be written
   */
  public void csvByUser(Path file) {
    ReportFile.write(file, out -> CsvReport.visitors(result, out));
  }

  /**
   * Returns the whole result: means, comparisons with the baseline, every run with its values by
   * visitor, its times and where it comes from. An absent value is {@code null}.
   *
   * @return one JSON object; {@code format} is {@code artrec-report}, {@code version} 1
   */
  public String json() {
    return text(out -> new JsonReport(new Findings(result, baseline), written).write(out));
  }

  /**
   * Writes {@link #json()} as {@link #html(Path)} does, without holding it in memory.
   *
   * @param file where to
   * @throws UncheckedIOException when it cannot be written
   */
  public void json(Path file) {
    ReportFile.write(
        file, out -> new JsonReport(new Findings(result, baseline), written).write(out));
  }

  private static String text(ReportFile.Content content) {
    StringWriter out = new StringWriter();
    try {
      content.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
