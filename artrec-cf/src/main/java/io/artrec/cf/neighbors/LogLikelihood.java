package io.artrec.cf.neighbors;

/** Dunning's log-likelihood ratio of a 2 × 2 table of counts. */
final class LogLikelihood {
  private LogLikelihood() {}

  /** G² of two sets: their overlap, their sizes, and how many things there are. */
  static double ratio(int both, int first, int second, int all) {
    long onlyFirst = (long) first - both;
    long onlySecond = (long) second - both;
    long neither = (long) all - first - second + both;
    double rows = entropy(first, (long) all - first);
    double columns = entropy(second, (long) all - second);
    double cells = term(all) - term(both) - term(onlyFirst) - term(onlySecond) - term(neither);
    return Math.max(0, 2 * (rows + columns - cells));
  }

  private static double entropy(long a, long b) {
    return term(a + b) - term(a) - term(b);
  }

  private static double term(long x) {
    return x <= 0 ? 0 : (double) x * Math.log((double) x);
  }
}
