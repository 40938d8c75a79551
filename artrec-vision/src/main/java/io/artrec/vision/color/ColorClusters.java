package io.artrec.vision.color;

import io.artrec.vision.image.CieLab;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** k-means on weighted colors, as {@link Palette} describes it. */
final class ColorClusters {
  private static final int ROUNDS = 40;

  /**
   * Of the squared distance, in which seeds are chosen: the usual one, for and against the rare.
   */
  private static final double[] POWERS = {1, 2, 0.5};

  private static final double FAR = 1e100;

  private final double[][] colors;
  private final double[] weights;
  private final double[][] centers;
  private final int[] nearest;

  private ColorClusters(WeightedColors of, int count, double power) {
    colors = new double[of.size()][];
    weights = new double[of.size()];
    for (int i = 0; i < colors.length; i++) {
      CieLab color = of.color(i);
      weights[i] = of.weight(i);
      colors[i] = new double[] {color.lightness(), color.a(), color.b()};
    }
    nearest = new int[colors.length];
    centers = seeds(Math.min(count, colors.length), power);
  }

  static ColorClusters of(WeightedColors colors, int count) {
    ColorClusters best = new ColorClusters(colors, count, POWERS[0]);
    double least = best.settled();
    for (int i = 1; i < POWERS.length; i++) {
      ColorClusters other = new ColorClusters(colors, count, POWERS[i]);
      double error = other.settled();
      if (error < least) {
        least = error;
        best = other;
      }
    }
    return best;
  }

  /** Assigns and centers until nothing moves; returns the sum of squared distances by weight. */
  private double settled() {
    for (int round = 0; round < ROUNDS && assign(); round++) {
      center();
    }
    double sum = 0;
    for (int i = 0; i < colors.length; i++) {
      sum += weights[i] * squaredDistance(colors[i], centers[nearest[i]]);
    }
    return sum;
  }

  /** Returns the centers that stand for anything, with their shares. */
  List<Palette.Part> parts() {
    double[] sums = new double[centers.length];
    double all = 0;
    for (int i = 0; i < colors.length; i++) {
      sums[nearest[i]] += weights[i];
      all += weights[i];
    }
    List<Palette.Part> parts = new ArrayList<>();
    for (int c = 0; c < centers.length; c++) {
      if (sums[c] > 0) {
        double[] at = centers[c];
        parts.add(new Palette.Part(new CieLab(at[0], at[1], at[2]), sums[c] / all));
      }
    }
    return parts;
  }

  private double[][] seeds(int count, double power) {
    double[] gains = new double[colors.length];
    Arrays.fill(gains, FAR);
    double[][] seeds = new double[count][];
    double[] last = mean();
    for (int c = 0; c < count; c++) {
      int best = 0;
      double most = -1;
      for (int i = 0; i < colors.length; i++) {
        gains[i] = Math.min(gains[i], squaredDistance(colors[i], last));
        double gain = weights[i] * Math.pow(gains[i], power);
        if (gain > most) {
          most = gain;
          best = i;
        }
      }
      seeds[c] = colors[best].clone();
      if (c == 0) {
        Arrays.fill(gains, FAR);
      }
      last = seeds[c];
    }
    return seeds;
  }

  private double[] mean() {
    double[] mean = new double[3];
    double all = Arrays.stream(weights).sum();
    for (int i = 0; i < colors.length; i++) {
      for (int d = 0; d < 3; d++) {
        mean[d] += weights[i] * colors[i][d] / all;
      }
    }
    return mean;
  }

  /** Assigns each color to the nearest center, the first of equals; returns whether any moved. */
  private boolean assign() {
    boolean moved = false;
    for (int i = 0; i < colors.length; i++) {
      int best = 0;
      double least = FAR;
      for (int c = 0; c < centers.length; c++) {
        double distance = squaredDistance(colors[i], centers[c]);
        if (distance < least) {
          least = distance;
          best = c;
        }
      }
      moved |= nearest[i] != best;
      nearest[i] = best;
    }
    return moved;
  }

  private void center() {
    double[][] sums = new double[centers.length][4];
    for (int i = 0; i < colors.length; i++) {
      double[] sum = sums[nearest[i]];
      for (int d = 0; d < 3; d++) {
        sum[d] += weights[i] * colors[i][d];
      }
      sum[3] += weights[i];
    }
    for (int c = 0; c < centers.length; c++) {
      for (int d = 0; d < 3 && sums[c][3] > 0; d++) {
        centers[c][d] = sums[c][d] / sums[c][3];
      }
    }
  }

  private static double squaredDistance(double[] one, double[] other) {
    double lightness = one[0] - other[0];
    double a = one[1] - other[1];
    double b = one[2] - other[2];
    return lightness * lightness + a * a + b * b;
  }
}
