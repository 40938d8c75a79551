package io.artrec.eval.report;

import io.artrec.eval.metric.Metric.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How much each visitor gains or loses against the baseline, visitors sorted by it. */
final class DifferencePlot {
  private static final int MOST_POINTS = 200;

  private DifferencePlot() {}

  /** Returns the plot; empty when no recommender shares visitors with the baseline. */
  static Optional<Plot> of(Findings findings, String metric) {
    List<Series> series = new ArrayList<>();
    List<double[]> differences = new ArrayList<>();
    for (Series one : Series.of(findings)) {
      double[] sorted = sorted(findings, one.recommender(), metric);
      if (!one.recommender().equals(findings.baseline()) && sorted.length > 1) {
        series.add(one);
        differences.add(sorted);
      }
    }
    return series.isEmpty()
        ? Optional.empty()
        : Optional.of(draw(findings, metric, series, differences));
  }

  private static double[] sorted(Findings findings, String recommender, String metric) {
    double[] sorted =
        findings
            .compare(recommender, findings.baseline(), metric)
            .map(pairs -> pairs.differences())
            .orElse(new double[0]);
    Arrays.sort(sorted);
    return IntStream.range(0, sorted.length)
        .mapToDouble(i -> sorted[sorted.length - 1 - i])
        .toArray();
  }

  private static Plot draw(
      Findings findings, String metric, List<Series> series, List<double[]> differences) {
    Drawing drawing = new Drawing();
    double[] all = differences.stream().flatMapToDouble(Arrays::stream).toArray();
    double[] withZero = Arrays.copyOf(all, all.length + 1);
    Frame frame = new Frame(drawing, Scale.around(withZero, 5), "difference of " + metric);
    Scale x =
        frame.horizontal(new Scale(0, 100, 20, 0, 1), "visitors, the largest first", "\u00a0%");
    for (int s = 0; s < series.size(); s++) {
      drawing.path(points(differences.get(s), x, frame.y()), "line " + series.get(s).style());
    }
    boolean lower = findings.direction(metric) == Direction.LOWER;
    List<String> notes = differences.stream().map(d -> note(d, lower)).toList();
    double end = Series.legend(drawing, series, notes, Frame.END + 10);
    String title = "Difference to " + findings.baseline() + " by visitor";
    String description =
        IntStream.range(0, series.size())
            .mapToObj(s -> series.get(s).recommender() + notes.get(s))
            .collect(Collectors.joining("; ", metric + " of visitors. ", "."));
    return new Plot(
        "differences",
        title,
        metric
            + " of a visitor less the baseline\u2019s, visitors in falling order: "
            + (lower ? "below" : "above")
            + " zero the recommender is better."
            + Series.selection(findings),
        drawing.svg("differences", end, title, description));
  }

  private static List<double[]> points(double[] falling, Scale x, Scale y) {
    int count = Math.min(MOST_POINTS, falling.length);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              int at = (int) ((long) i * (falling.length - 1) / Math.max(1, count - 1));
              double share = 100.0 * at / (falling.length - 1);
              return new double[] {x.at(share), y.at(falling[at])};
            })
        .toList();
  }

  private static String note(double[] differences, boolean lower) {
    double sign = lower ? -1 : 1;
    double better = Arrays.stream(differences).filter(d -> sign * d > 0).count();
    double worse = Arrays.stream(differences).filter(d -> sign * d < 0).count();
    return " \u2013 better for "
        + Numbers.percent(better / differences.length)
        + ", worse for "
        + Numbers.percent(worse / differences.length);
  }
}
