package io.artrec.vision.color;

import io.artrec.vision.image.CieLab;
import io.artrec.vision.image.RgbImage;

/**
 * The colors of an image, those of one cell of 8 × 8 × 8 levels as their mean, with the number of
 * their pixels; in the order of the cells.
 */
final class WeightedColors {
  private static final int CELLS = 1 << 15;

  /** Levels in a cell less one; a cell is known by the higher bits of a level. */
  private static final int LEVELS = 7;

  /** A pixel, counted beside a sum of levels within a cell: two sums are kept in one number. */
  private static final long ONE = 1L << 32;

  private final CieLab[] colors;
  private final double[] weights;

  private WeightedColors(CieLab[] colors, double[] weights) {
    this.colors = colors;
    this.weights = weights;
  }

  static WeightedColors of(RgbImage image) {
    long[] sums = sums(image);
    int used = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      used += sums[2 * cell] != 0 ? 1 : 0;
    }
    CieLab[] colors = new CieLab[used];
    double[] weights = new double[used];
    int at = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      int count = (int) (sums[2 * cell] >>> 32);
      if (count > 0) {
        long half = count / 2;
        long red = (cell >> 10 << 3) + ((int) sums[2 * cell] + half) / count;
        long green = (cell >> 2 & 0xF8) + ((sums[2 * cell + 1] >>> 32) + half) / count;
        long blue = (cell << 3 & 0xF8) + ((int) sums[2 * cell + 1] + half) / count;
        colors[at] = CieLab.of((int) (red << 16 | green << 8 | blue));
        weights[at++] = count;
      }
    }
    return new WeightedColors(colors, weights);
  }

  /**
   * Returns two numbers for each cell: how many pixels it has, above the sum of their red within
   * the cell, and the sum of their green above that of their blue. Summed in two halves, as an
   * addition waits for an earlier one to the same cell.
   */
  private static long[] sums(RgbImage image) {
    long[] sums = new long[2 * CELLS];
    long[] odd = new long[2 * CELLS];
    int i = 0;
    for (; i + 1 < image.size(); i += 2) {
      add(image.rgb(i), sums);
      add(image.rgb(i + 1), odd);
    }
    if (i < image.size()) {
      add(image.rgb(i), sums);
    }
    for (int at = 0; at < sums.length; at++) {
      sums[at] += odd[at];
    }
    return sums;
  }

  private static void add(int rgb, long[] sums) {
    int at = ((rgb >> 8) & 0xF800) | ((rgb >> 5) & 0x7C0) | ((rgb >> 2) & 0x3E);
    sums[at] += ONE | ((rgb >> 16) & LEVELS);
    sums[at + 1] += ((long) ((rgb >> 8) & LEVELS) << 32) | (rgb & LEVELS);
  }

  /** Returns how many colors there are. */
  int size() {
    return colors.length;
  }

  CieLab color(int index) {
    return colors[index];
  }

  /** Returns the number of pixels of a color. */
  double weight(int index) {
    return weights[index];
  }
}
