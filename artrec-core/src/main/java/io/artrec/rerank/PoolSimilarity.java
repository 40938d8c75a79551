package io.artrec.rerank;

import io.artrec.feature.FeatureStore;
import io.artrec.similarity.ScoreRange;
import io.artrec.similarity.Similarity;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How alike the works of a pool are, 0 to 1: the weighted mean of the features that both works
 * have, each brought to that range. Pairs without a common feature get the Jaccard coefficient of
 * their artists, movements and subjects. Not thread-safe; made for one request.
 */
final class PoolSimilarity {
  private static final class Part {
    final Similarity similarity;
    final FeatureMatrix rows;
    final double weight;
    final boolean bounded;

    /** What each work scores with itself; of no use where the similarity is bounded. */
    final double[] selves;

    Part(FeatureStore.Entry entry, int[] works) {
      similarity = entry.spec().similarity();
      rows = entry.matrix().gather(works);
      weight = entry.weight();
      bounded = Double.isFinite(similarity.range().max() - similarity.range().min());
      selves = bounded ? new double[0] : selves(similarity, rows);
    }
  }

  private final int size;
  private final List<Part> parts = new ArrayList<>();
  private final List<Set<String>> traits = new ArrayList<>();
  private final double[] weights;
  private final double[] scores;

  /** Gathers the rows of the pool's works; {@code on} names features or facets, none for all. */
  PoolSimilarity(RankedPool pool, List<String> on) {
    size = pool.size();
    weights = new double[size];
    scores = new double[size];
    FeatureStore store = pool.features();
    int[] works = IntStream.range(0, size).map(pool::index).toArray();
    for (FeatureStore.Entry entry : on.isEmpty() ? store.entries() : store.select(on)) {
      parts.add(new Part(entry, works));
    }
    for (int i = 0; i < size; i++) {
      traits.add(AttributeValues.traits(pool.artwork(i)));
    }
  }

  /** Writes how alike a work is to every work of the pool; itself included. */
  void to(int position, double[] out) {
    Arrays.fill(out, 0, size, 0);
    Arrays.fill(weights, 0);
    for (Part part : parts) {
      part.rows.row(position).ifPresent(row -> add(part, position, row, out));
    }
    for (int i = 0; i < size; i++) {
      out[i] =
          weights[i] > 0
              ? out[i] / weights[i]
              : AttributeValues.jaccard(traits.get(position), traits.get(i));
    }
  }

  private void add(Part part, int position, float[] row, double[] out) {
    part.similarity.scan(row, part.rows, scores);
    ScoreRange range = part.similarity.range();
    for (int i = 0; i < size; i++) {
      if (part.rows.isPresent(i)) {
        double unit =
            part.bounded
                ? (scores[i] - range.min()) / (range.max() - range.min())
                : (1 + correlation(scores[i], part.selves[position], part.selves[i])) / 2;
        out[i] += part.weight * Math.max(0, Math.min(1, unit));
        weights[i] += part.weight;
      }
    }
  }

  /** An unbounded similarity relative to those of the two works with themselves. */
  private static double correlation(double score, double selfA, double selfB) {
    return selfA > 0 && selfB > 0 ? score / Math.sqrt(selfA) / Math.sqrt(selfB) : 0;
  }

  private static double[] selves(Similarity similarity, FeatureMatrix rows) {
    double[] selves = new double[rows.size()];
    for (int i = 0; i < selves.length; i++) {
      int at = i;
      rows.row(i).ifPresent(row -> selves[at] = similarity.compare(row, row));
    }
    return selves;
  }
}
