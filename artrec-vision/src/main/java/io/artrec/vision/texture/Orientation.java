package io.artrec.vision.texture;

/**
 * Directions without sign, in equal bins from 0 to 180 degrees. Immutable and thread-safe.
 *
 * <p>Finds the bin without an arc tangent: {@code across / (|across| + |down|)} falls with the
 * angle, and indexes the lowest bin that it may lie in; whether it lies in the next is told by the
 * side of the ray between them.
 */
final class Orientation {
  private static final int STEPS = 512;

  private final int bins;
  private final double[] cosines;
  private final double[] sines;
  private final byte[] lowest = new byte[2 * STEPS + 1];

  /** Takes the number of bins, 1 to 127. */
  Orientation(int bins) {
    this.bins = bins;
    cosines = new double[bins + 1];
    sines = new double[bins + 1];
    for (int k = 1; k < bins; k++) {
      cosines[k] = Math.cos(Math.PI * k / bins);
      sines[k] = Math.sin(Math.PI * k / bins);
    }
    sines[bins] = Double.POSITIVE_INFINITY;
    for (int i = 0; i < lowest.length; i++) {
      double across = 1 - (double) i / STEPS;
      double angle = Math.atan2(1 - Math.abs(across), across) / Math.PI;
      lowest[i] = (byte) Math.max(0, Math.min(bins - 1, Math.floor(angle * bins - 1e-9)));
    }
  }

  /** The bin of a gradient: 0 begins at one that points to the right, or to the left. */
  int bin(double across, double down) {
    boolean turned = down < 0 || (down == 0 && across < 0);
    double x = turned ? -across : across;
    double y = turned ? -down : down;
    int bin = lowest[(int) (STEPS - STEPS * x / (Math.abs(x) + y))];
    while (bin + 1 < bins && cosines[bin + 1] * y > sines[bin + 1] * x) {
      bin++;
    }
    return bin;
  }
}
