package io.artrec.feature;

import java.util.Optional;

/** Finds core's own features of records by their specs, so that loading need not pass them. */
final class RecordFeatures {
  private RecordFeatures() {}

  static Optional<FeatureExtractor> of(FeatureSpec spec) {
    if (spec.equals(PeriodFeature.standard().spec())) {
      return Optional.of(PeriodFeature.standard());
    }
    if (spec.equals(SizeFeature.standard().spec())) {
      return Optional.of(SizeFeature.standard());
    }
    return AttributeFeature.of(spec)
        .filter(feature -> feature.spec().equals(spec))
        .map(FeatureExtractor.class::cast);
  }
}
