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

  private final double[] lightnesses;
  private final double[] as;
  private final double[] bs;
  private final double[] weights;
  private final double[][] centers;
  private final int[] nearest;

  private ColorClusters(WeightedColors of, int count, double power) {
    lightnesses = new double[of.size()];
    as = new double[of.size()];
    bs = new double[of.size()];
    weights = new double[of.size()];
    for (int i = 0; i < weights.length; i++) {
      CieLab color = of.color(i);
      weights[i] = of.weight(i);
      lightnesses[i] = color.lightness();
      as[i] = color.a();
      bs[i] = color.b();
    }
    nearest = new int[weights.length];
    centers = seeds(Math.min(count, weights.length), power);
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
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * squaredDistance(i, centers[nearest[i]]);
    }
    return sum;
  }

  /** Returns the centers that stand for anything, with their shares. */
  List<Palette.Part> parts() {
    double[] sums = new double[centers.length];
    double all = 0;
    for (int i = 0; i < weights.length; i++) {
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
    double[] gains = new double[weights.length];
    Arrays.fill(gains, FAR);
    double[][] seeds = new double[count][];
    double[] last = mean();
    for (int c = 0; c < count; c++) {
      int best = 0;
      double most = -1;
      for (int i = 0; i < weights.length; i++) {
        gains[i] = Math.min(gains[i], squaredDistance(i, last));
        double gain = weights[i] * powered(gains[i], power);
        if (gain > most) {
          most = gain;
          best = i;
        }
      }
      seeds[c] = new double[] {lightnesses[best], as[best], bs[best]};
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
    for (int i = 0; i < weights.length; i++) {
      mean[0] += weights[i] * lightnesses[i] / all;
      mean[1] += weights[i] * as[i] / all;
      mean[2] += weights[i] * bs[i] / all;
    }
    return mean;
  }

  private static double powered(double gain, double power) {
    return power == 1 ? gain : power == 2 ? gain * gain : Math.sqrt(gain);
  }

  /** Assigns each color to the nearest center, the first of equals; returns whether any moved. */
  private boolean assign() {
    boolean moved = false;
    double[] distances = new double[weights.length];
    double[] least = new double[weights.length];
    int[] found = new int[weights.length];
    Arrays.fill(least, FAR);
    for (int c = 0; c < centers.length; c++) {
      measure(centers[c], distances);
      for (int i = 0; i < found.length; i++) {
        found[i] = distances[i] < least[i] ? c : found[i];
      }
      for (int i = 0; i < least.length; i++) {
        least[i] = Math.min(least[i], distances[i]);
      }
    }
    for (int i = 0; i < found.length; i++) {
      moved |= nearest[i] != found[i];
      nearest[i] = found[i];
    }
    return moved;
  }

  private void measure(double[] center, double[] distances) {
    double centerLightness = center[0];
    double centerA = center[1];
    double centerB = center[2];
    for (int i = 0; i < distances.length; i++) {
      double lightness = lightnesses[i] - centerLightness;
      double a = as[i] - centerA;
      double b = bs[i] - centerB;
      distances[i] = lightness * lightness + a * a + b * b;
    }
  }

  private void center() {
    double[][] sums = new double[centers.length][4];
    for (int i = 0; i < weights.length; i++) {
      double[] sum = sums[nearest[i]];
      double weight = weights[i];
      sum[0] += weight * lightnesses[i];
      sum[1] += weight * as[i];
      sum[2] += weight * bs[i];
      sum[3] += weight;
    }
    for (int c = 0; c < centers.length; c++) {
      for (int d = 0; d < 3 && sums[c][3] > 0; d++) {
        centers[c][d] = sums[c][d] / sums[c][3];
      }
    }
  }

  private double squaredDistance(int color, double[] center) {
    double lightness = lightnesses[color] - center[0];
    double a = as[color] - center[1];
    double b = bs[color] - center[2];
    return lightness * lightness + a * a + b * b;
  }
}
