package io.artrec.vision.color;

import io.artrec.vision.image.LabPlanes;
import io.artrec.vision.image.RgbImage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bins of a joint histogram over three channels, and the counting. Immutable. */
final class ColorBins {
  private static final int MAX_BINS = 4_096;
  private static final double EDGE = 1e-9;
  private static final double LAB_REACH = 110;

  private final ColorSpace space;
  private final int first;
  private final int second;
  private final int third;

  /** Offsets of hue, and of saturation and value together; made when first wanted. */
  private volatile char @Nullable [][] hsvOffsets;

  private ColorBins(ColorSpace space, int first, int second, int third) {
    this.space = space;
    this.first = first;
    this.second = second;
    this.third = third;
  }

  static ColorBins of(ColorSpace space, int first, int second, int third) {
    long product = 1;
    for (int count : new int[] {first, second, third}) {
      product = Math.min(product * Math.max(count, 0), Integer.MAX_VALUE);
    }
    if (product < 1 || product > MAX_BINS) {
      throw new IllegalArgumentException(
          "histogram bins are "
              + first
              + " x "
              + second
              + " x "
              + third
              + ", expected 1 or more each and at most "
              + MAX_BINS
              + " in all");
    }
    return new ColorBins(space, first, second, third);
  }

  ColorSpace space() {
    return space;
  }

  String shape() {
    return first + "x" + second + "x" + third;
  }

  int size() {
    return first * second * third;
  }

  /** Returns the share of pixels in each bin. */
  double[] shares(RgbImage image) {
    int[] counts = new int[size()];
    switch (space) {
      case HSV -> countHsv(image, counts);
      case RGB -> countRgb(image, counts);
      case LAB -> countLab(image, counts);
    }
    double[] shares = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      shares[i] = (double) counts[i] / image.size();
    }
    return shares;
  }

  /** Returns the shares with each pixel divided among the bins whose centers it lies between. */
  double[] softShares(RgbImage image) {
    double[] sums = new double[size()];
    double[][] channels = new double[3][ColorSpace.BLOCK];
    Split one = new Split(first, space == ColorSpace.HSV);
    Split two = new Split(second, false);
    Split three = new Split(third, false);
    for (int from = 0; from < image.size(); from += ColorSpace.BLOCK) {
      int count = Math.min(ColorSpace.BLOCK, image.size() - from);
      space.read(image, from, count, channels);
      for (int i = 0; i < count; i++) {
        one.at(unit(channels[0][i], 0));
        two.at(unit(channels[1][i], 1));
        three.at(unit(channels[2][i], 2));
        add(sums, one.below, two, three, 1 - one.share);
        add(sums, one.above, two, three, one.share);
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= image.size();
    }
    return sums;
  }

  private void add(double[] sums, int bin, Split two, Split three, double share) {
    int below = (bin * second + two.below) * third;
    int above = (bin * second + two.above) * third;
    double belowShare = share * (1 - two.share);
    double aboveShare = share * two.share;
    sums[below + three.below] += belowShare * (1 - three.share);
    sums[below + three.above] += belowShare * three.share;
    sums[above + three.below] += aboveShare * (1 - three.share);
    sums[above + three.above] += aboveShare * three.share;
  }

  private void countRgb(RgbImage image, int[] counts) {
    int[] reds = edges(first, second * third);
    int[] greens = edges(second, third);
    int[] blues = edges(third, 1);
    for (int i = 0; i < image.size(); i++) {
      int rgb = image.rgb(i);
      counts[reds[rgb >> 16] + greens[rgb >> 8 & 0xFF] + blues[rgb & 0xFF]]++;
    }
  }

  private void countLab(RgbImage image, int[] counts) {
    LabPlanes lab = image.lab();
    for (int i = 0; i < image.size(); i++) {
      int lightness = bin(unit(lab.lightness(i), 0), first);
      int a = bin(unit(lab.a(i), 1), second);
      int b = bin(unit(lab.b(i), 2), third);
      counts[(lightness * second + a) * third + b]++;
    }
  }

  /** Counts in two halves, as an increment waits for an earlier one of the same bin. */
  private void countHsv(RgbImage image, int[] counts) {
    char[][] offsets = hsvOffsets();
    char[] hues = offsets[0];
    char[] others = offsets[1];
    int[] odd = new int[counts.length];
    int i = 0;
    for (; i + 1 < image.size(); i += 2) {
      counts[hsvBin(image.rgb(i), hues, others)]++;
      odd[hsvBin(image.rgb(i + 1), hues, others)]++;
    }
    if (i < image.size()) {
      counts[hsvBin(image.rgb(i), hues, others)]++;
    }
    for (int bin = 0; bin < counts.length; bin++) {
      counts[bin] += odd[bin];
    }
  }

  private static int hsvBin(int rgb, char[] hues, char[] others) {
    int red = rgb >> 16;
    int green = rgb >> 8 & 0xFF;
    int blue = rgb & 0xFF;
    int max = Math.max(red, Math.max(green, blue));
    int range = max - Math.min(red, Math.min(green, blue));
    return hues[HueKey.of(red, green, blue, max, range)] + others[max << 8 | range];
  }

  private char[][] hsvOffsets() {
    char[][] offsets = hsvOffsets;
    if (offsets == null) {
      char[] hues = new char[HueKey.COUNT];
      for (int key = 0; key < HueKey.COUNT; key++) {
        hues[key] = (char) (Math.max(0, bin(HueKey.hue(key), first)) * second * third);
      }
      char[] others = new char[1 << 16];
      for (int i = 0; i < others.length; i++) {
        int max = i >> 8;
        int saturation = bin(HueKey.saturation(max, i & 0xFF), second);
        others[i] = (char) (saturation * third + bin(max / 255.0, third));
      }
      offsets = new char[][] {hues, others};
      hsvOffsets = offsets;
    }
    return offsets;
  }

  private double unit(double x, int channel) {
    if (space != ColorSpace.LAB) {
      return x;
    }
    double unit = channel == 0 ? x / 100 : (x + LAB_REACH) / (2 * LAB_REACH);
    return Math.max(0, Math.min(1, unit));
  }

  private static int bin(double x, int bins) {
    return Math.min((int) (x * bins + EDGE), bins - 1);
  }

  private static int[] edges(int bins, int stride) {
    int[] offsets = new int[256];
    Arrays.setAll(offsets, level -> bin(level / 255.0, bins) * stride);
    return offsets;
  }

  /** Two neighboring bins, and how much of a value goes to the upper one. */
  private static final class Split {
    private final int bins;
    private final boolean circular;
    private int below;
    private int above;
    private double share;

    Split(int bins, boolean circular) {
      this.bins = bins;
      this.circular = circular;
    }

    void at(double unit) {
      double position = unit * bins - 0.5;
      int lower = (int) Math.floor(position);
      share = position - lower;
      if (circular) {
        below = Math.floorMod(lower, bins);
        above = Math.floorMod(lower + 1, bins);
      } else {
        below = Math.max(lower, 0);
        above = Math.min(lower + 1, bins - 1);
      }
    }
  }
}
