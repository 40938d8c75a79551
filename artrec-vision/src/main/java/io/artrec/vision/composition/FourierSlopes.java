package io.artrec.vision.composition;

import io.artrec.vision.image.LabPlanes;
import java.util.Arrays;
import java.util.Optional;

/**
 * How fast structure fades from coarse to fine: the slope of the radial Fourier spectrum in
 * logarithms, by three published recipes, and how far the spectrum strays from the line.
 */
final class FourierSlopes {
  private static final int CANVAS = 1_024;
  private static final int LOWEST = 10;
  private static final int HIGHEST = 256;
  private static final int BINS = 123;

  private FourierSlopes() {}

  static void measure(GrayLevels gray, LabPlanes lab, Readings readings) {
    redies(gray, readings);
    spehar(gray, readings);
    mather(lab, readings);
  }

  /**
   * Redies, Hasenstein and Denzler 2007: the power of the image brought to 1,024 pixels on a square
   * canvas of its mean gray; frequency f is matched with the radius f - 1, as the original does.
   */
  private static void redies(GrayLevels gray, Readings readings) {
    int longer = Math.max(gray.width(), gray.height());
    int width = onCanvas(gray.width(), longer);
    int height = onCanvas(gray.height(), longer);
    if (width == 0 || height == 0) {
      return;
    }
    GrayLevels resized = Resampling.LANCZOS.resize(gray, width, height);
    double[] canvas = new double[CANVAS * CANVAS];
    Arrays.fill(canvas, Math.rint(gray.mean()));
    int left = CANVAS / 2 - width / 2;
    int top = CANVAS / 2 - height / 2;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        canvas[(top + y) * CANVAS + left + x] = resized.levels()[y * width + x];
      }
    }
    RadialSpectrum.power(canvas, CANVAS, HIGHEST - 1).ifPresent(power -> redies(power, readings));
  }

  private static int onCanvas(int side, int longer) {
    return side == longer ? CANVAS : (int) (side * ((double) CANVAS / longer));
  }

  private static void redies(double[] power, Readings readings) {
    double[] x = new double[BINS];
    double[] y = new double[BINS];
    for (int bin = 0; bin < BINS; bin++) {
      int first = edge(bin);
      int last = edge(bin + 1);
      double sum = 0;
      for (int frequency = first; frequency <= last; frequency++) {
        sum += power[frequency - 1];
      }
      x[bin] = Math.log10((first + last) / 2.0);
      y[bin] = Math.log10(sum / (last - first + 1));
    }
    Line line = Line.fit(x, y);
    int count = HIGHEST - LOWEST + 1;
    double[] strays = new double[count];
    for (int i = 0; i < count; i++) {
      int frequency = LOWEST + i;
      strays[i] = line.at(Math.log10(frequency)) - Math.log10(power[frequency - 1]);
    }
    double mean = Line.mean(strays);
    double squares = 0;
    for (double stray : strays) {
      squares += (stray - mean) * (stray - mean);
    }
    readings.put(CompositionProperty.FOURIER_SLOPE_REDIES, line.slope());
    readings.put(CompositionProperty.FOURIER_SIGMA, squares / count);
  }

  private static int edge(int bin) {
    double step = Math.log10((double) HIGHEST / LOWEST) / BINS;
    return (int) Math.floor(Math.pow(10, 1 + bin * step) + 1e-9);
  }

  /** Spehar and Taylor 2013: the amplitude, without radii that bend a line through it. */
  private static void spehar(GrayLevels gray, Readings readings) {
    int width = gray.width() / 2 * 2;
    int height = gray.height() / 2 * 2;
    int side = width == height ? width : Integer.highestOneBit(Math.min(width, height));
    if (side < 2) {
      return;
    }
    int[] part = gray.crop(width / 2 - side / 2, height / 2 - side / 2, side, side).levels();
    double[] values = new double[part.length];
    for (int i = 0; i < part.length; i++) {
      values[i] = part[i];
    }
    Optional<double[]> amplitudes = RadialSpectrum.amplitude(values, side, side / 2);
    amplitudes.ifPresent(
        found -> {
          double[] radii = new double[side / 2];
          Arrays.setAll(radii, i -> i + 1);
          double[] means = Arrays.copyOfRange(found, 1, found.length);
          boolean[] kept = withoutInfluential(radii, means);
          Line line = Line.fit(logarithms(radii, kept), logarithms(means, kept));
          readings.put(CompositionProperty.FOURIER_SLOPE_SPEHAR, line.slope());
        });
  }

  /** Marks the points whose Cook's distance is at most 4 / N (Cook, Technometrics 1977). */
  private static boolean[] withoutInfluential(double[] x, double[] y) {
    int count = x.length;
    Line line = Line.fit(x, y);
    double mean = Line.mean(x);
    double spread = 0;
    double errors = 0;
    for (int i = 0; i < count; i++) {
      double error = y[i] - line.at(x[i]);
      errors += error * error;
      spread += (x[i] - mean) * (x[i] - mean);
    }
    double variance = errors / (count - 2);
    boolean[] kept = new boolean[count];
    for (int i = 0; i < count; i++) {
      double error = y[i] - line.at(x[i]);
      double leverage = 1.0 / count + (x[i] - mean) * (x[i] - mean) / spread;
      double pull = leverage / ((1 - leverage) * (1 - leverage));
      kept[i] = error * error / (2 * variance) * pull <= 4.0 / count;
    }
    return kept;
  }

  private static double[] logarithms(double[] values, boolean[] kept) {
    double[] logarithms = new double[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (kept[i]) {
        logarithms[count++] = Math.log(values[i]);
      }
    }
    return Arrays.copyOf(logarithms, count);
  }

  /** Mather 2014: the power of the lightness over a middle band, the slope halved. */
  private static void mather(LabPlanes lab, Readings readings) {
    int side = Integer.highestOneBit(Math.min(lab.width(), lab.height()));
    int first = (int) Math.rint(side / 50.0) - 1;
    int last = (int) Math.rint(side / 4.0) - 1;
    if (first < 1) {
      return;
    }
    int left = lab.width() / 2 - side / 2;
    int top = lab.height() / 2 - side / 2;
    double[] values = new double[side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double lightness = lab.lightness((top + y) * lab.width() + left + x);
        values[y * side + x] = Math.floor(lightness / 100 * 255) / 255;
      }
    }
    RadialSpectrum.power(values, side, last)
        .ifPresent(
            power -> {
              double[] x = new double[last - first + 1];
              double[] y = new double[last - first + 1];
              Arrays.setAll(x, i -> Math.log(first + i));
              Arrays.setAll(y, i -> Math.log(power[first + i]));
              readings.put(CompositionProperty.FOURIER_SLOPE_MATHER, Line.fit(x, y).slope() / 2);
            });
  }
}
