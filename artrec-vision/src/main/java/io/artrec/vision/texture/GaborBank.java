package io.artrec.vision.texture;

import io.artrec.vision.image.GrayPlane;
import io.artrec.vision.image.internal.LineFilter;
import java.util.Arrays;
import java.util.List;

/**
 * Complex Gabor filters of several frequencies at 0, 45, 90 and 135 degrees, and the mean and
 * variance of their magnitude over a gray plane that is mirrored at its edges (half-sample
 * symmetric).
 *
 * <p>A filter is {@code exp(-(x² + y²) / (2 σ²)) exp(2πi f (x cos θ + y sin θ)) / (2π σ²)} cut off
 * at three standard deviations along its axes. With a round envelope it is a product of a complex
 * function of x and one of y, at every angle, so a filter of (2r + 1)² taps costs two passes of 2r
 * + 1. The filters at 45 and 135 degrees differ in the sign of the odd part across, and share both
 * passes.
 */
final class GaborBank {
  private static final int DIRECTIONS = 4;

  /** σ f for a half-response bandwidth of one octave: √(ln 2 / 2) / π · (2 + 1) / (2 - 1). */
  private static final double SIGMA_BY_FREQUENCY = Math.sqrt(Math.log(2) / 2) / Math.PI * 3;

  private static final double CUT_OFF = 3;

  private final List<Filters> filters;

  GaborBank(double... frequencies) {
    filters = Arrays.stream(frequencies).mapToObj(Filters::of).toList();
  }

  /** Returns the number of measured values: two for each filter. */
  int dimensions() {
    return filters.size() * DIRECTIONS * 2;
  }

  /**
   * Returns mean and population variance of each filter's magnitude, frequencies in the order given
   * and angles 0, 45, 90, 135 degrees within each.
   */
  double[] measure(GrayPlane gray) {
    double[] measured = new double[dimensions()];
    Planes planes = new Planes(gray.width(), gray.height());
    for (int i = 0; i < filters.size(); i++) {
      planes.filterAcross(gray, filters.get(i));
      planes.filterDown(filters.get(i), measured, i * DIRECTIONS * 2);
    }
    return measured;
  }

  /**
   * The parts of the filters of one frequency.
   *
   * @param plain the envelope alone
   * @param wave the envelope and a wave along it, with the filter's factor
   * @param slantedAcross the wave's part across at 45 degrees, with the filter's factor
   * @param slantedDown its part down
   */
  private record Filters(
      LineFilter plain, LineFilter wave, LineFilter slantedAcross, LineFilter slantedDown) {
    static Filters of(double frequency) {
      double sigma = SIGMA_BY_FREQUENCY / frequency;
      double norm = 1 / (2 * Math.PI * sigma * sigma);
      double slanted = Math.cos(Math.PI / 4);
      int reach = reach(sigma);
      int slantedReach = reach(sigma * slanted);
      return new Filters(
          LineFilter.gaussian(sigma, 0, reach, 1),
          LineFilter.gaussian(sigma, frequency, reach, norm),
          LineFilter.gaussian(sigma, frequency * slanted, slantedReach, norm),
          LineFilter.gaussian(sigma, frequency * slanted, slantedReach, 1));
    }

    private static int reach(double sigma) {
      return (int) Math.ceil(Math.max(CUT_OFF * sigma, 1));
    }
  }

  /** The plane filtered across, in each way; filtered down row by row. */
  private static final class Planes {
    private final int width;
    private final int height;
    private final double[][] plain;
    private final double[][] even;
    private final double[][] odd;
    private final double[][] slantedEven;
    private final double[][] slantedOdd;

    Planes(int width, int height) {
      this.width = width;
      this.height = height;
      plain = new double[height][width];
      even = new double[height][width];
      odd = new double[height][width];
      slantedEven = new double[height][width];
      slantedOdd = new double[height][width];
    }

