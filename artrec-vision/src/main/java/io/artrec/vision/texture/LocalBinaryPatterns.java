package io.artrec.vision.texture;

import io.artrec.feature.FeatureSpec;
import io.artrec.similarity.Similarities;
import io.artrec.vision.ImageMeasure;
import io.artrec.vision.image.GrayPlane;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Which small patterns a surface is made of, spots, edges, corners, flat places, whatever their
 * brightness and rotation: histograms of uniform local binary patterns at three scales (Ojala,
 * Pietikäinen and Mäenpää, Multiresolution Gray-Scale and Rotation Invariant Texture Classification
 * with Local Binary Patterns, TPAMI 24, 2002), compared by histogram intersection. Immutable and
 * thread-safe; 48 interpolations a pixel. The facet is {@code texture}.
 *
 * <p>P points on a circle of radius R around a pixel, point p at {@code -R sin(2πp/P)} rows and
 * {@code R cos(2πp/P)} columns (rounded to five decimals, bilinear), give 1 where they are at least
 * as bright as it. A pattern with at most two changes around the circle counts as its number of
 * ones, all others as P + 1: scikit-image's {@code local_binary_pattern} with method {@code
 * uniform}. Here pixels whose circle leaves the image are left out, where scikit-image takes 0 for
 * what is outside, and grays within 1e-9 are equal, where scikit-image's rounding makes noise of
 * flat places. (P, R) are (8, 1), (16, 2) and (24, 3): 10 + 18 + 26 shares; each histogram sums to
 * 1, in vectors to 1/3.
 *
 * <p>Vectors are measured on a longest side of 512.
 *
 * <p>Two works are called alike in this from 0.98: of 35,245 pairs of paintings of a museum by
 * different artists one in a hundred reaches 0.978.
 */
public final class LocalBinaryPatterns extends ImageMeasure {
  private static final int SCALES = 3;
  private static final int POINTS_PER_RADIUS = 8;
  private static final int SIDE = 512;
  private static final double ALIKE = 0.98;

  /** Grays closer than this are equal: what interpolating a flat place may lose. */
  private static final double EQUAL = 1e-9;

  private LocalBinaryPatterns(ImageDecoder decoder) {
    super(decoder);
  }

  /** {@return the feature} */
  public static LocalBinaryPatterns standard() {
    return new LocalBinaryPatterns(ImageDecoder.standard());
  }

  /**
   * {@return this feature reading images through another decoder}
   *
   * @param other the decoder, the same for all features that shall share decoded images
   */
  public LocalBinaryPatterns decodedBy(ImageDecoder other) {
    return new LocalBinaryPatterns(Objects.requireNonNull(other, "decoder"));
  }

  /**
   * Measures one image as it is, at one scale.
   *
   * @param image the pixels
   * @param radius of the circle, 1 to 8 pixels; it has eight times as many points
   * @return the share of each pattern, {@code 8 radius + 2} of them, summing to 1; empty when no
   *     circle lies inside the image
   */
  public Optional<double[]> measure(RgbImage image, int radius) {
    if (radius < 1 || radius > 8) {
      throw new IllegalArgumentException(
          "radius of local binary patterns is " + radius + ", expected 1 to 8");
    }
    return histogram(image.gray(), radius);
  }

  private static Optional<double[]> histogram(GrayPlane gray, int radius) {
    int width = gray.width();
    int height = gray.height();
    if (Math.min(width, height) <= 2 * radius) {
      return Optional.empty();
    }
    int[] counts = new int[POINTS_PER_RADIUS * radius + 2];
    new Circles(gray, radius).count(counts);
    double total = (double) (width - 2 * radius) * (height - 2 * radius);
    double[] shares = new double[counts.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = counts[i] / total;
    }
    return Optional.of(shares);
  }

  /**
   * Points on circles around all pixels of a row that have theirs inside the plane, each point
   * between four pixels. Rows near the one at hand are kept shifted by each step that points want,
   * so that loops read at the index that they write.
   */
  private static final class Circles {
    private final GrayPlane gray;
    private final int radius;
    private final int points;
    private final int inner;

