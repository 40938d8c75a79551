package io.artrec.rerank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A determinantal point process: takes, one after the other, the work that raises the determinant
 * of the chosen works' kernel most, which favors works that are relevant and unlike each other as a
 * set. The kernel is {@code L[i][j] = exp(alpha · r[i]) · S[i][j] · exp(alpha · r[j])} with {@code
 * alpha = theta / (2 · (1 - theta))}, {@code r} the pool's relevance, 0 to 1, and {@code S} the
 * similarity of {@link Mmr}, 1 for each work with itself; so the process weighs the sum of
 * relevances by {@code theta} and the log-determinant of {@code S} by {@code 1 - theta}.
 *
 * <p>Greedy MAP by an incremental Cholesky factor: L. Chen, G. Zhang, H. Zhou: Fast Greedy MAP
 * Inference for Determinantal Point Process to Improve Recommendation Diversity, NeurIPS 2018. When
 * all works left are, to float rounding, mixtures of the chosen ones, the rest follows in the
 * pool's order.
 *
 * <p>Immutable, thread-safe, deterministic; ties go to the better-ranked work. Cost: O(pool × n ×
 * (dimensions + n)), memory O(pool × n).
 */
public final class Dpp implements Reranker {
  static final String NAME = "dpp";

  /** What is left of a work that the chosen ones explain, given similarities in float. */
  private static final double EXHAUSTED = 1e-6;

  private final double theta;
  private final List<String> on;

  private Dpp(double theta, List<String> on) {
    this.theta = theta;
    this.on = on;
  }

  /**
   * {@return the reranker over all features}
   *
   * @param theta how much relevance counts against variety, 0 or more and less than 1: 0 looks at
   *     variety alone
   */
  public static Dpp theta(double theta) {
    if (!(theta >= 0 && theta < 1)) {
      throw new IllegalArgumentException(
          "theta is " + theta + ", expected 0 or more and less than 1 (dpp)");
    }
    return new Dpp(theta, List.of());
  }

  /**
   * Returns this reranker with similarity by some features only.
   *
   * @param featuresOrFacets names of features or facets, replacing those named before; none for all
   * @return the narrower reranker; it throws when a pool has no such feature
   */
  public Dpp on(String... featuresOrFacets) {
    return new Dpp(theta, Rerankers.checkNames(NAME, featuresOrFacets));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String configuration() {
    return NAME + "(theta=" + theta + Rerankers.writeNames(on) + ")";
  }

  @Override
  public int[] rerank(RankedPool pool, int n) {
    int[] chosen = new int[Rerankers.count(NAME, pool, n)];
    Greedy greedy = new Greedy(pool);
    for (int rank = 0; rank < chosen.length; rank++) {
      chosen[rank] = greedy.next();
    }
    return chosen;
  }

  /** As many works are chosen as are looked at. */
  @Override
  public RankedPool ordered(RankedPool pool) {
    return pool.inOrder(new Greedy(pool)::next);
  }

  @Override
  public String toString() {
    return configuration();
  }

  /**
   * The state of one request. Scaling row and column i of S by q scales what is left of i by q²; so
   * the factor is that of S alone, and relevance enters as a logarithm, which cannot overflow.
   */
  private final class Greedy {
    private final PoolSimilarity similarity;
    private final double[] relevance;
    private final List<double[]> factor = new ArrayList<>();
    private final double[] left;
    private final boolean[] taken;
    private final double[] toLast;
    private int last = -1;

    Greedy(RankedPool pool) {
      similarity = new PoolSimilarity(pool, on);
      relevance = Rerankers.relevance(pool);
      left = new double[relevance.length];
      Arrays.fill(left, 1);
      taken = new boolean[relevance.length];
      toLast = new double[relevance.length];
    }

    int next() {
      if (last >= 0 && left[last] > EXHAUSTED) {
        update();
      }
      last = best();
      taken[last] = true;
      return last;
    }

    private int best() {
      int best = -1;
      double bestValue = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < taken.length; i++) {
        if (!taken[i]) {
          double value =
              left[i] > EXHAUSTED
                  ? theta / (1 - theta) * relevance[i] + Math.log(left[i])
                  : Double.NEGATIVE_INFINITY;
          if (best < 0 || value > bestValue) {
            best = i;
            bestValue = value;
          }
        }
      }
      return best;
    }

    private void update() {
      similarity.to(last, toLast);
      double root = Math.sqrt(left[last]);
      double[] row = new double[left.length];
      for (double[] earlier : factor) {
        double of = earlier[last];
        for (int i = 0; i < row.length; i++) {
          row[i] += of * earlier[i];
        }
      }
      for (int i = 0; i < row.length; i++) {
        row[i] = (toLast[i] - row[i]) / root;
        left[i] -= row[i] * row[i];
      }
      factor.add(row);
    }
  }
}
