package io.artrec.eval.metric;

import java.util.Arrays;
import java.util.OptionalDouble;

/** The chance that a relevant work scores higher than one that is not, a tie counting half. */
final class RankedPairs {
  private RankedPairs() {}

  /** Sorts both; empty where there is no pair. O(n log n). */
  static OptionalDouble area(double[] relevant, double[] others) {
    if (relevant.length == 0 || others.length == 0) {
      return OptionalDouble.empty();
    }
    Arrays.sort(relevant);
    Arrays.sort(others);
    long halves = 0;
    int less = 0;
    int lessOrEqual = 0;
    for (double score : relevant) {
      while (less < others.length && others[less] < score) {
        less++;
      }
      while (lessOrEqual < others.length && others[lessOrEqual] <= score) {
        lessOrEqual++;
      }
      halves += less + lessOrEqual;
    }
    return OptionalDouble.of(halves / 2.0 / ((double) relevant.length * others.length));
  }
}
