package io.artrec.vision.shape;

/** The operator of {@link Gradients} on one row at a time. For one thread. */
final class SobelRows {
  private final int width;
  private final double[] smooth;
  private final double[] steep;

  SobelRows(int width) {
    this.width = width;
    smooth = new double[width + 2];
    steep = new double[width + 2];
  }

  /**
   * Writes how fast it gets brighter to the right and downwards in the middle one of three rows.
   */
  void apply(double[][] rows, double[] across, double[] down) {
    vertical(rows[0], rows[1], rows[2]);
    for (int x = 0; x < width; x++) {
      across[x] = 0.25 * (smooth[x + 2] - smooth[x]);
    }
    for (int x = 0; x < width; x++) {
      down[x] = 0.25 * (steep[x] + 2 * steep[x + 1] + steep[x + 2]);
    }
  }

  private void vertical(double[] above, double[] here, double[] below) {
    for (int x = 0; x < width; x++) {
      smooth[x + 1] = above[x] + 2 * here[x] + below[x];
    }
    for (int x = 0; x < width; x++) {
      steep[x + 1] = below[x] - above[x];
    }
    smooth[0] = smooth[1];
    smooth[width + 1] = smooth[width];
    steep[0] = steep[1];
    steep[width + 1] = steep[width];
  }
}
