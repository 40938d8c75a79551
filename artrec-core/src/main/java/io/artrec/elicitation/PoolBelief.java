package io.artrec.elicitation;

import java.util.Optional;

/** What is believed of a taste for the works of a pool. Immutable. */
final class PoolBelief {
  private final Pool pool;
  private final double[] means;
  private final double[][] learned;
  private final double[] rests;

  /** Two works of a pool by their places, and what choosing between them tells. */
  record Choice(int first, int second, double bits) {}

  PoolBelief(Pool pool, TasteSpace space, Posterior posterior) {
    this.pool = pool;
    double[] taste = posterior.mean();
    means = new double[pool.size()];
    learned = new double[pool.size()][];
    rests = new double[pool.size()];
    for (int place = 0; place < means.length; place++) {
      means[place] = Comparison.product(taste, pool.at(place));
      learned[place] = posterior.learned(pool.at(place));
      rests[place] = space.rest(pool.work(place));
    }
  }

  /** The pair that tells most, the first of those that tell as much. */
  Optional<Choice> best(boolean[] shown) {
    Choice best = new Choice(0, 0, -1);
    for (int a = 0; a < means.length; a++) {
      for (int b = a + 1; b < means.length && !shown[a]; b++) {
        if (!shown[b]) {
          double bits = bits(a, b);
          best = bits > best.bits() ? new Choice(a, b, bits) : best;
        }
      }
    }
    return best.bits() < 0 ? Optional.empty() : Optional.of(best);
  }

  double bits(int a, int b) {
    double noise = 1 + rests[a] + rests[b];
    return Information.ofChoice((means[a] - means[b]) / Math.sqrt(noise), variance(a, b) / noise);
  }

  /** The variance of the difference that directions make. */
  private double variance(int a, int b) {
    double[] one = pool.at(a);
    double[] other = pool.at(b);
    double sum = 0;
    for (int d = 0; d < one.length; d++) {
      sum += (one[d] - other[d]) * (one[d] - other[d]);
    }
    for (int i = 0; i < learned[a].length; i++) {
      sum -= (learned[a][i] - learned[b][i]) * (learned[a][i] - learned[b][i]);
    }
    return Math.max(0, sum);
  }

  /**
   * How likely the mean taste orders two works rightly, over all pairs; a half for fewer than two.
   */
  double agreement() {
    double sum = 0;
    long pairs = 0;
    for (int a = 0; a < means.length; a++) {
      for (int b = a + 1; b < means.length; b++) {
        double spread = Math.sqrt(variance(a, b) + rests[a] + rests[b]);
        sum += spread > 0 ? Normal.cdf(Math.abs(means[a] - means[b]) / spread) : 0.5;
        pairs++;
      }
    }
    return pairs == 0 ? 0.5 : sum / pairs;
  }
}
