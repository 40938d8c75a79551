package io.artrec.examples.gallery.page;

import io.artrec.examples.gallery.html.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines over time, drawn by the server; colors and strokes are the style sheet's. */
final class Plot {
  private static final double WIDTH = 480;
  private static final double HEIGHT = 150;
  private static final double EDGE = 4;

  private final double low;
  private final double high;
  private final List<Tag> drawn = new ArrayList<>();

  /** Spans heights from one value to a higher one. */
  Plot(double low, double high) {
    if (!(high > low)) {
      throw new IllegalArgumentException(
          "a plot from " + low + " to " + high + " has no height, expected a higher end");
    }
    this.low = low;
    this.high = high;
  }

  /**
   * A point of a line.
   *
   * @param x from 0, the beginning, to 1, the end
   * @param y a value; beyond the plot it is drawn at its edge
   */
  record Point(double x, double y) {}

  /** Draws a level line from end to end. */
  Plot level(double y, String classes) {
    return line(List.of(new Point(0, y), new Point(1, y)), classes);
  }

  /** Draws a line through points. */
  Plot line(List<Point> points, String classes) {
    drawn.add(shape("polyline", points, classes).attr("fill", "none"));
    return this;
  }

  /** Fills what lies between two lines. */
  Plot band(List<Point> lower, List<Point> upper, String classes) {
    List<Point> around = new ArrayList<>(lower);
    for (int i = upper.size() - 1; i >= 0; i--) {
      around.add(upper.get(i));
    }
    drawn.add(shape("polygon", around, classes));
    return this;
  }

  private Tag shape(String name, List<Point> points, String classes) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      double y = Math.max(low, Math.min(high, point.y()));
      double down = EDGE + (high - y) / (high - low) * (HEIGHT - 2 * EDGE);
      path.append(path.isEmpty() ? "" : " ")
          .append(String.format(Locale.ROOT, "%.1f,%.1f", point.x() * WIDTH, down));
    }
    return Tag.of(name, classes)
        .attr("points", path.toString())
        .attr("vector-effect", "non-scaling-stroke");
  }

  /** Returns the drawing between what stands at its ends. */
  Tag draw(String spoken, List<String> heights, List<String> times) {
    Tag up = Tag.of("div", "heights").attr("aria-hidden", "true");
    heights.forEach(height -> up.add(Tag.of("span").text(height)));
    Tag along = Tag.of("div", "times").attr("aria-hidden", "true");
    times.forEach(time -> along.add(Tag.of("span").text(time)));
    return Tag.of("div", "plot")
        .add(up)
        .add(
            Tag.of("svg")
                .attr("viewBox", "0 0 " + (int) WIDTH + " " + (int) HEIGHT)
                .attr("preserveAspectRatio", "none")
                .attr("role", "img")
                .attr("aria-label", spoken)
                .add(drawn))
        .add(along);
  }

  /** Returns a piece of a line, to say which is which. */
  static Tag sample(String classes) {
    return Tag.of("svg", "sample")
        .attr("viewBox", "0 0 28 8")
        .attr("width", 28)
        .attr("height", 8)
        .attr("aria-hidden", "true")
        .add(Tag.of("polyline", classes).attr("points", "0,4 28,4").attr("fill", "none"));
  }
}
