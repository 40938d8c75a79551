package io.artrec.cf.data.internal;

/** How many pairs of works share a visitor, for estimates of memory. */
public final class SharedPairs {
  private SharedPairs() {}

  /**
   * Returns the most pairs there can be, each work with at most so many others: by the lengths of
   * the histories that hold it. O(entries).
   *
   * @param byUser visitors x works
   * @param each how many others a work has at most
   * @return 0 or more; a pair counts from either side
   */
  public static double most(SparseMatrix byUser, int each) {
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
