package io.artrec.eval.statistics;

/**
 * A test of the hypothesis that two recommenders differ by nothing but chance. All are two-sided.
 */
public enum SignificanceTest {
  /**
   * Student's paired t: is the mean difference 0? Needs about normal means, which many visitors
   * give. O(n).
   */
  PAIRED_T,
  /**
   * Wilcoxon's signed ranks: are differences symmetric about 0? Says nothing of the mean, and less
   * where most differences are 0. O(n log n).
   */
  WILCOXON,
  /**
   * Random signs (Fisher): would the mean difference be as far from 0 if, for each visitor, the two
   * recommenders' values had been swapped by a coin? Assumes no distribution; recommended for
   * information retrieval by Smucker, Allan and Carterette (CIKM 2007). O(resamples · n).
   */
  PERMUTATION
}
