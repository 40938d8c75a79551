package io.artrec.vision.shape;

import io.artrec.vision.image.GrayPlane;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds the edges that {@link CannyEdges} describes, with three rows of the smoothed plane, its
 * gradients and their strengths at a time. For one thread and one plane.
 */
final class EdgeTracer {
  private static final double SCALE = 4;

  private final int width;
  private final int height;
  private final double low;
  private final double high;
  private final double[][] across;
  private final double[][] down;

  /** Of three rows, each at its number modulo 3 times the width. */
  private final double[] strengths;

  private final double[] measured;
  private final int[] candidates;

  /** Steps in {@link #strengths} by what {@link #slope} says of a gradient. */
  private final int[] straightAhead = new int[4];

  private final int[] straightBehind = new int[4];
  private final int[] cornerAhead = new int[4];
  private final int[] cornerBehind = new int[4];

  /** Pixels that stand and are not yet known to be edges. */
  private final boolean[] standing;

  private final BitSet edges;

  /** Edges whose neighbors are still to be looked at. */
  private int[] open = new int[256];

  private int openCount;

  EdgeTracer(GrayPlane gray, double low, double high) {
    this.low = low;
    this.high = high;
    width = gray.width();
    height = gray.height();
    across = new double[3][width];
    down = new double[3][width];
    strengths = new double[3 * width];
    measured = new double[width];
    candidates = new int[width];
    standing = new boolean[width * height];
    edges = new BitSet(width * height);
  }

  CannyEdges trace(GaussianRows smoothed) {
    SobelRows sobel = new SobelRows(width);
    double[][] kept = new double[3][width];
    double[][] rows = new double[3][];
    smoothed.next(kept[0]);
    for (int y = 0; y < height; y++) {
      int below = Math.min(y + 1, height - 1);
      if (below > y) {
        smoothed.next(kept[below % 3]);
      }
      rows[0] = kept[Math.max(y - 1, 0) % 3];
      rows[1] = kept[y % 3];
      rows[2] = kept[below % 3];
      sobel.apply(rows, across[y % 3], down[y % 3]);
      measure(across[y % 3], down[y % 3], measured);
      System.arraycopy(measured, 0, strengths, y % 3 * width, width);
      if (y > 1) {
        thin(y - 1);
      }
    }
    link();
    return new CannyEdges(width, height, edges);
  }

  private static void measure(double[] across, double[] down, double[] strengths) {
    for (int x = 0; x < strengths.length; x++) {
      strengths[x] = SCALE * Math.sqrt(across[x] * across[x] + down[x] * down[x]);
    }
  }

  /**
   * Keeps the pixels of a row whose gradient is at least those one step up and down the slope.
   * Which way a slope runs is as good as random to a processor, so nothing here branches on it.
   */
  private void thin(int y) {
    int here = y % 3 * width;
    turn((y + 2) % 3 * width - here, (y + 1) % 3 * width - here);
    double[] rowAcross = across[y % 3];
    double[] rowDown = down[y % 3];
    int count = 0;
    double least = Math.max(low, Double.MIN_VALUE);
    for (int x = 1; x < width - 1; x++) {
      candidates[count] = x;
      count += strengths[here + x] >= least ? 1 : 0;
    }
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int x = candidates[i];
      double a = rowAcross[x];
      double d = rowDown[x];
      int slope = slope(a, d);
      double slant = Math.min(Math.abs(a), Math.abs(d)) / Math.max(Math.abs(a), Math.abs(d));
      int at = here + x;
      double ahead =
          slant * strengths[at + cornerAhead[slope]]
              + (1 - slant) * strengths[at + straightAhead[slope]];
      double behind =
          slant * strengths[at + cornerBehind[slope]]
              + (1 - slant) * strengths[at + straightBehind[slope]];
      candidates[kept] = x;
      kept += Math.max(ahead, behind) <= strengths[at] ? 1 : 0;
    }
    for (int i = 0; i < kept; i++) {
      stand(y * width + candidates[i], strengths[here + candidates[i]]);
    }
  }

  /** 1 when it rises faster down than across, and 2 when it rises to the right as it rises down. */
  private static int slope(double across, double down) {
    long a = Double.doubleToRawLongBits(across);
    long d = Double.doubleToRawLongBits(down);
    int steep = (int) (((a & Long.MAX_VALUE) - (d & Long.MAX_VALUE)) >>> 63);
    int falling = (int) (~(a ^ d) >>> 63);
    return steep | falling << 1;
  }

  /** Sets the steps, which depend on where the rows above and below lie. */
  private void turn(int above, int below) {
    for (int slope = 0; slope < 4; slope++) {
      boolean steep = (slope & 1) != 0;
      boolean falling = (slope & 2) != 0;
      straightAhead[slope] = steep ? below : 1;
      straightBehind[slope] = steep ? above : -1;
      cornerAhead[slope] = falling ? below + 1 : steep ? below - 1 : above + 1;
      cornerBehind[slope] = falling ? above - 1 : steep ? above + 1 : below - 1;
    }
  }

  private void stand(int at, double strength) {
    if (strength >= high) {
      add(at);
    } else {
      standing[at] = true;
    }
  }

  private void add(int at) {
    edges.set(at);
    open = openCount == open.length ? Arrays.copyOf(open, 2 * openCount) : open;
    open[openCount++] = at;
  }

  /** Adds what stands and is joined to an edge by sides or corners. */
  private void link() {
    int[] around = {-width - 1, -width, 1 - width, -1, 1, width - 1, width, width + 1};
    while (openCount > 0) {
      int here = open[--openCount];
      for (int step : around) {
        if (standing[here + step]) {
          standing[here + step] = false;
          add(here + step);
        }
      }
    }
  }
}
