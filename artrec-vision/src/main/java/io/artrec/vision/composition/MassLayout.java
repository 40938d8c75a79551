package io.artrec.vision.composition;

import java.util.Arrays;

/**
 * Where the visual mass of an image lies. The rarer of dark (gray 0 to 127) and light is heavy:
 * mass is {@code 255 - gray} when there are at most as many dark pixels as light ones, and the gray
 * otherwise. For balance and homogeneity the level 127 counts on both sides, a slip of the original
 * program that is kept.
 */
final class MassLayout {
  private static final int DARKEST_LIGHT = 128;
  private static final int STRIPS = 10;

  private final int width;
  private final int height;
  private final int[] levels;
  private final int[] histogram;

  private MassLayout(GrayLevels gray) {
    width = gray.width();
    height = gray.height();
    levels = gray.levels();
    histogram = gray.histogram();
  }

  static void measure(GrayLevels gray, Readings readings) {
    MassLayout layout = new MassLayout(gray);
    layout.deviation(readings);
    readings.put(CompositionProperty.BALANCE, layout.balance());
    readings.put(CompositionProperty.HOMOGENEITY, layout.homogeneity());
  }

  /**
   * Returns whether dark is heavy: not more pixels than are of the lightest level given or above.
   */
  private boolean darkIsHeavy(int lightest) {
    long dark = count(0, DARKEST_LIGHT);
    return dark <= count(lightest, 256);
  }

  private long count(int from, int to) {
    long count = 0;
    for (int level = from; level < to; level++) {
      count += histogram[level];
    }
    return count;
  }

  private static int mass(int level, boolean darkIsHeavy) {
    return darkIsHeavy ? 255 - level : level;
  }

  /** McManus, Stöver and Kim 2011: how far the center of mass is from the middle. */
  private void deviation(Readings readings) {
    boolean dark = darkIsHeavy(DARKEST_LIGHT);
    long sum = 0;
    long across = 0;
    long down = 0;
    for (int y = 0, i = 0; y < height; y++) {
      long row = 0;
      for (int x = 0; x < width; x++, i++) {
        int mass = mass(levels[i], dark);
        row += mass;
        across += (long) mass * x;
      }
      sum += row;
      down += row * y;
    }
    if (sum == 0) {
      return;
    }
    double x = 0.5 - (Math.rint((double) across / sum) + 1) / width;
    double y = 0.5 - (Math.rint((double) down / sum) + 1) / height;
    readings.put(CompositionProperty.DCM_X, x);
    readings.put(CompositionProperty.DCM_Y, y);
    readings.put(CompositionProperty.DCM_DISTANCE, 100 * Math.sqrt(x * x + y * y) / 0.5);
  }

  /** Wilson and Chatterjee 2005: the mean of eight differences in percent of all mass. */
  private double balance() {
    boolean dark = darkIsHeavy(DARKEST_LIGHT - 1);
    long[] columns = new long[width];
    long[] rows = new long[height];
    long[] falling = new long[width + height];
    long[] rising = new long[width + height];
    long sum = 0;
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++, i++) {
        int mass = mass(levels[i], dark);
        columns[x] += mass;
        rows[y] += mass;
        falling[x - y + height] += mass;
        rising[width - 1 - x - y + height] += mass;
        sum += mass;
      }
    }
    int bandAcross = width - (int) (width / Math.sqrt(2));
    int bandDown = height - (int) (height / Math.sqrt(2));
    long differences =
        halves(columns)
            + halves(rows)
            + diagonalHalves(falling)
            + diagonalHalves(rising)
            + ring(sum, outer(columns))
            + ring(sum, outer(rows))
            + ring(sum, diagonalOuter(falling, bandAcross, bandDown))
            + ring(sum, diagonalOuter(rising, bandAcross, bandDown));
    return 100.0 * differences / Math.max(sum, 1) / 8;
  }

  private static long sum(long[] values, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }

  private static long halves(long[] lines) {
    int half = lines.length / 2;
    return Math.abs(sum(lines, 0, half) - sum(lines, lines.length - half, lines.length));
  }

  private static long outer(long[] lines) {
    int quarter = lines.length / 4;
    return sum(lines, 0, quarter) + sum(lines, lines.length - quarter, lines.length);
  }

  private static long ring(long sum, long outer) {
    return Math.abs(sum - outer - outer);
  }

  /** Lines of 45 degrees by x - y, from an upper corner whatever the proportions. */
  private long diagonalHalves(long[] diagonals) {
    long above = sum(diagonals, height + 1, diagonals.length);
    return Math.abs(above - sum(diagonals, 0, height));
  }

  private long diagonalOuter(long[] diagonals, int bandAcross, int bandDown) {
    return sum(diagonals, height + bandAcross, diagonals.length)
        + sum(diagonals, 0, height - bandDown + 1);
  }

  /**
   * Hübner and Fillinger 2016: how evenly the heavy pixels, parted by Otsu's threshold, lie over
   * ten strips, the mean of both directions. Not a number when all pixels weigh the same.
   */
  private double homogeneity() {
    boolean dark = darkIsHeavy(DARKEST_LIGHT - 1);
    int[] masses = new int[256];
    Arrays.setAll(masses, mass -> histogram[dark ? 255 - mass : mass]);
    int threshold = GrayLevels.otsu(masses);
    double[] columns = new double[STRIPS];
    double[] rows = new double[STRIPS];
    int across = Math.max(1, width / STRIPS);
    int down = Math.max(1, height / STRIPS);
    boolean narrow = width < STRIPS;
    boolean low = height < STRIPS;
    for (int y = 0, i = 0; y < height; y++) {
      int row = low ? STRIPS - 1 : Math.min(y / down, STRIPS - 1);
      for (int x = 0; x < width; x++, i++) {
        if (mass(levels[i], dark) > threshold) {
          columns[narrow ? STRIPS - 1 : Math.min(x / across, STRIPS - 1)]++;
          rows[row]++;
        }
      }
    }
    double most = Math.log(STRIPS) / Math.log(2);
    return Entropy.bits(columns)
        .flatMap(it -> Entropy.bits(rows).map(other -> 100 * (it + other) / 2 / most))
        .orElse(Double.NaN);
  }
}
