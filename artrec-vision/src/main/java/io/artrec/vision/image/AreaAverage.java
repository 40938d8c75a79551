package io.artrec.vision.image;

/**
 * Shrinks one channel by area averaging: each new sample is the mean of the rectangle it covers,
 * old samples that it covers in part counting in part. Fed row by row, so the large image need not
 * be in memory.
 */
final class AreaAverage {
  private final int width;
  private final int height;
  private final int newWidth;
  private final double rowsPerSample;
  private final double columnsPerSample;
  private final double[] sums;
  private final double[] cumulated;
  private int rows;
  private int newRows;

  AreaAverage(int width, int height, int newWidth, int newHeight) {
    this.width = width;
    this.height = height;
    this.newWidth = newWidth;
    this.rowsPerSample = (double) height / newHeight;
    this.columnsPerSample = (double) width / newWidth;
    this.sums = new double[width];
    this.cumulated = new double[width + 1];
  }

  /** Returns a side scaled as the longest one is scaled to the one wanted, at least 1. */
  static int scaled(int side, int longest, int wanted) {
    return (int) Math.max(1, Math.round((double) side * wanted / longest));
  }

  /**
   * Adds the next row; when it completes a new row, writes that.
   *
   * @return whether a new row was written
   */
  boolean add(double[] row, double[] target, int offset) {
    double edge = (newRows + 1) * rowsPerSample;
    double inside = Math.min(1, edge - rows);
    for (int x = 0; x < width; x++) {
      sums[x] += inside * row[x];
    }
    rows++;
    if (rows < edge - 1e-9 && rows < height) {
      return false;
    }
    average(target, offset);
    newRows++;
    for (int x = 0; x < width; x++) {
      sums[x] = (1 - inside) * row[x];
    }
    return true;
  }

  private void average(double[] target, int offset) {
    double sum = 0;
    for (int x = 0; x < width; x++) {
      sum += sums[x];
      cumulated[x + 1] = sum;
    }
    double norm = 1 / (rowsPerSample * columnsPerSample);
    double before = 0;
    for (int i = 0; i < newWidth; i++) {
      double edge = Math.min(width, (i + 1) * columnsPerSample);
      int whole = Math.min((int) edge, width - 1);
      double upTo = cumulated[whole] + (edge - whole) * sums[whole];
      target[offset + i] = (upTo - before) * norm;
      before = upTo;
    }
  }
}
