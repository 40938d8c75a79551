package io.artrec.vision.shape;

import io.artrec.vision.image.GrayPlane;
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
  private final int width;
  private final int height;
  private final BitSet edges;

  CannyEdges(int width, int height, BitSet edges) {
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
    return new EdgeTracer(gray, low, high).trace(new GaussianRows(gray, sigma));
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

  /** {@return how many pixels are edges, 0 or more} */
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
