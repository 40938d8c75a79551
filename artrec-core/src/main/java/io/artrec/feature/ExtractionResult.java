package io.artrec.feature;

import java.util.Objects;

/**
 * Features and how they came about.
 *
 * @param features the features that were asked for
 * @param report what was computed, cached, missing and failed
 */
public record ExtractionResult(FeatureStore features, ExtractionReport report) {
  /** Validates the parts. */
  public ExtractionResult {
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(report, "report");
  }
}
