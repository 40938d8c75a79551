package io.artrec.feature;

/**
 * Something that gives artworks vectors: a {@link FeatureExtractor}, one artwork at a time, or a
 * {@link DerivedFeature}, from the vectors of other features.
 */
public sealed interface Feature permits FeatureExtractor, DerivedFeature {
  /**
   * Returns what this feature is.
   *
   * @return the same spec at every call
   */
  FeatureSpec spec();
}
