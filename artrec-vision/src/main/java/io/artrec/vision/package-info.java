/**
 * What an image looks like, as vectors: its colors and its texture. Each feature is a {@code
 * FeatureExtractor} that reads the image decoded once by {@link io.artrec.vision.image} and says
 * how its vectors want to be compared.
 */
@NullMarked
package io.artrec.vision;

import org.jspecify.annotations.NullMarked;
