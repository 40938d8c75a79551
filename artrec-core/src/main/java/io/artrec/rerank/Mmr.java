package io.artrec.rerank;

import java.util.List;

/**
 * Maximal marginal relevance: takes, one after the other, the work with the highest {@code lambda ·
 * relevance - (1 - lambda) · (similarity to the most similar work taken before)}. Relevance is the
 * pool's, 0 to 1. J. Carbonell, J. Goldstein: The Use of MMR, Diversity-Based Reranking for
 * Reordering Documents and Producing Summaries, SIGIR 1998.
 *
 * <p>Similarity, 0 to 1, is the mean over the features that both works have, weighted as in the
 * {@link io.artrec.feature.FeatureStore}, each feature's similarity brought to 0 to 1 by its range
 * (an unbounded one is first divided by the works' similarities with themselves). Without a common
 * feature it is the Jaccard coefficient of the works' artists, movements and subjects.
 *
 * <p>Immutable, thread-safe, deterministic; ties go to the better-ranked work. Cost: O(pool × n ×
 * dimensions), of which dimensions count that are not 0 where a feature's rows are sparse.
 */
public final class Mmr implements Reranker {
  static final String NAME = "mmr";

  private final double lambda;
  private final List<String> on;

  private Mmr(double lambda, List<String> on) {
    this.lambda = lambda;
    this.on = on;
  }

  /**
   * {@return the reranker over all features}
   *
   * @param lambda how much relevance counts against variety: 1 keeps the pool's order, 0 takes the
   *     best work and then the least similar ones
   */
  public static Mmr lambda(double lambda) {
    if (!(lambda >= 0 && lambda <= 1)) {
      throw new IllegalArgumentException("lambda is " + lambda + ", expected 0 to 1 (mmr)");
    }
    return new Mmr(lambda, List.of());
  }

  /**
   * Returns this reranker with similarity by some features only.
   *
   * @param featuresOrFacets names of features or facets, replacing those named before; none for all
   * @return the narrower reranker; it throws when a pool has no such feature
   */
  public Mmr on(String... featuresOrFacets) {
    return new Mmr(lambda, Rerankers.checkNames(NAME, featuresOrFacets));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String configuration() {
    return NAME + "(lambda=" + lambda + Rerankers.writeNames(on) + ")";
  }

  @Override
  public int[] rerank(RankedPool pool, int n) {
    int[] chosen = new int[Rerankers.count(NAME, pool, n)];
    Rounds rounds = new Rounds(pool);
    for (int rank = 0; rank < chosen.length; rank++) {
      chosen[rank] = rounds.next();
    }
    return chosen;
  }

  /** As many rounds are gone as works are looked at. */
  @Override
  public RankedPool ordered(RankedPool pool) {
    return pool.inOrder(new Rounds(pool)::next);
  }

  /** The state of one request. */
  private final class Rounds {
    private final PoolSimilarity similarity;
    private final double[] relevance;
    private final double[] toLast;
    private final double[] highest;
    private final boolean[] taken;
    private int last = -1;

    Rounds(RankedPool pool) {
      similarity = new PoolSimilarity(pool, on);
      relevance = Rerankers.relevance(pool);
      toLast = new double[relevance.length];
      highest = new double[relevance.length];
      taken = new boolean[relevance.length];
    }

    int next() {
      if (last >= 0) {
        similarity.to(last, toLast);
        for (int i = 0; i < highest.length; i++) {
          highest[i] = Math.max(highest[i], toLast[i]);
        }
      }
      last = best();
      taken[last] = true;
      return last;
    }

    private int best() {
      int best = -1;
      double bestValue = 0;
      for (int i = 0; i < taken.length; i++) {
        double value = lambda * relevance[i] - (1 - lambda) * highest[i];
        if (!taken[i] && (best < 0 || value > bestValue)) {
          best = i;
          bestValue = value;
        }
      }
      return best;
    }
  }

  @Override
  public String toString() {
    return configuration();
  }
}
