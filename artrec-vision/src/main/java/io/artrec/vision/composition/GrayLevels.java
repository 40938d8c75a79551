package io.artrec.vision.composition;

import io.artrec.vision.image.RgbImage;

/**
 * An image in gray levels of 0 to 255, row-major: {@code (19595 R + 38470 G + 7471 B + 32768) >>
 * 16}, the luma of ITU-R BT.601 in integers. Not to be confused with {@link
 * io.artrec.vision.image.GrayPlane}, which has other weights and no rounding. Immutable.
 */
final class GrayLevels {
  private final int width;
  private final int height;
  private final int[] levels;

  /** Wraps levels that nobody else changes. */
  GrayLevels(int width, int height, int[] levels) {
    this.width = width;
    this.height = height;
    this.levels = levels;
  }

  static GrayLevels of(RgbImage image) {
    int[] levels = new int[image.size()];
    for (int i = 0; i < levels.length; i++) {
      int rgb = image.rgb(i);
      levels[i] =
          (19_595 * (rgb >> 16) + 38_470 * (rgb >> 8 & 0xFF) + 7_471 * (rgb & 0xFF) + 32_768) >> 16;
    }
    return new GrayLevels(image.width(), image.height(), levels);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Returns the levels themselves, which are not to be changed. */
  int[] levels() {
    return levels;
  }

  int[] histogram() {
    int[] counts = new int[256];
    for (int level : levels) {
      counts[level]++;
    }
    return counts;
  }

  double mean() {
    long sum = 0;
    for (int level : levels) {
      sum += level;
    }
    return (double) sum / levels.length;
  }

  GrayLevels crop(int left, int top, int newWidth, int newHeight) {
    int[] part = new int[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      System.arraycopy(levels, (top + y) * width + left, part, y * newWidth, newWidth);
    }
    return new GrayLevels(newWidth, newHeight, part);
  }

  /**
   * Returns the level that divides a histogram best: the largest of the lower class, for which
   * {@code n0 n1 (m0 - m1)^2} is largest, the first when there are several; the only level when
   * there is one (Otsu, A Threshold Selection Method from Gray-Level Histograms, IEEE Transactions
   * on Systems, Man, and Cybernetics 1979).
   */
  static int otsu(int[] histogram) {
    int low = 0;
    int high = 255;
    while (low < 255 && histogram[low] == 0) {
      low++;
    }
    while (high > low && histogram[high] == 0) {
      high--;
    }
    double count = 0;
    double sum = 0;
    for (int level = low; level <= high; level++) {
      count += histogram[level];
      sum += (double) histogram[level] * level;
    }
    double below = 0;
    double sumBelow = 0;
    double largest = Double.NEGATIVE_INFINITY;
    int threshold = low;
    for (int level = low; level < high; level++) {
      below += histogram[level];
      sumBelow += (double) histogram[level] * level;
      double difference = sumBelow / below - (sum - sumBelow) / (count - below);
      double between = below * (count - below) * difference * difference;
      if (between > largest) {
        largest = between;
        threshold = level;
      }
    }
    return threshold;
  }
}
