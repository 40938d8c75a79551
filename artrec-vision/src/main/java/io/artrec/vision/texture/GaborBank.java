package io.artrec.vision.texture;

import io.artrec.vision.image.GrayPlane;
import java.util.Arrays;

/**
 * Complex Gabor filters of several frequencies at 0, 45, 90 and 135 degrees, and the mean and
 * variance of their magnitude over a gray plane that is mirrored at its edges (half-sample
 * symmetric).
 *
 * <p>A filter is {@code exp(-(x² + y²) / (2 σ²)) exp(2πi f (x cos θ + y sin θ)) / (2π σ²)} cut off
 * at three standard deviations along its axes. With a round envelope it is a product of a complex
 * function of x and one of y, at every angle, so a filter of (2r + 1)² taps costs two passes of 2r
 * + 1. Even (cosine) and odd (sine) parts of a pass are computed together from the sum and the
 * difference of mirrored taps. The filters at 45 and 135 degrees differ in the sign of the odd part
 * across, and share both passes.
 */
final class GaborBank {
  private static final int DIRECTIONS = 4;

  /** σ f for a half-response bandwidth of one octave: √(ln 2 / 2) / π · (2 + 1) / (2 - 1). */
  private static final double SIGMA_BY_FREQUENCY = Math.sqrt(Math.log(2) / 2) / Math.PI * 3;

  private static final double CUT_OFF = 3;

  private final double[] frequencies;

  GaborBank(double... frequencies) {
    this.frequencies = frequencies.clone();
  }

  /** Returns the number of measured values: two for each filter. */
  int dimensions() {
    return frequencies.length * DIRECTIONS * 2;
  }

  /**
   * Returns mean and population variance of each filter's magnitude, frequencies in the order given
   * and angles 0, 45, 90, 135 degrees within each.
   */
  double[] measure(GrayPlane gray) {
    double[] measured = new double[dimensions()];
    for (int i = 0; i < frequencies.length; i++) {
      double sigma = SIGMA_BY_FREQUENCY / frequencies[i];
      double norm = 1 / (2 * Math.PI * sigma * sigma);
      double slanted = Math.cos(Math.PI / 4);
      Taps plain = Taps.of(reach(sigma), sigma, 0, 1);
      Taps wave = Taps.of(reach(sigma), sigma, frequencies[i], norm);
      Taps slantedAcross = Taps.of(reach(sigma * slanted), sigma, frequencies[i] * slanted, norm);
      Taps slantedDown = Taps.of(reach(sigma * slanted), sigma, frequencies[i] * slanted, 1);
      int at = i * DIRECTIONS * 2;
      waveAcross(gray, wave, plain).write(measured, at);
      waveDown(gray, plain, wave).write(measured, at + 4);
      waveSlanted(gray, slantedAcross, slantedDown, measured, at);
    }
    return measured;
  }

  private static int reach(double sigma) {
    return (int) Math.ceil(Math.max(CUT_OFF * sigma, 1));
  }

  private static Magnitudes waveAcross(GrayPlane gray, Taps across, Taps down) {
    Planes planes = Planes.across(gray, across);
    Magnitudes magnitudes = new Magnitudes(gray);
    double[] real = new double[gray.width()];
    double[] imaginary = new double[gray.width()];
    for (int y = 0; y < gray.height(); y++) {
      planes.downEven(planes.even, y, down, real);
      planes.downEven(planes.odd, y, down, imaginary);
      magnitudes.add(real, imaginary);
    }
    return magnitudes;
  }

  private static Magnitudes waveDown(GrayPlane gray, Taps across, Taps down) {
    Planes planes = Planes.across(gray, across);
    Magnitudes magnitudes = new Magnitudes(gray);
    double[] real = new double[gray.width()];
    double[] imaginary = new double[gray.width()];
    for (int y = 0; y < gray.height(); y++) {
      planes.down(planes.even, y, down, real, imaginary);
      magnitudes.add(real, imaginary);
    }
    return magnitudes;
  }

  private static void waveSlanted(
      GrayPlane gray, Taps across, Taps down, double[] measured, int at) {
    Planes planes = Planes.across(gray, across);
    int width = gray.width();
    Magnitudes falling = new Magnitudes(gray);
    Magnitudes rising = new Magnitudes(gray);
    double[] evenEven = new double[width];
    double[] evenOdd = new double[width];
    double[] oddEven = new double[width];
    double[] oddOdd = new double[width];
    double[] real = new double[width];
    double[] imaginary = new double[width];
    for (int y = 0; y < gray.height(); y++) {
      planes.down(planes.even, y, down, evenEven, evenOdd);
      planes.down(planes.odd, y, down, oddEven, oddOdd);
      for (int x = 0; x < width; x++) {
        real[x] = evenEven[x] - oddOdd[x];
        imaginary[x] = evenOdd[x] + oddEven[x];
      }
      falling.add(real, imaginary);
      for (int x = 0; x < width; x++) {
        real[x] = evenEven[x] + oddOdd[x];
        imaginary[x] = evenOdd[x] - oddEven[x];
      }
      rising.add(real, imaginary);
    }
    falling.write(measured, at + 2);
    rising.write(measured, at + 6);
  }

  /**
   * One half of a one-dimensional complex filter, the center first: {@code even[u]} counts at +u
   * and -u, {@code odd[u]} at +u and negated at -u. Padded with a zero to an even reach, because
   * taps are taken in twos.
   */
  private static final class Taps {
    final double[] even;
    final double[] odd;
    final boolean wavy;

