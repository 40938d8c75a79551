package io.artrec.strategy;

import io.artrec.behavior.Preferences;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureStore;
import io.artrec.model.StateWriter;
import io.artrec.similarity.Similarity;
import io.artrec.strategy.FacetWeights.Weighted;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** The trained {@link ContentBased}: the features are all there is to know. */
final class ContentBasedScorer implements Scorer {
  /**
   * A work of the history and its signed weight, negative ones already times the negative weight.
   */
  record Known(int artwork, double weight) {}

  private final ContentBased strategy;
  private final FeatureStore features;

  ContentBasedScorer(ContentBased strategy, FeatureStore features) {
    this.strategy = strategy;
    this.features = features;
    features.select(strategy.features());
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    List<Weighted> weighted = FacetWeights.resolve(features, strategy.features(), query.facets());
    List<Known> known = known(query.preferences());
    if (known.isEmpty() || weighted.isEmpty()) {
      return new Scores(candidates);
    }
    return strategy.combination() == ContentBased.Combination.PROFILE
        ? byProfile(known, weighted, candidates)
        : new NearestWorks(strategy, features.artworks(), known, weighted).score(candidates);
  }

  private List<Known> known(Preferences preferences) {
    List<Known> known = new ArrayList<>();
    for (int i = 0; i < preferences.size(); i++) {
      double weight = preferences.weight(i);
      double signed = weight < 0 ? weight * strategy.negativeWeight() : weight;
      if (signed != 0) {
        known.add(new Known(preferences.artwork(i), signed));
      }
    }
    return known;
  }

  /** New works are scored by their features at once. */
  @Override
  public Scorer grown(TrainingContext before, TrainingContext after) {
    return new ContentBasedScorer(strategy, after.features());
  }

  @Override
  public Scorer loaded(UnaryOperator<FeatureMatrix> load) {
    return new ContentBasedScorer(strategy, features.with(load));
  }

  /** The strongest works of a history, in order of artwork index. */
  static List<Known> strongest(List<Known> known, int most) {
    if (known.size() <= most) {
      return known;
    }
    return known.stream()
        .sorted(
            Comparator.comparingDouble((Known work) -> -Math.abs(work.weight()))
                .thenComparingInt(Known::artwork))
        .limit(most)
        .sorted(Comparator.comparingInt(Known::artwork))
        .toList();
  }

  private Scores byProfile(List<Known> known, List<Weighted> weighted, Candidates candidates) {
    List<FeatureProfile> profiles = new ArrayList<>();
    for (Weighted feature : weighted) {
      FeatureProfile.of(feature, strategy.similarityFor(feature.entry().spec().similarity()), known)
          .ifPresent(profiles::add);
    }
    double[] means = new double[profiles.size()];
    Scores scores =
        profiles.size() == 1
            ? ofOne(profiles.get(0), candidates)
            : ofMany(profiles, means, candidates);
    return scores.explainedBy(
        position -> contributions(profiles, means, candidates.artwork(position)));
  }

  private Scores ofOne(FeatureProfile profile, Candidates candidates) {
    double[] scan = new double[features.artworks()];
    profile.scan(scan);
    FeatureMatrix matrix = profile.matrix();
    if (candidates.isAll()) {
      return Scores.ofAll(scan, matrix::isPresent);
    }
    Scores scores = new Scores(candidates);
    for (int position = 0; position < candidates.size(); position++) {
      int artwork = candidates.artwork(position);
      if (matrix.isPresent(artwork)) {
        scores.set(position, scan[artwork]);
      }
    }
    return scores;
  }

  /** Fills {@code means} with the mean score in each feature of the works that have it. */
  private Scores ofMany(List<FeatureProfile> profiles, double[] means, Candidates candidates) {
    int size = features.artworks();
    double[] sums = new double[size];
    BitSet described = new BitSet(size);
    double[] scan = new double[size];
    double total = 0;
    for (int f = 0; f < means.length; f++) {
      FeatureProfile profile = profiles.get(f);
      profile.scan(scan);
      FeatureMatrix matrix = profile.matrix();
      means[f] = mean(matrix, scan);
      for (int artwork = 0; artwork < size; artwork++) {
        boolean has = matrix.isPresent(artwork);
        sums[artwork] += profile.weight() * (has ? scan[artwork] : means[f]);
        if (has) {
          described.set(artwork);
        }
      }
      total += profile.weight();
    }
    Scores scores = new Scores(candidates);
    for (int position = 0; position < candidates.size(); position++) {
      int artwork = candidates.artwork(position);
      if (described.get(artwork)) {
        scores.set(position, sums[artwork] / total);
      }
    }
    return scores;
  }

  /** What a work scores on average in a feature, over the works that have it. */
  static double mean(FeatureMatrix matrix, double[] scan) {
    double sum = 0;
    for (int artwork = 0; artwork < matrix.size(); artwork++) {
      sum += matrix.isPresent(artwork) ? scan[artwork] : 0;
    }
    return sum / Math.max(1, matrix.presentCount());
  }

  /** The summand of a feature that a work lacks. */
  static Contribution missing(double amount) {
    return new Contribution(ContentBased.NAME, new Cause.Offset("missing feature"), amount);
  }

  private static List<Contribution> contributions(
      List<FeatureProfile> profiles, double[] means, int artwork) {
    double total = profiles.stream().mapToDouble(FeatureProfile::weight).sum();
    List<Contribution> contributions = new ArrayList<>();
    for (int f = 0; f < means.length; f++) {
      FeatureProfile profile = profiles.get(f);
      double share = profile.weight() / total;
      if (profile.matrix().isPresent(artwork)) {
        contributions.addAll(profile.contributions(artwork, share));
      } else {
        contributions.add(missing(share * means[f]));
      }
    }
    return contributions;
  }

  @Override
  public void save(StateWriter out) {
    out.putString("similarity", strategy.similarity().map(Similarity::name).orElse(""));
    out.putString("combination", strategy.combination().name());
    out.putLong("nearest", strategy.nearestWorks());
    out.putDouble("negativeWeight", strategy.negativeWeight());
    out.putStrings("features", strategy.features());
  }
}
