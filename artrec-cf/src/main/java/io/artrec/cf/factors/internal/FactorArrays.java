package io.artrec.cf.factors;

import io.artrec.cf.data.InsufficientMemoryException;
import io.artrec.cf.data.MemoryNeed;
import java.util.Locale;
import java.util.SplittableRandom;

/** Arrays of factors, row after row: how they begin, and whether they fit. */
final class FactorArrays {
  private FactorArrays() {}

  /**
   * Refuses factors that do not fit into an array or the heap.
   *
   * @param more what the training needs besides factors, in bytes
   */
  static void check(String strategy, long users, long works, int factors, double more) {
    double cells = (double) Math.max(users, works) * factors;
    if (cells > Integer.MAX_VALUE - 8) {
      throw new InsufficientMemoryException(
          String.format(
              Locale.ROOT,
              "training %s needs %,.0f factors in one array, expected at most %,d; lower factors",
              strategy,
              cells,
              Integer.MAX_VALUE - 8));
    }
    MemoryNeed.check(strategy, 4.0 * (users + works) * factors + more, "lower factors");
  }

  /** Normally distributed numbers around 0. */
  static float[] random(int rows, int factors, double deviation, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] factorsOfAll = new float[rows * factors];
    for (int k = 0; k < factorsOfAll.length; k++) {
      factorsOfAll[k] = (float) (deviation * normal(random));
    }
    return factorsOfAll;
  }

  /** One normally distributed number, the same on every JVM. */
  static double normal(SplittableRandom random) {
    double x;
    double square;
    do {
      x = 2 * random.nextDouble() - 1;
      double y = 2 * random.nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    return x * Math.sqrt(-2 * StrictMath.log(square) / square);
  }

  /** Exchanges the elements of a range by chance. */
  static void shuffle(int[] order, int from, int to, SplittableRandom random) {
    for (int k = to - 1; k > from; k--) {
      int other = from + random.nextInt(k - from + 1);
      int kept = order[k];
      order[k] = order[other];
      order[other] = kept;
    }
  }
}