    private Taps(double[] even, double[] odd, boolean wavy) {
      this.even = even;
      this.odd = odd;
      this.wavy = wavy;
    }

    static Taps of(int reach, double sigma, double frequency, double norm) {
      double[] even = new double[reach + 1 + reach % 2];
      double[] odd = new double[even.length];
      for (int u = 0; u <= reach; u++) {
        double envelope = norm * Math.exp(-0.5 * u * u / (sigma * sigma));
        even[u] = envelope * Math.cos(2 * Math.PI * frequency * u);
        odd[u] = envelope * Math.sin(2 * Math.PI * frequency * u);
      }
      return new Taps(even, odd, frequency != 0);
    }

    int reach() {
      return even.length - 1;
    }

    /**
     * Filters along a window of 2 reach + 1 rows. Rows are arrays of their own, all read at the
     * same index as is written: that is what the compiler turns into vector instructions.
     */
    void applyEven(double[][] window, double[] result) {
      int middle = reach();
      scale(window[middle], even[0], result);
      for (int u = 1; u <= middle; u += 2) {
        double[] plus1 = window[middle + u];
        double[] plus2 = window[middle + u + 1];
        double[] minus1 = window[middle - u];
        double[] minus2 = window[middle - u - 1];
        double even1 = even[u];
        double even2 = even[u + 1];
        for (int x = 0; x < result.length; x++) {
          result[x] += even1 * (plus1[x] + minus1[x]) + even2 * (plus2[x] + minus2[x]);
        }
      }
    }

    /** The same for the even and the odd part at once. */
    void apply(double[][] window, double[] evenResult, double[] oddResult) {
      int middle = reach();
      scale(window[middle], even[0], evenResult);
      Arrays.fill(oddResult, 0);
      for (int u = 1; u <= middle; u += 2) {
        double[] plus1 = window[middle + u];
        double[] plus2 = window[middle + u + 1];
        double[] minus1 = window[middle - u];
        double[] minus2 = window[middle - u - 1];
        double even1 = even[u];
        double even2 = even[u + 1];
        double odd1 = odd[u];
        double odd2 = odd[u + 1];
        for (int x = 0; x < evenResult.length; x++) {
          evenResult[x] += even1 * (plus1[x] + minus1[x]) + even2 * (plus2[x] + minus2[x]);
          oddResult[x] += odd1 * (plus1[x] - minus1[x]) + odd2 * (plus2[x] - minus2[x]);
        }
      }
    }

    private static void scale(double[] source, double weight, double[] result) {
      for (int x = 0; x < result.length; x++) {
        result[x] = weight * source[x];
      }
    }
  }

  /** A plane filtered across; filtered down row by row. */
  private static final class Planes {
    final double[][] even;
    final double[][] odd;
    private final int height;

    private Planes(GrayPlane gray, boolean wavy) {
      height = gray.height();
      even = new double[height][gray.width()];
      odd = new double[wavy ? height : 0][gray.width()];
    }

    static Planes across(GrayPlane gray, Taps taps) {
      Planes planes = new Planes(gray, taps.wavy);
      int width = gray.width();
      int reach = taps.reach();
      double[] line = new double[width + 2 * reach];
      double[][] shifted = new double[2 * reach + 1][width];
      int[] mirrored = new int[line.length];
      Arrays.setAll(mirrored, i -> mirror(i - reach, width));
      for (int y = 0; y < planes.height; y++) {
        for (int i = 0; i < line.length; i++) {
          line[i] = gray.value(y * width + mirrored[i]);
        }
        for (int i = 0; i < shifted.length; i++) {
          System.arraycopy(line, i, shifted[i], 0, width);
        }
        if (taps.wavy) {
          taps.apply(shifted, planes.even[y], planes.odd[y]);
        } else {
          taps.applyEven(shifted, planes.even[y]);
        }
      }
      return planes;
    }

    void downEven(double[][] plane, int y, Taps taps, double[] even) {
      taps.applyEven(window(plane, y, taps.reach()), even);
    }

    void down(double[][] plane, int y, Taps taps, double[] even, double[] odd) {
      taps.apply(window(plane, y, taps.reach()), even, odd);
    }

    private double[][] window(double[][] plane, int y, int reach) {
      double[][] window = new double[2 * reach + 1][];
      for (int i = 0; i < window.length; i++) {
        window[i] = plane[mirror(y + i - reach, height)];
      }
      return window;
    }

    /** Maps any index into 0 to size - 1 by mirroring at the outer edges of the end samples. */
    private static int mirror(int index, int size) {
      int wrapped = Math.floorMod(index, 2 * size);
      return wrapped < size ? wrapped : 2 * size - 1 - wrapped;
    }
  }

  /** Mean and variance of magnitudes, summed as distances from the first, which cancels little. */
  private static final class Magnitudes {
    private final int count;
    private final double[] row;
    private boolean started;
    private double first;
    private double sum;
    private double squares;

    Magnitudes(GrayPlane gray) {
      count = gray.width() * gray.height();
      row = new double[gray.width()];
    }

    void add(double[] real, double[] imaginary) {
      for (int x = 0; x < row.length; x++) {
        row[x] = Math.sqrt(real[x] * real[x] + imaginary[x] * imaginary[x]);
      }
      if (!started) {
        started = true;
        first = row[0];
      }
      for (double magnitude : row) {
        double distance = magnitude - first;
        sum += distance;
        squares += distance * distance;
      }
    }

    void write(double[] measured, int at) {
      double mean = sum / count;
      measured[at] = first + mean;
      measured[at + 1] = Math.max(0, squares / count - mean * mean);
    }
  }
}
