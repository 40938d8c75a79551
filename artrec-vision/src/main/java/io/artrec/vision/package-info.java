/**
 * What an image looks like, as vectors: the base of features that measure images. {@link
 * io.artrec.vision.color} and {@link io.artrec.vision.texture} hold the features, {@link
 * io.artrec.vision.image} reads files.
 */
@NullMarked
package io.artrec.vision;

import org.jspecify.annotations.NullMarked;
