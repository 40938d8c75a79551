package io.artrec.vision.composition;

/**
 * How much of the dark mirrors itself (Hübner and Fillinger, Comparison of Objective Measures for
 * Predicting Perceptual Balance and Visual Aesthetic Preference, Frontiers in Psychology 2016):
 * dark is up to Otsu's threshold, pairs near the axis weigh up to twice, squares have their
 * diagonals as well. Only dark pixels count: a bright symmetric picture scores low.
 */
final class MirrorSymmetry {
  private final int width;
  private final int height;
  private final boolean[] dark;

  private MirrorSymmetry(int width, int height, boolean[] dark) {
    this.width = width;
    this.height = height;
    this.dark = dark;
  }

  static void measure(GrayLevels gray, Readings readings) {
    int threshold = GrayLevels.otsu(gray.histogram());
    boolean[] dark = new boolean[gray.levels().length];
    for (int i = 0; i < dark.length; i++) {
      dark[i] = gray.levels()[i] <= threshold;
    }
    MirrorSymmetry image = new MirrorSymmetry(gray.width(), gray.height(), dark);
    MirrorSymmetry turned = image.turned();
    double sum = image.acrossMiddle() + turned.acrossMiddle();
    boolean square = gray.width() == gray.height();
    if (square) {
      sum += image.acrossDiagonal() + turned.acrossDiagonal();
    }
    readings.put(CompositionProperty.MIRROR_SYMMETRY, 100 * sum / (square ? 4 : 2));
  }

  /** Returns the image turned by 90 degrees. */
  private MirrorSymmetry turned() {
    boolean[] turned = new boolean[dark.length];
    int across = height;
    int down = width;
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        turned[y * across + x] = dark[x * width + width - 1 - y];
      }
    }
    return new MirrorSymmetry(across, down, turned);
  }

  /** Not a number below four rows, of which no half has two to weigh against each other. */
  private double acrossMiddle() {
    int half = height / 2;
    double sum = 0;
    for (int y = 0; y < half; y++) {
      int pairs = 0;
      for (int x = 0; x < width; x++) {
        pairs += dark[y * width + x] && dark[(height - 1 - y) * width + x] ? 1 : 0;
      }
      sum += pairs * (1 + y / (double) (half - 1));
    }
    return sum * 2 / (3.0 * width * half);
  }

  private double acrossDiagonal() {
    double sum = 0;
    for (int y = 1; y < height; y++) {
      for (int x = 0; x < y; x++) {
        if (dark[y * width + x] && dark[x * width + y]) {
          sum += 1 + (x + 1) / (double) y;
        }
      }
    }
    return sum * 2 / (3.0 * height * (width - 1) / 2);
  }
}
