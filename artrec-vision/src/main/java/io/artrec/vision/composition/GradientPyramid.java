package io.artrec.vision.composition;

import io.artrec.vision.image.LabPlanes;
import java.util.Arrays;

/**
 * Gradients of an image and the histograms of their orientations in sections of it, a pyramid of
 * histograms of oriented gradients (PHOG): complexity, self-similarity and anisotropy by Braun,
 * Amirshahi, Denzler and Redies 2013.
 *
 * <p>The planes are {@code rint(L / 100 * 255)}, {@code floor(a + 128)} and {@code floor(b + 128)}
 * of CIELAB; a derivative is half the difference of the two neighbors, at a border the difference
 * to the one; of the three planes the largest counts, in x and y each by itself. Sixteen bins of
 * 22.5 degrees over the full circle collect strengths. Unlike scikit-image's and OpenCV's HOG there
 * is no interpolation, no normalization by blocks, and dark-to-light differs from light-to-dark.
 */
final class GradientPyramid {
  private static final int BINS = 16;
  private static final int LEVELS = 4;
  private static final int FINEST = 8;
  private static final double[] TANGENTS = {
    Math.tan(Math.toRadians(11.25)),
    Math.tan(Math.toRadians(33.75)),
    Math.tan(Math.toRadians(56.25)),
    Math.tan(Math.toRadians(78.75))
  };

  /** Histograms of level l, {@code 4^l} sections row by row, {@value #BINS} bins each. */
  private final double[][] levels = new double[LEVELS][];

  private final double meanStrength;

  private GradientPyramid(double[] finest, double meanStrength) {
    this.meanStrength = meanStrength;
    levels[LEVELS - 1] = finest;
    for (int level = LEVELS - 2; level >= 0; level--) {
      levels[level] = joined(levels[level + 1], 1 << level);
    }
  }

  /** Measures an image of at least 2 x 2 pixels; smaller ones have no derivatives. */
  static void measure(LabPlanes lab, Readings readings) {
    if (lab.width() < 2 || lab.height() < 2) {
      return;
    }
    GradientPyramid pyramid = of(lab);
    readings.put(CompositionProperty.COMPLEXITY, pyramid.meanStrength);
    readings.put(CompositionProperty.SELF_SIMILARITY_PHOG, pyramid.selfSimilarity());
    readings.put(CompositionProperty.ANISOTROPY, pyramid.anisotropy());
  }

  private static GradientPyramid of(LabPlanes lab) {
    int width = lab.width();
    int height = lab.height();
    int[][] planes = planes(lab);
    int[] columns = sections(width);
    int[] rows = sections(height);
    double[] histograms = new double[FINEST * FINEST * BINS];
    double total = 0;
    for (int y = 0; y < height; y++) {
      int above = Math.max(y - 1, 0) * width;
      int below = Math.min(y + 1, height - 1) * width;
      int doubledY = y == 0 || y == height - 1 ? 2 : 1;
      for (int x = 0; x < width; x++) {
        int row = y * width;
        int before = Math.max(x - 1, 0);
        int after = Math.min(x + 1, width - 1);
        int doubledX = x == 0 || x == width - 1 ? 2 : 1;
        int gx = doubledX * steepest(planes, row + before, row + after);
        int gy = doubledY * steepest(planes, above + x, below + x);
        double strength = Math.sqrt((double) gx * gx + (double) gy * gy) / 2;
        total += strength;
        histograms[(rows[y] * FINEST + columns[x]) * BINS + bin(gx, gy)] += strength;
      }
    }
    return new GradientPyramid(histograms, total / lab.size());
  }

  private static int[][] planes(LabPlanes lab) {
    int[][] planes = new int[3][lab.size()];
    for (int i = 0; i < lab.size(); i++) {
      planes[0][i] = (int) Math.rint(lab.lightness(i) / 100 * 255);
      planes[1][i] = (int) Math.floor(lab.a(i) + 128);
      planes[2][i] = (int) Math.floor(lab.b(i) + 128);
    }
    return planes;
  }

