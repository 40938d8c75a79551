package io.artrec.strategy;

import io.artrec.behavior.Preferences;
import io.artrec.explain.Cause;
import io.artrec.explain.Contribution;
import io.artrec.feature.FeatureSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.model.StateWriter;
import io.artrec.similarity.Similarity;
import io.artrec.strategy.FacetWeights.Weighted;
import io.artrec.vector.FeatureMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The trained {@link ContentBased}: the features are all there is to know. */
final class ContentBasedScorer implements Scorer {
  /**
   * A work of the history and its signed weight, negative ones already times the negative weight.
   */
  record Known(int artwork, double weight) {}

  private final ContentBased strategy;
  private final FeatureStore features;

  /** Under what the profile in each feature is remembered. */
  private final Map<String, Memory.Key<FeatureProfile.Remembered>> profiles;

  ContentBasedScorer(ContentBased strategy, FeatureStore features) {
    this(strategy, features, keys(features));
    features.select(strategy.features());
  }

  private ContentBasedScorer(
      ContentBased strategy,
      FeatureStore features,
      Map<String, Memory.Key<FeatureProfile.Remembered>> profiles) {
    this.strategy = strategy;
    this.features = features;
    this.profiles = profiles;
  }

  private static Map<String, Memory.Key<FeatureProfile.Remembered>> keys(FeatureStore features) {
    Map<String, Memory.Key<FeatureProfile.Remembered>> keys = new HashMap<>();
    for (FeatureStore.Entry entry : features.entries()) {
      keys.put(entry.spec().name(), FeatureProfile.key(entry.matrix()));
    }
    return keys;
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  @Override
  public Scores score(Query query, Candidates candidates) {
    return scoreAll(List.of(query), candidates).get(0);
  }

  /** Works' vectors are read once for all who ask. */
  @Override
  public List<Scores> scoreAll(List<Query> queries, Candidates candidates) {
    if (strategy.combination() == ContentBased.Combination.NEAREST) {
      return queries.stream().map(query -> byNearest(query, candidates)).toList();
    }
    List<ContentProfile> profiles = queries.stream().map(this::profile).toList();
    return ContentProfile.scores(profiles, features, candidates);
  }

  private Scores byNearest(Query query, Candidates candidates) {
    List<Weighted> weighted = weighted(query);
    List<Known> known = known(query.preferences());
    return known.isEmpty() || weighted.isEmpty()
        ? new Scores(candidates)
        : new NearestArtworks(strategy, features.artworks(), known, weighted).score(candidates);
  }

  private List<Weighted> weighted(Query query) {
    return FacetWeights.resolve(features, strategy.features(), query.facets());
  }

  /** What a history amounts to in each feature in which it says something. */
  private ContentProfile profile(Query query) {
    List<FeatureProfile> said = new ArrayList<>();
    for (Weighted feature : weighted(query)) {
      FeatureSpec spec = feature.entry().spec();
      Similarity similarity = strategy.similarityFor(spec.similarity());
      FeatureProfile.Remembered profile =
          query.remembered(
              Objects.requireNonNull(profiles.get(spec.name())),
              () ->
                  FeatureProfile.Remembered.of(
                      feature.entry().matrix(), similarity, known(query.preferences())));
      if (profile.isSaying()) {
        said.add(new FeatureProfile(feature, similarity, profile));
      }
    }
    return new ContentProfile(said);
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
    return new ContentBasedScorer(strategy, features.with(load), profiles);
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

  @Override
  public void save(StateWriter out) {
    out.putString("similarity", strategy.similarity().map(Similarity::name).orElse(""));
    out.putString("combination", strategy.combination().name());
    out.putLong("nearest", strategy.nearestWorks());
    out.putDouble("negativeWeight", strategy.negativeWeight());
    out.putStrings("features", strategy.features());
  }
}
