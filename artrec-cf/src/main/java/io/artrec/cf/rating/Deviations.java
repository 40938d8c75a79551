package io.artrec.cf.rating;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.Arrays;

/**
 * How much better other works are rated than each work, by visitors who rated both: sparse rows,
 * filled by different threads.
 */
final class Deviations {
  private static final int[] NO_COUNTS = {};

  private final boolean counted;
  private final int[][] others;
  private final float[][] above;
  private final int[][] counts;

  Deviations(int works, boolean counted) {
    this.counted = counted;
    others = new int[works][];
    above = new float[works][];
    counts = new int[works][];
  }

  /** The works that somebody rated who rated this one, ascending. */
  int[] others(int work) {
    return others[work];
  }

  /** The mean of their ratings above this one's. */
  float[] above(int work) {
    return above[work];
  }

  /** How many rated both. */
  int count(int work, int at) {
    return counted ? counts[work][at] : 1;
  }

  void set(int work, Row row, double shrinkage, double[] biases) {
    int[] found = Arrays.copyOf(row.met, row.size);
    Arrays.sort(found);
    float[] means = new float[found.length];
    int[] both = counted ? new int[found.length] : NO_COUNTS;
    for (int i = 0; i < found.length; i++) {
      int other = found[i];
      int count = row.counts[other];
      double prior = shrinkage > 0 ? shrinkage * (biases[other] - biases[work]) : 0;
      means[i] = (float) ((row.sums[other] + prior) / (count + shrinkage));
      if (counted) {
        both[i] = count;
      }
    }
    others[work] = found;
    above[work] = means;
    counts[work] = both;
  }

  void save(StateWriter out) {
    for (int work = 0; work < others.length; work++) {
      out.putInts("others", others[work]);
      out.putFloats("above", above[work]);
      out.putInts("counts", counts[work]);
    }
  }

  static Deviations read(StateReader in, int works, boolean counted) {
    Deviations deviations = new Deviations(works, counted);
    for (int work = 0; work < works; work++) {
      deviations.others[work] = in.getIndices("others", works);
      int length = deviations.others[work].length;
      deviations.above[work] = in.getFloats("above", length);
      deviations.counts[work] = in.getInts("counts", counted ? length : 0);
    }
    return deviations;
  }

  /** Sums of differences from one work. Reused; one thread's. */
  static final class Row {
    private final double[] sums;
    private final int[] counts;
    private final int[] met;
    private int size;

    Row(int works) {
      sums = new double[works];
      counts = new int[works];
      met = new int[works];
    }

    void add(SparseMatrix byUser, SparseMatrix byArtwork, int work) {
      for (int i = 0; i < size; i++) {
        sums[met[i]] = 0;
        counts[met[i]] = 0;
      }
      size = 0;
      for (int q = byArtwork.begin(work); q < byArtwork.end(work); q++) {
        int user = byArtwork.indices()[q];
        double own = byArtwork.values()[q];
        for (int p = byUser.begin(user); p < byUser.end(user); p++) {
          int other = byUser.indices()[p];
          if (other != work) {
            if (counts[other]++ == 0) {
              met[size++] = other;
            }
            sums[other] += byUser.values()[p] - own;
          }
        }
      }
    }
  }
}
