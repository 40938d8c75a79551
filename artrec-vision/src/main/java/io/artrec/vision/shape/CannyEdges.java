package io.artrec.vision.shape;

import io.artrec.vision.image.GrayPlane;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Thin edges: where a smoothed plane changes fastest across its own direction, and is linked to a
 * place where it changes fast (Canny, A Computational Approach to Edge Detection, TPAMI 8, 1986).
 * Immutable and thread-safe; O(pixels · sigma) time.
 *
 * <p>The plane is smoothed by a Gaussian cut off at four standard deviations, each value divided by
 * the weight that lies inside the plane; gradients are those of {@link Gradients} times 4, as
 * {@code scipy.ndimage.sobel} and so scikit-image's {@code canny} have them; a pixel stands when
 * its gradient is at least the two that lie one step along its direction, interpolated linearly.
 * Standing pixels of at least {@code low} count when a chain of them, over sides and corners,
 * reaches one of at least {@code high}. The outermost pixels are never edges.
 */
public final class CannyEdges {
  private static final double CUT_OFF = 4;
  private static final double SCALE = 4;

  private final int width;
  private final int height;
  private final BitSet edges;

  private CannyEdges(int width, int height, BitSet edges) {
    this.width = width;
    this.height = height;
    this.edges = edges;
  }

  /**
   * Finds the edges of a plane with a sigma of 1.4 and thresholds of 0.1 and 0.2.
   *
   * @param gray the luminance
   * @return its edges
   */
  public static CannyEdges of(GrayPlane gray) {
    return of(gray, 1.4, 0.1, 0.2);
  }

  /**
   * Finds the edges of a plane.
   *
   * @param gray the luminance
   * @param sigma the Gaussian's standard deviation in pixels, above 0 to 100
   * @param low the least gradient of an edge that is linked to a strong one, 0 or more; a step of 1
   *     has 4 before smoothing
   * @param high the least gradient of a strong edge, at least {@code low}
   * @return its edges
   */
  public static CannyEdges of(GrayPlane gray, double sigma, double low, double high) {
    if (!(sigma > 0 && sigma <= 100 && low >= 0 && high >= low)) {
      throw new IllegalArgumentException(
          "finding edges with sigma "
              + sigma
              + ", thresholds "
              + low
              + " and "
              + high
              + "; expected a sigma above 0 to 100 and 0 <= low <= high");
    }
    int width = gray.width();
    int height = gray.height();
    double[] smoothed = smoothed(gray.toArray(), width, height, sigma);
    Gradients gradients = Gradients.of(smoothed, width, height);
    double[] strengths = new double[smoothed.length];
    for (int i = 0; i < strengths.length; i++) {
      strengths[i] = SCALE * Math.hypot(gradients.across(i), gradients.down(i));
    }
    BitSet standing = new BitSet(strengths.length);
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int at = y * width + x;
        if (strengths[at] >= low && strengths[at] > 0 && stands(gradients, strengths, at, width)) {
          standing.set(at);
        }
      }
    }
    return new CannyEdges(width, height, linked(standing, strengths, high, width));
  }

  private static double[] smoothed(double[] values, int width, int height, double sigma) {
    double[] weights = new double[(int) (CUT_OFF * sigma + 0.5) + 1];
    for (int u = 0; u < weights.length; u++) {
      weights[u] = Math.exp(-0.5 * u * u / (sigma * sigma));
    }
    double[] across = new double[values.length];
    for (int y = 0; y < height; y++) {
      smooth(values, across, y * width, 1, width, weights);
    }
    double[] both = new double[values.length];
    for (int x = 0; x < width; x++) {
      smooth(across, both, x, width, height, weights);
    }
    return both;
  }

  /** Means by weight of what lies inside the line. */
  private static void smooth(
      double[] from, double[] to, int start, int step, int size, double[] weights) {
    int reach = weights.length - 1;
    for (int i = 0; i < size; i++) {
      double sum = 0;
      double inside = 0;
      for (int k = Math.max(0, i - reach); k <= Math.min(size - 1, i + reach); k++) {
        double weight = weights[Math.abs(k - i)];
        sum += weight * from[start + k * step];
        inside += weight;
      }
      to[start + i * step] = sum / inside;
    }
  }

  /** Whether no gradient one step up or down the slope is larger. */
  private static boolean stands(Gradients gradients, double[] strengths, int at, int width) {
    double across = gradients.across(at);
    double down = gradients.down(at);
    boolean steep = Math.abs(down) > Math.abs(across);
    boolean falling = (across >= 0) == (down >= 0) || across == 0 || down == 0;
    double slant = steep ? Math.abs(across) / Math.abs(down) : Math.abs(down) / Math.abs(across);
    int straight = steep ? width : 1;
    int corner = falling ? width + 1 : steep ? width - 1 : 1 - width;
    double ahead = slant * strengths[at + corner] + (1 - slant) * strengths[at + straight];
    double behind = slant * strengths[at - corner] + (1 - slant) * strengths[at - straight];
    return ahead <= strengths[at] && behind <= strengths[at];
  }

  private static BitSet linked(BitSet standing, double[] strengths, double high, int width) {
    BitSet edges = new BitSet(strengths.length);
    int[] around = {-width - 1, -width, 1 - width, -1, 1, width - 1, width, width + 1};
    int[] open = new int[16];
    int count = 0;
    for (int at = standing.nextSetBit(0); at >= 0; at = standing.nextSetBit(at + 1)) {
      if (strengths[at] < high || edges.get(at)) {
        continue;
      }
      edges.set(at);
      open[count++] = at;
      while (count > 0) {
        int here = open[--count];
        for (int step : around) {
          if (standing.get(here + step) && !edges.get(here + step)) {
            edges.set(here + step);
            open = count == open.length ? Arrays.copyOf(open, 2 * count) : open;
            open[count++] = here + step;
          }
        }
      }
    }
    return edges;
  }

  /**
   * Returns the width.
   *
   * @return pixels per row, 1 or more
   */
  public int width() {
    return width;
  }

  /**
   * Returns the height.
   *
   * @return rows, 1 or more
   */
  public int height() {
    return height;
  }

  /**
   * Whether a pixel is an edge.
   *
   * @param x the column from the left, from 0
   * @param y the row from the top, from 0
   * @return whether it is
   */
  public boolean isEdge(int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height && edges.get(y * width + x);
  }

  /**
   * Returns how many pixels are edges.
   *
   * @return 0 or more
   */
  public int count() {
    return edges.cardinality();
  }

  /**
   * Returns the share of pixels that are edges: how much is drawn.
   *
   * @return 0 to 1
   */
  public double density() {
    return (double) count() / ((double) width * height);
  }

  @Override
  public String toString() {
    return "CannyEdges[" + width + " x " + height + ", " + count() + " edge pixels]";
  }
}
