package io.artrec.strategy;

import io.artrec.explain.Contribution;
import it.unimi.dsi.fastutil.doubles.DoubleArrays;
import java.util.Arrays;
import java.util.List;

/**
 * Contributions in order of amount, equal ones as they came. Each answer sorts one list for every
 * work it holds, of up to some hundred known works, so that sorting objects would take a third of
 * it.
 */
final class LargestFirst {
  /** Up to as many are sorted by integers that hold an amount in single precision and a place. */
  private static final int FEW = 1024;

  private LargestFirst() {}

  static List<Contribution> of(List<Contribution> contributions) {
    Contribution[] all = contributions.toArray(Contribution[]::new);
    double[] amounts = new double[all.length];
    for (int i = 0; i < all.length; i++) {
      amounts[i] = all[i].amount();
    }
    int[] order = order(amounts);
    Contribution[] sorted = new Contribution[all.length];
    for (int i = 0; i < all.length; i++) {
      sorted[i] = all[order[i]];
    }
    return List.of(sorted);
  }

  /** The places of finite amounts, the largest first, equal ones by place. */
  static int[] order(double[] amounts) {
    if (amounts.length > FEW) {
      int[] order = new int[amounts.length];
      double[] negative = new double[amounts.length];
      for (int i = 0; i < order.length; i++) {
        order[i] = i;
        negative[i] = -amounts[i];
      }
      DoubleArrays.radixSortIndirect(order, negative, true);
      return order;
    }
    long[] keys = new long[amounts.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ((long) descending((float) amounts[i]) << Integer.SIZE) | i;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) keys[i];
    }
    settle(order, amounts);
    return order;
  }

  /** An integer that is the smaller, the larger a float is. */
  private static int descending(float value) {
    int bits = Float.floatToRawIntBits(-value);
    return bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE);
  }

  /** Puts amounts right that single precision does not tell apart; these are neighbours. */
  private static void settle(int[] order, double[] amounts) {
    for (int i = 1; i < order.length; i++) {
      int place = order[i];
      int at = i;
      while (at > 0 && Double.compare(amounts[order[at - 1]], amounts[place]) < 0) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = place;
    }
  }
}