    /** By row modulo how many are kept, and by shift. */
    private final double[][][] shifted;

    private final double[] least;
    private final double[] differences;
    private final long[] patterns;

    Circles(GrayPlane gray, int radius) {
      this.gray = gray;
      this.radius = radius;
      points = POINTS_PER_RADIUS * radius;
      inner = gray.width() - 2 * radius;
      shifted = new double[2 * radius + 1][2 * radius + 1][inner];
      least = new double[inner];
      differences = new double[inner];
      patterns = new long[inner];
    }

    /** Counts uniform patterns by their number of ones, all others in the last place. */
    void count(int[] counts) {
      double[] row = new double[gray.width()];
      long all = -1L >>> (Long.SIZE - points);
      for (int y = 0; y < gray.height(); y++) {
        gray.copyRow(y, row);
        for (int shift = 0; shift < shifted.length; shift++) {
          System.arraycopy(row, shift, shifted[y % shifted.length][shift], 0, inner);
        }
        if (y >= 2 * radius) {
          find(y - radius);
          for (long pattern : patterns) {
            long rotated = ((pattern << 1) & all) | (pattern >>> (points - 1));
            boolean uniform = Long.bitCount(pattern ^ rotated) <= 2;
            counts[uniform ? Long.bitCount(pattern) : points + 1]++;
          }
        }
      }
    }

    private void find(int y) {
      double[] center = shifted[y % shifted.length][radius];
      for (int x = 0; x < inner; x++) {
        least[x] = center[x] - EQUAL;
      }
      Arrays.fill(patterns, 0);
      for (int p = 0; p < points; p++) {
        double angle = 2 * Math.PI * p / points;
        compare(y, rounded(-radius * Math.sin(angle)), rounded(radius * Math.cos(angle)));
        for (int x = 0; x < inner; x++) {
          patterns[x] |= (~Double.doubleToRawLongBits(differences[x]) >>> 63) << p;
        }
      }
    }

    private static double rounded(double offset) {
      return Math.rint(offset * 1e5) / 1e5;
    }

    /** Writes by how much the points at an offset exceed what counts as one. */
    private void compare(int y, double row, double column) {
      int top = (int) Math.floor(row);
      int left = (int) Math.floor(column);
      double below = row - top;
      double right = column - left;
      double[][] upper = shifted[(y + top) % shifted.length];
      double[][] lower = shifted[(y + top + (below > 0 ? 1 : 0)) % shifted.length];
      int from = left + radius;
      int to = from + (right > 0 ? 1 : 0);
      mix(upper[from], upper[to], (1 - below) * (1 - right), (1 - below) * right);
      addMixed(lower[from], lower[to], below * (1 - right), below * right);
    }

    private void mix(double[] left, double[] right, double leftWeight, double rightWeight) {
      for (int x = 0; x < inner; x++) {
        differences[x] = leftWeight * left[x] + rightWeight * right[x] - least[x];
      }
    }

    private void addMixed(double[] left, double[] right, double leftWeight, double rightWeight) {
      for (int x = 0; x < inner; x++) {
        differences[x] += leftWeight * left[x] + rightWeight * right[x];
      }
    }
  }

  @Override
  public FeatureSpec spec() {
    return named("local-binary-patterns", "uniform, radii 1 2 3, side " + SIDE)
        .facet("texture")
        .similarity(Similarities.histogramIntersection())
        .alikeFrom(ALIKE)
        .build();
  }

  @Override
  protected int dimensions() {
    return POINTS_PER_RADIUS * SCALES * (SCALES + 1) / 2 + 2 * SCALES;
  }

  @Override
  protected Optional<double[]> vector(RgbImage image) {
    GrayPlane gray = image.shrunkTo(SIDE).gray();
    double[] vector = new double[dimensions()];
    int at = 0;
    for (int radius = 1; radius <= SCALES; radius++) {
      Optional<double[]> shares = histogram(gray, radius);
      if (shares.isEmpty()) {
        return Optional.empty();
      }
      for (double share : shares.get()) {
        vector[at++] = share / SCALES;
      }
    }
    return Optional.of(vector);
  }
}