    void filterAcross(GrayPlane gray, Filters filters) {
      int reach = filters.wave.reach();
      double[] line = new double[width + 2 * reach];
      double[][] shifted = new double[2 * reach + 1][width];
      double[][] nearer = middle(shifted, filters.slantedAcross.reach());
      int[] mirrored = new int[line.length];
      Arrays.setAll(mirrored, i -> mirror(i - reach, width));
      for (int y = 0; y < height; y++) {
        for (int i = 0; i < line.length; i++) {
          line[i] = gray.value(y * width + mirrored[i]);
        }
        for (int i = 0; i < shifted.length; i++) {
          System.arraycopy(line, i, shifted[i], 0, width);
        }
        filters.plain.even(shifted, plain[y]);
        filters.wave.even(shifted, even[y]);
        filters.wave.odd(shifted, odd[y]);
        filters.slantedAcross.even(nearer, slantedEven[y]);
        filters.slantedAcross.odd(nearer, slantedOdd[y]);
      }
    }

    private static double[][] middle(double[][] window, int reach) {
      int from = window.length / 2 - reach;
      return Arrays.copyOfRange(window, from, window.length - from);
    }

    void filterDown(Filters filters, double[] measured, int at) {
      Magnitudes across = new Magnitudes(width);
      Magnitudes falling = new Magnitudes(width);
      Magnitudes down = new Magnitudes(width);
      Magnitudes rising = new Magnitudes(width);
      double[] real = new double[width];
      double[] imaginary = new double[width];
      double[] oddEven = new double[width];
      double[] oddOdd = new double[width];
      double[][] window = new double[2 * filters.wave.reach() + 1][];
      double[][] nearer = new double[2 * filters.slantedDown.reach() + 1][];
      for (int y = 0; y < height; y++) {
        filters.plain.even(rows(even, y, window), real);
        filters.plain.even(rows(odd, y, window), imaginary);
        across.add(real, imaginary);
        filters.wave.even(rows(plain, y, window), real);
        filters.wave.odd(window, imaginary);
        down.add(real, imaginary);
        filters.slantedDown.even(rows(slantedEven, y, nearer), real);
        filters.slantedDown.odd(nearer, imaginary);
        filters.slantedDown.even(rows(slantedOdd, y, nearer), oddEven);
        filters.slantedDown.odd(nearer, oddOdd);
        falling.add(real, imaginary, oddEven, oddOdd, 1);
        rising.add(real, imaginary, oddEven, oddOdd, -1);
      }
      int count = width * height;
      across.write(count, measured, at);
      falling.write(count, measured, at + 2);
      down.write(count, measured, at + 4);
      rising.write(count, measured, at + 6);
    }

    /** Puts the rows around one into a window as long as the filter wants them. */
    private double[][] rows(double[][] plane, int y, double[][] window) {
      int reach = window.length / 2;
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

  /**
   * Mean and variance of magnitudes, summed column by column as distances from the first magnitude,
   * which cancels little.
   */
  private static final class Magnitudes {
    private final double[] row;
    private final double[] sums;
    private final double[] squares;
    private boolean started;
    private double first;

    Magnitudes(int width) {
      row = new double[width];
      sums = new double[width];
      squares = new double[width];
    }

    void add(double[] real, double[] imaginary) {
      for (int x = 0; x < row.length; x++) {
        row[x] = Math.sqrt(real[x] * real[x] + imaginary[x] * imaginary[x]);
      }
      addRow();
    }

    /**
     * Adds those of a slanted wave, of its parts across and down: even even, even odd and so on.
     */
    void add(double[] evenEven, double[] evenOdd, double[] oddEven, double[] oddOdd, int sign) {
      for (int x = 0; x < row.length; x++) {
        double real = evenEven[x] - sign * oddOdd[x];
        double imaginary = evenOdd[x] + sign * oddEven[x];
        row[x] = Math.sqrt(real * real + imaginary * imaginary);
      }
      addRow();
    }

    private void addRow() {
      if (!started) {
        started = true;
        first = row[0];
      }
      for (int x = 0; x < row.length; x++) {
        double distance = row[x] - first;
        sums[x] += distance;
        squares[x] += distance * distance;
      }
    }

    void write(int count, double[] measured, int at) {
      double sum = 0;
      double square = 0;
      for (int x = 0; x < sums.length; x++) {
        sum += sums[x];
        square += squares[x];
      }
      double mean = sum / count;
      measured[at] = first + mean;
      measured[at + 1] = Math.max(0, square / count - mean * mean);
    }
  }
}
