package io.artrec.vision;

import io.artrec.vision.image.RgbImage;

/** Luminance of an image in [0, 1], row-major: {@code 0.2125 R + 0.7154 G + 0.0721 B}. */
final class GrayPlane {
  final double[] values;
  private final int width;
  private final int height;

  private GrayPlane(int width, int height, double[] values) {
    this.width = width;
    this.height = height;
    this.values = values;
  }

  static GrayPlane of(RgbImage image) {
    double[] values = new double[image.size()];
    for (int i = 0; i < values.length; i++) {
      int rgb = image.rgb(i);
      values[i] = (0.2125 * (rgb >> 16) + 0.7154 * (rgb >> 8 & 0xFF) + 0.0721 * (rgb & 0xFF)) / 255;
    }
    return new GrayPlane(image.width(), image.height(), values);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }
}
