/**
 * Images by networks that learned to see: {@link io.artrec.vision.embedding.ImagePreparation}
 * brings an image to what a network takes, {@link io.artrec.vision.embedding.ImageEmbedding} makes
 * its vectors a feature. Stands on artrec-djl, which applications that use this package add.
 */
@NullMarked
package io.artrec.vision.embedding;

import org.jspecify.annotations.NullMarked;
