package io.artrec.eval.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Draws shapes and text as SVG, 400 pixels wide; colours are classes that the page's style sets.
 */
final class Drawing {
  static final double WIDTH = 400;

  private final Markup body = new Markup();

  static String px(double pixels) {
    BigDecimal rounded = new BigDecimal(pixels).setScale(1, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  Drawing line(double x1, double y1, double x2, double y2, String style) {
    body.empty("line", "class", style, "x1", px(x1), "y1", px(y1), "x2", px(x2), "y2", px(y2));
    return this;
  }

  /** Writes text; the anchor is {@code start}, {@code middle} or {@code end}. */
  Drawing text(double x, double y, String anchor, String text) {
    return text(x, y, anchor, text, "label");
  }

  Drawing text(double x, double y, String anchor, String text, String style) {
    body.element("text", text, "class", style, "x", px(x), "y", px(y), "text-anchor", anchor);
    return this;
  }

  Drawing path(List<double[]> points, String style) {
    if (points.size() > 1) {
      StringBuilder path = new StringBuilder();
      for (double[] point : points) {
        path.append(path.length() == 0 ? "M" : "L").append(px(point[0])).append(' ');
        path.append(px(point[1]));
      }
      body.empty("path", "class", style, "d", path.toString());
    }
    return this;
  }

  /** Draws a mark with a tooltip. */
  Drawing mark(Mark mark, double x, double y, String style, String tooltip) {
    body.open("path", "class", style, "d", mark.path(x, y));
    body.element("title", tooltip).close("path");
    return this;
  }

  Drawing mark(Mark mark, double x, double y, String style) {
    body.empty("path", "class", style, "d", mark.path(x, y));
    return this;
  }

  /** Returns the drawing as an image with a title and a description for those who do not see it. */
  String svg(String id, double height, String title, String description) {
    return new Markup()
        .open(
            "svg",
            "xmlns",
            "http://www.w3.org/2000/svg",
            "role",
            "img",
            "aria-labelledby",
            id + "-title " + id + "-desc",
            "viewBox",
            "0 0 " + px(WIDTH) + " " + px(height))
        .element("title", title, "id", id + "-title")
        .element("desc", description, "id", id + "-desc")
        .raw(body.toString())
        .close("svg")
        .toString();
  }
}