  /** Returns the difference of the plane in which it is largest, the positive one on a tie. */
  private static int steepest(int[][] planes, int from, int to) {
    int first = planes[0][to] - planes[0][from];
    int second = planes[1][to] - planes[1][from];
    int third = planes[2][to] - planes[2][from];
    int up = Math.max(first, Math.max(second, third));
    int down = Math.min(first, Math.min(second, third));
    return up >= -down ? up : down;
  }

  /** Returns the section of the finest level in which each position lies. */
  private static int[] sections(int side) {
    int[] sections = new int[side];
    for (int section = 0; section < FINEST; section++) {
      int first = (int) Math.rint((double) section * side / FINEST);
      int end = (int) Math.rint((double) (section + 1) * side / FINEST);
      Arrays.fill(sections, first, end, section);
    }
    return sections;
  }

  /**
   * Returns {@code floor((angle + 11.25) / 22.5) mod 16} of {@code angle = atan2(gy, gx) + 180};
   * integers never lie on the edge of a bin. A gradient of nothing counts as pointing right.
   */
  static int bin(int gx, int gy) {
    int across = Math.abs(gx);
    int along = Math.abs(gy);
    int steps = 0;
    for (double tangent : TANGENTS) {
      steps += along > tangent * across ? 1 : 0;
    }
    if (gx >= 0) {
      return gy >= 0 ? 8 + steps : 8 - steps;
    }
    return gy >= 0 ? (BINS - steps) % BINS : steps;
  }

  private static double[] joined(double[] finer, int sections) {
    double[] joined = new double[sections * sections * BINS];
    for (int y = 0; y < 2 * sections; y++) {
      for (int x = 0; x < 2 * sections; x++) {
        for (int bin = 0; bin < BINS; bin++) {
          joined[(y / 2 * sections + x / 2) * BINS + bin] +=
              finer[(y * 2 * sections + x) * BINS + bin];
        }
      }
    }
    return joined;
  }

  private double selfSimilarity() {
    double sum = 0;
    for (int level = 1; level < LEVELS; level++) {
      int sections = levels[level].length / BINS;
      double[] similarities = new double[sections];
      for (int section = 0; section < sections; section++) {
        similarities[section] = similarity(level, section);
      }
      sum += median(similarities);
    }
    return sum / (LEVELS - 1);
  }

  /** How much a section is like the whole, in its orientations and in its strength. */
  private double similarity(int level, int section) {
    double[] whole = levels[0];
    double[] part = levels[level];
    double wholeSum = sum(whole, 0);
    double partSum = sum(part, section);
    if (wholeSum == 0 || partSum == 0) {
      return 0;
    }
    double shared = 0;
    for (int bin = 0; bin < BINS; bin++) {
      shared += Math.min(whole[bin] / wholeSum, part[section * BINS + bin] / partSum);
    }
    double wholeMean = wholeSum / BINS;
    double partMean = partSum / BINS * (1 << (2 * level));
    if (wholeMean < 1e-8 || partMean < 1e-8) {
      return 0;
    }
    return shared * Math.min(wholeMean, partMean) / Math.max(wholeMean, partMean);
  }

  private static double sum(double[] histograms, int section) {
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += histograms[section * BINS + bin];
    }
    return sum;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** Returns the deviation of the finest level's bins; not a number without any gradient. */
  private double anisotropy() {
    int filled = 0;
    for (double[] level : levels) {
      for (int section = 0; section < level.length / BINS; section++) {
        filled += sum(level, section) > 0 ? 1 : 0;
      }
    }
    double[] finest = levels[LEVELS - 1];
    double[] shares = new double[finest.length];
    for (int i = 0; i < finest.length; i++) {
      double sum = sum(finest, i / BINS);
      shares[i] = (sum > 0 ? finest[i] / sum : 0) / filled;
    }
    double mean = Line.mean(shares);
    double squares = 0;
    for (double share : shares) {
      squares += (share - mean) * (share - mean);
    }
    return Math.sqrt(squares / shares.length);
  }
}
