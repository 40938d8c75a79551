package io.artrec.map;

import io.artrec.task.Workers;
import io.artrec.vector.FeatureMatrix;
import io.artrec.vector.TopRows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * How much works belong together, {@code p_ij} of t-SNE: for each work a normal distribution over
 * its nearest ones whose width gives the perplexity asked for, made symmetric and of sum 1. Rows in
 * compressed form, neighbors ascending.
 */
final class Affinities {
  private static final int BATCH = 64;
  private static final int HALVINGS = 64;
  private static final double EXACT = 1e-6;

  private final int[] starts;
  private final int[] neighbors;
  private final float[] values;

  private Affinities(int[] starts, int[] neighbors, float[] values) {
    this.starts = starts;
    this.neighbors = neighbors;
    this.values = values;
  }

  /** The affinities of the rows that are there, numbered in their order. */
  static Affinities of(FeatureMatrix matrix, double perplexity, Workers workers) {
    int[] rows = matrix.presentRows().stream().toArray();
    int most = Math.min(rows.length - 1, (int) Math.ceil(3 * perplexity));
    int[][] nearest = new int[rows.length][];
    float[][] chances = new float[rows.length][];
    int[] numbers = new int[matrix.size()];
    for (int i = 0; i < rows.length; i++) {
      numbers[rows[i]] = i;
    }
    FeatureMatrix unit = unit(matrix, rows);
    BitSet all = new BitSet();
    all.set(0, rows.length);
    workers.run(
        "nearest works for the map",
        rows.length,
        BATCH,
        (from, to) -> {
          float[][] queries = new float[to - from][];
          int[][] themselves = new int[to - from][];
          for (int i = from; i < to; i++) {
            queries[i - from] = unit.row(i).orElseThrow();
            themselves[i - from] = new int[] {i};
          }
          List<TopRows> found = unit.top(queries, most, all, themselves);
          for (int i = from; i < to; i++) {
            TopRows near = found.get(i - from);
            nearest[i] = new int[near.size()];
            double[] squares = new double[near.size()];
            for (int rank = 0; rank < near.size(); rank++) {
              nearest[i][rank] = near.artwork(rank);
              squares[rank] = Math.max(0, 2 - 2 * near.score(rank));
            }
            chances[i] = chances(squares, perplexity);
          }
        });
    return symmetric(nearest, chances);
  }

  /** The rows that are there, of length 1 each. */
  private static FeatureMatrix unit(FeatureMatrix matrix, int[] rows) {
    FeatureMatrix.Builder unit = FeatureMatrix.builder(rows.length, matrix.dimensions());
    for (int i = 0; i < rows.length; i++) {
      float[] row = matrix.row(rows[i]).orElseThrow();
      double square = 0;
      for (float value : row) {
        square += (double) value * value;
      }
      float scale = square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
      for (int d = 0; d < row.length; d++) {
        row[d] *= scale;
      }
      unit.set(i, row);
    }
    return unit.build();
  }

  /** {@code exp(−β d²)} over their sum, with the {@code β} whose entropy is that of perplexity. */
  static float[] chances(double[] squares, double perplexity) {
    double wanted = Math.log(Math.min(perplexity, squares.length));
    double nearest = Arrays.stream(squares).min().orElse(0);
    double[] weights = new double[squares.length];
    double beta = 1;
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double sum = 0;
    for (int halving = 0; halving < HALVINGS; halving++) {
      sum = 0;
      double mean = 0;
      for (int j = 0; j < squares.length; j++) {
        double distance = squares[j] - nearest;
        weights[j] = Math.exp(-beta * distance);
        sum += weights[j];
        mean += weights[j] * distance;
      }
      double entropy = Math.log(sum) + beta * mean / sum;
      if (Math.abs(entropy - wanted) < EXACT) {
        break;
      }
      if (entropy > wanted) {
        low = beta;
        beta = high == Double.POSITIVE_INFINITY ? 2 * beta : (low + high) / 2;
      } else {
        high = beta;
        beta = (low + high) / 2;
      }
    }
    float[] chances = new float[squares.length];
    for (int j = 0; j < chances.length; j++) {
      chances[j] = (float) (weights[j] / sum);
    }
    return chances;
  }

  /** {@code (p_j|i + p_i|j) / 2n}. */
  private static Affinities symmetric(int[][] nearest, float[][] chances) {
    int works = nearest.length;
    int[] counts = new int[works];
    for (int i = 0; i < works; i++) {
      counts[i] += nearest[i].length;
      for (int j : nearest[i]) {
        counts[j]++;
      }
    }
    long[][] entries = new long[works][];
    Arrays.setAll(entries, i -> new long[counts[i]]);
    int[] filled = new int[works];
    for (int i = 0; i < works; i++) {
      for (int rank = 0; rank < nearest[i].length; rank++) {
        int j = nearest[i][rank];
        long value = Float.floatToIntBits(chances[i][rank]) & 0xFFFFFFFFL;
        entries[i][filled[i]++] = (long) j << 32 | value;
        entries[j][filled[j]++] = (long) i << 32 | value;
      }
    }
    int[] starts = new int[works + 1];
    int[] neighbors = new int[Arrays.stream(counts).sum()];
    float[] values = new float[neighbors.length];
    int end = 0;
    for (int i = 0; i < works; i++) {
      Arrays.sort(entries[i]);
      for (long entry : entries[i]) {
        int j = (int) (entry >>> 32);
        float value = Float.intBitsToFloat((int) entry) / (2 * works);
        if (end > starts[i] && neighbors[end - 1] == j) {
          values[end - 1] += value;
        } else {
          neighbors[end] = j;
          values[end++] = value;
        }
      }
      starts[i + 1] = end;
    }
    return new Affinities(starts, Arrays.copyOf(neighbors, end), Arrays.copyOf(values, end));
  }

  /** Where each work's neighbors begin, and where the last ones end. */
  int[] starts() {
    return starts;
  }

  int[] neighbors() {
    return neighbors;
  }

  float[] values() {
    return values;
  }

  int works() {
    return starts.length - 1;
  }
}
