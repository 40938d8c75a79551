package io.artrec.llm.rendering;

import io.artrec.catalog.Catalog;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/** Draws works that a visitor had nothing to do with. */
final class Negatives {
  private static final int TRIES = 50;

  private final double[] upTo;
  private final BitSet withdrawn;

  /**
   * Makes the urn.
   *
   * @param catalog the works, of which withdrawn ones are not drawn
   * @param counts each work's events
   * @param byPopularity whether a work is drawn in proportion to its events and one more, or all
   *     alike
   */
  Negatives(Catalog catalog, long[] counts, boolean byPopularity) {
    withdrawn = catalog.withdrawn();
    upTo = new double[catalog.size()];
    double sum = 0;
    for (int work = 0; work < upTo.length; work++) {
      sum += withdrawn.get(work) ? 0 : byPopularity ? counts[work] + 1 : 1;
      upTo[work] = sum;
    }
  }

  /** Draws without replacement; fewer when there are no more. Those drawn are added to the set. */
  int[] draw(BitSet not, int count, SplittableRandom random) {
    int[] drawn = new int[count];
    int n = 0;
    for (int tries = 0; n < count && tries < TRIES * count && upTo.length > 0; tries++) {
      double at = random.nextDouble() * upTo[upTo.length - 1];
      int place = Arrays.binarySearch(upTo, at);
      int work = firstAbove(place >= 0 ? place + 1 : -place - 1);
      if (work < upTo.length && !not.get(work)) {
        not.set(work);
        drawn[n++] = work;
      }
    }
    for (int work = 0; n < count && work < upTo.length; work++) {
      if (!not.get(work) && !withdrawn.get(work)) {
        not.set(work);
        drawn[n++] = work;
      }
    }
    return Arrays.copyOf(drawn, n);
  }

  private int firstAbove(int place) {
    int work = place;
    while (work < upTo.length && withdrawn.get(work)) {
      work++;
    }
    return work;
  }
}
