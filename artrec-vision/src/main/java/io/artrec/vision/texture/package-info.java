/**
 * How the surface of an image is structured: how fine, how strong, in which directions. Each
 * feature is an {@link io.artrec.vision.ImageMeasure}.
 */
@NullMarked
package io.artrec.vision.texture;

import org.jspecify.annotations.NullMarked;
