package io.artrec.text.wordvector;

import java.util.SplittableRandom;

/**
 * Draws words in proportion to their frequency to the power 0.75, in constant time: Walker's alias
 * method (Vose, A linear algorithm for generating random numbers with a given distribution, 1991).
 */
final class NegativeTable {
  private static final double POWER = 0.75;

  private final double[] keep;
  private final int[] alias;

  NegativeTable(long[] frequencies) {
    int n = frequencies.length;
    keep = new double[n];
    alias = new int[n];
    double sum = 0;
    for (int w = 0; w < n; w++) {
      keep[w] = StrictMath.pow((double) frequencies[w], POWER);
      sum += keep[w];
    }
    int[] low = new int[n];
    int[] high = new int[n];
    int lows = 0;
    int highs = 0;
    for (int w = 0; w < n; w++) {
      keep[w] *= n / sum;
      alias[w] = w;
      if (keep[w] < 1) {
        low[lows++] = w;
      } else {
        high[highs++] = w;
      }
    }
    while (lows > 0 && highs > 0) {
      int small = low[--lows];
      int large = high[highs - 1];
      alias[small] = large;
      keep[large] -= 1 - keep[small];
      if (keep[large] < 1) {
        highs--;
        low[lows++] = large;
      }
    }
    for (int i = 0; i < lows; i++) {
      keep[low[i]] = 1;
    }
    for (int i = 0; i < highs; i++) {
      keep[high[i]] = 1;
    }
  }

  int draw(SplittableRandom random) {
    int w = (int) (((random.nextLong() >>> 32) * keep.length) >>> 32);
    return (random.nextLong() >>> 11) * 0x1p-53 < keep[w] ? w : alias[w];
  }
}
