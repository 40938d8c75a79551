package io.artrec.eval.report;

import io.artrec.eval.metric.UserValues;
import io.artrec.eval.statistics.ConfidenceInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** A metric of every recommender on every split, with intervals of confidence. */
final class IntervalPlot {
  private static final double ROW = 40;
  private static final double TOP = 18;
  private static final double EDGE = 8;
  private static final double LEVEL = 0.95;
  private static final int FEWEST_SPLITS = 3;

  private record Row(
      String name, double value, List<Double> splits, Optional<ConfidenceInterval> interval) {
    double low() {
      return interval.map(ConfidenceInterval::lower).orElse(value);
    }

    double high() {
      return interval.map(ConfidenceInterval::upper).orElse(value);
    }
  }

  private IntervalPlot() {}

  /** Returns the plot; empty when there is neither an interval nor a second split to show. */
  static Optional<Plot> of(Findings findings, String metric, String id) {
    List<Row> rows = new ArrayList<>();
    for (String name : findings.ranked()) {
      List<Double> splits = Arrays.stream(findings.splitValues(name, metric)).boxed().toList();
      findings
          .value(name, metric)
          .ifPresent(
              value -> rows.add(new Row(name, value, splits, interval(findings, name, metric))));
    }
    return rows.stream().noneMatch(row -> row.interval.isPresent() || row.splits.size() > 1)
        ? Optional.empty()
        : Optional.of(draw(findings, metric, id, rows));
  }

  /** Returns Student's interval over visitors, or over three splits or more. */
  private static Optional<ConfidenceInterval> interval(
      Findings findings, String name, String metric) {
    if (findings.hasVisitors(name, metric)) {
      return ConfidenceInterval.student(findings.visitorValues(name, metric), LEVEL);
    }
    double[] splits = findings.splitValues(name, metric);
    return splits.length < FEWEST_SPLITS
        ? Optional.empty()
        : ConfidenceInterval.student(new UserValues(splits, new double[0]), LEVEL);
  }

  private static boolean hasVisitors(Findings findings, String metric) {
    return findings.ranked().stream().anyMatch(name -> findings.hasVisitors(name, metric));
  }

  private static Plot draw(Findings findings, String metric, String id, List<Row> rows) {
    Drawing drawing = new Drawing();
    double bottom = TOP + rows.size() * ROW + 4;
    Scale x =
        Scale.around(
                rows.stream()
                    .flatMapToDouble(
                        row ->
                            DoubleStream.concat(
                                DoubleStream.of(row.low(), row.high()),
                                row.splits.stream().mapToDouble(Double::doubleValue)))
                    .toArray(),
                5)
            .over(EDGE, Drawing.WIDTH - 2 * EDGE);
    axis(drawing, x, bottom, Words.withDirection(findings, metric));
    for (int i = 0; i < rows.size(); i++) {
      draw(drawing, x, rows.get(i), TOP + i * ROW, findings.baseline());
    }
    String title = metric + (findings.splits().size() > 1 ? " across splits" : " with intervals");
    return new Plot(
        id,
        title,
        caption(findings, metric, rows),
        drawing.svg(id, bottom + 40, title, description(metric, rows)));
  }

  private static void axis(Drawing drawing, Scale x, double bottom, String name) {
    double free = Double.NEGATIVE_INFINITY;
    for (double tick : x.ticks()) {
      String label = x.label(tick);
      double half = PlotText.width(label) / 2;
      double middle = Math.max(half, Math.min(Drawing.WIDTH - half, x.at(tick)));
      drawing.line(x.at(tick), TOP - 8, x.at(tick), bottom, "grid");
      if (middle - half > free) {
        drawing.text(middle, bottom + 15, "middle", label);
        free = middle + half + 5;
      }
    }
    drawing.line(EDGE, bottom, Drawing.WIDTH - 2 * EDGE, bottom, "axis");
    drawing.text(Drawing.WIDTH / 2, bottom + 32, "middle", name, "axis-name");
  }

  private static void draw(Drawing drawing, Scale x, Row row, double top, String baseline) {
    double y = top + 16;
    String style = row.name.equals(baseline) ? "base" : "s0";
    String name = PlotText.shorten(row.name, Drawing.WIDTH - 2 * EDGE);
    drawing.text(0, top + 4, "start", name, "label name halo");
    row.interval.ifPresent(
        interval -> drawing.line(x.at(row.low()), y, x.at(row.high()), y, "bar " + style));
    if (row.splits.size() > 1) {
      for (double value : row.splits) {
        drawing.line(x.at(value), y - 6, x.at(value), y + 6, "tick");
      }
    }
    drawing.mark(Mark.CIRCLE, x.at(row.value), y, "mark " + style, row.name + ": " + spoken(row));
  }

  private static String caption(Findings findings, String metric, List<Row> rows) {
    String bars =
        rows.stream().noneMatch(row -> row.interval.isPresent())
            ? ""
            : "Bars are 95\u00a0% intervals of the mean over "
                + (hasVisitors(findings, metric) ? "visitors. " : "splits. ");
    String ticks = findings.splits().size() > 1 ? "Strokes are the values on single splits. " : "";
    return bars + ticks + "The baseline is grey.";
  }

  private static String spoken(Row row) {
    return Numbers.brief(row.value)
        + row.interval
            .map(
                interval ->
                    " (95\u00a0% interval "
                        + Numbers.brief(row.low())
                        + " to "
                        + Numbers.brief(row.high())
                        + ")")
            .orElse("");
  }

  private static String description(String metric, List<Row> rows) {
    return rows.stream()
        .map(row -> row.name + " " + spoken(row))
        .collect(Collectors.joining("; ", metric + ": ", "."));
  }
}
