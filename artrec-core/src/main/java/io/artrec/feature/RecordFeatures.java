package io.artrec.feature;

import java.util.Optional;

/** Finds core's own features of records by their specs, so that loading need not pass them. */
final class RecordFeatures {
  private RecordFeatures() {}

  static Optional<FeatureExtractor> of(FeatureSpec spec) {
    if (spec.isSameAs(PeriodFeature.standard().spec())) {
      return Optional.of(PeriodFeature.standard());
    }
    if (spec.isSameAs(SizeFeature.standard().spec())) {
      return Optional.of(SizeFeature.standard());
    }
    return AttributeFeature.of(spec)
        .filter(feature -> feature.spec().isSameAs(spec))
        .map(FeatureExtractor.class::cast);
  }
}
