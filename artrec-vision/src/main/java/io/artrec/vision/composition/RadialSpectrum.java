package io.artrec.vision.composition;

import java.util.Optional;

/**
 * The Fourier spectrum of a square of real values, averaged over all directions: for each radius r
 * the mean over the frequencies (u, v) with {@code rint(sqrt(u^2 + v^2)) = r}, u and v from -n/2 to
 * n/2 - 1. O(n^2 log n) time, 16 bytes for each frequency kept.
 */
final class RadialSpectrum {
  /** What rounding may leave of nothing, as a share of the root of the sum of squares. */
  private static final double ROUNDING = 1e-10;

  private RadialSpectrum() {}

  /**
   * Returns the mean amplitude for each radius.
   *
   * @param values row-major, side times side of them
   * @param side even
   * @param last the largest radius, at most half of the side
   * @return means of radius 0 to last; empty when some radius from 1 on holds nothing, as in a
   *     plane of one value, so that it has no logarithm
   */
  static Optional<double[]> amplitude(double[] values, int side, int last) {
    return checked(means(values, side, last, false), ROUNDING * norm(values));
  }

  /** Returns the mean power, the amplitude squared, for each radius. */
  static Optional<double[]> power(double[] values, int side, int last) {
    double floor = ROUNDING * norm(values);
    return checked(means(values, side, last, true), floor * floor);
  }

  private static double norm(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  private static Optional<double[]> checked(double[] means, double floor) {
    for (int radius = 1; radius < means.length; radius++) {
      if (means[radius] <= floor) {
        return Optional.empty();
      }
    }
    return Optional.of(means);
  }

  private static double[] means(double[] values, int side, int last, boolean power) {
    Fft fft = new Fft(side);
    double[][] real = new double[last + 1][side];
    double[][] imaginary = new double[last + 1][side];
    transformRows(fft, values, real, imaginary);
    double[] sums = new double[last + 1];
    double[] counts = new double[last + 1];
    for (int u = 0; u <= last; u++) {
      double[] re = real[u];
      double[] im = imaginary[u];
      fft.forward(re, im);
      int times = u == 0 || 2 * u == side ? 1 : 2;
      for (int k = 0; k < side; k++) {
        int v = Math.min(k, side - k);
        int radius = (int) Math.rint(Math.sqrt((double) u * u + (double) v * v));
        if (radius <= last) {
          double square = re[k] * re[k] + im[k] * im[k];
          sums[radius] += times * (power ? square : Math.sqrt(square));
          counts[radius] += times;
        }
      }
    }
    for (int radius = 0; radius <= last; radius++) {
      sums[radius] /= counts[radius];
    }
    return sums;
  }

  /** Transforms two rows at once, as real and imaginary part; writes them as columns. */
  private static void transformRows(
      Fft fft, double[] values, double[][] real, double[][] imaginary) {
    int side = fft.length();
    double[] re = new double[side];
    double[] im = new double[side];
    for (int y = 0; y < side; y += 2) {
      System.arraycopy(values, y * side, re, 0, side);
      System.arraycopy(values, (y + 1) * side, im, 0, side);
      fft.forward(re, im);
      for (int u = 0; u < real.length; u++) {
        int mirrored = u == 0 ? 0 : side - u;
        real[u][y] = (re[u] + re[mirrored]) / 2;
        imaginary[u][y] = (im[u] - im[mirrored]) / 2;
        real[u][y + 1] = (im[u] + im[mirrored]) / 2;
        imaginary[u][y + 1] = (re[mirrored] - re[u]) / 2;
      }
    }
  }
}
