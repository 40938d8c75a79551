package io.artrec.eval.statistics;

/** What Wilcoxon's test does with visitors for whom both recommenders are equal. */
public enum ZeroDifferences {
  /** Drops them before ranking (Wilcoxon, 1945). The default of R and SciPy. */
  DROP,
  /**
   * Ranks them with the others, then drops their ranks (Pratt, Remarks on Zeros and Ties in the
   * Wilcoxon Signed Rank Procedures, JASA, 1959): small differences then weigh more.
   */
  PRATT
}
