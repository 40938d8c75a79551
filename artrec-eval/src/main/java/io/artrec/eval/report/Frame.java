package io.artrec.eval.report;

import java.util.Arrays;

/** The axes of a plot: ticks, grid and names; the area between them is where values are drawn. */
final class Frame {
  static final double TOP = 30;
  static final double BOTTOM = 250;

  /** Where what comes below the axis may begin. */
  static final double END = BOTTOM + 42;

  private static final double RIGHT = Drawing.WIDTH - 14;

  private final Drawing drawing;
  private final double left;
  private final Scale y;

  /** Draws the vertical axis, its name above it and its grid. */
  Frame(Drawing drawing, Scale values, String name) {
    this.drawing = drawing;
    y = values.over(BOTTOM, TOP);
    left =
        12
            + Arrays.stream(y.ticks())
                .mapToObj(y::label)
                .mapToDouble(PlotText::width)
                .max()
                .orElse(0);
    drawing.text(0, 13, "start", PlotText.shorten(name, Drawing.WIDTH), "axis-name");
    for (double tick : y.ticks()) {
      boolean zero = Math.abs(tick) < y.step() / 2;
      drawing.line(left, y.at(tick), RIGHT, y.at(tick), zero ? "axis" : "grid");
      drawing.text(left - 6, y.at(tick) + 4, "end", y.label(tick));
    }
  }

  Scale y() {
    return y;
  }

  double left() {
    return left;
  }

  double right() {
    return RIGHT;
  }

  /** Draws a horizontal axis of numbers. */
  Scale horizontal(Scale values, String name, String unit) {
    Scale x = values.over(left + 6, RIGHT - 6);
    double lastEnd = Double.NEGATIVE_INFINITY;
    for (double tick : x.ticks()) {
      String label = x.label(tick) + unit;
      double half = PlotText.width(label) / 2;
      double middle = Math.min(x.at(tick), Drawing.WIDTH - half);
      drawing.line(x.at(tick), BOTTOM, x.at(tick), BOTTOM + 4, "axis");
      if (middle - half > lastEnd + 6) {
        drawing.text(middle, BOTTOM + 17, "middle", label);
        lastEnd = middle + half;
      }
    }
    baseLine();
    name(name);
    return x;
  }

  void baseLine() {
    drawing.line(left, BOTTOM, RIGHT, BOTTOM, "axis");
  }

  void name(String name) {
    drawing.text(
        (left + RIGHT) / 2,
        BOTTOM + 34,
        "middle",
        PlotText.shorten(name, RIGHT - left),
        "axis-name");
  }
}
