package io.artrec.vision.reproduction;

import io.artrec.vision.image.GrayPlane;

/** Means of luminance over rectangles, each in four additions whatever its size. Immutable. */
final class Averages {
  private final int width;
  private final int height;

  /** Of all that lies left and above, one row and column more than pixels. */
  private final double[] sums;

  Averages(GrayPlane gray) {
    width = gray.width();
    height = gray.height();
    sums = new double[(width + 1) * (height + 1)];
    for (int y = 0; y < height; y++) {
      double row = 0;
      for (int x = 0; x < width; x++) {
        row += gray.value(y * width + x);
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
      }
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Returns the means of side × side cells that a rectangle is divided into. */
  double[] grid(double left, double top, double width, double height, int side) {
    double[] means = new double[side * side];
    double across = width / side;
    double down = height / side;
    double[] above = line(top, left, across, side);
    for (int y = 0; y < side; y++) {
      double[] below = line(top + (y + 1) * down, left, across, side);
      for (int x = 0; x < side; x++) {
        means[y * side + x] = (below[x + 1] - below[x] - above[x + 1] + above[x]) / (across * down);
      }
      above = below;
    }
    return means;
  }

  private double[] line(double y, double left, double across, int side) {
    double[] line = new double[side + 1];
    for (int x = 0; x <= side; x++) {
      line[x] = at(left + x * across, y);
    }
    return line;
  }

  /** Returns the sum left and above of a point between pixels, linear within each. */
  private double at(double x, double y) {
    double insideX = Math.max(0, Math.min(width, x));
    double insideY = Math.max(0, Math.min(height, y));
    int column = Math.min((int) insideX, width - 1);
    int row = Math.min((int) insideY, height - 1);
    double right = insideX - column;
    double down = insideY - row;
    int at = row * (width + 1) + column;
    int next = at + width + 1;
    return (1 - down) * ((1 - right) * sums[at] + right * sums[at + 1])
        + down * ((1 - right) * sums[next] + right * sums[next + 1]);
  }
}
