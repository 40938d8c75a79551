package io.artrec.vision.image.internal;

import java.util.Arrays;

/**
 * A complex filter along a line whose real part is even and whose imaginary part is odd, a Gaussian
 * or a wave below one. Immutable and thread-safe.
 *
 * <p>It is applied to many lines at once: a window of {@code 2 reach + 1} rows of values, of which
 * those with the same index make a line. Rows are arrays of their own, all read at the index that
 * is written: that is what C2 turns into vector instructions. Shifted indexes in one array, or both
 * parts in one loop, cost three to five times as much.
 */
public final class LineFilter {
  private final double[] even;
  private final double[] odd;

  private LineFilter(double[] even, double[] odd) {
    this.even = even;
    this.odd = odd;
  }

  /**
   * {@return a Gaussian {@code factor · exp(-u² / 2σ²)} times a wave {@code exp(2πi frequency u)}}
   *
   * @param sigma standard deviation, above 0
   * @param frequency cycles per value, 0 for none
   * @param reach how far taps go on each side, 0 or more
   * @param factor of all taps
   */
  public static LineFilter gaussian(double sigma, double frequency, int reach, double factor) {
    double[] even = new double[reach + 1];
    double[] odd = new double[even.length];
    for (int u = 0; u <= reach; u++) {
      double envelope = factor * Math.exp(-0.5 * u * u / (sigma * sigma));
      even[u] = envelope * Math.cos(2 * Math.PI * frequency * u);
      odd[u] = envelope * Math.sin(2 * Math.PI * frequency * u);
    }
    return new LineFilter(even, odd);
  }

  /**
   * Returns how far a window must go on each side.
   *
   * @return the reach, 0 or more
   */
  public int reach() {
    return even.length - 1;
  }

  /**
   * {@return the sum of the taps of the real part that lie inside a line, that of all taps away
   * from the ends}
   *
   * @param index the place of the middle tap, from 0
   * @param size how long the line is
   */
  public double weightInside(int index, int size) {
    double sum = 0;
    for (int k = Math.max(0, index - reach()); k <= Math.min(size - 1, index + reach()); k++) {
      sum += even[Math.abs(k - index)];
    }
    return sum;
  }

  /**
   * Writes the real part.
   *
   * @param window {@code 2 reach + 1} rows, each as long as the result or longer
   * @param result a row that is not in the window
   */
  public void even(double[][] window, double[] result) {
    int middle = reach();
    if (middle == 0) {
      scale(window[0], even[0], result);
      return;
    }
    begin(window, result);
    for (int u = 2; u <= middle; u++) {
      addSums(window[middle + u], window[middle - u], even[u], result);
    }
  }

  /**
   * Writes the imaginary part.
   *
   * @param window {@code 2 reach + 1} rows, each as long as the result or longer
   * @param result a row that is not in the window
   */
  public void odd(double[][] window, double[] result) {
    int middle = reach();
    Arrays.fill(result, 0);
    for (int u = 1; u <= middle; u++) {
      addDifferences(window[middle + u], window[middle - u], odd[u], result);
    }
  }

  private void begin(double[][] window, double[] result) {
    double[] center = window[reach()];
    double[] plus = window[reach() + 1];
    double[] minus = window[reach() - 1];
    double weight = even[0];
    double next = even[1];
    for (int x = 0; x < result.length; x++) {
      result[x] = weight * center[x] + next * (plus[x] + minus[x]);
    }
  }

  private static void addSums(double[] plus, double[] minus, double weight, double[] result) {
    for (int x = 0; x < result.length; x++) {
      result[x] += weight * (plus[x] + minus[x]);
    }
  }

  private static void addDifferences(
      double[] plus, double[] minus, double weight, double[] result) {
    for (int x = 0; x < result.length; x++) {
      result[x] += weight * (plus[x] - minus[x]);
    }
  }

  private static void scale(double[] source, double weight, double[] result) {
    for (int x = 0; x < result.length; x++) {
      result[x] = weight * source[x];
    }
  }
}
