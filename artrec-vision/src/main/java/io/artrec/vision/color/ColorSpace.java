package io.artrec.vision.color;

import io.artrec.vision.image.LabPlanes;
import io.artrec.vision.image.RgbImage;

/** In which three numbers a feature reads the pixels. */
enum ColorSpace {
  HSV("hsv") {
    @Override
    void read(RgbImage image, int from, int count, double[][] channels) {
      double[] hues = channels[0];
      double[] saturations = channels[1];
      double[] values = channels[2];
      for (int i = 0; i < count; i++) {
        int rgb = image.rgb(from + i);
        int red = rgb >> 16;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        int max = Math.max(red, Math.max(green, blue));
        int range = max - Math.min(red, Math.min(green, blue));
        hues[i] = HueKey.hue(HueKey.of(red, green, blue, max, range));
        saturations[i] = HueKey.saturation(max, range);
        values[i] = max * UNIT;
      }
    }
  },
  RGB("rgb") {
    @Override
    void read(RgbImage image, int from, int count, double[][] channels) {
      double[] reds = channels[0];
      double[] greens = channels[1];
      double[] blues = channels[2];
      for (int i = 0; i < count; i++) {
        int rgb = image.rgb(from + i);
        reds[i] = (rgb >> 16) * UNIT;
        greens[i] = (rgb >> 8 & 0xFF) * UNIT;
        blues[i] = (rgb & 0xFF) * UNIT;
      }
    }
  },
  LAB("lab") {
    @Override
    void read(RgbImage image, int from, int count, double[][] channels) {
      LabPlanes lab = image.lab();
      for (int i = 0; i < count; i++) {
        channels[0][i] = lab.lightness(from + i);
        channels[1][i] = lab.a(from + i);
        channels[2][i] = lab.b(from + i);
      }
    }
  };

  /** How many pixels are read at a time. */
  static final int BLOCK = 1_024;

  private static final double UNIT = 1.0 / 255;

  private final String word;

  ColorSpace(String word) {
    this.word = word;
  }

  /** Returns what names and parameters of features say. */
  String word() {
    return word;
  }

  /**
   * Writes the channels of at most {@link #BLOCK} pixels in a row: in [0, 1], in Lab as {@link
   * LabPlanes} has them.
   */
  abstract void read(RgbImage image, int from, int count, double[][] channels);
}
