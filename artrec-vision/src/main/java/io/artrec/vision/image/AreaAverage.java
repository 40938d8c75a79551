package io.artrec.vision.image;

import java.util.Arrays;

/**
 * Shrinks by area averaging: each new pixel is the mean of the rectangle it covers, old pixels that
 * it covers in part counting in part. Works on a stream of rows, so the large image need not be
 * held as packed pixels.
 */
final class AreaAverage {
  private AreaAverage() {}

  /** Gives rows of an image, from the top, each once. */
  interface Rows {
    void read(int y, int[] rgb);
  }

  static RgbImage shrink(int width, int height, int side, Rows rows) {
    double scale = (double) side / Math.max(width, height);
    int newWidth = (int) Math.max(1, Math.round(width * scale));
    int newHeight = (int) Math.max(1, Math.round(height * scale));
    int[] pixels = new int[newWidth * newHeight];
    int[] row = new int[width];
    double[] across = new double[3 * newWidth];
    double[] sums = new double[3 * newWidth];
    double rowsPerPixel = (double) height / newHeight;
    double norm = 1 / (rowsPerPixel * width / newWidth);
    int target = 0;
    for (int y = 0; y < height; y++) {
      rows.read(y, row);
      averageAcross(row, across, newWidth);
      double edge = (target + 1) * rowsPerPixel;
      double inside = Math.min(1, edge - y);
      add(sums, across, inside);
      if (y + 1 >= edge - 1e-9 || y == height - 1) {
        emit(sums, norm, pixels, target * newWidth);
        target++;
        Arrays.fill(sums, 0);
        add(sums, across, 1 - inside);
      }
    }
    return RgbImage.owning(newWidth, newHeight, pixels);
  }

  /** Sums a row over the columns that each new pixel covers. */
  private static void averageAcross(int[] row, double[] across, int newWidth) {
    double columnsPerPixel = (double) row.length / newWidth;
    for (int target = 0; target < newWidth; target++) {
      double from = target * columnsPerPixel;
      double to = Math.min(row.length, from + columnsPerPixel);
      double red = 0;
      double green = 0;
      double blue = 0;
      for (int x = (int) from; x < row.length && x < to; x++) {
        double weight = Math.min(x + 1, to) - Math.max(x, from);
        int rgb = row[x];
        red += weight * (rgb >> 16 & 0xFF);
        green += weight * (rgb >> 8 & 0xFF);
        blue += weight * (rgb & 0xFF);
      }
      across[3 * target] = red;
      across[3 * target + 1] = green;
      across[3 * target + 2] = blue;
    }
  }

  private static void add(double[] sums, double[] values, double weight) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * values[i];
    }
  }

  private static void emit(double[] sums, double norm, int[] pixels, int offset) {
    for (int i = 0; 3 * i < sums.length; i++) {
      int red = round(sums[3 * i] * norm);
      int green = round(sums[3 * i + 1] * norm);
      int blue = round(sums[3 * i + 2] * norm);
      pixels[offset + i] = red << 16 | green << 8 | blue;
    }
  }

  private static int round(double value) {
    return Math.max(0, Math.min(255, (int) (value + 0.5)));
  }
}
