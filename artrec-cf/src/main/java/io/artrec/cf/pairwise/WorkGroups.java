package io.artrec.cf.pairwise;

import java.util.Arrays;

/**
 * The works in groups, dealt anew for each epoch, from which negatives are drawn: a liked work is
 * compared with works of its own group, so that groups can be trained on at the same time. Works of
 * like popularity are dealt evenly, so that each group stands for the catalogue. Works without an
 * entry are in none. Thread-safe once dealt.
 */
final class WorkGroups {
  private static final int MOST = 8;
  private static final int LEAST_WORKS = 64;

  /** Works of like popularity that are dealt together. */
  private static final int STRATUM = 64;

  private final Negatives negatives;
  private final PairwiseEvents events;
  private final int[] byPopularity;
  private final int count;
  private final byte[] groupOf;
  private final int[] starts;
  private final int[] members;
  private final float[] threshold;
  private final int[] alias;

  WorkGroups(PairwiseEvents events, Negatives negatives) {
    this.negatives = negatives;
    this.events = events;
    int works = events.matrix().columns();
    long[] keyed = new long[works];
    int known = 0;
    for (int work = 0; work < works; work++) {
      if (events.popularity()[work] > 0) {
        keyed[known++] = ((long) -events.popularity()[work] << 32) | work;
      }
    }
    Arrays.sort(keyed, 0, known);
    byPopularity = new int[known];
    for (int k = 0; k < known; k++) {
      byPopularity[k] = (int) keyed[k];
    }
    count = Math.max(1, Math.min(MOST, known / LEAST_WORKS));
    groupOf = new byte[works];
    starts = new int[count + 1];
    members = new int[known];
    boolean weighted = negatives == Negatives.POPULARITY;
    threshold = new float[weighted ? known : 0];
    alias = new int[weighted ? known : 0];
  }

  /** How many groups there are; it depends on the data alone. */
  int count() {
    return count;
  }

  /** The group of a work that has an entry. */
  int groupOf(int work) {
    return groupOf[work];
  }

  /** How many works have an entry. */
  int works() {
    return byPopularity.length;
  }

  /** Deals the works. */
  void deal(FastRandom random) {
    int[] order = byPopularity.clone();
    int[] sizes = new int[count + 1];
    int shift = random.below(STRATUM);
    for (int from = -shift; from < order.length; from += STRATUM) {
      int first = Math.max(0, from);
      int to = Math.min(order.length, from + STRATUM);
      for (int k = to - 1; k > first; k--) {
        int other = first + random.below(k - first + 1);
        int kept = order[k];
        order[k] = order[other];
        order[other] = kept;
      }
    }
    for (int k = 0; k < order.length; k++) {
      groupOf[order[k]] = (byte) (k % count);
      sizes[k % count + 1]++;
    }
    for (int group = 0; group < count; group++) {
      starts[group + 1] = starts[group] + sizes[group + 1];
    }
    for (int k = 0; k < order.length; k++) {
      members[starts[k % count] + k / count] = order[k];
    }
    for (int group = 0; group < count && negatives == Negatives.POPULARITY; group++) {
      fillAlias(starts[group], starts[group + 1]);
    }
  }

  /** Walker's alias method in Vose's form: a draw costs one number and one comparison. */
  private void fillAlias(int from, int to) {
    int size = to - from;
    double sum = 0;
    double[] share = new double[size];
    for (int k = 0; k < size; k++) {
      share[k] = negatives.share(events.popularity()[members[from + k]]);
      sum += share[k];
    }
    int[] open = new int[size];
    int small = 0;
    int large = size;
    for (int k = 0; k < size; k++) {
      share[k] *= size / sum;
      open[share[k] < 1 ? small++ : --large] = k;
    }
    while (small > 0 && large < size) {
      int less = open[--small];
      int more = open[large];
      threshold[from + less] = (float) share[less];
      alias[from + less] = members[from + more];
      share[more] -= 1 - share[less];
      if (share[more] < 1) {
        large++;
        open[small++] = more;
      }
    }
    while (small > 0) {
      threshold[from + open[--small]] = 1;
    }
    for (; large < size; large++) {
      threshold[from + open[large]] = 1;
    }
  }

  /** Draws a work of a group that has any. */
  int draw(int group, FastRandom random) {
    long bits = random.next();
    int at = starts[group] + FastRandom.below(bits, starts[group + 1] - starts[group]);
    if (negatives == Negatives.UNIFORM) {
      return members[at];
    }
    return (bits & 0xFFFFFF) < threshold[at] * 0x1000000 ? members[at] : alias[at];
  }
}
