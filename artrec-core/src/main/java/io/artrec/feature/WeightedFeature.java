package io.artrec.feature;

import java.util.Objects;

/**
 * A feature and its share where features are averaged.
 *
 * @param weight the share, above 0
 * @param feature the feature
 */
public record WeightedFeature(double weight, Feature feature) {
  /** Validates the parts. */
  public WeightedFeature {
    Objects.requireNonNull(feature, "feature");
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(
          "weight is "
              + weight
              + " (feature '"
              + feature.spec().name()
              + "'), expected a positive number");
    }
  }
}
