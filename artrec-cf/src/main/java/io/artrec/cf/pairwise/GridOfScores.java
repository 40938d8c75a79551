package io.artrec.cf.pairwise;

import io.artrec.cf.data.internal.SparseVector;
import java.util.Arrays;

/**
 * The liked works of a history, or the disliked ones, by score: a function of the score is computed
 * at evenly spaced points and interpolated in between, and what a work does at its score is shared
 * among the two points next to it. Not thread-safe.
 */
final class GridOfScores {
  private static final int CELLS = 16;

  private final int sign;
  private final int[] positions;
  private final int[] works;
  private final float[] weights;
  private final int[] cells;
  private final float[] beyond;
  private final double[] masses = new double[CELLS + 1];
  private final double[] counts = new double[CELLS + 1];
  private final double[] values = new double[CELLS + 1];
  private double low;
  private double spacing;

  /**
   * Takes one side of a history.
   *
   * @param known works and weights
   * @param sign 1 for those liked, -1 for those disliked
   */
  GridOfScores(SparseVector known, int sign) {
    this.sign = sign;
    int count = 0;
    for (float weight : known.values()) {
      count += weight * sign > 0 ? 1 : 0;
    }
    positions = new int[count];
    works = new int[count];
    weights = new float[count];
    cells = new int[count];
    beyond = new float[count];
    int at = 0;
    for (int k = 0; k < known.size(); k++) {
      if (known.values()[k] * sign > 0) {
        positions[at] = k;
        works[at] = known.indices()[k];
        weights[at++] = known.values()[k];
      }
    }
  }

  int sign() {
    return sign;
  }

  /** How many works there are. */
  int size() {
    return works.length;
  }

  int work(int k) {
    return works[k];
  }

  /** A work's place in the history. */
  int position(int k) {
    return positions[k];
  }

  /** A work's weight with its sign. */
  float weight(int k) {
    return weights[k];
  }

  /** Scores the works and lays the points from the least to the most. */
  void score(float[] factors, float[][] rows, float[] biases) {
    double[] scores = new double[works.length];
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < works.length; k++) {
      scores[k] = biases[works[k]] + PairwiseFoldIn.product(factors, rows[works[k]]);
      least = Math.min(least, scores[k]);
      most = Math.max(most, scores[k]);
    }
    low = works.length == 0 ? 0 : least;
    spacing = works.length == 0 ? 0 : (most - least) / CELLS;
    Arrays.fill(masses, 0);
    Arrays.fill(counts, 0);
    for (int k = 0; k < works.length; k++) {
      double at = spacing > 0 ? (scores[k] - low) / spacing : 0;
      cells[k] = Math.min(CELLS - 1, (int) at);
      beyond[k] = (float) (at - cells[k]);
      double weight = Math.abs(weights[k]);
      masses[cells[k]] += (1 - beyond[k]) * weight;
      masses[cells[k] + 1] += beyond[k] * weight;
      counts[cells[k]] += 1 - beyond[k];
      counts[cells[k] + 1] += beyond[k];
    }
  }

  /** How many points there are; none without works, one when all scores are the same. */
  int points() {
    return works.length == 0 ? 0 : spacing > 0 ? CELLS + 1 : 1;
  }

  double score(int point) {
    return low + point * spacing;
  }

  double center() {
    return low + spacing * CELLS / 2;
  }

  /** The weight of works at a point. */
  double mass(int point) {
    return masses[point];
  }

  /** The number of works at a point. */
  double count(int point) {
    return counts[point];
  }

  /** Sets the function at a point. */
  void set(int point, double value) {
    values[point] = value;
  }

  /** The function at a work's score. */
  double interpolated(int k) {
    double value = values[cells[k]];
    return beyond[k] == 0 ? value : value + beyond[k] * (values[cells[k] + 1] - value);
  }
}
