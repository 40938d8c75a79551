package io.artrec.eval.statistics;

import java.util.stream.IntStream;

/** Adjusts p-values for the number of tests, since twenty tests find something in pure chance. */
public enum Correction {
  /** Leaves p-values as they are. */
  NONE {
    @Override
    double[] adjustSorted(double[] p) {
      return p;
    }
  },
  /**
   * Holm's step-down: the k-th smallest of m becomes the largest of (m − j + 1)·p(j) over j ≤ k, at
   * most 1. Holds the probability of one false alarm or more, whatever the dependence (Holm, A
   * Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of Statistics,
   * 1979).
   */
  HOLM {
    @Override
    double[] adjustSorted(double[] p) {
      double largest = 0;
      for (int k = 0; k < p.length; k++) {
        largest = Math.max(largest, Math.min(1, (p.length - k) * p[k]));
        p[k] = largest;
      }
      return p;
    }
  },
  /**
   * The k-th smallest of m becomes the smallest of m·p(j)/j over j ≥ k, at most 1. Holds the
   * expected share of false alarms among the alarms when tests are independent or positively
   * dependent (Benjamini and Hochberg, Controlling the False Discovery Rate, JRSS B, 1995).
   */
  BENJAMINI_HOCHBERG {
    @Override
    double[] adjustSorted(double[] p) {
      double smallest = 1;
      for (int k = p.length - 1; k >= 0; k--) {
        smallest = Math.min(smallest, p.length * p[k] / (k + 1));
        p[k] = smallest;
      }
      return p;
    }
  };

  abstract double[] adjustSorted(double[] p);

  /**
   * Adjusts p-values. Adjusted ones are in the order of the given ones and never smaller. Cost O(m
   * log m).
   *
   * @param p one for each test of the family
   * @return adjusted p-values at the same places
   * @throws IllegalArgumentException when one is not between 0 and 1
   */
  public final double[] adjust(double[] p) {
    for (double value : p) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("p is " + value + ", expected between 0 and 1");
      }
    }
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted((i, j) -> Double.compare(p[i], p[j]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sorted = IntStream.of(order).mapToDouble(i -> p[i]).toArray();
    double[] raised = adjustSorted(sorted);
    double[] adjusted = new double[p.length];
    for (int k = 0; k < order.length; k++) {
      adjusted[order[k]] = raised[k];
    }
    return adjusted;
  }
}
