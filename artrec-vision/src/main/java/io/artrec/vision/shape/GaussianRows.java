package io.artrec.vision.shape;

import io.artrec.vision.image.GrayPlane;
import io.artrec.vision.image.internal.LineFilter;

/**
 * A gray plane smoothed by a Gaussian cut off at four standard deviations, row by row from the top,
 * each value divided by the weight that lies inside the plane. For one thread.
 */
final class GaussianRows {
  private static final double CUT_OFF = 4;

  private final GrayPlane gray;
  private final LineFilter filter;
  private final int width;
  private final int height;
  private final int reach;

  /** Rows of the plane by their number modulo how many there are, and the one outside it. */
  private final double[][] kept;

  private final double[] outside;
  private final double[][] window;
  private final double[][] shifted;
  private final double[] line;
  private final double[] middle;
  private final double[] factors;
  private int read;
  private int next;

  GaussianRows(GrayPlane gray, double sigma) {
    this.gray = gray;
    width = gray.width();
    height = gray.height();
    filter = LineFilter.gaussian(sigma, 0, (int) (CUT_OFF * sigma + 0.5), 1);
    reach = filter.reach();
    kept = new double[2 * reach + 1][width];
    outside = new double[width];
    window = new double[2 * reach + 1][];
    shifted = new double[2 * reach + 1][width];
    line = new double[width + 2 * reach];
    middle = new double[width];
    factors = new double[width];
    for (int x = 0; x < width; x++) {
      factors[x] = 1 / filter.weightInside(x, width);
    }
  }

  /** Writes the next row. */
  void next(double[] smoothed) {
    for (; read <= Math.min(next + reach, height - 1); read++) {
      gray.copyRow(read, kept[read % kept.length]);
    }
    for (int i = 0; i < window.length; i++) {
      int y = next + i - reach;
      window[i] = y < 0 || y >= height ? outside : kept[y % kept.length];
    }
    filter.even(window, middle);
    System.arraycopy(middle, 0, line, reach, width);
    for (int i = 0; i < shifted.length; i++) {
      System.arraycopy(line, i, shifted[i], 0, width);
    }
    filter.even(shifted, smoothed);
    double factor = 1 / filter.weightInside(next, height);
    for (int x = 0; x < smoothed.length; x++) {
      smoothed[x] *= factor * factors[x];
    }
    next++;
  }
}
