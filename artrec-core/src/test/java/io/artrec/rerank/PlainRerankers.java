package io.artrec.rerank;

import io.artrec.feature.FeatureStore;
import io.artrec.similarity.ScoreRange;
import io.artrec.similarity.Similarity;
import io.artrec.vector.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The re-rankers in their plainest form: every step orders everything, by scans of a matrix. */
final class PlainRerankers {
  private PlainRerankers() {}

  static int[] mmr(RankedPool pool, int n, double lambda, List<String> on) {
    int[] chosen = new int[Math.min(n, pool.size())];
    double[] highest = new double[pool.size()];
    boolean[] taken = new boolean[pool.size()];
    for (int rank = 0; rank < chosen.length; rank++) {
      int best = -1;
      double bestValue = 0;
      for (int i = 0; i < taken.length; i++) {
        double value = lambda * pool.relevance(i) - (1 - lambda) * highest[i];
        if (!taken[i] && (best < 0 || value > bestValue)) {
          best = i;
          bestValue = value;
        }
      }
      chosen[rank] = best;
      taken[best] = true;
      double[] toLast = similarities(pool, on, best);
      for (int i = 0; i < highest.length; i++) {
        highest[i] = Math.max(highest[i], toLast[i]);
      }
    }
    return chosen;
  }

  static int[] dpp(RankedPool pool, int n, double theta, List<String> on) {
    int[] chosen = new int[Math.min(n, pool.size())];
    double[][] factor = new double[chosen.length][pool.size()];
    double[] left = new double[pool.size()];
    Arrays.fill(left, 1);
    boolean[] taken = new boolean[pool.size()];
    for (int rank = 0; rank < chosen.length; rank++) {
      int best = -1;
      double bestValue = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < taken.length; i++) {
        double value =
            left[i] > 1e-6
                ? theta / (1 - theta) * pool.relevance(i) + Math.log(left[i])
                : Double.NEGATIVE_INFINITY;
        if (!taken[i] && (best < 0 || value > bestValue)) {
          best = i;
          bestValue = value;
        }
      }
      chosen[rank] = best;
      taken[best] = true;
      if (left[best] > 1e-6) {
        double[] toLast = similarities(pool, on, best);
        double root = Math.sqrt(left[best]);
        for (int i = 0; i < left.length; i++) {
          double product = 0;
          for (int k = 0; k < rank; k++) {
            product += factor[k][best] * factor[k][i];
          }
          factor[rank][i] = (toLast[i] - product) / root;
          left[i] -= factor[rank][i] * factor[rank][i];
        }
      }
    }
    return chosen;
  }

  /** All but the last step order the whole pool. */
  static int[] chain(RankedPool pool, int n, List<Reranker> steps) {
    RankedPool current = pool;
    int[] positions = IntStream.range(0, pool.size()).toArray();
    for (int step = 0; step < steps.size() && current.size() > 0; step++) {
      int[] order = steps.get(step).rerank(current, step == steps.size() - 1 ? n : current.size());
      int[] before = positions;
      positions = Arrays.stream(order).map(position -> before[position]).toArray();
      current = current.select(order);
    }
    return positions;
  }

  private static double[] similarities(RankedPool pool, List<String> on, int position) {
    double[] sums = new double[pool.size()];
    double[] weights = new double[pool.size()];
    FeatureStore store = pool.features();
    for (FeatureStore.Entry entry : on.isEmpty() ? store.entries() : store.select(on)) {
      FeatureMatrix rows = gather(pool, entry.matrix());
      Optional<float[]> row = rows.row(position);
      if (row.isPresent()) {
        add(entry, rows, row.get(), sums, weights);
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] =
          weights[i] > 0
              ? sums[i] / weights[i]
              : AttributeValues.jaccard(
                  AttributeValues.traits(pool.artwork(position)),
                  AttributeValues.traits(pool.artwork(i)));
    }
    return sums;
  }

  private static void add(
      FeatureStore.Entry entry, FeatureMatrix rows, float[] row, double[] sums, double[] weights) {
    Similarity similarity = entry.spec().similarity();
    ScoreRange range = similarity.range();
    double self = similarity.compare(row, row);
    double[] scores = new double[rows.size()];
    similarity.scan(row, rows, scores);
    for (int i = 0; i < scores.length; i++) {
      Optional<float[]> other = rows.row(i);
      if (other.isPresent()) {
        double unit = (scores[i] - range.min()) / (range.max() - range.min());
        if (!Double.isFinite(range.max() - range.min())) {
          double otherSelf = similarity.compare(other.get(), other.get());
          unit =
              self > 0 && otherSelf > 0
                  ? (1 + scores[i] / Math.sqrt(self) / Math.sqrt(otherSelf)) / 2
                  : 0.5;
        }
        sums[i] += entry.weight() * Math.max(0, Math.min(1, unit));
        weights[i] += entry.weight();
      }
    }
  }

  private static FeatureMatrix gather(RankedPool pool, FeatureMatrix matrix) {
    FeatureMatrix.Builder rows = FeatureMatrix.builder(pool.size(), matrix.dimensions());
    float[] row = new float[matrix.dimensions()];
    for (int i = 0; i < pool.size(); i++) {
      if (matrix.copyRow(pool.index(i), row)) {
        rows.set(i, row);
      }
    }
    return rows.build();
  }
}
