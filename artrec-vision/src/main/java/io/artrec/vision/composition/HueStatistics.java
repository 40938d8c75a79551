package io.artrec.vision.composition;

import io.artrec.vision.image.RgbImage;
import java.util.Arrays;

/**
 * Statistics of HSV as scikit-image computes it, channels first multiplied by 1/255: a division
 * would decide rounding ties otherwise and move the entropy of hue by 1e-6. Grays have hue 0, that
 * of red, and count.
 */
final class HueStatistics {
  private static final double[] LEVELS = new double[256];

  /** Hues differ by third of the circle, difference of two channels and range of the three. */
  private static final int DIFFERENCES = 511;

  private static final double NOISE = 1e-12;

  static {
    Arrays.setAll(LEVELS, level -> level * (1.0 / 255));
  }

  private final double[] hues;
  private final int[] hueCounts = new int[3 * 256 * DIFFERENCES];
  private final int[] saturationCounts = new int[256 * 256];
  private final int[] valueCounts = new int[256];

  private HueStatistics(RgbImage image) {
    hues = new double[image.size()];
    for (int i = 0; i < hues.length; i++) {
      add(i, image.rgb(i));
    }
  }

  static void measure(RgbImage image, Readings readings) {
    HueStatistics statistics = new HueStatistics(image);
    ColorStatistics.weighted(
        statistics.saturationCounts,
        it -> it / 256 == 0 ? 0 : (it % 256) / Math.floor(it / 256.0),
        readings,
        CompositionProperty.MEAN_S,
        CompositionProperty.STD_S);
    ColorStatistics.weighted(
        statistics.valueCounts,
        level -> level / 255.0,
        readings,
        CompositionProperty.MEAN_V,
        CompositionProperty.STD_V);
    statistics.circle(readings);
    readings.put(CompositionProperty.COLOR_ENTROPY, ColorStatistics.levelEntropy(statistics.hues));
  }

  private void add(int index, int rgb) {
    int red = rgb >> 16;
    int green = rgb >> 8 & 0xFF;
    int blue = rgb & 0xFF;
    int most = Math.max(red, Math.max(green, blue));
    int range = most - Math.min(red, Math.min(green, blue));
    valueCounts[most]++;
    saturationCounts[most * 256 + range]++;
    if (range == 0) {
      hueCounts[DIFFERENCES + 255]++;
      return;
    }
    int third = blue == most ? 2 : green == most ? 1 : 0;
    int from = third == 0 ? green : third == 1 ? blue : red;
    int less = third == 0 ? blue : third == 1 ? red : green;
    hueCounts[(third * 256 + range) * DIFFERENCES + from - less + 255]++;
    double delta = LEVELS[most] - LEVELS[most - range];
    double hue = (2.0 * third + (LEVELS[from] - LEVELS[less]) / delta) / 6;
    hues[index] = hue < 0 ? hue + 1 : hue;
  }

  /** Puts the mean direction of the hues and their deviation, as fractions of the circle. */
  private void circle(Readings readings) {
    double cosines = 0;
    double sines = 0;
    for (int i = 0; i < hueCounts.length; i++) {
      if (hueCounts[i] > 0) {
        int range = i / DIFFERENCES % 256;
        int third = i / DIFFERENCES / 256;
        double angle =
            Math.PI / 3 * (2 * third + (double) (i % DIFFERENCES - 255) / Math.max(1, range));
        cosines += hueCounts[i] * Math.cos(angle);
        sines += hueCounts[i] * Math.sin(angle);
      }
    }
    cosines /= hues.length;
    sines /= hues.length;
    double length = Math.min(1, Math.sqrt(cosines * cosines + sines * sines));
    if (length < NOISE) {
      return;
    }
    double mean = Math.atan2(sines, cosines) / (2 * Math.PI);
    readings.put(CompositionProperty.MEAN_H, mean < 0 ? (mean + 1) % 1 : mean);
    readings.put(
        CompositionProperty.STD_H, Math.sqrt(Math.max(0, -2 * Math.log(length))) / (2 * Math.PI));
  }
}
