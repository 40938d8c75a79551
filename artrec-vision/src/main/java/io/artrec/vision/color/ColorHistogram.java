package io.artrec.vision.color;

import io.artrec.feature.FeatureSpec;
import io.artrec.similarity.Similarities;
import io.artrec.vision.ImageMeasure;
import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Which colors an image has, and how much of each: a joint histogram of its pixels over HSV or RGB
 * (Swain and Ballard, Color Indexing, IJCV 1991), compared by histogram intersection. Immutable and
 * thread-safe; O(pixels) time.
 *
 * <p>Channels are taken in [0, 1]: {@code r = red / 255} and so on; {@code value = max(r, g, b)},
 * {@code saturation = (max - min) / max}, hue in sixths from red over green to blue, divided by 6;
 * hue and saturation are 0 where undefined. A channel value x falls in bin {@code floor(x * bins +
 * 1e-9)}, 1.0 in the last; the small term keeps rounding from moving a value that lies on an edge.
 * Bins are ordered with the last channel running fastest, and sum to 1. The facet is {@code
 * palette}.
 *
 * <p>Two works are called alike in palette from an intersection of 0.65 in HSV, 0.7 in RGB. Of
 * 35,233 pairs of paintings of a museum by different artists one in a hundred reaches 0.64 with the
 * standard bins, 0.68 with 8 × 8 × 8 bins in RGB; fewer bins make more works alike.
 */
public final class ColorHistogram extends ImageMeasure {
  private static final int MAX_BINS = 4_096;
  private static final double EDGE = 1e-9;
  private static final double HSV_ALIKE = 0.65;
  private static final double RGB_ALIKE = 0.7;

  /** 1 / n, and 0 for 0; a last-digit difference from dividing is far below {@link #EDGE}. */
  private static final double[] RECIPROCALS = new double[256];

  static {
    Arrays.setAll(RECIPROCALS, n -> n == 0 ? 0 : 1.0 / n);
  }

  private final boolean hsv;
  private final int[] bins;

  private ColorHistogram(boolean hsv, int[] bins, ImageDecoder decoder) {
    super(decoder);
    this.hsv = hsv;
    this.bins = bins;
  }

  /**
   * Returns the histogram of 16 hues, 4 saturations and 4 values, 256 bins.
   *
   * @return the extractor
   */
  public static ColorHistogram hsv() {
    return hsv(16, 4, 4);
  }

  /**
   * Returns a histogram over hue, saturation and value.
   *
   * @param hues bins of hue, 1 or more
   * @param saturations bins of saturation, 1 or more
   * @param values bins of value, 1 or more; at most 4,096 bins in all
   * @return the extractor
   */
  public static ColorHistogram hsv(int hues, int saturations, int values) {
    return new ColorHistogram(true, checked(hues, saturations, values), ImageDecoder.standard());
  }

  /**
   * Returns a histogram over red, green and blue.
   *
   * @param reds bins of red, 1 or more
   * @param greens bins of green, 1 or more
   * @param blues bins of blue, 1 or more; at most 4,096 bins in all
   * @return the extractor
   */
  public static ColorHistogram rgb(int reds, int greens, int blues) {
    return new ColorHistogram(false, checked(reds, greens, blues), ImageDecoder.standard());
  }

  /**
   * Returns this histogram reading images through another decoder.
   *
   * @param other the decoder, the same for all features that shall share decoded images
   * @return the extractor
   */
  public ColorHistogram decodedBy(ImageDecoder other) {
    return new ColorHistogram(hsv, bins, Objects.requireNonNull(other, "decoder"));
  }

  /**
   * Measures one image.
   *
   * @param image the pixels, all of them counted
   * @return the share of pixels in each bin; sums to 1
   */
  public double[] measure(RgbImage image) {
    int[] counts = hsv ? countHsv(image) : countRgb(image);
    double[] shares = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      shares[i] = (double) counts[i] / image.size();
    }
    return shares;
  }

  @Override
  public FeatureSpec spec() {
    String shape = bins[0] + "x" + bins[1] + "x" + bins[2];
    String space = hsv ? "hsv" : "rgb";
    boolean plain = hsv && shape.equals("16x4x4");
    return FeatureSpec.named(plain ? "color-histogram" : "color-histogram-" + space + "-" + shape)
        .facet("palette")
        .parameters(space + " " + shape + ", kept side " + decoder().limits().keptSide())
        .similarity(Similarities.histogramIntersection())
        .source(FeatureSpec.Source.IMAGE)
        .alikeFrom(hsv ? HSV_ALIKE : RGB_ALIKE)
        .build();
  }

  @Override
  protected int dimensions() {
    return bins[0] * bins[1] * bins[2];
  }

  @Override
  protected Optional<double[]> vector(RgbImage image) {
    return Optional.of(measure(image));
  }

  private int[] countRgb(RgbImage image) {
    int[] first = edges(bins[0], bins[1] * bins[2]);
    int[] second = edges(bins[1], bins[2]);
    int[] third = edges(bins[2], 1);
    int[] counts = new int[bins[0] * bins[1] * bins[2]];
    for (int i = 0; i < image.size(); i++) {
      int rgb = image.rgb(i);
      counts[first[rgb >> 16] + second[rgb >> 8 & 0xFF] + third[rgb & 0xFF]]++;
    }
    return counts;
  }

  private int[] countHsv(RgbImage image) {
    int[] valueOffsets = edges(bins[2], 1);
    int[] counts = new int[bins[0] * bins[1] * bins[2]];
    for (int i = 0; i < image.size(); i++) {
      int rgb = image.rgb(i);
      int red = rgb >> 16;
      int green = rgb >> 8 & 0xFF;
      int blue = rgb & 0xFF;
      int max = Math.max(red, Math.max(green, blue));
      int range = max - Math.min(red, Math.min(green, blue));
      int hueBin = bin(hue(red, green, blue, max, range), bins[0]);
      int saturationBin = bin(range * RECIPROCALS[max], bins[1]);
      counts[(hueBin * bins[1] + saturationBin) * bins[2] + valueOffsets[max]]++;
    }
    return counts;
  }

  /**
   * Returns the hue in [0, 1], 0 for grays; where two channels share the maximum, both ways give
   * the same.
   */
  private static double hue(int red, int green, int blue, int max, int range) {
    int difference = max == red ? green - blue : max == green ? blue - red : red - green;
    int sextant = max == red ? (difference < 0 ? 6 : 0) : max == green ? 2 : 4;
    return range == 0 ? 0 : (sextant + difference * RECIPROCALS[range]) / 6;
  }

  private static int bin(double x, int bins) {
    return Math.min((int) (x * bins + EDGE), bins - 1);
  }

  private static int[] edges(int bins, int stride) {
    int[] offsets = new int[256];
    for (int level = 0; level < 256; level++) {
      offsets[level] = bin(level / 255.0, bins) * stride;
    }
    return offsets;
  }

  private static int[] checked(int... bins) {
    long product = 1;
    for (int count : bins) {
      product = Math.min(product * Math.max(count, 0), Integer.MAX_VALUE);
    }
    if (product < 1 || product > MAX_BINS) {
      throw new IllegalArgumentException(
          "histogram bins are "
              + bins[0]
              + " x "
              + bins[1]
              + " x "
              + bins[2]
              + ", expected 1 or more each and at most "
              + MAX_BINS
              + " in all");
    }
    return bins;
  }
}
