package io.artrec.strategy;

import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureStore;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What a history amounts to in each feature, and the scores that follow: the mean over the features
 * by their weights, where a work that lacks one gets what works that have it score on average. For
 * one request and thread.
 */
final class ContentProfile {
  private final List<FeatureProfile> features;

  /** The mean score in each feature, of the works that have it. */
  private final double[] means;

  /**
   * Of the features in which a history says something.
   *
   * @param features empty when it says nothing
   */
  ContentProfile(List<FeatureProfile> features) {
    this.features = features;
    means = new double[features.size()];
  }

  /** Scores for several histories, reading the vectors of each feature once. */
  static List<Scores> scores(
      List<ContentProfile> profiles, FeatureStore store, Candidates candidates) {
    if (!candidates.isAll()
        && candidates.size() <= store.artworks() / VectorScorer.FEW
        && profiles.stream().allMatch(profile -> profile.isOfProducts(candidates))) {
      return profiles.stream().map(profile -> profile.scoresOfFew(candidates)).toList();
    }
    List<Sums> sums =
        profiles.stream().map(profile -> new Sums(profile, store.artworks())).toList();
    double[][] room = new double[profiles.size()][0];
    for (FeatureStore.Entry entry : store.entries()) {
      List<FeatureProfile> asking = new ArrayList<>();
      List<Sums> adding = new ArrayList<>();
      for (int p = 0; p < sums.size(); p++) {
        for (FeatureProfile feature : profiles.get(p).features) {
          if (feature.isOf(entry)) {
            asking.add(feature);
            adding.add(sums.get(p));
          }
        }
      }
      for (int p = 0; p < asking.size(); p++) {
        room[p] = room[p].length == 0 ? new double[store.artworks()] : room[p];
      }
      double[][] scans = Arrays.copyOf(room, asking.size());
      FeatureProfile.scan(asking, scans);
      for (int p = 0; p < scans.length; p++) {
        if (adding.get(p).add(asking.get(p), scans[p])) {
          room[p] = new double[0];
        }
      }
    }
    return sums.stream().map(sum -> sum.scores(candidates)).toList();
  }

  /** The scores of one history as they come together. */
  private static final class Sums {
    private final ContentProfile profile;
    private final BitSet described;
    private double[] sums = {};
    private double total;

    Sums(ContentProfile profile, int artworks) {
      this.profile = profile;
      described = new BitSet(artworks);
    }

    /**
     * Takes the scan of one feature.
     *
     * @return whether the array was kept, not copied, as that of the only feature is
     */
    boolean add(FeatureProfile feature, double[] scan) {
      FeatureMatrix matrix = feature.matrix();
      boolean alone = profile.features.size() == 1;
      double weight = alone ? 1 : feature.weight();
      double mean = alone ? 0 : ContentBasedScorer.mean(matrix, scan);
      profile.means[profile.features.indexOf(feature)] = mean;
      double[] before = sums.length == 0 ? new double[alone ? 0 : scan.length] : sums;
      sums = alone ? scan : before;
      BitSet has = matrix.presentRows();
      if (!alone) {
        addTo(sums, scan, has, weight, mean);
      }
      described.or(has);
      total += weight;
      return alone;
    }

    private static void addTo(
        double[] sums, double[] scan, BitSet has, double weight, double mean) {
      if (has.cardinality() == scan.length) {
        for (int artwork = 0; artwork < scan.length; artwork++) {
          sums[artwork] += weight * scan[artwork];
        }
        return;
      }
      for (int artwork = 0; artwork < scan.length; artwork++) {
        sums[artwork] += weight * (has.get(artwork) ? scan[artwork] : mean);
      }
    }

    Scores scores(Candidates candidates) {
      if (profile.features.isEmpty()) {
        return new Scores(candidates);
      }
      for (int artwork = 0; artwork < sums.length; artwork++) {
        sums[artwork] /= total;
      }
      Scores scores =
          candidates.isAll() ? Scores.of(candidates, sums, described) : new Scores(candidates);
      for (int position = 0; position < (candidates.isAll() ? 0 : candidates.size()); position++) {
        int artwork = candidates.artwork(position);
        if (described.get(artwork)) {
          scores.set(position, sums[artwork]);
        }
      }
      return scores.explainedBy(position -> profile.contributions(candidates.artwork(position)));
    }
  }

  /** Whether every candidate has every feature, so that no mean over all works is asked for. */
  private boolean isOfProducts(Candidates candidates) {
    for (FeatureProfile feature : features) {
      for (int position = 0; position < candidates.size(); position++) {
        if (!feature.isProduct() || !feature.matrix().isPresent(candidates.artwork(position))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The same sums in the same order, of candidates alone. */
  private Scores scoresOfFew(Candidates candidates) {
    Scores scores = new Scores(candidates);
    int[] artworks = new int[candidates.size()];
    Arrays.setAll(artworks, candidates::artwork);
    double[] sums = new double[artworks.length];
    double total = 0;
    for (FeatureProfile feature : features) {
      double weight = features.size() == 1 ? 1 : feature.weight();
      double[] each = feature.scores(artworks);
      for (int position = 0; position < sums.length; position++) {
        sums[position] += weight * each[position];
      }
      total += weight;
    }
    for (int position = 0; position < (features.isEmpty() ? 0 : sums.length); position++) {
      scores.set(position, sums[position] / total);
    }
    return scores.explainedBy(position -> contributions(candidates.artwork(position)));
  }

  private List<Contribution> contributions(int artwork) {
    double total = features.stream().mapToDouble(FeatureProfile::weight).sum();
    List<Contribution> contributions = new ArrayList<>();
    for (int f = 0; f < means.length; f++) {
      FeatureProfile feature = features.get(f);
      double share = feature.weight() / total;
      if (feature.matrix().isPresent(artwork)) {
        contributions.addAll(feature.contributions(artwork, share));
      } else {
        contributions.add(ContentBasedScorer.missing(share * means[f]));
      }
    }
    return contributions;
  }
}
