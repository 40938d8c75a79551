package io.artrec.vision.color;

import io.artrec.vision.image.LabPlanes;
import io.artrec.vision.image.RgbImage;

/** How much more colorful places' surroundings are than they, as {@link IttenContrasts} tells. */
final class SurroundingColors {
  private static final int SIDE = 96;
  private static final int REACH = 8;

  private final LabPlanes lab;
  private final int width;
  private final int height;

  /** Sums of a* and b* over all that lies left and above, one row and column more than pixels. */
  private final double[] as;

  private final double[] bs;

  private SurroundingColors(LabPlanes lab) {
    this.lab = lab;
    this.width = lab.width();
    this.height = lab.height();
    as = new double[(width + 1) * (height + 1)];
    bs = new double[as.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = (y + 1) * (width + 1) + x + 1;
        int up = at - width - 1;
        as[at] = as[at - 1] + as[up] - as[up - 1] + lab.a(y * width + x);
        bs[at] = bs[at - 1] + bs[up] - bs[up - 1] + lab.b(y * width + x);
      }
    }
  }

  static double excess(RgbImage image) {
    SurroundingColors colors = new SurroundingColors(image.shrunkTo(SIDE).lab());
    double sum = 0;
    for (int y = 0; y < colors.height; y++) {
      for (int x = 0; x < colors.width; x++) {
        sum += Math.max(0, colors.around(x, y) - colors.at(x, y));
      }
    }
    return sum / colors.lab.size();
  }

  private double at(int x, int y) {
    int index = y * width + x;
    return Math.hypot(lab.a(index), lab.b(index));
  }

  /** Returns the chroma of the mean color of the square around a place, cut at the borders. */
  private double around(int x, int y) {
    int left = Math.max(0, x - REACH);
    int top = Math.max(0, y - REACH);
    int right = Math.min(width, x + REACH + 1);
    int bottom = Math.min(height, y + REACH + 1);
    int count = (right - left) * (bottom - top);
    return Math.hypot(within(as, left, top, right, bottom), within(bs, left, top, right, bottom))
        / count;
  }

  private double within(double[] sums, int left, int top, int right, int bottom) {
    int row = width + 1;
    return sums[bottom * row + right]
        - sums[top * row + right]
        - sums[bottom * row + left]
        + sums[top * row + left];
  }
}
