/**
 * Images by networks that learned to see: {@link io.artrec.vision.embedding.ImagePreparation}
 * brings an image to what a network takes, {@link io.artrec.vision.embedding.ImageEmbedding} makes
 * its vectors a feature. Networks are run by a {@link io.artrec.feature.PixelEncoder}, such as
 * {@code ImageEncoder} of artrec-djl.
 */
@NullMarked
package io.artrec.vision.embedding;

import org.jspecify.annotations.NullMarked;
