package io.artrec.strategy;

import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.similarity.Similarity;
import io.artrec.strategy.ContentBasedScorer.Known;
import io.artrec.strategy.FacetWeights.Weighted;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The mean similarity to the k most alike liked works, less a share of the same over disliked ones.
 */
final class NearestArtworks {
  private final ContentBased strategy;
  private final int size;
  private final List<Known> liked;
  private final List<Known> disliked;
  private final List<Weighted> features;

  NearestArtworks(ContentBased strategy, int size, List<Known> known, List<Weighted> features) {
    this.strategy = strategy;
    this.size = size;
    this.features = features;
    liked =
        ContentBasedScorer.strongest(
            known.stream().filter(w -> w.weight() > 0).toList(), ContentBased.MOST_WORKS);
    disliked =
        ContentBasedScorer.strongest(
            known.stream().filter(w -> w.weight() < 0).toList(), ContentBased.MOST_WORKS);
  }

  Scores score(Candidates candidates) {
    Top likedTop = top(liked);
    Top dislikedTop = top(disliked);
    Scores scores = new Scores(candidates);
    for (int position = 0; position < candidates.size(); position++) {
      int artwork = candidates.artwork(position);
      if (likedTop.count(artwork) + dislikedTop.count(artwork) > 0) {
        scores.set(
            position,
            likedTop.mean(artwork) - strategy.negativeWeight() * dislikedTop.mean(artwork));
      }
    }
    return scores.explainedBy(
        position -> {
          int artwork = candidates.artwork(position);
          List<Contribution> contributions = new ArrayList<>();
          explain(likedTop, liked, artwork, 1, contributions);
          explain(dislikedTop, disliked, artwork, -strategy.negativeWeight(), contributions);
          return contributions;
        });
  }

  /** The k most alike works per artwork; ties keep the work of the smaller index. */
  private Top top(List<Known> works) {
    int k = Math.min(strategy.nearestWorks(), works.size());
    Top top = new Top(k, size);
    top.means = new double[works.size()][features.size()];
    double[] sums = new double[size];
    double[] scan = new double[size];
    for (int w = 0; w < works.size(); w++) {
      Arrays.fill(sums, 0);
      BitSet described = new BitSet(size);
      double total = 0;
      for (int f = 0; f < features.size(); f++) {
        Weighted feature = features.get(f);
        FeatureMatrix matrix = feature.entry().matrix();
        Optional<float[]> row = matrix.row(works.get(w).artwork());
        if (row.isPresent()) {
          strategy.similarityFor(feature.entry().spec().similarity()).scan(row.get(), matrix, scan);
          double mean = ContentBasedScorer.mean(matrix, scan);
          top.means[w][f] = mean;
          for (int artwork = 0; artwork < size; artwork++) {
            boolean has = matrix.isPresent(artwork);
            sums[artwork] += feature.weight() * (has ? scan[artwork] : mean);
            if (has) {
              described.set(artwork);
            }
          }
          total += feature.weight();
        }
      }
      for (int artwork = 0; artwork < size; artwork++) {
        if (described.get(artwork)) {
          top.offer(artwork, w, sums[artwork] / total);
        }
      }
    }
    return top;
  }

  private void explain(
      Top top, List<Known> works, int artwork, double factor, List<Contribution> contributions) {
    int count = top.count(artwork);
    for (int i = 0; i < count; i++) {
      Known work = works.get(top.work(artwork, i));
      double total =
          features.stream()
              .filter(f -> f.entry().matrix().isPresent(work.artwork()))
              .mapToDouble(Weighted::weight)
              .sum();
      for (int f = 0; f < features.size(); f++) {
        Weighted feature = features.get(f);
        FeatureMatrix matrix = feature.entry().matrix();
        double share = factor / count * feature.weight() / total;
        if (!matrix.isPresent(work.artwork())) {
          continue;
        }
        if (!matrix.isPresent(artwork)) {
          double mean = top.means[top.work(artwork, i)][f];
          contributions.add(ContentBasedScorer.missing(share * mean));
          continue;
        }
        Similarity similarity = strategy.similarityFor(feature.entry().spec().similarity());
        float[] row = matrix.row(work.artwork()).orElseThrow();
        float[] candidate = matrix.row(artwork).orElseThrow();
        Cause.Likeness likeness = FeatureProfile.likeness(feature.entry().spec(), row, candidate);
        contributions.add(
            new Contribution(
                ContentBased.NAME,
                new Cause.KnownArtwork(work.artwork(), work.weight(), Optional.of(likeness)),
                share * similarity.compare(row, candidate)));
      }
    }
  }

  private static final class Top {
    private final int k;
    private final int[] counts;
    private final int[][] works;
    private final double[][] values;

    /** Of each work and feature, how alike the works that have it are on average. */
    private double[][] means = {};

    Top(int k, int size) {
      this.k = k;
      counts = new int[size];
      works = new int[k][size];
      values = new double[k][size];
    }

    void offer(int artwork, int work, double value) {
      int at = counts[artwork];
      if (at == k) {
        if (value <= values[k - 1][artwork]) {
          return;
        }
        at--;
      } else {
        counts[artwork]++;
      }
      while (at > 0 && values[at - 1][artwork] < value) {
        values[at][artwork] = values[at - 1][artwork];
        works[at][artwork] = works[at - 1][artwork];
        at--;
      }
      values[at][artwork] = value;
      works[at][artwork] = work;
    }

    int count(int artwork) {
      return counts[artwork];
    }

    int work(int artwork, int i) {
      return works[i][artwork];
    }

    double mean(int artwork) {
      double sum = 0;
      for (int i = 0; i < counts[artwork]; i++) {
        sum += values[i][artwork];
      }
      return counts[artwork] > 0 ? sum / counts[artwork] : 0;
    }
  }
}
