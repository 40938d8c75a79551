package io.artrec.eval.split;

import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Works drawn for a visitor among which the tested ones are ranked, instead of among all works.
 *
 * <p><b>Warning:</b> metrics over sampled works are inconsistent: they can order recommenders
 * otherwise than the exact metrics do, and the fewer works are drawn the more all metrics come to
 * measure the same as AUC (Krichene &amp; Rendle, "On Sampled Metrics for Item Recommendation", KDD
 * 2020; Cañamares &amp; Castells, "On Target Item Sampling in Offline Recommender System
 * Evaluation", RecSys 2020). Rank among all works where time allows; compare sampled figures only
 * with figures from the same draw; say in every report that they are sampled.
 *
 * <p>What is drawn for a visitor depends on the seed, the visitor's id, and what is eligible, not
 * on the order or the threads in which visitors are asked for. Immutable and thread-safe.
 */
public final class SampledNegatives {
  private static final int PATIENCE = 8;

  private final int count;
  private final int works;
  private final long seed;
  private final double[] cumulative;

  private SampledNegatives(int count, int works, long seed, double[] cumulative) {
    Share.requireAtLeast("number of sampled negatives", count, 1);
    Share.requireAtLeast("number of works to sample from", works, 1);
    this.count = count;
    this.works = works;
    this.seed = seed;
    this.cumulative = cumulative;
  }

  /**
   * {@return a draw in which every eligible work has the same chance}
   *
   * @param count how many works for each visitor, 1 or more
   * @param works the size of the catalogue, 1 or more
   * @param seed decides what is drawn
   */
  public static SampledNegatives uniform(int count, int works, long seed) {
    return new SampledNegatives(count, works, seed, new double[0]);
  }

  /**
   * {@return a draw in which an eligible work's chance, at each draw, is proportional to its
   * popularity; drawn works are not put back} Works of popularity 0 are never drawn.
   *
   * @param count how many works for each visitor, 1 or more
   * @param popularity by catalogue index how many visitors knew a work, 0 or more, one above 0
   * @param seed decides what is drawn
   */
  public static SampledNegatives byPopularity(int count, int[] popularity, long seed) {
    double[] cumulative = new double[popularity.length];
    double sum = 0;
    for (int work = 0; work < popularity.length; work++) {
      if (popularity[work] < 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "popularity of work %d is %d, expected 0 or more",
                work,
                popularity[work]));
      }
      sum += popularity[work];
      cumulative[work] = sum;
    }
    if (sum == 0) {
      throw new IllegalArgumentException(
          "no work has a popularity above 0, nothing could be drawn; draw uniformly");
    }
    return new SampledNegatives(count, popularity.length, seed, cumulative);
  }

  /** {@return how many works are drawn for a visitor} */
  public int count() {
    return count;
  }

  /**
   * Draws works for a visitor. Cost O(count) where most works are eligible, O(works) otherwise.
   *
   * @param visitor the visitor's id
   * @param excluded tells by catalogue index which works cannot be drawn: those the visitor is
   *     tested on and those they know
   * @return catalogue indices, ascending; fewer than {@link #count} only where fewer are eligible
   */
  public int[] draw(String visitor, IntPredicate excluded) {
    SplittableRandom random = Chance.of(seed, visitor);
    IntOpenHashSet drawn = new IntOpenHashSet(Math.min(count, works));
    for (long attempt = 0; attempt < (long) PATIENCE * count && drawn.size() < count; attempt++) {
      int work = one(random);
      if (!excluded.test(work)) {
        drawn.add(work);
      }
    }
    if (drawn.size() < count) {
      addRest(drawn, excluded, random);
    }
    int[] result = drawn.toIntArray();
    Arrays.sort(result);
    return result;
  }

  private int one(SplittableRandom random) {
    if (cumulative.length == 0) {
      return random.nextInt(works);
    }
    double at = random.nextDouble() * cumulative[works - 1];
    int found = Arrays.binarySearch(cumulative, at);
    int work = found < 0 ? -found - 1 : found + 1;
    while (weight(work) == 0) {
      work++;
    }
    return work;
  }

  private double weight(int work) {
    return cumulative.length == 0 ? 1 : cumulative[work] - (work == 0 ? 0 : cumulative[work - 1]);
  }

  /**
   * Goes on drawing among what is left by an exponential race: the works with the smallest {@code
   * -ln(u) / weight} are those that drawing one by one would give (Efraimidis &amp; Spirakis 2006).
   */
  private void addRest(IntOpenHashSet drawn, IntPredicate excluded, SplittableRandom random) {
    int[] left =
        IntStream.range(0, works)
            .filter(work -> weight(work) > 0 && !drawn.contains(work) && !excluded.test(work))
            .toArray();
    double[] arrival = new double[left.length];
    for (int i = 0; i < left.length; i++) {
      arrival[i] = -Math.log(1 - random.nextDouble()) / weight(left[i]);
    }
    int[] order = IntStream.range(0, left.length).toArray();
    IntArrays.mergeSort(order, (a, b) -> Double.compare(arrival[a], arrival[b]));
    for (int i = 0; i < order.length && drawn.size() < count; i++) {
      drawn.add(left[order[i]]);
    }
  }
}
