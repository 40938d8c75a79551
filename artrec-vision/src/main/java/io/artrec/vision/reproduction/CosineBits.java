package io.artrec.vision.reproduction;

import java.util.Arrays;

/** Signs of the lowest frequencies of a square of values, as {@link PerceptualHash} tells. */
final class CosineBits {
  private static final int FREQUENCIES = 8;

  private final int side;

  /** {@code cosines[u][x] = cos(pi (2 x + 1) (u + 1) / (2 side))}. */
  private final double[][] cosines;

  CosineBits(int side) {
    this.side = side;
    cosines = new double[FREQUENCIES][side];
    for (int u = 0; u < FREQUENCIES; u++) {
      for (int x = 0; x < side; x++) {
        cosines[u][x] = Math.cos(Math.PI * (2 * x + 1) * (u + 1) / (2.0 * side));
      }
    }
  }

  /** Returns bit {@code 8 v + u} for the frequencies u + 1 across and v + 1 down. */
  long of(double[] square) {
    double[] rows = new double[FREQUENCIES * side];
    for (int y = 0; y < side; y++) {
      for (int u = 0; u < FREQUENCIES; u++) {
        double sum = 0;
        for (int x = 0; x < side; x++) {
          sum += cosines[u][x] * square[y * side + x];
        }
        rows[u * side + y] = sum;
      }
    }
    double[] transformed = new double[FREQUENCIES * FREQUENCIES];
    for (int v = 0; v < FREQUENCIES; v++) {
      for (int u = 0; u < FREQUENCIES; u++) {
        double sum = 0;
        for (int y = 0; y < side; y++) {
          sum += cosines[v][y] * rows[u * side + y];
        }
        transformed[v * FREQUENCIES + u] = sum;
      }
    }
    return aboveMedian(transformed);
  }

  private static long aboveMedian(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double median = (sorted[values.length / 2 - 1] + sorted[values.length / 2]) / 2;
    long bits = 0;
    for (int i = 0; i < values.length; i++) {
      bits |= values[i] > median ? 1L << i : 0;
    }
    return bits;
  }
}
