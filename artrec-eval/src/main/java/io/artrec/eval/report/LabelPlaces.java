package io.artrec.eval.report;

import java.util.ArrayList;
import java.util.List;

/** Finds places for labels of points where they cover neither points nor other labels. */
final class LabelPlaces {
  private static final double HEIGHT = 14;
  private static final double[] DISTANCES = {0, 9, 20};

  private record Box(double left, double top, double right, double bottom) {
    boolean overlaps(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private final Frame frame;
  private final List<Box> taken = new ArrayList<>();

  LabelPlaces(Frame frame) {
    this.frame = frame;
  }

  /** Keeps the place of a point free. */
  void avoid(double x, double y) {
    taken.add(new Box(x - 5, y - 5, x + 5, y + 5));
  }

  /** Writes the first of several texts that finds a place; none when none does. */
  void label(Drawing drawing, double x, double y, List<String> texts) {
    for (String text : texts) {
      for (double room : new double[] {200, 130}) {
        if (place(drawing, x, y, PlotText.shorten(text, room))) {
          return;
        }
      }
    }
  }

  private boolean place(Drawing drawing, double x, double y, String text) {
    double width = PlotText.width(text);
    for (double distance : DISTANCES) {
      double away = 8 + distance;
      double[][] corners = {
        {x + away, y - HEIGHT / 2},
        {x - away - width, y - HEIGHT / 2},
        {x - width / 2, y - away - HEIGHT + 2},
        {x - width / 2, y + away - 2},
        {x + 6, y - away - HEIGHT + 4},
        {x + 6, y + away - 4},
        {x - 6 - width, y - away - HEIGHT + 4},
        {x - 6 - width, y + away - 4},
      };
      for (double[] corner : corners) {
        Box box = new Box(corner[0], corner[1], corner[0] + width, corner[1] + HEIGHT);
        if (fits(box)) {
          taken.add(box);
          if (distance > 0) {
            double nearX = Math.max(box.left, Math.min(x, box.right));
            double nearY = Math.max(box.top, Math.min(y, box.bottom));
            drawing.line(x, y, nearX, nearY, "leader");
          }
          drawing.text(box.left, box.top + 11.3, "start", text, "label name");
          return true;
        }
      }
    }
    return false;
  }

  private boolean fits(Box box) {
    return box.left >= frame.left() + 2
        && box.right <= Drawing.WIDTH
        && box.top >= Frame.TOP - 12
        && box.bottom <= Frame.BOTTOM - 1
        && taken.stream().noneMatch(box::overlaps);
  }
}
