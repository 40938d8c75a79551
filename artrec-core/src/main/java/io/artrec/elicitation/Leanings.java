package io.artrec.elicitation;

import io.artrec.catalog.Artwork;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds values of aspects that a taste leans to or from. For one call and thread. */
final class Leanings {
  /** A value of fewer works is no inclination but a work or two. */
  static final int FEWEST_WORKS = 3;

  private final TasteSpace space;
  private final Posterior posterior;
  private final double[] taste;
  private final BitSet described;
  private final Middle all;

  /** Where the works that have a value are on the average. */
  private static final class Middle {
    private final String name;
    private final double[] sum;
    private double rests;
    private int count;

    Middle(String name, int dimensions) {
      this.name = name;
      sum = new double[dimensions];
    }

    void add(double[] at, double rest) {
      for (int d = 0; d < sum.length; d++) {
        sum[d] += at[d];
      }
      rests += rest;
      count++;
    }
  }

  Leanings(TasteSpace space, Posterior posterior) {
    this.space = space;
    this.posterior = posterior;
    taste = posterior.mean();
    described = space.works();
    all = new Middle("", space.dimensions());
    for (int work = described.nextSetBit(0); work >= 0; work = described.nextSetBit(work + 1)) {
      all.add(space.at(work), space.rest(work));
    }
  }

  /** All values of enough works, the surest first, ties in the order of aspects and works. */
  List<Leaning> of(List<Artwork> works, List<ArtworkAspect> aspects) {
    List<Leaning> leanings = new ArrayList<>();
    for (ArtworkAspect aspect : aspects) {
      for (Middle middle : middles(aspect.values(works))) {
        if (middle.count >= FEWEST_WORKS && middle.count < all.count) {
          leanings.add(new Leaning(aspect.name(), middle.name, probability(middle)));
        }
      }
    }
    leanings.sort(Comparator.comparingDouble((Leaning leaning) -> -leaning.certainty()));
    return leanings;
  }

  private Iterable<Middle> middles(List<List<String>> values) {
    Map<String, Middle> middles = new LinkedHashMap<>();
    for (int work = described.nextSetBit(0); work >= 0; work = described.nextSetBit(work + 1)) {
      Set<String> once = new LinkedHashSet<>();
      for (String value : values.get(work)) {
        String key = value.strip().toLowerCase(Locale.ROOT);
        if (once.add(key)) {
          middles
              .computeIfAbsent(key, k -> new Middle(value.strip(), space.dimensions()))
              .add(space.at(work), space.rest(work));
        }
      }
    }
    return middles.values();
  }

  /** That works with the value are liked more than all works, on the average of each. */
  private double probability(Middle middle) {
    double[] direction = new double[taste.length];
    for (int d = 0; d < direction.length; d++) {
      direction[d] = middle.sum[d] / middle.count - all.sum[d] / all.count;
    }
    double share = 1.0 / middle.count - 1.0 / all.count;
    double rest =
        middle.rests * share * share
            + (all.rests - middle.rests) / ((double) all.count * all.count);
    double spread = Math.sqrt(posterior.variance(direction) + rest);
    return spread > 0 ? Normal.cdf(Comparison.product(taste, direction) / spread) : 0.5;
  }
}
