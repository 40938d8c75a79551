package io.artrec.eval.report;

import io.artrec.eval.online.ExperimentReport;
import io.artrec.eval.online.ExperimentReport.Comparison;
import io.artrec.eval.online.ExperimentReport.Look;
import io.artrec.eval.online.Interval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The interval of a difference at each look, over time. */
final class SequencePlot {
  private static final int MOST_BARS = 60;

  private SequencePlot() {}

  /** Returns the plot of a variant; empty while nothing can be said. */
  static Optional<Plot> of(ExperimentReport report, Comparison of, String id) {
    return of.looks().isEmpty() ? Optional.empty() : Optional.of(draw(report, of, id));
  }

  private static Plot draw(ExperimentReport report, Comparison of, String id) {
    List<Look> looks = drawn(of.looks());
    Drawing drawing = new Drawing();
    double margin = report.margin();
    Scale values = Scale.around(shown(looks, margin), 6);
    Frame frame = new Frame(drawing, values, "difference of mean outcomes");
    double[] days = looks.stream().mapToDouble(look -> days(looks, look)).toArray();
    Scale x = frame.horizontal(Scale.around(around(days), 6), "days since the first look", "");
    for (double edge : new double[] {-margin, margin}) {
      double y = frame.y().at(edge);
      drawing.path(
          List.of(new double[] {frame.left(), y}, new double[] {frame.right(), y}), "line base");
    }
    List<double[]> differences = new ArrayList<>();
    for (int at = 0; at < days.length; at++) {
      Interval interval = looks.get(at).interval();
      double px = x.at(days[at]);
      drawing.line(
          px,
          pixel(frame, interval.low()),
          px,
          pixel(frame, interval.high()),
          "bar " + (excludesZero(interval) ? "s0" : "base"));
      differences.add(new double[] {px, pixel(frame, looks.get(at).difference())});
    }
    drawing.path(differences, "line ink");
    Look last = looks.get(looks.size() - 1);
    double[] end = differences.get(differences.size() - 1);
    drawing.mark(Mark.CIRCLE, end[0], end[1], "mark s0", spoken(last));
    String title = of.variant() + " against " + report.experiment().control();
    return new Plot(
        id,
        title,
        "Bars hold the true difference at all looks at once; those that leave 0 are colored."
            + " Between the broken lines no difference is worth having. Above 0 the variant"
            + " does better.",
        drawing.svg(id, Frame.END, title, title + ", last look: " + spoken(last) + "."));
  }

  /** As many looks as can be told apart, the last among them. */
  private static List<Look> drawn(List<Look> looks) {
    List<Look> drawn = new ArrayList<>();
    int step = (looks.size() + MOST_BARS - 1) / MOST_BARS;
    for (int at = (looks.size() - 1) % step; at < looks.size(); at += step) {
      drawn.add(looks.get(at));
    }
    return drawn;
  }

  private static double days(List<Look> looks, Look look) {
    return Duration.between(looks.get(0).time(), look.time()).toMillis() / 86_400_000.0;
  }

  /** A single day has a place on an axis, too. */
  private static double[] around(double[] days) {
    return days[days.length - 1] > days[0] ? days : new double[] {0, 1};
  }

  /** What must be on the axis: the first intervals, which are wide, may run out of it. */
  private static double[] shown(List<Look> looks, double margin) {
    double[] ends =
        looks.subList(looks.size() / 4, looks.size()).stream()
            .flatMap(look -> Stream.of(look.interval().low(), look.interval().high()))
            .mapToDouble(Double::doubleValue)
            .toArray();
    double[] all = Arrays.copyOf(ends, ends.length + 3);
    all[ends.length] = -1.2 * margin;
    all[ends.length + 1] = 1.2 * margin;
    return all;
  }

  private static double pixel(Frame frame, double value) {
    return Math.max(Frame.TOP, Math.min(Frame.BOTTOM, frame.y().at(value)));
  }

  private static boolean excludesZero(Interval interval) {
    return interval.low() > 0 || interval.high() < 0;
  }

  private static String spoken(Look look) {
    return Numbers.signed(look.difference(), 4)
        + " ("
        + Numbers.signed(look.interval().low(), 4)
        + " to "
        + Numbers.signed(look.interval().high(), 4)
        + ")";
  }
}
