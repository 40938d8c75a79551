/**
 * Images through a neural network: {@link io.artrec.djl.image.ImageEncoder} runs any encoder of a
 * local file on prepared pixels, for many callers at once. Pixels are prepared by artrec-vision.
 */
@NullMarked
package io.artrec.djl.image;

import org.jspecify.annotations.NullMarked;
