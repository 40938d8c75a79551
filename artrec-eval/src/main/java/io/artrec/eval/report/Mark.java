package io.artrec.eval.report;

import static io.artrec.eval.report.Drawing.px;

/** Shapes of points, so that colour alone tells nothing apart. */
enum Mark {
  CIRCLE {
    @Override
    String path(double x, double y) {
      return "M" + px(x - 4) + " " + px(y) + "a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z";
    }
  },
  SQUARE {
    @Override
    String path(double x, double y) {
      return "M" + px(x - 3.5) + " " + px(y - 3.5) + "h7v7h-7z";
    }
  },
  DIAMOND {
    @Override
    String path(double x, double y) {
      return "M" + px(x) + " " + px(y - 5) + "l5 5l-5 5l-5 -5z";
    }
  },
  TRIANGLE {
    @Override
    String path(double x, double y) {
      return "M" + px(x) + " " + px(y - 5) + "l4.8 8.5h-9.6z";
    }
  },
  DOWNWARD {
    @Override
    String path(double x, double y) {
      return "M" + px(x) + " " + px(y + 5) + "l4.8 -8.5h-9.6z";
    }
  };

  /** Returns the outline around a point as SVG path data. */
  abstract String path(double x, double y);
}
