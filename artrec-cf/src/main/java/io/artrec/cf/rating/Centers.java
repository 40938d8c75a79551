package io.artrec.cf.rating;

import io.artrec.cf.data.internal.SparseMatrix;
import io.artrec.cf.data.internal.SparseVector;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.task.Workers;

/**
 * The centre of the rating of each visitor for each work: {@code base + user + artwork}. The
 * visitor's part is computed from a history, so it is the same for a trained visitor and a stranger
 * with the same history.
 *
 * @param centering what the centre is
 * @param damping of biases
 * @param ratings how many ratings there were
 * @param mean the mean of all ratings, 0 when there are none
 * @param artworks the part of each work
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; loops need the array
record Centers(Centering centering, double damping, long ratings, double mean, double[] artworks) {
  private static final String STAGE = "training " + BiasBaseline.NAME;

  /** Centers of ratings beyond this were not learned from any. */
  private static final double MOST = 1e30;

  /**
   * Learns by turns: works' biases from what visitors' leave, visitors' from what works' leave.
   *
   * @param iterations how often works' biases are computed; the first time visitors have none
   */
  static Centers baseline(double damping, int iterations, SparseMatrix byUser, Workers workers) {
    Centers centers = of(Centering.BASELINE, damping, byUser);
    int[] counts = new int[byUser.columns()];
    for (int work : byUser.indices()) {
      counts[work]++;
    }
    for (int iteration = 1; iteration < iterations; iteration++) {
      workers.cancellation().check(STAGE);
      workers.progress().update(STAGE, iteration, iterations);
      double[] above = new double[counts.length];
      for (int row = 0; row < byUser.rows(); row++) {
        int from = byUser.begin(row);
        int to = byUser.end(row);
        double user = centers.user(byUser.indices(), byUser.values(), from, to);
        for (int p = from; p < to; p++) {
          above[byUser.indices()[p]] += byUser.values()[p] - centers.mean - user;
        }
      }
      for (int work = 0; work < above.length; work++) {
        above[work] = counts[work] == 0 ? 0 : above[work] / (counts[work] + damping);
      }
      centers = new Centers(Centering.BASELINE, damping, centers.ratings, centers.mean, above);
    }
    return centers;
  }

  static Centers of(Centering centering, double damping, SparseMatrix byUser) {
    double sum = 0;
    double[] sums = new double[byUser.columns()];
    int[] counts = new int[sums.length];
    for (int p = 0; p < byUser.size(); p++) {
      sum += byUser.values()[p];
      sums[byUser.indices()[p]] += byUser.values()[p];
      counts[byUser.indices()[p]]++;
    }
    double mean = byUser.size() == 0 ? 0 : sum / byUser.size();
    for (int artwork = 0; artwork < sums.length; artwork++) {
      int count = counts[artwork];
      sums[artwork] =
          switch (centering) {
            case NONE, USER_MEAN -> 0;
            case ARTWORK_MEAN -> count == 0 ? mean : sums[artwork] / count;
            case BASELINE -> count == 0 ? 0 : (sums[artwork] - count * mean) / (count + damping);
          };
    }
    return new Centers(centering, damping, byUser.size(), mean, sums);
  }

  /** Tells whether there was no rating to learn from. */
  boolean isEmpty() {
    return ratings == 0;
  }

  double base() {
    return centering == Centering.BASELINE ? mean : 0;
  }

  /** The part of a visitor with these ratings. */
  double user(SparseVector history) {
    return user(history.indices(), history.values(), 0, history.size());
  }

  private double user(int[] works, float[] values, int from, int to) {
    if (centering == Centering.NONE || centering == Centering.ARTWORK_MEAN) {
      return 0;
    }
    double sum = 0;
    for (int p = from; p < to; p++) {
      sum += values[p];
    }
    if (centering == Centering.USER_MEAN) {
      return from == to ? mean : sum / (to - from);
    }
    for (int p = from; p < to; p++) {
      sum -= mean + artworks[works[p]];
    }
    return from == to ? 0 : sum / (to - from + damping);
  }

  double center(double user, int artwork) {
    return base() + user + artworks[artwork];
  }

  /** What a visitor's ratings are above their centres. */
  double[] above(SparseVector history) {
    double user = user(history);
    double[] above = new double[history.size()];
    for (int k = 0; k < above.length; k++) {
      above[k] = history.values()[k] - center(user, history.indices()[k]);
    }
    return above;
  }

  /** What all ratings are above their centres, in the order of the matrix. */
  double[] above(SparseMatrix byUser) {
    double[] above = new double[byUser.size()];
    for (int row = 0; row < byUser.rows(); row++) {
      int from = byUser.begin(row);
      double user = user(byUser.indices(), byUser.values(), from, byUser.end(row));
      for (int p = from; p < byUser.end(row); p++) {
        above[p] = byUser.values()[p] - center(user, byUser.indices()[p]);
      }
    }
    return above;
  }

  /** Adds the parts of a centre. */
  void explain(Reasons reasons, double user, int artwork, boolean rated) {
    switch (centering) {
      case NONE -> {}
      case USER_MEAN ->
          reasons.offset(rated ? "mean of the visitor's ratings" : "mean rating", user);
      case ARTWORK_MEAN -> reasons.offset("mean of the work's ratings", artworks[artwork]);
      case BASELINE -> {
        reasons.offset("mean rating", mean);
        reasons.offset("bias of the work", artworks[artwork]);
        reasons.offset("bias of the visitor", user);
      }
    }
  }

  void save(StateWriter out) {
    out.putLong("ratings", ratings);
    out.putDouble("mean", mean);
    out.putDoubles("centers", artworks);
  }

  static Centers read(StateReader in, Centering centering, double damping, int works) {
    long ratings = in.getLong("ratings");
    double mean = in.getFinite("mean");
    double[] centers = in.getDoubles("centers", works);
    double largest = Math.abs(mean);
    for (double center : centers) {
      largest = Math.max(largest, Math.abs(center));
    }
    if (ratings < 0 || largest > MOST) {
      throw new ModelFileException(
          "the model's ratings are " + ratings + " and center at up to " + largest);
    }
    return new Centers(centering, damping, ratings, mean, centers);
  }
}
