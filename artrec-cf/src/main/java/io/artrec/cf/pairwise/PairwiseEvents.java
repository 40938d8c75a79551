package io.artrec.cf.pairwise;

import io.artrec.cf.data.internal.SparseMatrix;
import java.util.Arrays;

/**
 * What pairwise methods learn from: the entries of visitors by works, with weights brought to mean
 * 1, and a fast answer to whether a visitor knows a work: a row of bits for each visitor, eight or
 * more an entry, tells most unknown works apart; the others are searched for. Thread-safe.
 */
final class PairwiseEvents {
  /** No event counts more than so many usual ones. */
  static final float MOST_WEIGHT = 5;

  private static final int BITS_PER_ENTRY = 8;

  private final SparseMatrix matrix;
  private final double scale;
  private final int[] popularity;
  private final long[] bits;
  private final int[] firstWord;

  /**
   * Prepares entries.
   *
   * @param raw visitors x works; above 0 for likes, below for dislikes
   */
  PairwiseEvents(SparseMatrix raw) {
    scale = scale(raw);
    float[] weights = new float[raw.size()];
    for (int p = 0; p < weights.length; p++) {
      weights[p] = weight(raw.values()[p], scale);
    }
    matrix = raw.withValues(weights);
    popularity = new int[raw.columns()];
    for (int work : raw.indices()) {
      popularity[work]++;
    }
    firstWord = new int[raw.rows() + 1];
    for (int user = 0; user < raw.rows(); user++) {
      firstWord[user + 1] = firstWord[user] + words(raw.length(user));
    }
    bits = new long[firstWord[raw.rows()]];
    for (int user = 0; user < raw.rows(); user++) {
      for (int p = raw.begin(user); p < raw.end(user); p++) {
        int work = raw.indices()[p];
        bits[firstWord[user] + word(user, work)] |= 1L << work;
      }
    }
  }

  /** The mean strength of an entry. */
  private static double scale(SparseMatrix raw) {
    double sum = 0;
    for (float value : raw.values()) {
      sum += Math.abs(value);
    }
    return sum > 0 ? sum / raw.size() : 1;
  }

  /** An entry's weight: 1 for a usual like, -1 for a usual dislike. */
  static float weight(float value, double scale) {
    return (float) Math.max(-MOST_WEIGHT, Math.min(MOST_WEIGHT, value / scale));
  }

  /** A power of 2. */
  private static int words(int entries) {
    return Integer.highestOneBit(Math.max(1, (entries * BITS_PER_ENTRY - 1) / 64)) * 2;
  }

  private int word(int user, int work) {
    return (work >>> 6) & (firstWord[user + 1] - firstWord[user] - 1);
  }

  SparseMatrix matrix() {
    return matrix;
  }

  /** What an entry is divided by to get its weight. */
  double scale() {
    return scale;
  }

  /** How many visitors have an entry for each work; shared. */
  int[] popularity() {
    return popularity;
  }

  /** The weight of a visitor's entry for a work; 0 when there is none. */
  float weight(int user, int work) {
    if ((bits[firstWord[user] + word(user, work)] & (1L << work)) == 0) {
      return 0;
    }
    int at = Arrays.binarySearch(matrix.indices(), matrix.begin(user), matrix.end(user), work);
    return at < 0 ? 0 : matrix.values()[at];
  }
}
