package io.artrec.eval.report;

/** Estimates how wide text is drawn, and shortens it in its middle, where names differ least. */
final class PlotText {
  /** The size of all text in plots, pixels. */
  static final double SIZE = 12.5;

  private PlotText() {}

  static double width(String text) {
    return SIZE * text.codePoints().mapToDouble(PlotText::ems).sum();
  }

  private static double ems(int c) {
    if (c >= 0x2E80) {
      return 1;
    }
    if ("ijl.,:;|'!()[] ".indexOf(c) >= 0) {
      return 0.32;
    }
    return Character.isUpperCase(c) || c == 'm' || c == 'w' || c == '%' || c == '@' || c > 0x2000
        ? 0.82
        : 0.61;
  }

  /** Returns text no wider than some pixels; what is left out in the middle becomes an ellipsis. */
  static String shorten(String text, double pixels) {
    if (width(text) <= pixels) {
      return text;
    }
    int[] all = text.codePoints().toArray();
    for (int kept = all.length - 1; kept > 1; kept--) {
      int head = (kept + 1) / 2;
      String shorter =
          new String(all, 0, head)
              + "\u2026"
              + new String(all, all.length - (kept - head), kept - head);
      if (width(shorter) <= pixels) {
        return shorter;
      }
    }
    return "\u2026";
  }
}
