package io.artrec.map;

import java.util.Arrays;

/**
 * First positions by the two smoothest functions on the graph of affinities (Belkin and Niyogi,
 * Laplacian eigenmaps, Neural Computation 15(6), 2003), so that what is far apart begins far apart
 * and nothing is left to chance (Kobak and Linderman, Initialization is critical for preserving
 * global data structure in both t-SNE and UMAP, Nature Biotechnology 39, 2021).
 */
final class SpectralStart {
  private static final int STEPS = 300;

  /** The golden ratio's fraction: multiples of it are spread evenly and never repeat. */
  private static final double GOLDEN = 0.6180339887498949;

  private final Affinities affinities;
  private final double[] roots;

  private SpectralStart(Affinities affinities) {
    this.affinities = affinities;
    roots = new double[affinities.works()];
    for (int i = 0; i < roots.length; i++) {
      double sum = 0;
      for (int p = affinities.starts()[i]; p < affinities.starts()[i + 1]; p++) {
        sum += affinities.values()[p];
      }
      roots[i] = Math.sqrt(sum);
    }
  }

  /** Two coordinates of every work, each of mean 0 and the deviation given. */
  static double[][] of(Affinities affinities, double deviation) {
    SpectralStart start = new SpectralStart(affinities);
    double[][] vectors = new double[2][affinities.works()];
    for (int c = 0; c < 2; c++) {
      for (int i = 0; i < vectors[c].length; i++) {
        double turn = (i + 1) * GOLDEN * (c + 1) * (c + 1.5);
        vectors[c][i] = turn - Math.floor(turn) - 0.5;
      }
    }
    for (int step = 0; step < STEPS; step++) {
      start.orthogonalize(vectors);
      vectors[0] = start.smoothed(vectors[0]);
      vectors[1] = start.smoothed(vectors[1]);
    }
    start.orthogonalize(vectors);
    for (double[] vector : vectors) {
      start.scale(vector, deviation);
    }
    return vectors;
  }

  /** {@code (D^-1/2 P D^-1/2 + I) / 2}, whose eigenvalues lie between 0 and 1. */
  private double[] smoothed(double[] vector) {
    double[] out = new double[vector.length];
    for (int i = 0; i < out.length; i++) {
      double sum = 0;
      for (int p = affinities.starts()[i]; p < affinities.starts()[i + 1]; p++) {
        int j = affinities.neighbors()[p];
        sum += affinities.values()[p] * vector[j] / roots[j];
      }
      out[i] = (sum / roots[i] + vector[i]) / 2;
    }
    return out;
  }

  /**
   * Takes out the constant, which is the smoothest of all, and what the second has of the first.
   */
  private void orthogonalize(double[][] vectors) {
    without(vectors[0], roots);
    without(vectors[1], roots);
    without(vectors[1], vectors[0]);
    for (double[] vector : vectors) {
      double length = Math.sqrt(dot(vector, vector));
      for (int i = 0; length > 0 && i < vector.length; i++) {
        vector[i] /= length;
      }
    }
  }

  private static void without(double[] vector, double[] other) {
    double share = dot(vector, other) / dot(other, other);
    for (int i = 0; i < vector.length && Double.isFinite(share); i++) {
      vector[i] -= share * other[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private void scale(double[] vector, double deviation) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= roots[i];
    }
    double mean = Arrays.stream(vector).average().orElse(0);
    double square = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] -= mean;
      square += vector[i] * vector[i];
    }
    double now = Math.sqrt(square / vector.length);
    for (int i = 0; now > 0 && i < vector.length; i++) {
      vector[i] *= deviation / now;
    }
  }
}
