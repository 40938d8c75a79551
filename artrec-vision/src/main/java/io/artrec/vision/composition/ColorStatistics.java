package io.artrec.vision.composition;

import io.artrec.vision.image.LabPlanes;
import io.artrec.vision.image.RgbImage;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Means, deviations and entropies of the channels of RGB, CIELAB and HSV. */
final class ColorStatistics {
  private ColorStatistics() {}

  static void measure(RgbImage image, Readings readings) {
    channels(image, readings);
    HueStatistics.measure(image, readings);
    LabPlanes lab = image.lab();
    lightness(lab, readings);
    double[] values = new double[lab.size()];
    Arrays.setAll(values, lab::a);
    spread(values, readings, CompositionProperty.MEAN_LAB_A, CompositionProperty.STD_LAB_A);
    Arrays.setAll(values, lab::b);
    spread(values, readings, CompositionProperty.MEAN_LAB_B, CompositionProperty.STD_LAB_B);
  }

  /** Puts what is known of L* alone. */
  static void lightness(LabPlanes lab, Readings readings) {
    double[] values = new double[lab.size()];
    Arrays.setAll(values, lab::lightness);
    double contrast =
        spread(values, readings, CompositionProperty.MEAN_LAB_L, CompositionProperty.STD_LAB_L);
    readings.put(CompositionProperty.RMS_CONTRAST, contrast);
    readings.put(CompositionProperty.LUMINANCE_ENTROPY, levelEntropy(values));
  }

  private static void channels(RgbImage image, Readings readings) {
    int[][] counts = new int[3][256];
    for (int i = 0; i < image.size(); i++) {
      int rgb = image.rgb(i);
      counts[0][rgb >> 16]++;
      counts[1][rgb >> 8 & 0xFF]++;
      counts[2][rgb & 0xFF]++;
    }
    CompositionProperty[] means = {
      CompositionProperty.MEAN_R, CompositionProperty.MEAN_G, CompositionProperty.MEAN_B
    };
    CompositionProperty[] deviations = {
      CompositionProperty.STD_R, CompositionProperty.STD_G, CompositionProperty.STD_B
    };
    for (int channel = 0; channel < 3; channel++) {
      weighted(counts[channel], level -> level, readings, means[channel], deviations[channel]);
    }
  }

  /** Puts the mean and the population deviation of values that come in counted numbers. */
  static void weighted(
      int[] counts,
      IntToDoubleFunction values,
      Readings readings,
      CompositionProperty mean,
      CompositionProperty deviation) {
    double sum = 0;
    long count = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        sum += counts[i] * values.applyAsDouble(i);
        count += counts[i];
      }
    }
    double middle = sum / count;
    double squares = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        double away = values.applyAsDouble(i) - middle;
        squares += counts[i] * away * away;
      }
    }
    readings.put(mean, middle);
    readings.put(deviation, Math.sqrt(squares / count));
  }

  /** Puts the mean and the deviation, which it returns. */
  private static double spread(
      double[] values, Readings readings, CompositionProperty mean, CompositionProperty deviation) {
    double middle = Line.mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - middle) * (value - middle);
    }
    double root = Math.sqrt(squares / values.length);
    readings.put(mean, middle);
    readings.put(deviation, root);
    return root;
  }

  /**
   * Returns the entropy in bits of values of 0 or more, scaled so that the largest of this image is
   * 255, and rounded: the scale is the image's own, as in the original.
   */
  static double levelEntropy(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    double scale = largest > 0 ? largest : 1;
    double[] histogram = new double[256];
    for (double value : values) {
      histogram[(int) Math.rint(Math.max(0, value) / scale * 255)]++;
    }
    return Entropy.bits(histogram).orElse(0.0);
  }
}
