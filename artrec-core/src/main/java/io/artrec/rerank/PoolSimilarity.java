package io.artrec.rerank;

import io.artrec.feature.FeatureStore;
import io.artrec.similarity.ScoreRange;
import io.artrec.similarity.Similarity;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How alike the works of a pool are, 0 to 1: the weighted mean of the features that both works
 * have, each brought to that range. Pairs without a common feature get the Jaccard coefficient of
 * their artists, movements and subjects. Not thread-safe; made for one request. Rows are gathered
 * once, O(pool × dimensions); comparing one work with all costs as much again, or as the values
 * that are not 0 where they are few.
 */
final class PoolSimilarity {
  private static final class Part {
    final ScoreRange range;
    final GatheredRows rows;
    final double weight;

    /** Where the range has no end, each work's similarity with itself. */
    final double[] selves;

    Part(FeatureStore.Entry entry, RankedPool pool) {
      Similarity similarity = entry.spec().similarity();
      range = similarity.range();
      rows = GatheredRows.of(similarity, entry.matrix(), pool);
      weight = entry.weight();
      selves = isBounded() ? new double[0] : selves(similarity, entry.matrix(), pool);
    }

    boolean isBounded() {
      return Double.isFinite(range.max() - range.min());
    }

    double unit(double score, int position, int other) {
      double unit =
          isBounded()
              ? (score - range.min()) / (range.max() - range.min())
              : (1 + correlation(score, selves[position], selves[other])) / 2;
      return Math.max(0, Math.min(1, unit));
    }

    /** An unbounded similarity relative to those of the two works with themselves. */
    private static double correlation(double score, double selfA, double selfB) {
      return selfA > 0 && selfB > 0 ? score / Math.sqrt(selfA) / Math.sqrt(selfB) : 0;
    }

    private static double[] selves(Similarity similarity, FeatureMatrix matrix, RankedPool pool) {
      double[] selves = new double[pool.size()];
      float[] row = new float[matrix.dimensions()];
      for (int i = 0; i < selves.length; i++) {
        if (matrix.copyRow(pool.index(i), row)) {
          selves[i] = similarity.compare(row, row);
        }
      }
      return selves;
    }
  }

  private final RankedPool pool;
  private final int size;
  private final List<Part> parts = new ArrayList<>();
  private final @Nullable Set<String>[] traits;
  private final double[] weights;
  private final double[] scores;

  /** Gathers the rows of the pool's works; {@code on} names features or facets, none for all. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of sets
  PoolSimilarity(RankedPool pool, List<String> on) {
    this.pool = pool;
    size = pool.size();
    weights = new double[size];
    scores = new double[size];
    traits = new Set[size];
    FeatureStore store = pool.features();
    for (FeatureStore.Entry entry : on.isEmpty() ? store.entries() : store.select(on)) {
      parts.add(new Part(entry, pool));
    }
  }

  /** Writes how alike a work is to every work of the pool; itself included. */
  void to(int position, double[] out) {
    Arrays.fill(out, 0, size, 0);
    Arrays.fill(weights, 0);
    for (Part part : parts) {
      if (part.rows.isPresent(position)) {
        add(part, position, out);
      }
    }
    for (int i = 0; i < size; i++) {
      out[i] =
          weights[i] > 0
              ? out[i] / weights[i]
              : AttributeValues.jaccard(traits(position), traits(i));
    }
  }

  private void add(Part part, int position, double[] out) {
    part.rows.compare(position, scores);
    for (int i = 0; i < size; i++) {
      if (part.rows.isPresent(i)) {
        out[i] += part.weight * part.unit(scores[i], position, i);
        weights[i] += part.weight;
      }
    }
  }

  private Set<String> traits(int position) {
    Set<String> known = traits[position];
    if (known == null) {
      known = AttributeValues.traits(pool.artwork(position));
      traits[position] = known;
    }
    return known;
  }
}
