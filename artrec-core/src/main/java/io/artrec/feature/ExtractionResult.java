package io.artrec.feature;

import java.util.Objects;

/**
 * Features and how they came about.
 *
 * @param features the features that were asked for
 * @param report what was computed, cached, missing and failed
 * @param fitted what encodes further works as these
 */
public record ExtractionResult(
    FeatureStore features, ExtractionReport report, FittedFeatures fitted) {
  /** Validates the parts. */
  public ExtractionResult {
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(fitted, "fitted");
  }
}
