/**
 * Artworks as vectors. A {@link io.artrec.feature.FeatureExtractor} turns one artwork into a
 * fixed-length {@code float[]}, a {@link io.artrec.feature.DerivedFeature} turns whole matrices
 * into another; extraction fills a {@link io.artrec.feature.FeatureStore} with one {@link
 * io.artrec.vector.FeatureMatrix} per feature. A missing vector is missing, never zeros.
 */
@NullMarked
package io.artrec.feature;

import org.jspecify.annotations.NullMarked;
