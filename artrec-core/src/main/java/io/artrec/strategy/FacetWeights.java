package io.artrec.strategy;

import io.artrec.feature.FeatureStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which features count in one answer, and how much. */
final class FacetWeights {
  private FacetWeights() {}

  /** A feature and its weight in this answer. */
  record Weighted(FeatureStore.Entry entry, double weight) {}

  /**
   * Features with their own weights, or only those that {@code facets} names, with its weights. A
   * name beats a facet; weight 0 leaves a feature out.
   */
  static List<Weighted> resolve(FeatureStore store, List<String> on, Map<String, Double> facets) {
    List<FeatureStore.Entry> entries = on.isEmpty() ? store.entries() : store.select(on);
    store.select(facets.keySet());
    List<Weighted> weighted = new ArrayList<>();
    for (FeatureStore.Entry entry : entries) {
      double weight = weightOf(entry, facets);
      if (weight > 0) {
        weighted.add(new Weighted(entry, weight));
      }
    }
    return weighted;
  }

  private static double weightOf(FeatureStore.Entry entry, Map<String, Double> facets) {
    if (facets.isEmpty()) {
      return entry.weight();
    }
    Double byName = facets.get(entry.spec().name());
    Double byFacet = facets.get(entry.spec().facet());
    double weight = byName != null ? byName : byFacet != null ? byFacet : 0;
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "weight of facet '%s' is %s, expected 0 or more",
              entry.spec().name(),
              weight));
    }
    return weight;
  }
}
