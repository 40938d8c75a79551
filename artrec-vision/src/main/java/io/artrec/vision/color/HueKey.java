package io.artrec.vision.color;

import java.util.Arrays;

/**
 * What the hue of a color depends on, as a number small enough to index tables: which channel is
 * the largest, the difference of the other two in the order of the wheel, and by how much the
 * largest exceeds the smallest.
 */
final class HueKey {
  /** Numbers there are: of three largest channels, 511 differences and 256 ranges. */
  static final int COUNT = 3 << 17;

  /** 1 / n, and 0 for 0. */
  private static final double[] RECIPROCALS = new double[256];

  static {
    Arrays.setAll(RECIPROCALS, n -> n == 0 ? 0 : 1.0 / n);
  }

  private HueKey() {}

  /** Returns {@code (largest * 512 + difference + 255) * 256 + range}. */
  static int of(int red, int green, int blue, int max, int range) {
    int key =
        max == red
            ? green - blue + 255
            : max == green ? blue - red + (255 + 512) : red - green + (255 + 1024);
    return (key << 8) + range;
  }

  /** Returns the key of a color. */
  static int of(int rgb) {
    int red = rgb >> 16;
    int green = rgb >> 8 & 0xFF;
    int blue = rgb & 0xFF;
    int max = Math.max(red, Math.max(green, blue));
    return of(red, green, blue, max, max - Math.min(red, Math.min(green, blue)));
  }

  /** Returns the hue of a key in [0, 1), 0 for grays. */
  static double hue(int key) {
    int range = key & 0xFF;
    int difference = (key >> 8 & 0x1FF) - 255;
    int largest = key >> 17;
    int sextant = largest == 0 && difference < 0 ? 6 : 2 * largest;
    return (sextant + difference * RECIPROCALS[range]) / 6;
  }

  /** Returns the saturation in [0, 1], 0 for black. */
  static double saturation(int max, int range) {
    return range * RECIPROCALS[max];
  }
}
