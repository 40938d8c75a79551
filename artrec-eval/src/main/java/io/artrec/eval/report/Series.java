package io.artrec.eval.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A recommender in a plot of lines: the same colour and mark in every plot of a page.
 *
 * @param recommender its name
 * @param style the class of its colour
 * @param mark its shape
 */
record Series(String recommender, String style, Mark mark) {
  private static final double LEGEND_ROW = 17;
  private static final List<Mark> MARKS =
      List.of(Mark.CIRCLE, Mark.SQUARE, Mark.DIAMOND, Mark.TRIANGLE, Mark.DOWNWARD);
  private static final int MOST = MARKS.size();

  /** Returns the best recommenders, as many as colours can be told apart, and the baseline. */
  static List<Series> of(Findings findings) {
    List<Series> series = new ArrayList<>();
    for (String name : findings.ranked()) {
      if (!name.equals(findings.baseline()) && series.size() < MOST) {
        int i = series.size();
        series.add(new Series(name, "s" + i, MARKS.get(i)));
      }
    }
    series.add(new Series(findings.baseline(), "base", Mark.CIRCLE));
    return series;
  }

  /** Says which recommenders a plot shows when it does not show all; else nothing. */
  static String selection(Findings findings) {
    int all = findings.ranked().size();
    return all <= MOST + 1
        ? ""
        : " Of " + all + " recommenders, the best " + MOST + " and the baseline are shown.";
  }

  /** Draws a line through points, with a mark on each. */
  void draw(Drawing drawing, List<double[]> points, List<String> tooltips) {
    drawing.path(points, "line " + style);
    for (int i = 0; i < points.size(); i++) {
      drawing.mark(mark, points.get(i)[0], points.get(i)[1], "mark " + style, tooltips.get(i));
    }
  }

  /** Draws a legend, a row for each; returns where it ends. */
  static double legend(Drawing drawing, List<Series> series, List<String> notes, double top) {
    double y = top + 6;
    for (int i = 0; i < series.size(); i++) {
      Series one = series.get(i);
      drawing.line(2, y, 26, y, "line " + one.style);
      drawing.mark(one.mark, 14, y, "mark " + one.style);
      double room = Drawing.WIDTH - 34 - PlotText.width(notes.get(i));
      String name = PlotText.shorten(one.recommender, room);
      drawing.text(34, y + 4, "start", name + notes.get(i), "label name");
      y += LEGEND_ROW;
    }
    return y;
  }
}
