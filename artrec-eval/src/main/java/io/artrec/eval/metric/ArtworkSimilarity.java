package io.artrec.eval.metric;

import io.artrec.eval.metric.internal.MetricSpec;
import io.artrec.feature.FeatureStore;
import io.artrec.similarity.Similarity;
import io.artrec.vector.FeatureMatrix;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How alike two works are: by a feature, with the similarity it wants, or by who knew them ({@link
 * TrainingFacts#coOccurrence}). 1 is the same; so that 1 less this is a distance.
 *
 * @param feature the feature's name; empty for who knew them
 */
record ArtworkSimilarity(Optional<String> feature) {
  static final String CO_OCCURRENCE = "co-occurrence";

  /** Takes what is left of a name's variants, at most one. */
  static ArtworkSimilarity of(MetricSpec spec, List<String> variants) {
    if (variants.size() > 1) {
      throw new IllegalArgumentException(
          "metric '"
              + spec
              + "' has variants "
              + String.join(", ", variants)
              + ", expected at most one: the name of a feature, or "
              + CO_OCCURRENCE);
    }
    return new ArtworkSimilarity(
        variants.stream().filter(v -> !v.equals(CO_OCCURRENCE)).findFirst());
  }

  List<String> variants() {
    return feature.stream().toList();
  }

  Needs needs(int cutoff) {
    Needs list = Needs.list(cutoff);
    return feature.isPresent() ? list.withFeature(feature.get()) : list;
  }

  /** Empty where one of the works lacks the feature. */
  OptionalDouble between(TrainingFacts facts, int a, int b) {
    if (feature.isEmpty()) {
      return OptionalDouble.of(facts.coOccurrence(a, b));
    }
    FeatureStore.Entry entry = entry(facts, feature.get());
    FeatureMatrix matrix = entry.matrix();
    if (!matrix.isPresent(a) || !matrix.isPresent(b)) {
      return OptionalDouble.empty();
    }
    Similarity similarity = entry.spec().similarity();
    if (similarity.range().max() != 1) {
      throw new IllegalArgumentException(
          "feature '"
              + feature.get()
              + "' is compared by "
              + similarity.name()
              + ", whose highest value is "
              + similarity.range().max()
              + ", expected 1, so that 1 less it is a distance");
    }
    if (a == b) {
      return OptionalDouble.of(1);
    }
    return OptionalDouble.of(
        similarity.compare(matrix.row(a).orElseThrow(), matrix.row(b).orElseThrow()));
  }

  private static FeatureStore.Entry entry(TrainingFacts facts, String name) {
    return facts.features().entries().stream()
        .filter(entry -> entry.spec().name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no feature '"
                        + name
                        + "', expected one of "
                        + facts.features().entries().stream().map(e -> e.spec().name()).toList()));
  }
}
