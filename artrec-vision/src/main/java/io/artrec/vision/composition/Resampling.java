package io.artrec.vision.composition;

import java.util.Arrays;

/**
 * Resizes gray levels as Pillow does, to the bit: columns first, then rows, each with weights of 22
 * binary digits and rounded to 8 bits, a direction left out in which the size stays. A new sample
 * at x has its center at {@code (x + 0.5) * old / new} and weighs what lies within the kernel's
 * radius, which grows with the scale when shrinking. OpenCV's and scikit-image's resizing differ.
 */
enum Resampling {
  /** {@code sinc(x) sinc(x / 3)} within a radius of 3 (Duchon, J. Applied Meteorology 1979). */
  LANCZOS(3) {
    @Override
    double weight(double x) {
      return x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0;
    }
  },

  /** The cubic with a = -0.5 within a radius of 2 (Keys, IEEE Transactions ASSP 1981). */
  BICUBIC(2) {
    @Override
    double weight(double x) {
      double distance = Math.abs(x);
      if (distance < 1) {
        return (1.5 * distance - 2.5) * distance * distance + 1;
      }
      return distance < 2 ? (((distance - 5) * distance + 8) * distance - 4) * -0.5 : 0;
    }
  };

  private static final int BITS = 22;

  private final double radius;

  Resampling(double radius) {
    this.radius = radius;
  }

  abstract double weight(double x);

  private static double sinc(double x) {
    double angle = x * Math.PI;
    return x == 0 ? 1 : Math.sin(angle) / angle;
  }

  GrayLevels resize(GrayLevels image, int width, int height) {
    GrayLevels wide = image.width() == width ? image : columns(image, width);
    return wide.height() == height ? wide : rows(wide, height);
  }

  private GrayLevels columns(GrayLevels image, int width) {
    Taps taps = taps(image.width(), width);
    int[] from = image.levels();
    int[] to = new int[width * image.height()];
    for (int y = 0, at = 0; y < image.height(); y++) {
      int row = y * image.width();
      for (int x = 0; x < width; x++, at++) {
        int[] weights = taps.weights[x];
        int first = row + taps.first[x];
        int sum = 1 << (BITS - 1);
        for (int i = 0; i < weights.length; i++) {
          sum += weights[i] * from[first + i];
        }
        to[at] = eightBit(sum);
      }
    }
    return new GrayLevels(width, image.height(), to);
  }

  private GrayLevels rows(GrayLevels image, int height) {
    Taps taps = taps(image.height(), height);
    int width = image.width();
    int[] to = new int[width * height];
    int[] sums = new int[width];
    for (int y = 0; y < height; y++) {
      Arrays.fill(sums, 1 << (BITS - 1));
      int[] weights = taps.weights[y];
      for (int i = 0; i < weights.length; i++) {
        add(sums, weights[i], image.levels(), (taps.first[y] + i) * width);
      }
      for (int x = 0; x < width; x++) {
        to[y * width + x] = eightBit(sums[x]);
      }
    }
    return new GrayLevels(width, height, to);
  }

  private static void add(int[] sums, int weight, int[] levels, int offset) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += weight * levels[offset + x];
    }
  }

  private static int eightBit(int sum) {
    return Math.max(0, Math.min(255, sum >> BITS));
  }

  private Taps taps(int from, int to) {
    Taps taps = new Taps(new int[to], new int[to][]);
    double scale = (double) from / to;
    double stretch = Math.max(scale, 1);
    double inverse = 1 / stretch;
    double reach = radius * stretch;
    for (int x = 0; x < to; x++) {
      double center = (x + 0.5) * scale;
      int first = Math.max(0, (int) (center - reach + 0.5));
      int end = Math.min(from, (int) (center + reach + 0.5));
      double[] weights = new double[end - first];
      double sum = 0;
      for (int i = first; i < end; i++) {
        weights[i - first] = weight((i - center + 0.5) * inverse);
        sum += weights[i - first];
      }
      taps.first[x] = first;
      taps.weights[x] = fixed(weights, sum);
    }
    return taps;
  }

  private static int[] fixed(double[] weights, double sum) {
    int[] fixed = new int[weights.length];
    for (int i = 0; i < weights.length; i++) {
      double scaled = weights[i] / sum * (1 << BITS);
      fixed[i] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    }
    return fixed;
  }

  /** Where each new sample begins to read, and with what weights. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Taps(int[] first, int[][] weights) {}
}
