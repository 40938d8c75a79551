package io.artrec.eval.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines of recommenders over the same places of a horizontal axis.
 *
 * @param id of the plot
 * @param title what is shown
 * @param caption how to read it
 * @param metric the vertical axis' name
 * @param axis the horizontal axis' name
 * @param places names of the places
 * @param series recommenders
 * @param values for each recommender a value, or none, at each place
 */
record LinePlot(
    String id,
    String title,
    String caption,
    String metric,
    String axis,
    List<String> places,
    List<Series> series,
    List<List<OptionalDouble>> values) {

  /** Draws equally spaced places, each with a second line of text, which may be empty. */
  Plot draw(List<String> subtitles) {
    return draw(
        frame -> {
          double width = (frame.right() - frame.left()) / places.size();
          return IntStream.range(0, places.size())
              .mapToDouble(i -> frame.left() + (i + 0.5) * width)
              .toArray();
        },
        subtitles);
  }

  /** Draws places at numbers from 0 to 1. */
  Plot drawAt(double[] shares) {
    return draw(
        frame -> {
          Scale x = new Scale(0, 1, 0.2, frame.left() + 8, frame.right() - 8);
          return Arrays.stream(shares).map(x::at).toArray();
        },
        List.of());
  }

  private interface Places {
    double[] at(Frame frame);
  }

  private Plot draw(Places where, List<String> subtitles) {
    Drawing drawing = new Drawing();
    double[] all =
        values.stream().flatMap(List::stream).flatMapToDouble(OptionalDouble::stream).toArray();
    Frame frame = new Frame(drawing, Scale.around(all, 5), metric);
    double[] x = where.at(frame);
    frame.baseLine();
    double shift = subtitles.isEmpty() ? 0 : 14;
    drawing.text(
        (frame.left() + frame.right()) / 2, Frame.BOTTOM + 34 + shift, "middle", axis, "axis-name");
    labels(drawing, x, places, Frame.BOTTOM + 17, "label");
    labels(drawing, x, subtitles, Frame.BOTTOM + 30, "label faint");
    for (int s = 0; s < series.size(); s++) {
      line(drawing, frame, x, s);
    }
    double end =
        Series.legend(
            drawing, series, series.stream().map(one -> "").toList(), Frame.END + shift + 10);
    return new Plot(id, title, caption, drawing.svg(id, end, title, description()));
  }

  private static void labels(
      Drawing drawing, double[] x, List<String> texts, double y, String style) {
    double free = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < texts.size(); i++) {
      double half = PlotText.width(texts.get(i)) / 2;
      double middle = Math.min(x[i], Drawing.WIDTH - half);
      if (middle - half > free) {
        drawing.text(middle, y, "middle", texts.get(i), style);
        free = middle + half + 5;
      }
    }
  }

  private void line(Drawing drawing, Frame frame, double[] x, int s) {
    List<double[]> points = new ArrayList<>();
    List<String> tooltips = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      OptionalDouble value = values.get(s).get(i);
      if (value.isPresent()) {
        points.add(new double[] {x[i], frame.y().at(value.getAsDouble())});
        tooltips.add(
            series.get(s).recommender()
                + ", "
                + places.get(i)
                + ": "
                + Numbers.brief(value.getAsDouble()));
      }
    }
    series.get(s).draw(drawing, points, tooltips);
  }

  private String description() {
    return IntStream.range(0, series.size())
        .mapToObj(
            s ->
                series.get(s).recommender()
                    + ": "
                    + values.get(s).stream()
                        .map(v -> v.isPresent() ? Numbers.brief(v.getAsDouble()) : Numbers.DASH)
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; ", metric + " at " + String.join(", ", places) + ". ", "."));
  }
}
