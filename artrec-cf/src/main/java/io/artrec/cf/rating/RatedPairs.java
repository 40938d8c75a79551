package io.artrec.cf.rating;

import io.artrec.cf.data.SparseMatrix;

/** How many pairs of works share a visitor. */
final class RatedPairs {
  private RatedPairs() {}

  /**
   * The most pairs there can be, each work with at most so many others: by the lengths of the
   * histories that hold it. O(ratings).
   */
  static double most(SparseMatrix byUser, int each) {
    double[] others = new double[byUser.columns()];
    for (int user = 0; user < byUser.rows(); user++) {
      for (int p = byUser.begin(user); p < byUser.end(user); p++) {
        others[byUser.indices()[p]] += byUser.length(user) - 1;
      }
    }
    double pairs = 0;
    for (double count : others) {
      pairs += Math.min(count, Math.min(each, others.length - 1.0));
    }
    return pairs;
  }
}
